"""The slots of the tutor key: what a passphrase opens, what is refused, what a file may say."""

import base64
import json
import os
import stat
import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.trust.cost import FULL, MIB, SMALL, Cost, cost_here, machine_memory
from digitutor_app.trust.errors import (
    KeyDamagedError,
    KeyMissingError,
    KeyUnreadableError,
    SlotsExistError,
    SlotsNewerError,
    WrongPassphraseError,
)
from digitutor_app.trust.slot_file import SlotKind
from digitutor_app.trust.slots import Slots, Words, forgiving

CHEAP = Cost(1, 8 * 1024)
WORDS = "kettu lumi sillalla keinu"


@pytest.fixture
def slots(tmp_path):
    return Slots(tmp_path / "tutor" / "slots.json")


def said(slots):
    return json.loads(slots.path.read_text("utf-8"))


def test_the_passphrase_opens_what_it_closed(slots):
    assert not slots.exists()
    key = slots.create(WORDS, "Tutor 1", CHEAP)
    assert len(key) == 32
    assert slots.exists()
    assert Slots(slots.path).open(WORDS) == key
    assert slots.labels() == ["Tutor 1"]


def test_another_passphrase_does_not(slots):
    slots.create(WORDS, "Tutor 1", CHEAP)
    with pytest.raises(WrongPassphraseError):
        slots.open("kettu lumi sillalla keino")


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=40), st.text(min_size=1, max_size=40))
def test_exactly_the_passphrase_opens(tmp_path_factory, passphrase, other):
    assume(forgiving(passphrase) and forgiving(other))
    slots = Slots(tmp_path_factory.mktemp("slots") / "slots.json")
    key = slots.create(passphrase, "label", CHEAP)
    assert slots.open(unicodedata.normalize("NFD", f" {passphrase}\n")) == key
    if forgiving(other) != forgiving(passphrase):
        with pytest.raises(WrongPassphraseError):
            slots.open(other)


@pytest.mark.parametrize(
    "typed",
    ["kettulumisillallakeinu", "  kettu  lumi\tsillalla keinu ", "kettu\u00a0lumi sillalla keinu"],
)
def test_spaces_do_not_matter(slots, typed):
    key = slots.create(WORDS, "Tutor 1", CHEAP)
    assert slots.open(typed) == key


def test_a_broken_character_is_only_a_wrong_passphrase(slots):
    slots.create(WORDS, "Tutor 1", CHEAP)
    with pytest.raises(WrongPassphraseError):
        slots.open("kettu\ud800")


@pytest.mark.parametrize("empty", ["", "  \t"])
def test_an_empty_passphrase_is_our_mistake(slots, empty):
    with pytest.raises(OurMistakeError):
        slots.create(empty, "Tutor 1", CHEAP)
    assert not slots.exists()


def test_the_file_is_what_the_format_says(slots):
    slots.create(WORDS, "Tutor Ä", CHEAP)
    content = said(slots)
    assert content["format"] == 1
    [slot] = content["slots"]
    assert slot["label"] == "Tutor Ä"
    assert slot["kdf"] | {"salt": ""} == {
        "name": "argon2id13",
        "passes": 1,
        "memory": 8192,
        "salt": "",
    }
    assert len(base64.b64decode(slot["kdf"]["salt"])) == 16
    assert len(base64.b64decode(slot["wrap"])) == 72
    if os.name == "posix":
        assert stat.S_IMODE(slots.path.stat().st_mode) == 0o600
    assert [file.name for file in slots.path.parent.iterdir()] == ["slots.json"]


def test_slots_are_never_written_over(slots):
    key = slots.create(WORDS, "Tutor 1", CHEAP)
    before = slots.path.read_bytes()
    with pytest.raises(SlotsExistError):
        slots.create("toinen lause", "Tutor 2", CHEAP)
    assert slots.path.read_bytes() == before
    assert slots.open(WORDS) == key


def test_each_of_several_slots_opens_with_its_own_cost(slots, tmp_path):
    key = slots.create(WORDS, "Tutor 1", CHEAP)
    other = Slots(tmp_path / "other.json")
    other_key = other.create("toinen lause", "Tutor 2", Cost(2, 16 * 1024))
    both = {"format": 1, "slots": said(slots)["slots"] + said(other)["slots"]}
    slots.path.write_text(json.dumps(both), "utf-8")
    assert slots.open(WORDS) == key
    assert slots.open("toinen lause") == other_key
    assert slots.labels() == ["Tutor 1", "Tutor 2"]


def test_the_cost_of_a_real_slot_is_kept_in_it(slots):
    key = slots.create(WORDS, "Tutor 1")
    kdf = said(slots)["slots"][0]["kdf"]
    assert (kdf["passes"], kdf["memory"]) in [(3, 256 * MIB), (3, 64 * MIB)]
    assert slots.open(WORDS) == key


def test_the_cost_follows_the_machine():
    memory = machine_memory()
    assert cost_here() == (FULL if memory is None or memory >= 6 * 1024 * MIB else SMALL)


def test_a_newer_format_is_said(slots):
    slots.create(WORDS, "Tutor 1", CHEAP)
    slots.path.write_text(json.dumps({"format": 2, "locks": []}), "utf-8")
    with pytest.raises(SlotsNewerError) as caught:
        slots.open(WORDS)
    assert caught.value.format == 2


def test_missing_and_unreadable_slots_are_said(slots):
    with pytest.raises(KeyMissingError):
        slots.open(WORDS)
    slots.path.mkdir(parents=True)
    with pytest.raises(KeyUnreadableError):
        slots.open(WORDS)


