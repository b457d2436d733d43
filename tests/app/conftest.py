"""A laptop in the workshop: a data folder, the real program, and a person in front of it."""

from contextlib import ExitStack
from datetime import timedelta

import pytest

from digitutor_app import i18n
from digitutor_app.app.compose import compose
from digitutor_app.app.crash_net import CrashNet
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.learner_line import LearnerLine
from digitutor_app.app.program import Program
from digitutor_app.app.window import MainWindow
from digitutor_app.store.opening import open_store
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look
from tests.app.person import Person
from tests.store import test_full_disk
from tests.store.makers import KEY

small_disk = test_full_disk.small_disk


@pytest.fixture(autouse=True)
def finnish():
    """Every test begins in the language in which the program begins."""
    yield
    i18n.use(i18n.MASTER)


@pytest.fixture
def folder(tmp_path):
    return DataFolder(tmp_path / "data")


class Laptop:
    """The learner's pages in one window; ``restart`` is what a power cut does to them."""

    def __init__(self, qtbot, folder, clock):
        load_fonts()
        self._qtbot, self.folder, self.clock = qtbot, folder, clock
        self.start()

    def start(self):
        path = self.folder.practice_store
        self.parts = compose(self.folder, self.clock, lambda: open_store(path, KEY, self.clock))
        self.context = self.parts.context
        self.window = MainWindow(Look())
        self._qtbot.addWidget(self.window)
        self.line = LearnerLine(self.window, self.context, self.parts.rooms)
        with self._qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.line.show_start()
        self.person = Person(self.window)

    def stop(self):
        self.window.close()
        self.parts.background.close()
        self.parts.context.worker.close()

    def restart(self):
        """The power goes: nothing is saved any more. Then the laptop starts anew."""
        self.stop()
        self.start()

    def ask(self, job):
        return self.context.worker.ask(job)

    def visits(self):
        """Those of the last days, oldest first."""
        days = [self.clock.now().date() - timedelta(days=ago) for ago in (2, 1, 0)]
        return [v for day in days for v in self.ask(lambda store, d=day: store.visits.of_day(d))]


@pytest.fixture
def laptop(qtbot, folder, clock):
    made = Laptop(qtbot, folder, clock)
    yield made
    made.stop()


@pytest.fixture
def net(monkeypatch):
    """The net for crashes; the hooks are as before when the test is over."""
    import sys
    import threading

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    return CrashNet()


def _ask_nothing(window):
    """A test that fails halfway must not wait for an answer."""
    window.may_close = None


@pytest.fixture
def started(qtbot, clock, net):
    """Starts the program on a data folder and waits until it is furnished."""
    with ExitStack() as stack:

        def start(folder, *, furnished=True, content=None, **more):
            program = Program(folder, clock, net, content, **more)
            qtbot.addWidget(program.window, before_close_func=_ask_nothing)
            stack.callback(program.close)
            program.open()
            with qtbot.waitActive(program.window):
                program.window.show()
                program.window.activateWindow()
            if furnished:
                qtbot.waitUntil(lambda: program.house is not None, timeout=30_000)
            return program

        yield start
