"""A screen, a bus for assistive programs, the tour on it, and a reader that walks its tree."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.journeys.person import screen

HERE = Path(__file__).parent
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE = 20.0


def missing() -> list[str]:
    """What this machine lacks for the walk; packaging/setup brings it on Debian."""
    lacks = [name for name in ("Xvfb", "xdotool", "openbox", "setxkbmap") if not shutil.which(name)]
    if not shutil.which("dbus-run-session"):
        lacks.append("dbus-run-session")
    if _launcher() is None:
        lacks.append("at-spi-bus-launcher")
    ask = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(ask, check=False, **_QUIET).returncode:
        lacks.append("pyatspi")
    return lacks


_QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def _launcher() -> str | None:
    return next((path for path in LAUNCHERS if Path(path).exists()), None)


@dataclass(frozen=True)
class Thing:
    """One thing in the tree. ``rect`` is x, y, width, height on the screen."""

    number: int
    role: str
    name: str
    description: str
    rect: tuple[int, int, int, int]
    focusable: bool
    enabled: bool
    actions: bool
    above: int | None

    def __str__(self) -> str:
        return f"{self.role} {self.name[:50]!r} at {self.rect}"

    def inside(self, place: tuple[int, int, int, int]) -> bool:
        """Whether its middle lies in this place."""
        x, y = self.rect[0] + self.rect[2] // 2, self.rect[1] + self.rect[3] // 2
        return place[0] <= x < place[0] + place[2] and place[1] <= y < place[1] + place[3]


@dataclass(frozen=True)
class Sight:
    """What a screen reader finds at a stop; ``frame`` is where the practice frame is, if any."""

    things: list[Thing]
    frame: tuple[int, int, int, int] | None

    def thing(self, number: int) -> Thing | None:
        """The thing of this number, None when it is not among those that can be reached."""
        return next((thing for thing in self.things if thing.number == number), None)

    def is_practice(self, thing: Thing) -> bool:
        return self.frame is not None and thing.inside(self.frame)


class Reader:
    """Goes to a stop, looks, and presses keys."""

    def __init__(self, tour: "subprocess.Popen[str]", walk: "subprocess.Popen[str]", display: str):
        self._tour = tour
        self._walk = walk
        self._display = display

    def go_to(self, name: str) -> Sight:
        """Show this stop and look at it, once it has come to rest."""
        told = _ask(self._tour, name)
        frame = tuple(told["frame"]) if told["frame"] else None
        deadline = time.monotonic() + PATIENCE
        before = self.look()
        while time.monotonic() < deadline:
            now = self.look()
            if now and now == before:
                return Sight(in_front(now), frame)
            before = now
        raise AssertionError(f"{name} never came to rest")

    def look(self) -> list[Thing]:
        found = _ask(self._walk, "tree")
        return [
            Thing(number, **{**one, "rect": tuple(one["rect"])}) for number, one in enumerate(found)
        ]

    def focus(self) -> int | None:
        """The number of the thing that has the keyboard, among those of the last look."""
        return _ask(self._walk, "focus")

    def tab(self) -> int | None:
        """Press Tab; what has the keyboard then (the same when nothing else takes it)."""
        before = self.focus()
        environment = {**os.environ, "DISPLAY": self._display}
        subprocess.run(["xdotool", "key", "Tab"], env=environment, check=True)
        # Nothing tells that a key was ignored: a moment without a change is the answer.
        deadline = time.monotonic() + 1.0
        while time.monotonic() < deadline:
            now = self.focus()
            if now is not None and now != before:
                return now
        return before


def in_front(things: list[Thing]) -> list[Thing]:
    """What can be reached: an open dialog hides the window behind it."""
    dialogs = {thing.number for thing in things if thing.role == "dialog"}
    if not dialogs:
        return things
    inside = set(dialogs)
    for thing in things:
        if thing.above in inside:
            inside.add(thing.number)
    return [thing for thing in things if thing.number in inside]


def _ask(process: "subprocess.Popen[str]", question: str) -> object:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(question + "\n")
    process.stdin.flush()
    answer = process.stdout.readline()
    assert answer, f"the end of {process.args}"
    return json.loads(answer)


@contextmanager
def reading(folder: Path) -> Iterator[Reader]:
    """A reader in front of a tour whose data is in this folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        display = stack.enter_context(screen())
        plain = {**os.environ, "DISPLAY": display, "XDG_RUNTIME_DIR": str(folder)}
        bus = ["dbus-run-session", "--", "sh", "-c", 'echo "$DBUS_SESSION_BUS_ADDRESS"; cat']
        session = stack.enter_context(_process(bus, plain))
        assert session.stdout is not None
        address = session.stdout.readline().strip()
        known = {
            **plain,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        known.pop("AT_SPI_BUS_ADDRESS", None)
        stack.enter_context(_process([_launcher() or "", "--launch-immediately"], known))
        tour_line = [sys.executable, "-m", "tests.accessibility.tour", str(folder)]
        tour = stack.enter_context(_process(tour_line, known))
        walk = stack.enter_context(_process([SYSTEM_PYTHON, str(HERE / "walk.py")], known))
        yield Reader(tour, walk, display)


@contextmanager
def _process(line: list[str], environment: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        line, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        assert process.stdin is not None
        process.stdin.close()
        try:
            process.wait(3)
        except subprocess.TimeoutExpired:
            process.terminate()
            process.wait()
        assert process.stdout is not None
        process.stdout.close()
