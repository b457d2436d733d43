"""The key file has a copy: a damaged file costs nothing, whichever of the two it is."""

import os

import pytest

from digitutor_app.services.gate import SLOTS
from digitutor_app.services.kept_slots import COPY, DAMAGED
from digitutor_app.trust.errors import KeyDamagedError, SlotsNewerError, WrongPassphraseError
from tests.services.cut_removals import KEPT, MINE, THEIRS, gate_of


@pytest.fixture
def files(tmp_path):
    """Of a machine with two tutors: the key file and its copy."""
    gate = gate_of(tmp_path)
    worker = gate.choose(MINE, "Emma", KEPT)
    gate.add_tutor(worker, MINE, "Oskari", THEIRS)
    worker.close()
    return tmp_path / SLOTS, tmp_path / (SLOTS + COPY)


def names(folder, words=MINE):
    gate = gate_of(folder)
    gate.enter(words).close()
    return [tutor.name for tutor in gate.tutors()]


def test_both_say_the_same(files):
    slots, copy = files
    assert slots.read_bytes() == copy.read_bytes()
    if os.name == "posix":
        assert copy.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", [lambda said: said[:-30], lambda _said: b"", lambda s: s[::-1]])
@pytest.mark.parametrize("which", [0, 1])
def test_one_of_the_two_is_enough(files, tmp_path, damage, which):
    whole, broken = files[0].read_bytes(), damage(files[0].read_bytes())
    files[which].write_bytes(broken)
    assert names(tmp_path, THEIRS) == ["Emma", "Oskari"]
    assert gate_of(tmp_path).try_recovery(KEPT) == KEPT
    assert [file.read_bytes() for file in files] == [whole, whole]
    aside = tmp_path / (SLOTS + DAMAGED)
    assert aside.exists() == (which == 0)
    if which == 0:
        assert aside.read_bytes() == broken


def test_without_a_sound_copy_damage_is_damage(files, tmp_path):
    for file in files:
        file.write_bytes(b"{")
    with pytest.raises(KeyDamagedError):
        gate_of(tmp_path).enter(MINE)
    files[1].unlink()
    with pytest.raises(KeyDamagedError):
        gate_of(tmp_path).enter(MINE)
    assert files[0].read_bytes() == b"{"


def test_what_a_newer_program_has_written_is_not_replaced(files, tmp_path):
    newer = files[0].read_bytes().replace(b'"format": 1', b'"format": 2')
    files[0].write_bytes(newer)
    with pytest.raises(SlotsNewerError):
        gate_of(tmp_path).enter(MINE)
    assert files[0].read_bytes() == newer


def test_who_was_removed_is_in_neither(files, tmp_path):
    gate = gate_of(tmp_path)
    worker = gate.enter(MINE)
    [_me, them] = gate.tutors()
    gate.remove_tutor(worker, MINE, them.id).close()
    files[0].write_bytes(b"{")
    assert names(tmp_path) == ["Emma"]
    with pytest.raises(WrongPassphraseError):
        gate_of(tmp_path).enter(THEIRS)


def test_a_copy_that_is_behind_is_made_at_the_next_opening(files, tmp_path):
    files[1].unlink()
    assert names(tmp_path) == ["Emma", "Oskari"]
    assert files[1].read_bytes() == files[0].read_bytes()
