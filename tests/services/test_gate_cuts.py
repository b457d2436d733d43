"""The power goes anywhere while keys change: never a store that nobody opens."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from digitutor_app.services.gate import SLOTS, Gate
from digitutor_app.services.kept_slots import COPY
from digitutor_app.services.organisation import Organisation
from digitutor_app.trust import recovery
from digitutor_app.trust.errors import WrongPassphraseError
from tests.services.cut_recovery import NEXT
from tests.services.cut_removals import CHEAP, KEPT, MINE, THEIRS, gate_of

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="the process that is cut is forked")


def cut(module, folder, *words):
    """How many cuts there are; what each has left lies in the folder."""
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", f"tests.services.{module}", str(folder), *words],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
    )
    return int(done.stdout)


@forks
def test_after_a_cut_anywhere_the_store_opens_and_is_whole(tmp_path, clock):
    """Killed before each act on the disk while a tutor is removed: never a store that no passphrase
    opens, never two keys for one store, and a removal that took place is finished."""
    cuts = cut("cut_removals", tmp_path)
    assert cuts > 15
    outcomes = []
    for number in range(1, cuts + 1):
        folder = tmp_path / str(number)
        gate = Gate(folder, clock, lambda _trouble: None, lambda _error: None, CHEAP)
        gate.after_removal.append(lambda store: store.settings.put("renewed", "yes"))
        assert name_by(gate, MINE) == "Liisa", number
        removed = len(gate.tutors()) == 1
        worker = gate.enter(MINE)
        assert worker.ask(lambda store: store.settings.get("renewed")) == ("yes" * removed), number
        worker.close()
        if removed:
            with pytest.raises(WrongPassphraseError):
                gate.enter(THEIRS)
        else:
            assert name_by(gate, THEIRS) == "Liisa", number
        assert gate.has_recovery
        left = {path.name for path in folder.iterdir()} - {"gate.json", "backups", SLOTS + COPY}
        assert {name for name in left if ".new-" not in name} == {"slots.json", "tutor.db"}, number
        outcomes.append(removed)
    assert outcomes == sorted(outcomes)
    assert len(set(outcomes)) == 2


def asked(gate, words, question):
    """What the store answers to whoever opens it."""
    worker = gate.enter(words)
    try:
        return worker.ask(question)
    finally:
        worker.close()


def name_by(gate, words):
    return asked(gate, words, lambda store: store.settings.get("name"))


def sealed_for(gate):
    """For which recovery key everything is that is carried after the next opening."""
    return asked(gate, MINE, lambda store: Organisation(store).recovery)


@forks
def test_after_a_cut_anywhere_the_first_set_up_begins_anew_or_is_whole(tmp_path):
    """Never a store without its recovery key, whose slot comes before the store itself."""
    outcomes = []
    for number in range(1, cut("cut_recovery", tmp_path / "cuts", "first") + 1):
        folder = tmp_path / "cuts" / str(number)
        gate = gate_of(folder)
        outcomes.append(gate.is_set)
        if not gate.is_set:
            gate.choose(MINE, "Emma", KEPT).close()
        assert sealed_for(gate) == recovery.checked(KEPT).recipient, number
        assert gate.try_recovery(KEPT) == KEPT
        assert gate.has_recovery
        assert [tutor.name for tutor in gate.tutors()] == ["Emma"]
    assert outcomes == sorted(outcomes)
    assert len(set(outcomes)) == 2


@forks
def test_after_a_cut_anywhere_one_recovery_key_opens_everything(tmp_path):
    """The paper that opens the store also opens what is carried, the old one or the next."""
    outcomes = []
    for number in range(1, cut("cut_recovery", tmp_path / "cuts", "next") + 1):
        gate = gate_of(tmp_path / "cuts" / str(number))
        recipient = sealed_for(gate)
        secret = NEXT if recipient == recovery.checked(NEXT).recipient else KEPT
        assert recipient == recovery.checked(secret).recipient, number
        assert gate.try_recovery(secret) == secret, number
        outcomes.append(secret is NEXT)
    assert outcomes == sorted(outcomes)
    assert len(set(outcomes)) == 2


def test_a_slot_of_before_a_removal_changes_nothing(tmp_path):
    """What its slot says cannot be read under the store's other key, which knows it already."""
    gate = gate_of(tmp_path)
    worker = gate.choose(MINE, "Emma", KEPT)
    gate.add_tutor(worker, MINE, "Oskari", THEIRS)
    [_me, them] = gate.tutors()
    gate.remove_tutor(worker, MINE, them.id).close()
    assert sealed_for(gate_of(tmp_path)) == recovery.checked(KEPT).recipient


def test_words_that_somebody_wrote_into_the_slot_say_nothing(tmp_path):
    """For whom to seal is said by whoever had the store open, and by nobody else."""
    gate_of(tmp_path).choose(MINE, "Emma", KEPT).close()
    file = tmp_path / SLOTS
    said = json.loads(file.read_bytes())
    said["slots"][1]["label"] = recovery.checked(NEXT).recipient
    file.write_text(json.dumps(said))
    assert sealed_for(gate_of(tmp_path)) == recovery.checked(KEPT).recipient
