"""From the press to the painted answer, in every room, on the real page of an exercise.

Each act of a walkthrough is played with the events of a mouse and a keyboard. Its time ends when
nothing waits to be painted any more; finding the target and moving the drawn hand are part of it.
"""

import gc
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from benchmarks.measuring import Line, Size, Spent, percentile, spent
from digitutor_app.app.collector import ScreenCollector
from digitutor_app.app.compose import Parts, compose
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.window import MainWindow
from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.clock import SystemClock
from digitutor_app.domain.exercise import Action, StepKind
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
    run, names = page.practice.run, page.desktop.computer.words.names
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
            taken = spent(partial(act_and_paint, player, action))
            times.append(shared(taken, presses(action, names)))
            if run.step is not step:
                break
    player.deleteLater()
    return times


def shared(taken: Spent, presses: int) -> Spent:
    """What one of so many presses took."""
    return Spent(taken.passed / presses, taken.worked / presses)


def act_and_paint(player: Player, action: Action) -> None:
    player.play([action])
    rest()


def presses(action: Action, names: Mapping[str, str]) -> int:
    """How often a button or key goes down in this act."""
    if action.verb == "type":
        text = str(action.options["text"])
        return max(1, len(names.get(text, text)))
    return 2 if action.verb in ("double_click", "open") else 1


def rest() -> None:
    """Until nothing waits to be arranged or painted."""
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # type: ignore[call-overload] # None is everybody
    QApplication.processEvents()
