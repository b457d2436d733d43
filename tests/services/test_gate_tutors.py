"""Who can open the tutor's store: adding, other words, removing, the recovery key."""

import json
import os

import pytest

from digitutor_app.services.errors import (
    CannotRemoveError,
    GateWaitError,
    RemovalFailedError,
    ShortPassphraseError,
)
from digitutor_app.services.gate import SLOTS, STORE, Gate
from digitutor_app.services.organisation import Organisation
from digitutor_app.store.backup_files import FOLDER
from digitutor_app.store.errors import StoreError, StoreNotOursError
from digitutor_app.store.opening import open_store
from digitutor_app.trust import recovery
from digitutor_app.trust.errors import KeyUnreadableError, WrongPassphraseError
from digitutor_app.trust.slots import Slots
from tests.services.cut_removals import CHEAP, KEPT, MINE, THEIRS

THIRD = "omena pilvi ranta kivi"


@pytest.fixture
def again(tmp_path, clock):
    """The gate as the program makes it at each start."""
    return lambda: Gate(tmp_path, clock, lambda _trouble: None, lambda _error: None, CHEAP)


@pytest.fixture
def opened(again):
    """A gate with its open store, a recovery key, and what closes it at the end."""
    gate = again()
    worker = gate.choose(MINE, "Emma", KEPT)
    worker.ask(lambda store: store.settings.put("name", "Liisa"))
    workers = [worker]
    yield gate, workers
    workers[-1].close()


def name_by(gate, words):
    worker = gate.enter(words)
    try:
        return worker.ask(lambda store: store.settings.get("name"))
    finally:
        worker.close()


def names(gate):
    return [(tutor.name, tutor.me) for tutor in gate.tutors()]


def other(gate):
    return next(tutor for tutor in gate.tutors() if not tutor.me)


def test_a_second_tutor_opens_the_same_store_with_own_words(opened, again):
    gate, [worker] = opened
    gate.add_tutor(worker, MINE, "Oskari", THEIRS)
    assert names(gate) == [("Emma", True), ("Oskari", False)]
    worker.close()
    assert name_by(again(), THEIRS) == "Liisa"
    assert name_by(again(), MINE) == "Liisa"


def test_whoever_opened_is_me(opened, again):
    gate, [worker] = opened
    gate.add_tutor(worker, MINE, "Oskari", THEIRS)
    worker.close()
    gate = again()
    assert names(gate) == [("Emma", False), ("Oskari", False)]
    name_by(gate, THEIRS)
    assert names(gate) == [("Emma", False), ("Oskari", True)]


def test_nothing_is_changed_without_ones_own_words(opened, tmp_path):
    gate, [worker] = opened
    before = (tmp_path / SLOTS).read_bytes()
    for act in (
        lambda: gate.add_tutor(worker, THIRD, "Oskari", THEIRS),
        lambda: gate.change_words(worker, THIRD, THEIRS),
    ):
        with pytest.raises(WrongPassphraseError):
            act()
    with pytest.raises(ShortPassphraseError):
        gate.add_tutor(worker, MINE, "Oskari", "lyhyt")
    assert (tmp_path / SLOTS).read_bytes() == before


def test_other_words_take_the_place_of_the_old(opened, again):
    gate, [worker] = opened
    gate.change_words(worker, MINE, THIRD)
    assert names(gate) == [("Emma", True)]
    worker.close()
    with pytest.raises(WrongPassphraseError):
        again().enter(MINE)
    assert name_by(again(), THIRD) == "Liisa"


def test_a_removed_tutor_opens_neither_slots_nor_store(opened, again, tmp_path, clock):
    gate, workers = opened
    gate.add_tutor(workers[0], MINE, "Oskari", THEIRS)
    key = Slots(tmp_path / SLOTS).open(THEIRS)
    renewed = []
    gate.after_removal.append(lambda store: renewed.append(store.settings.get("name")))
    workers.append(gate.remove_tutor(workers[0], MINE, other(gate).id))
    assert workers[1].ask(lambda store: store.settings.get("name")) == "Liisa"
    assert names(gate) == [("Emma", True)]
    assert renewed == ["Liisa"]
    workers[1].close()
    with pytest.raises(WrongPassphraseError):
        again().enter(THEIRS)
    with pytest.raises(StoreNotOursError):
        open_store(tmp_path / STORE, key, clock)
    assert name_by(again(), MINE) == "Liisa"
    assert name_by(recovering(again()), THIRD) == "Liisa"


def recovering(gate):
    """The gate after the recovery key has given a third tutor words."""
    gate.recover(KEPT, "", "Sari", THIRD).close()
    return gate


def test_the_words_of_those_who_stay_are_not_needed(opened, again):
    gate, workers = opened
    gate.add_tutor(workers[0], MINE, "Oskari", THEIRS)
    gate.add_tutor(workers[0], MINE, "Sari", THIRD)
    workers.append(gate.remove_tutor(workers[0], MINE, other(gate).id))
    workers[1].close()
    assert name_by(again(), THIRD) == "Liisa"


def test_nobody_removes_their_own_way_in(opened):
    gate, [worker] = opened
    with pytest.raises(CannotRemoveError):
        gate.remove_tutor(worker, MINE, gate.tutors()[0].id)
    assert worker.ask(lambda store: store.settings.get("name")) == "Liisa"


