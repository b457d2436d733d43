"""Every measurement runs, in little; what it finds on this machine is nobody's failure."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.__main__ import MEASUREMENTS, written
from benchmarks.measuring import Line, in_turn, percentile

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", MEASUREMENTS)
def test_a_measurement_runs(name):
    line = [sys.executable, "-m", "benchmarks", "--quick", name]
    told = subprocess.run(line, check=False, cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    machine, _head, *found = told.stdout.splitlines()
    assert "PySide6" in machine
    assert found
    assert all(" x " in one or " ms " in one for one in found)


def test_every_measurement_is_in_the_table():
    folder = ROOT / "benchmarks"
    able = {file.stem for file in folder.glob("*.py") if "def measure(" in file.read_text()}
    assert able == set(MEASUREMENTS)


def test_works_are_done_in_turn():
    done = []

    def work(name, times):
        done.append(name)
        return times.pop(0)

    first, second = [3.0, 1.0, 2.0], [6.0, 6.0, 9.0]
    assert in_turn(3, lambda: work("a", first), lambda: work("b", second)) == [2.0, 6.0]
    assert "".join(done) == "ababab"


def test_the_hundredth_part():
    assert percentile(list(range(1, 201)), 50) == 101
    assert percentile(list(range(1, 201)), 99) == 199
    assert percentile([7.0], 99) == 7.0


def test_a_missed_budget_is_marked():
    assert "OVER" in written(Line("a page", 2.1, 2.0, "x", ""))
    assert "OVER" not in written(Line("a page", 2.0, 2.0, "x", ""))
