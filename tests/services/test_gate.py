"""The tutor gate: chosen once, then only the passphrase opens."""

import pytest

from digitutor_app.services.errors import ShortPassphraseError
from digitutor_app.services.gate import SHORTEST, SLOTS, STORE, Gate
from digitutor_app.store.engine import PAGE
from digitutor_app.store.errors import StoreDamagedError
from digitutor_app.trust.cost import Cost
from digitutor_app.trust.errors import (
    KeyMissingError,
    SlotsExistError,
    WrongPassphraseError,
)
from digitutor_app.trust.slots import Slots

WORDS = "kolme vihreää omenaa"
CHEAP = Cost(1, 8 * 1024)


@pytest.fixture
def gate(tmp_path, clock):
    return Gate(tmp_path, clock, lambda _trouble: None, lambda _error: None)


@pytest.fixture
def chosen(gate, tmp_path):
    """A gate whose passphrase was chosen at a price that suits tests."""
    Slots(tmp_path / SLOTS).create(WORDS, "tutor", CHEAP)
    return gate


def keep(worker, name):
    worker.tell(lambda store: store.settings.put("name", name))
    assert worker.close() == 0


def kept(worker):
    name = worker.ask(lambda store: store.settings.get("name"))
    assert worker.close() == 0
    return name


def test_choosing_makes_a_store_that_only_the_passphrase_opens(gate, tmp_path):
    assert not gate.is_set
    keep(gate.choose(WORDS), "Liisa")
    assert gate.is_set
    assert (tmp_path / STORE).exists()
    with pytest.raises(WrongPassphraseError):
        gate.enter("kolme punaista omenaa")
    assert kept(gate.enter(WORDS)) == "Liisa"


def test_what_was_saved_is_there_at_the_next_opening(chosen):
    keep(chosen.enter(WORDS), "Liisa")
    assert kept(chosen.enter("  kolme vihreää  omenaa ")) == "Liisa"


def test_a_wrong_passphrase_opens_nothing(chosen, tmp_path):
    with pytest.raises(WrongPassphraseError):
        chosen.enter("jotain aivan muuta")
    assert not (tmp_path / STORE).exists()


def test_a_short_passphrase_is_not_taken(gate):
    with pytest.raises(ShortPassphraseError):
        gate.choose("x" * (SHORTEST - 1))
    assert not gate.is_set


def test_a_second_passphrase_cannot_be_chosen(chosen):
    with pytest.raises(SlotsExistError):
        chosen.choose("toinen salalause tähän")


def test_a_store_without_its_key_is_not_written_over(chosen, gate, tmp_path):
    keep(chosen.enter(WORDS), "Liisa")
    before = (tmp_path / STORE).read_bytes()
    (tmp_path / SLOTS).unlink()
    assert gate.is_set
    with pytest.raises(KeyMissingError):
        gate.choose(WORDS)
    with pytest.raises(KeyMissingError):
        gate.enter(WORDS)
    assert (tmp_path / STORE).read_bytes() == before


def test_damage_that_shows_while_the_store_is_open_is_mended_and_told(chosen, tmp_path, clock):
    told = []
    gate = Gate(tmp_path, clock, print, print, on_mended=told.append)
    worker = gate.enter(WORDS)
    worker.tell(lambda store: store.settings.put("name", "Liisa"))
    query = "SELECT rootpage FROM sqlite_master WHERE name = 'workshop'"
    ((page,),) = worker.ask(lambda store: store.database.rows(query))
    assert worker.close() == 0
    content = bytearray((tmp_path / STORE).read_bytes())
    content[(page - 1) * PAGE + 1000] ^= 1
    (tmp_path / STORE).write_bytes(content)
    worker = gate.enter(WORDS)
    with pytest.raises(StoreDamagedError):
        worker.ask(lambda store: store.workshops.all())
    assert worker.ask(lambda store: store.workshops.all()) == []
    assert kept(worker) == "Liisa"
    [done] = told
    assert done.kept.exists()
    assert kept(gate.enter(WORDS)) == "Liisa"