def test_a_slot_written_from_outside_gets_no_new_key(opened, again, tmp_path):
    """It could not open the store before; re-keying must not hand it the new key."""
    gate, workers = opened
    gate.add_tutor(workers[0], MINE, "Oskari", THEIRS)
    planted = Slots(tmp_path / "planted.json")
    planted.create(THIRD, "Emma", CHEAP)
    file = tmp_path / SLOTS
    content = json.loads(file.read_text())
    content["slots"] += json.loads(planted.path.read_text())["slots"]
    file.write_text(json.dumps(content))
    oskari = gate.tutors()[1].id
    workers.append(gate.remove_tutor(workers[0], MINE, oskari))
    workers[1].close()
    with pytest.raises(WrongPassphraseError):
        again().enter(THIRD)
    assert name_by(again(), MINE) == "Liisa"


def test_without_room_for_the_copy_all_stays_as_it_was(opened, again, tmp_path, monkeypatch):
    from digitutor_app.services import gate as module

    gate, workers = opened
    gate.add_tutor(workers[0], MINE, "Oskari", THEIRS)

    def no_room(path, _key, _new_key):
        raise StoreError(path, "no room")

    monkeypatch.setattr(module, "write_rekeyed", no_room)
    with pytest.raises(RemovalFailedError):
        gate.remove_tutor(workers[0], MINE, other(gate).id)
    assert name_by(again(), THEIRS) == "Liisa"
    assert name_by(again(), MINE) == "Liisa"


@pytest.mark.skipif(os.name != "posix", reason="a folder that refuses")
def test_slots_that_cannot_be_written_leave_the_old_key(opened, again, monkeypatch, tmp_path):
    from digitutor_app.trust import slots as module

    gate, workers = opened
    gate.add_tutor(workers[0], MINE, "Oskari", THEIRS)

    def refuse(_path, _content):
        raise OSError("refused")

    monkeypatch.setattr(module, "write_over", refuse)
    with pytest.raises(RemovalFailedError) as caught:
        gate.remove_tutor(workers[0], MINE, other(gate).id)
    assert isinstance(caught.value.cause, KeyUnreadableError)
    monkeypatch.undo()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("gate.json", "slots.json", "slots.json.copy", "tutor.db"),
    ]
    assert name_by(again(), THEIRS) == "Liisa"


def test_what_is_carried_is_sealed_for_the_recovery_key_and_signed_anew(opened):
    gate, workers = opened
    gate.add_tutor(workers[0], MINE, "Oskari", THEIRS)
    before = workers[0].ask(lambda store: Organisation(store).key.public)
    recipients = workers[0].ask(lambda store: Organisation(store).recipients)
    assert recovery.checked(KEPT).recipient in recipients
    workers.append(gate.remove_tutor(workers[0], MINE, other(gate).id))
    assert workers[1].ask(lambda store: Organisation(store).key.public) != before
    after = workers[1].ask(lambda store: Organisation(store).recipients)
    assert set(after) & set(recipients) == {recovery.checked(KEPT).recipient}
    newer = recovery.new_key()
    gate.new_recovery(workers[1], MINE, newer.secret)
    last = workers[1].ask(lambda store: Organisation(store).recipients)
    assert recovery.checked(KEPT).recipient not in last
    assert newer.recipient in last


def test_backups_of_the_old_key_are_gone(opened, tmp_path):
    gate, workers = opened
    gate.add_tutor(workers[0], MINE, "Oskari", THEIRS)
    (tmp_path / FOLDER).mkdir(exist_ok=True)
    old = tmp_path / FOLDER / "tutor-daily-20260302T0900-1.db"
    workers[0].ask(lambda store: store.database.rows("VACUUM INTO ?", [str(old)]))
    workers.append(gate.remove_tutor(workers[0], MINE, other(gate).id))
    assert not old.exists()


# The recovery key


def test_the_printed_key_gives_new_words_to_somebody(opened, again):
    gate, workers = opened
    secret = recovery.new_key().secret
    gate.new_recovery(workers[0], MINE, secret)
    workers[0].close()
    gate = again()
    typed = " ".join(recovery.groups(secret)).lower()
    assert gate.try_recovery(typed) == secret
    emma = gate.tutors()[0].id
    workers.append(gate.recover(secret, emma, "", THIRD))
    assert names(gate) == [("Emma", True)]
    workers[1].close()
    with pytest.raises(WrongPassphraseError):
        again().enter(MINE)
    assert name_by(again(), THIRD) == "Liisa"


def test_a_new_sheet_ends_the_old_one(opened, again):
    gate, workers = opened
    first, second = recovery.new_key().secret, recovery.new_key().secret
    gate.new_recovery(workers[0], MINE, first)
    gate.new_recovery(workers[0], MINE, second)
    assert gate.has_recovery
    with pytest.raises(WrongPassphraseError):
        gate.try_recovery(first)
    assert gate.try_recovery(second) == second


def test_a_slip_in_typing_the_key_is_no_guess(opened):
    gate, _workers = opened
    for _number in range(10):
        with pytest.raises(recovery.RecoveryTypingError):
            gate.try_recovery("AGE-SECRET-KEY-1QQ")
    assert gate.wait() == 0


def test_wrong_words_are_slowed_everywhere(opened, again, clock):
    gate, workers = opened
    workers[0].close()
    acts = (
        lambda: gate.enter(THEIRS),
        lambda: gate.confirm(THEIRS),
        lambda: gate.try_recovery(recovery.new_key().secret),
    )
    for act in acts:
        with pytest.raises(WrongPassphraseError):
            act()
    for act in acts:
        with pytest.raises(GateWaitError):
            act()
    with pytest.raises(GateWaitError):
        again().enter(MINE)
    clock.forward(1)
    gate = again()
    clock.forward(1)
    assert name_by(gate, MINE) == "Liisa"
    assert gate.tries_before.count == 3
