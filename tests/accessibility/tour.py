"""The program's window in a process of its own: shows the stops that it is asked for.

A name on a line of standard input is answered with a line of JSON: where the window and its
practice frame are on the screen. The end of the input ends it.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from digitutor_app.app.compose import Parts, compose, compose_tutor
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.window import MainWindow
from digitutor_app.room_kit.frame import PracticeFrame
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look
from tests.accessibility.stops import STOPS, World
from tests.fakes.clock import FakeClock
from tests.fakes.printer import FakePrinter
from tests.looks import settle
from tests.screens.tutor import facts
from tests.store.makers import KEY


class Tour(QObject):
    """Reads names, shows what they stand for, and tells where it is."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        clock = FakeClock()
        learner, day = (laptop(folder / name, clock) for name in ("learner", "day"))
        worker = StoreWorker.start(lambda: open_store(folder / "tutor.db", KEY, clock))
        people = facts.a_full_day(day.context)
        tutor = compose_tutor(day.context, worker, FakePrinter())
        facts.a_workshop(tutor, clock.now())
        self.world = World(MainWindow(Look()), learner, day, tutor, people)
        self._dialog: QDialog | None = None
        self._asked = ""
        self._listener = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._listener.activated.connect(self._on_question)

    def close(self) -> None:
        self.world.window.close()
        self.world.tutor.worker.close()
        for parts in (self.world.learner, self.world.day):
            parts.background.close()
            parts.context.worker.close()

    def _on_question(self) -> None:
        asked = os.read(sys.stdin.fileno(), 1000).decode()
        if not asked:
            QApplication.quit()
            return
        self._show(asked.strip())

    def _show(self, name: str) -> None:
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None
        self._asked = name
        shown = STOPS[name].make(self.world)
        assert type(shown) is STOPS[name].kind, name
        if isinstance(shown, QDialog):
            self._dialog = shown
            shown.open()
        else:
            self.world.window.show_page(shown)
        # Papers and their previews are made beside the screen.
        QTimer.singleShot(300, self._on_rested)

    def _on_rested(self) -> None:
        shown = self._dialog or self.world.window
        if not shown.isActiveWindow():
            shown.activateWindow()
            QTimer.singleShot(50, self._on_rested)
            return
        settle(shown)
        frames = shown.findChildren(PracticeFrame)
        answer = {
            "frame": place(frames[0]) if frames else None,
            "window": place(shown),
            "title": shown.windowTitle(),
        }
        print(json.dumps(answer), flush=True)  # noqa: T201 - this is the answer


def laptop(folder: Path, clock: FakeClock) -> Parts:
    """Every service of the program on a fresh store in this folder."""
    folder.mkdir(parents=True, exist_ok=True)
    data = DataFolder(folder)
    return compose(data, clock, lambda: open_store(data.practice_store, KEY, clock))


def place(widget: QWidget) -> list[int]:
    """x, y, width and height on the screen."""
    corner = widget.mapToGlobal(QPoint(0, 0))
    return [corner.x(), corner.y(), widget.width(), widget.height()]


def end_at_once(kind: type, error: BaseException, trace: object) -> None:
    """Whoever waits for an answer learns that none will come."""
    sys.__excepthook__(kind, error, trace)
    os._exit(1)


def run() -> int:
    sys.excepthook = end_at_once
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    load_fonts()
    tour = Tour(Path(sys.argv[1]))
    tour.world.window.showMaximized()
    code = app.exec()
    tour.close()
    return code


if __name__ == "__main__":
    sys.exit(run())
