"""The start page with 30 people against a bare window with six buttons: time and memory."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import Line, Size, milliseconds
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.domain.clock import SystemClock
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.people import Person
from digitutor_app.store.opening import open_store
from digitutor_app.trust.practice_key import practice_key

PEOPLE = 30
TIME, MEMORY = 1.5, 1.6


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds from the process's beginning, KiB of PSS, seconds of processors' work."""

    painted: float
    painted_memory: int
    painted_work: float
    furnished: float
    furnished_memory: int
    furnished_work: float


def measure(folder: Path, size: Size) -> Iterator[Line]:
    data = with_people(folder / "data", PEOPLE)
    with a_screen() as environment:
        bare, ours = [], []
        (
            once(environment, "painted"),
            once(environment, "painted_program", str(data)),
        )  # files into the cache
        for _round in range(size.of(11, 1)):
            bare.append(once(environment, "painted"))
            ours.append(once(environment, "painted_program", str(data)))
    told = f"{milliseconds(middle(ours, 'painted'))} / {milliseconds(middle(bare, 'painted'))}"
    work = f"processors' work {ratio(ours, bare, 'painted_work'):.2f} x"
    told += f" ({environment['QT_QPA_PLATFORM']}); {work}"
    yield Line("start page painted", ratio(ours, bare, "painted"), TIME, "x", told)
    for moment in ("painted", "furnished"):
        what = f"{moment}_memory"
        large, small = (middle(starts, what) / 1024 for starts in (ours, bare))
        # The more Qt programs run, the less of Qt counts for each; the difference hardly changes.
        both = f"{large:.1f} / {small:.1f} MiB PSS, {large - small:.1f} more"
        yield Line(f"memory when {moment}", ratio(ours, bare, what), MEMORY, "x", both)


def middle(starts: list[Start], what: str) -> float:
    return float(statistics.median(getattr(start, what) for start in starts))


def ratio(ours: list[Start], bare: list[Start], what: str) -> float:
    return middle(ours, what) / middle(bare, what)


def once(environment: dict[str, str], what: str, *words: str) -> Start:
    """Start a child and read what it tells."""
    begun = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-m", f"benchmarks.{what}", *words],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    told: dict[str, tuple[float, int, float]] = {}
    for _moment in range(2):
        name = child.stdout.readline().strip()
        passed = time.perf_counter() - begun
        memory, work = child.stdout.readline().split()
        told[name] = passed, int(memory), float(work)
    child.communicate()
    assert child.returncode == 0
    return Start(*told["painted"], *told["furnished"])


@contextmanager
def a_screen() -> Iterator[dict[str, str]]:
    """The environment for a window on a screen that nobody sees; without Xvfb, in memory.

    Compiled modules are kept, as they are where the program is used, in a folder that goes.
    """
    with tempfile.TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        if not all(shutil.which(program) for program in ("Xvfb", "openbox", "setxkbmap")):
            yield {**environment, "QT_QPA_PLATFORM": "offscreen"}
            return
        from tests.journeys.person import screen

        with screen() as display:
            yield {**environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


def with_people(path: Path, count: int) -> Path:
    """A data folder in which so many people have cards on the start page."""
    folder = DataFolder(path)
    path.mkdir(parents=True)
    key = practice_key(folder.practice_key, folder.practice_store)
    store = open_store(folder.practice_store, key, SystemClock())
    with store.transaction():
        for number in range(count):
            code = f"sininen-kettu-{number + 10}"
            store.people.put(Person(id=new_id(), code=code, first_name=f"Aino {number}"))
    store.close()
    return path
