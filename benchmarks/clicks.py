"""From the press to the painted answer, in every room, on the real page of an exercise.

Each act of a walkthrough is played with the events of a mouse and a keyboard. The time begins when
the button is let go or the key goes down, and ends when nothing waits to be painted any more.
"""

import gc
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from benchmarks.measuring import Line, Size, Spent, percentile
from digitutor_app.app.collector import ScreenCollector
from digitutor_app.app.compose import Parts, compose
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.window import MainWindow
from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.clock import SystemClock
from digitutor_app.domain.exercise import StepKind
from digitutor_app.domain.people import Person
from digitutor_app.room_kit.player import Player
from digitutor_app.screens.learner.exercise import ExerciseScreen
from digitutor_app.store.opening import open_store
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look

FRAME = 16.7
KEY = bytes(range(32))
WHO = "00000000-0000-4000-8000-000000000001"
#: What is played in each room. Nothing that needs a hand to rest: that is waiting, not work.
EXERCISES = {
    "files": ("files-01", "files-02", "files-04", "files-05", "files-07"),
    "pointer": ("mouse-02", "mouse-05"),
    "typing": ("kbd-02", "kbd-03", "kbd-04"),
}
_MOST_STEPS = 30


def measure(folder: Path, size: Size) -> Iterator[Line]:
    app = QApplication.instance() or QApplication([])
    load_fonts()
    data, clock = DataFolder(folder), SystemClock()
    parts = compose(data, clock, lambda: open_store(data.practice_store, KEY, clock))
    window = MainWindow(Look())
    collector = ScreenCollector()
    try:
        parts.context.worker.ask(
            lambda store: store.people.put(Person(id=WHO, code="sininen-kettu-27", first_name="A"))
        )
        parts.context.reception.come_back(WHO)
        window.resize(1366, 728)
        window.show()
        window.activateWindow()
        for room, exercises in EXERCISES.items():
            times = played(parts, window, exercises, size.of(8, 1))
            for part in (50, 99):
                value = percentile([one.passed for one in times], part) * 1000
                worked = percentile([one.worked for one in times], part) * 1000
                told = f"of which at work {worked:.1f} ms; {len(times)} acts"
                yield Line(f"click to picture, {room}, p{part}", value, FRAME, "ms", told)
    finally:
        window.close()
        collector.stop()
        parts.background.close()
        parts.context.worker.close()
        del app


def played(
    parts: Parts, window: MainWindow, exercises: tuple[str, ...], rounds: int
) -> list[Spent]:
    """How long each act took, seconds, in every exercise and each of its data sets in turn."""
    times: list[Spent] = []
    for number in range(rounds):
        for exercise in exercises:
            known = parts.context.catalogue.exercise(exercise)
            data = known.data[number % len(known.data)]
            practice = parts.context.practices.begin(WHO, exercise, Mode.GUIDED, data, "fi")
            page = ExerciseScreen(
                window.look, parts.context.clock, practice, parts.rooms.room_class, pace=0
            )
            window.show_page(page)
            rest()
            times += acts_of(page)
        gc.collect()
    return times


def acts_of(page: ExerciseScreen) -> list[Spent]:
    """Do the whole exercise; how long each act took."""
    times: list[Spent] = []
    run, watch = page.practice.run, Stopwatch(QApplication.instance())
    player = Player(page.desktop)
    for _step in range(_MOST_STEPS):
        if run.done or run.step is None:
            break
        step = run.step
        if step.kind is not StepKind.DO:
            page.guide.answered.emit(next(iter(step.answers), ""))
            rest()
            continue
        for action in run.actions_left():
            taken = watch.time(partial(player.play, [action]))
            times += [] if taken is None else [taken]
            if run.step is not step:
                break
    player.deleteLater()
    return times


class Stopwatch(QObject):
    """Starts anew with every button that is let go and every key that goes down."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__()
        self._app = app
        self._begun: tuple[float, float] | None = None

    def time(self, act: Callable[[], object]) -> Spent | None:
        """From the last press in the act until all has been painted; None where none was."""
        self._begun = None
        self._app.installEventFilter(self)
        act()
        rest()
        self._app.removeEventFilter(self)
        if self._begun is None:
            return None
        passed, worked = self._begun
        return Spent(time.perf_counter() - passed, time.thread_time() - worked)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # Most events are none of a hand's, and looking at them would be timed too.
        by_hand = isinstance(event, (QMouseEvent, QKeyEvent))
        if by_hand and event.type() in (QEvent.Type.MouseButtonRelease, QEvent.Type.KeyPress):
            self._begun = time.perf_counter(), time.thread_time()
        return False


def rest() -> None:
    """Until nothing waits to be deleted, arranged or painted.

    Only an event loop that runs deletes what was put away: without one the pages before would
    live on, with everything that they hear of the keyboard and of the application.
    """
    for kind in (QEvent.Type.DeferredDelete, QEvent.Type.LayoutRequest):
        QApplication.sendPostedEvents(None, kind)  # type: ignore[call-overload] # None is everybody
    QApplication.processEvents()
