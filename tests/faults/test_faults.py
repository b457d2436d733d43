"""The short form of the fault suite; the long one is played by tests/soak (docs/reliability.md)."""

import pytest

from tests.faults import bit_rot, carriers, full_disks, power_cuts, recording, refusals
from tests.faults.recording import Nursery


@pytest.fixture(scope="module")
def nursery():
    if reason := recording.missing():
        pytest.skip(reason)
    made = Nursery()
    yield made
    made.close()


@pytest.mark.parametrize("seed", [1, 2])
def test_a_power_cut_loses_nothing_that_was_acknowledged(nursery, tmp_path, seed):
    found = power_cuts.run(nursery, tmp_path, 60, seed)
    assert (found["lost"], found["corrupt"]) == (0, 0)


def test_with_less_care_the_same_cuts_would_lose_work(nursery, tmp_path):
    """The proof bites: a store that does not wait for the disk loses acknowledged steps."""
    found = power_cuts.run(nursery, tmp_path, 60, 1, synchronous="NORMAL")
    assert found["lost"] > 0


@pytest.mark.parametrize("kind", refusals.KINDS)
def test_a_disk_that_refuses(nursery, tmp_path, kind):
    base = refusals.prepared(tmp_path / "base")
    changes = refusals.changes_of(nursery, tmp_path / "home", base)
    refused = 0
    for at in range(1 + len(kind) % 5, changes + 1, 23):
        found = refusals.refuse(nursery, tmp_path / "home", base, kind, at)
        assert (found["lost"], found["corrupt"]) == (0, 0), (kind, at, found)
        refused += 1
    assert refused > 3


@pytest.mark.parametrize("what", ["export", "import"])
def test_killed_while_carrying(tmp_path, what):
    found = carriers.kill(tmp_path, what, 8, 1)
    assert found["kills"] == 8
    assert not found.get("torn", 0)
    assert not found.get("partial", 0)
    assert not found.get("not completed", 0)


@pytest.mark.parametrize("number", [3, 41])
def test_a_disk_that_fills_up_and_gets_room(tmp_path, number):
    if reason := full_disks.missing():
        pytest.skip(reason)
    found = full_disks.fill(tmp_path / "disk", number)
    if found is None:
        pytest.skip("this machine does not let us mount")
    assert (found["lost"], found["corrupt"]) == (0, 0)
    assert found["went on"]


def test_bit_rot_is_noticed(tmp_path):
    sound = bit_rot.made(tmp_path / "store")
    unnoticed = [seed for seed in range(60) if not bit_rot.flip(tmp_path / "store", sound, seed)]
    assert unnoticed == []
