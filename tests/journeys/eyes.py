"""Runs the real program and tells on request what can be seen in it and where.

It only looks: every press and key of a journey comes from the X server. Questions come as lines of
JSON on standard input, answers go to standard output. The one thing it can do is turn the clock.
Beside the data folder lie the laptop's ``ports``, a folder with what is plugged in; a device is
busy as long as there is a file ``busy``.
"""

import json
import os
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, QSocketNotifier
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget

from digitutor_app.app.crash_net import CrashNet
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.program import Program
from digitutor_app.domain.clock import SystemClock
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.room_kit.desktop import Desktop
from tests.finding import said
from tests.looks import spoken_name

#: When every journey begins; its wall clock moves only when the journey turns it.
BEGINNING = datetime(2026, 11, 24, 13, 0, tzinfo=timezone(timedelta(hours=2)))


class TurnedClock(SystemClock):
    """A wall clock that stands until it is turned, and goes on from there after a restart."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._ahead = float(file.read_text()) if file.exists() else 0.0

    def now(self) -> datetime:
        return BEGINNING + timedelta(seconds=self._ahead)

    def seconds(self) -> float:
        return super().seconds() + self._ahead

    def forward(self, seconds: float) -> None:
        self._ahead += seconds
        self._file.write_text(str(self._ahead))


class Ports:
    """The laptop's own ports, in place of those of this machine."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._busy = folder / "ports", folder / "busy"
        self._write_through = os.fsync
        os.fsync = self._on_device

    def plugged_in(self) -> list[Path]:
        return sorted(self._folder.iterdir()) if self._folder.is_dir() else []

    def _on_device(self, descriptor: int) -> None:
        """As of a stick that takes its time."""
        while self._busy.exists():
            time.sleep(0.02)
        self._write_through(descriptor)


class Eyes(QObject):
    """Answers questions about a running program."""

    def __init__(self, program: Program, clock: TurnedClock) -> None:
        super().__init__()
        self._keys = 0
        self._program = program
        self._clock = clock
        self._unread = b""
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._on_question)
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease and watched.isWindowType():
            self._keys += 1
        return False

    def keys(self) -> int:
        """How many keys have been let go since the program began."""
        return self._keys

    def _on_question(self) -> None:
        chunk = os.read(sys.stdin.fileno(), 65536)
        if not chunk:
            QApplication.quit()
            return
        *lines, self._unread = (self._unread + chunk).split(b"\n")
        for line in lines:
            question = json.loads(line)
            answer = getattr(self, question.pop("ask"))(**question)
            print(json.dumps(answer), flush=True)  # noqa: T201 - this is the answer

    def find(self, name: str) -> list[list[int]]:
        """Where the buttons and fields with this name are: x, y, width, height on the screen."""
        found: list[QWidget] = []
        for kind in (QAbstractButton, QLineEdit):
            found += [w for w in self._widgets(kind) if spoken_name(w) == name and w.isEnabled()]
        return [_place(w, w.rect() & w.visibleRegion().boundingRect()) for w in found]

    def written(self, name: str) -> str:
        """What stands in the field with this name."""
        return "".join(w.text() for w in self._widgets(QLineEdit) if spoken_name(w) == name)

    def names(self) -> list[str]:
        return sorted(spoken_name(w) for w in self._widgets(QAbstractButton))

    def target(self, name: str) -> list[list[int]]:
        """Where a target of the practice computer is."""
        for desktop in self._widgets(Desktop):
            try:
                rect = desktop.targets.find(name)
            except OurMistakeError:
                continue
            return [[rect.x(), rect.y(), rect.width(), rect.height()]]
        return []

    def focus(self) -> tuple[str, list[str]]:
        """Where the keyboard is: the name that is spoken, the targets of the practice computer."""
        widget = QApplication.focusWidget()
        if widget is None:
            return "", []
        for desktop in self._widgets(Desktop):
            if desktop.isAncestorOf(widget):
                current = desktop.targets.current(widget)
                return spoken_name(widget), [current] if current else _carried(desktop, widget)
        return spoken_name(widget), []

    def dialogs(self) -> list[str]:
        """The titles of the open dialogs."""
        dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]
        return [w.windowTitle() for w in dialogs if w.isVisible()]

    def said(self) -> str:
        """Every visible word."""
        return "\n".join(said(window) for window in QApplication.topLevelWidgets())

    def saved(self) -> bool:
        """Waits until everything told to the store is committed."""
        house = self._program.house
        return house is not None and house.parts.context.worker.ask(lambda _store: True)

    def forward(self, seconds: float) -> bool:
        self._clock.forward(seconds)
        return True

    def picture(self, file: str) -> bool:
        return self._program.window.grab().save(file)

    def _widgets(self, kind: type) -> list:
        windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        found = [w for top in windows for w in top.findChildren(kind) if w.isVisible()]
        # A dialog is a window and a child of another: what is in it is met twice.
        return list(dict.fromkeys(found))


def _carried(desktop: Desktop, widget: QWidget) -> list[str]:
    """The targets that are this very widget."""
    spots = [desktop.targets.look(name) for name in sorted(desktop.targets.names())]
    return [spot.name for spot in spots if spot and spot.widget is widget]


def _place(widget: QWidget, rect: QRect) -> list[int]:
    corner = widget.mapToGlobal(rect.topLeft())
    return [corner.x(), corner.y(), rect.width(), rect.height()]


def run() -> int:
    folder = DataFolder(Path(sys.argv[1]))
    folder.path.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    net = CrashNet()
    net.install(folder.log)
    clock = TurnedClock(folder.path.parent / "ahead")
    ports = Ports(folder.path.parent)
    program = Program(folder, clock, net, places=ports.plugged_in)
    eyes = Eyes(program, clock)
    program.open()
    program.window.showMaximized()
    code = app.exec()
    program.close()
    del eyes
    return code


if __name__ == "__main__":
    sys.exit(run())
