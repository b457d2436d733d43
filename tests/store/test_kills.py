"""A writer killed at random moments: no acknowledged step is missing and none is half there."""

import json
import os
import random
import select
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from digitutor_app.store.opening import open_store
from tests.store.makers import KEY
from tests.store.nursery import seen_whole

KILLS = int(os.environ.get("DIGITUTOR_KILLS", "200"))
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="writers are forked")


@dataclass
class Nursery:
    """The process that forks writers, and the pipe through which they acknowledge."""

    process: subprocess.Popen
    pipe: int
    rest: bytes = field(default=b"")

    def begin(self, folder, number):
        self.process.stdin.write(json.dumps({"folder": str(folder), "round": number}) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def lines(self, seconds):
        """What writers have reported within the time, as whole lines."""
        ready, _write, _error = select.select([self.pipe], [], [], seconds)
        if not ready:
            return []
        *whole, self.rest = (self.rest + os.read(self.pipe, 65536)).split(b"\n")
        return [line.decode() for line in whole]

    def kill(self, writer):
        os.kill(writer, signal.SIGKILL)
        assert self.process.stdout.readline() == "ended\n"
        reported = []
        while more := self.lines(0):
            reported += more
        self.rest = b""
        return reported


@pytest.fixture
def nursery():
    with a_nursery() as made:
        yield made


@contextmanager
def a_nursery():
    """The process that forks writers, until the end of the block."""
    read, write = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.store.nursery", str(write)],
        cwd=ROOT,
        pass_fds=[write],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    os.close(write)
    with process:
        yield Nursery(process, read)
        process.stdin.close()
    os.close(read)


def live_and_die(nursery, folder, number, dice):
    """One writer's life: until so many acknowledgements and a moment more, or a moment at all."""
    enough = dice.choice([0, 1, 2, 5, 10, 25])
    writer = nursery.begin(folder, number)
    reported = []
    if dice.random() < 0.1:
        reported += nursery.lines(dice.uniform(0, 0.02))
    else:
        while sum(line.startswith("saved") for line in reported) < enough or not reported:
            reported += nursery.lines(30)
        reported += nursery.lines(dice.uniform(0, 0.002))
    return reported + nursery.kill(writer)


def saved(reported):
    return max((int(line.split()[1]) for line in reported if line.startswith("saved")), default=0)


def kill_writers(nursery, folder, clock, kills, seed):
    """Kill so many writers of one store, and fail where anything acknowledged is missing.

    Returns how many steps were acknowledged, and how many writers the next one has looked at.
    """
    dice = random.Random(f"{kills} kills {seed}")
    open_store(folder / "practice.db", KEY, clock).close()
    acknowledged = {0: 0}
    checked = set()
    for number in range(1, kills + 1):
        reported = live_and_die(nursery, folder, number, dice)
        acknowledged[number] = saved(reported)
        for line in reported:
            if line.startswith("seen"):
                _seen, count, whole = line.split()
                assert whole == "whole"
                assert int(count) >= acknowledged[number - 1]
                checked.add(number - 1)
    store = open_store(folder / "practice.db", KEY, clock)
    for number in range(1, kills + 1):
        count, whole = seen_whole(store, number)
        assert whole
        assert count >= acknowledged[number]
    store.close()
    return sum(acknowledged.values()), len(checked)


def test_killed_writers_lose_nothing_that_they_acknowledged(nursery, tmp_path, clock):
    acknowledged, checked = kill_writers(nursery, tmp_path, clock, KILLS, 0)
    assert checked > KILLS * 0.8
    assert acknowledged > KILLS


def test_writers_killed_while_they_make_the_store_leave_none_or_a_whole_one(
    nursery, tmp_path, clock
):
    dice = random.Random("making")
    for number in range(1, 21):
        folder = tmp_path / str(number)
        writer = nursery.begin(folder, 1)
        reported = nursery.lines(dice.uniform(0, 0.03)) + nursery.kill(writer)
        store = open_store(folder / "practice.db", KEY, clock)
        count, whole = seen_whole(store, 1)
        store.close()
        assert whole
        assert count >= saved(reported)
        assert [file.name for file in folder.iterdir()] == ["practice.db"]