def change(slots, path, value):
    content = said(slots)
    *way, last = path
    target = content
    for name in way:
        target = target[name]
    target[last] = value
    slots.path.write_text(json.dumps(content), "utf-8")


SLOT = ("slots", 0)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), 0),
        (("format",), "1"),
        (("slots",), []),
        (("slots",), None),
        (SLOT, "slot"),
        ((*SLOT, "label"), 7),
        ((*SLOT, "wrap"), "AAAA"),
        ((*SLOT, "wrap"), "ÄÄ"),
        ((*SLOT, "wrap"), 7),
        ((*SLOT, "kind"), "owner"),
        ((*SLOT, "public"), "AAAA"),
        ((*SLOT, "sealed"), ""),
        ((*SLOT, "kdf"), None),
        ((*SLOT, "kdf", "name"), "scrypt"),
        ((*SLOT, "kdf", "salt"), "AAAA"),
        ((*SLOT, "kdf", "passes"), 10**9),
        ((*SLOT, "kdf", "passes"), 0),
        ((*SLOT, "kdf", "memory"), 2**40),
        ((*SLOT, "kdf", "memory"), "much"),
    ],
)
def test_a_tampered_file_is_damage(slots, path, value):
    slots.create(WORDS, "Tutor 1", CHEAP)
    change(slots, path, value)
    with pytest.raises(KeyDamagedError):
        slots.open(WORDS)


@pytest.mark.parametrize("content", [b"", b"\xff", b"[" * 50_000, b"null", b"x" * 1_000_001])
def test_anything_else_is_damage(slots, content):
    slots.path.parent.mkdir()
    slots.path.write_bytes(content)
    with pytest.raises(KeyDamagedError):
        slots.open(WORDS)


def test_a_flipped_bit_in_the_wrap_never_opens(slots):
    slots.create(WORDS, "Tutor 1", CHEAP)
    wrap = base64.b64decode(said(slots)["slots"][0]["wrap"])
    for place in range(len(wrap)):
        bent = wrap[:place] + bytes([wrap[place] ^ 1]) + wrap[place + 1 :]
        change(slots, (*SLOT, "wrap"), base64.b64encode(bent).decode())
        with pytest.raises(WrongPassphraseError):
            slots.open(WORDS)


def test_every_slot_opens_the_same_key_and_only_for_its_kind(slots):
    key = slots.create(WORDS, "Emma", CHEAP, Words("paper", "", SlotKind.RECOVERY))
    slots.add(slots.make(key, Words("omat sanat", "Oskari"), CHEAP))
    assert [slots.open(words) for words in (WORDS, "paper", "omat sanat")] == [key] * 3
    assert slots.labels() == ["Emma", "Oskari"]
    assert slots.unlock("paper", SlotKind.RECOVERY).key == key
    with pytest.raises(WrongPassphraseError):
        slots.unlock("paper", SlotKind.TUTOR)


def test_a_new_recovery_slot_takes_the_place_of_the_old(slots):
    key = slots.create(WORDS, "Emma", CHEAP, Words("old", "", SlotKind.RECOVERY))
    slots.add(slots.make(key, Words("new", "", SlotKind.RECOVERY), CHEAP))
    assert slots.open("new") == key
    with pytest.raises(WrongPassphraseError):
        slots.open("old")


def test_another_key_goes_to_the_known_who_stay_and_to_nobody_else(slots):
    key = slots.create(WORDS, "Emma", CHEAP)
    for words in ("omat sanat", "muut sanat"):
        slots.add(slots.make(key, Words(words, words), CHEAP))
    emma, gone, unknown = slots.all()
    new = bytes(range(32))
    left = slots.give_new_key(new, gone.id, {emma.public, gone.public})
    assert [slot.id for slot in left] == [emma.id]
    assert slots.open(WORDS) == new
    for words in ("omat sanat", "muut sanat"):
        with pytest.raises(WrongPassphraseError):
            slots.open(words)
    assert unknown.id not in {slot.id for slot in slots.all()}


def test_nobody_is_ever_left_without_a_way_in(slots):
    key = slots.create(WORDS, "Emma", CHEAP, Words("paper", "", SlotKind.RECOVERY))
    before = slots.path.read_bytes()
    known = {slot.public for slot in slots.all()}
    with pytest.raises(OurMistakeError):
        slots.give_new_key(bytes(32), slots.all()[0].id, known)
    assert slots.path.read_bytes() == before
    assert slots.open(WORDS) == key


def test_a_broken_seal_behind_the_right_words_is_damage(slots):
    slots.create(WORDS, "Emma", CHEAP)
    sealed = base64.b64decode(said(slots)["slots"][0]["sealed"])
    for place in (0, 31, 32, len(sealed) - 1):
        bent = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        change(slots, (*SLOT, "sealed"), base64.b64encode(bent).decode())
        with pytest.raises(KeyDamagedError):
            slots.open(WORDS)


@pytest.mark.skipif(os.name != "posix", reason="a folder that refuses")
def test_a_file_that_cannot_be_written_keeps_what_it_held(slots, monkeypatch):
    from digitutor_app.trust import new_file

    key = slots.create(WORDS, "Emma", CHEAP)
    slot = slots.make(key, Words("omat sanat", "Oskari"), CHEAP)

    def refuse(_descriptor):
        raise OSError("no room")

    monkeypatch.setattr(new_file.os, "fsync", refuse)
    with pytest.raises(KeyUnreadableError):
        slots.add(slot)
    monkeypatch.undo()
    assert slots.labels() == ["Emma"]
    assert [file.name for file in slots.path.parent.iterdir()] == ["slots.json"]
