"""A person in front of the real window: looks, and has a mouse and a keyboard (through X)."""

import itertools
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 60.0
MOST_TABS = 60
#: Letters that take two keys on a Finnish keyboard.
ACCENTED = {"Á": ("dead_acute", "A")}


@contextmanager
def screen(size: str = "1366x768") -> Iterator[str]:
    """An X server with a window manager; gives the name of its display."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(write),
            "-screen",
            "0",
            f"{size}x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        display = ":" + told.readline().strip()
    manager = subprocess.Popen(
        ["openbox"],
        env={**os.environ, "DISPLAY": display},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    subprocess.run(["setxkbmap", "-display", display, "fi"], check=True)
    try:
        yield display
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait()


class Person:
    """Sits at one program at a time."""

    def __init__(self, display: str, data: Path) -> None:
        self._environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._data = data
        self._program: subprocess.Popen[str] | None = None

    # The program

    def start_program(self) -> None:
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.eyes", str(self._data)],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def kill_program(self) -> None:
        """As a power cut would."""
        program = self._running()
        program.send_signal(signal.SIGKILL)
        program.communicate()
        self._program = None

    def end_program(self) -> int:
        """Close standard input, which ends the program in good order; returns its exit code."""
        program = self._running()
        program.communicate(timeout=PATIENCE)
        self._program = None
        return program.returncode

    # Eyes

    def ask(self, question: str, **details: object) -> object:
        program = self._running()
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(json.dumps({"ask": question, **details}) + "\n")
        program.stdin.flush()
        answer = program.stdout.readline()
        assert answer, "the program has ended"
        return json.loads(answer)

    def sees(self, *words: str) -> None:
        """Wait until all these words stand on the screen."""
        self._until(lambda: all(word in str(self.ask("said")) for word in words), words)

    def sees_target(self, name: str) -> None:
        """Wait until this thing of the practice computer can be seen."""
        self._where("target", name)

    def goes(self, word: str) -> None:
        """Wait until this word does not stand on the screen any more."""
        self._until(lambda: word not in str(self.ask("said")), (f"{word} going",))

    def does_not_see(self, word: str) -> None:
        assert word not in str(self.ask("said"))

    def names(self) -> list[str]:
        """What the buttons that can be seen are called."""
        found = self.ask("names")
        assert isinstance(found, list)
        return found

    def name_of(self, beginning: str) -> str:
        """The whole name of the one button whose name begins like this."""
        found: list[str] = []

        def look() -> bool:
            found[:] = [name for name in self.names() if name.startswith(beginning)]
            return len(found) == 1

        self._until(look, (beginning,))
        return found[0]

    def looks_around(self) -> None:
        """Wait until the start page answers: it is painted before the rest is there."""
        self._until(lambda: self.ask("saved") is True, ("a program that answers",))

    def saved(self) -> None:
        assert self.ask("saved") is True

    # Hands

    def press(self, name: str, *, times: int = 1, button: int = 1) -> None:
        """Click the button or field with this name; 3 is the right button of the mouse."""
        self._click(self._where("find", name), times=times, button=button)

    def sees_written(self, name: str, text: str) -> None:
        """Wait until the field with this name holds this text."""
        self._until(lambda: self.ask("written", name=name) == text, (name, text))

    def press_target(self, name: str, *, times: int = 1, button: int = 1) -> None:
        """Click something on the practice computer."""
        self._click(self._where("target", name), times=times, button=button)

    def let_time_pass(self, seconds: float) -> None:
        """Rest the hand for a moment, so that what it did has arrived; then the clock goes on."""
        self._x("sleep", "0.5")
        self.ask("forward", seconds=seconds)

    def stay(self, minutes: int) -> None:
        """Be here for so long, with a sign of life now and then."""
        for _quarter in range(minutes // 5):
            self.ask("forward", seconds=5 * 60)
            self._x("mousemove_relative", "--", "3", "2", "sleep", "0.1")

    def confirms(self, title: str) -> None:
        """Answer the system's own dialog with what it offers."""
        self._until(lambda: bool(self.ask("dialogs")), (title,))
        # The dialog goes with the press: nobody sees the key come up.
        self._x("sleep", "0.3", "key", "Return")
        self._until(lambda: not self.ask("dialogs"), (title,))

    def choose_on_map(self, module: str, title: str, mode: str) -> None:
        """On the map: the exercise that is called like this, in one of its modes."""
        self.press(module)
        self.press(self.name_of(title))
        self.press(self.name_of(f"{mode}, "))

    def rest_on(self, name: str) -> None:
        """Slide the mouse until the pointer is over something of the practice computer."""
        self._slide_to(*self._where("target", name))

    def slide_about(self, name: str, until: str) -> None:
        """Slide the mouse to and fro over something large until these words are seen."""
        x, y = self._where("target", name)
        ways = itertools.cycle((90, -90, 120, -120))

        def has_slid() -> bool:
            self._slide_to(x + next(ways), y)
            return until in str(self.ask("said"))

        self._until(has_slid, (until,))

    def _slide_to(self, x: int, y: int) -> None:
        told = subprocess.run(
            ["xdotool", "getmouselocation", "--shell"],
            env=self._environment,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        start = dict(line.split("=") for line in told.split())
        from_x, from_y = int(start["X"]), int(start["Y"])
        for part in range(1, 9):
            place = (from_x + (x - from_x) * part // 8, from_y + (y - from_y) * part // 8)
            self._x("mousemove", *map(str, place), "sleep", "0.02")

    def drag(self, name: str, to: str) -> None:
        start, end = self._where("target", name), self._where("target", to)
        self._x("mousemove", *map(str, start), "mousedown", "1")
        for part in range(1, 9):
            x, y = (s + (e - s) * part // 8 for s, e in zip(start, end, strict=True))
            self._x("mousemove", str(x), str(y))
        self._x("mouseup", "1")

    def write(self, text: str) -> None:
        """Type letter by letter; those that the keyboard lacks come slowly, as from a menu."""
        for letter in text:
            if letter in ACCENTED:
                self._x("key", *ACCENTED[letter])
                continue
            pace = "12" if letter.isascii() or letter in "åäöÅÄÖ" else "250"
            self._x("type", "--delay", pace, letter)

    def saves_as(self, path: Path) -> None:
        """Write the path into the dialog that asks where to save, and press Enter."""
        self._until(lambda: "Tallenna PDF" in str(self.ask("dialogs")), ("the save dialog",))
        self.key("ctrl+a")
        self.write(str(path))
        self.key("Return")

    def key(self, *names: str) -> None:
        for name in names:
            before = self.ask("keys")
            # As fast as a hand: buttons ignore a second press that comes sooner.
            self._x("sleep", "0.3" if name in ("Return", "space") else "0", "key", name)
            self._until(lambda before=before: self.ask("keys") != before, ("the key", name))

    def tab_to(self, name: str = "", *, target: str = "") -> None:
        """Go to a button or field, or to something of the practice computer, without the mouse."""
        for _stop in range(MOST_TABS):
            if self._is_at(name, target) or (target and self._arrow_to(target)):
                return
            self.key("Tab")
        raise AssertionError(f"Tab does not reach {name or target}; saw:\n{self.ask('said')}")

    def _arrow_to(self, target: str) -> bool:
        """Walk through the things of one view with the arrows."""
        for arrow in ("Right", "Down", "Left", "Up") * 2:
            before: object = None
            while (here := self._focus()) != before and _is_in_a_view(here[1]):
                if target in here[1]:
                    return True
                before = here
                self.key(arrow)
        return self._is_at("", target)

    def _is_at(self, name: str, target: str) -> bool:
        spoken, carried = self._focus()
        return spoken == name if name else target in carried

    def _focus(self) -> tuple[str, list[str]]:
        spoken, carried = self.ask("focus")  # type: ignore[misc]
        return spoken, carried

    def _click(self, place: tuple[int, int], *, times: int = 1, button: int = 1) -> None:
        # A hand needs a moment to travel; buttons ignore a second press that comes sooner.
        self._x("mousemove", *map(str, place), "sleep", "0.3")
        self._x("click", "--repeat", str(times), "--delay", "60", str(button))

    def _where(self, question: str, name: str) -> tuple[int, int]:
        found: list[list[int]] = []

        def look() -> bool:
            found[:] = self.ask(question, name=name)  # type: ignore[index, call-overload]
            return len(found) == 1 and found[0][2] > 0

        self._until(look, (name,))
        x, y, width, height = found[0]
        return x + width // 2, y + height // 2

    def _x(self, *command: str) -> None:
        subprocess.run(["xdotool", *command], env=self._environment, check=True)

    def _until(self, is_so: Callable[[], bool], what: tuple[str, ...]) -> None:
        """Look again and again; give up only when something is badly wrong."""
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            if time.monotonic() > deadline:
                seen = self.ask("said")
                raise AssertionError(f"never saw {what}; saw:\n{seen}\n{self.ask('names')}")

    def _running(self) -> "subprocess.Popen[str]":
        assert self._program is not None
        return self._program


def _is_in_a_view(targets: list[str]) -> bool:
    return any(name.startswith(("file:", "folder:", "tree:")) for name in targets)
