"""Plays one exercise in the real window: ``play_exercise.py <exercise> <language> <data folder>``.

Runs in a process of its own, so that it sees the project in which a recipe was followed. Says one
line for each playing that ended well.
"""

import os
import sys
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from digitutor_app.app.compose import compose
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.window import MainWindow
from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.exercise import StepKind
from digitutor_app.room_kit.player import Player
from digitutor_app.screens.learner.exercise import ExerciseScreen
from digitutor_app.store.opening import open_store
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look
from tests.fakes.clock import FakeClock
from tests.finding import find

MOST_TURNS = 60


class Stage:
    """The program's parts, and one exercise at a time on its window."""

    def __init__(self, exercise: str, language: str, folder: Path):
        load_fonts()
        self.exercise_id, self.language = exercise, language
        self.clock = FakeClock()
        self.parts = compose(
            DataFolder(folder),
            self.clock,
            lambda: open_store(folder / "practice.db", bytes(32), self.clock),
        )
        self.exercise = self.parts.context.catalogue.exercise(exercise)
        self.person = self.parts.context.reception.arrive(language).person.id
        self.look = Look()
        self.window = MainWindow(self.look)
        self.window.resize(1366, 728)
        self.window.show()

    def begin(self, mode, data_set):
        self.practice = self.parts.context.practices.begin(
            self.person, self.exercise_id, mode, data_set, self.language
        )
        rooms = self.parts.rooms.room_class
        self.screen = ExerciseScreen(self.look, self.clock, self.practice, rooms)
        self.ended = []
        self.screen.doneFinished.connect(self.on_done)
        self.window.show_page(self.screen)
        self.window.activateWindow()
        settle()

    def on_done(self):
        self.ended.append(True)

    def step(self):
        return self.practice.run.guidance().step

    def play(self, actions):
        player = Player(self.screen.desktop)
        player.play(actions)
        player.deleteLater()
        settle()

    def do_step(self, way=None):
        """The current step, by a hand or by a person's answer."""
        step = self.step()
        if step.kind is StepKind.DO:
            written = way.steps.get(self.closing(step).id) if way else None
            self.play(self.practice.run.actions_left() if written is None else written)
            return
        words = {StepKind.READ: "Luin tämän", StepKind.TUTOR: "Tämä on tehty"}
        if step.kind is StepKind.QUESTION:
            name = self.practice.text.steps[step.id].choices[step.answers[0]]
        else:
            name = words[step.kind]
        find(self.screen.guide, name).click()
        settle()

    def closing(self, step):
        """The step that ends the stretch of steps with ``keep``: a way is written for that one."""
        steps = self.exercise.steps
        return next(s for s in steps[steps.index(step) :] if not s.keep)

    def do_all(self, way=None, until=""):
        for _turn in range(MOST_TURNS):
            if self.practice.run.done or (until and self.step().id == until):
                return
            self.do_step(way)
        raise SystemExit(f"stands still at {self.step().id}")

    def close(self):
        self.window.close()
        self.window.deleteLater()
        settle()
        self.parts.background.close()
        self.parts.context.worker.close()


def settle():
    for _round in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def main(exercise, language, folder):
    app = QApplication([])
    stage = Stage(exercise, language, Path(folder))
    say = sys.stdout.write
    for mode, data_set in product((Mode.GUIDED, Mode.ALONE), stage.exercise.data):
        stage.begin(mode, data_set)
        stage.do_all()
        if not stage.ended:
            raise SystemExit(f"{mode} {data_set}: not done")
        say(f"walkthrough {mode.value} {data_set}\n")
    for way in stage.exercise.ways:
        stage.begin(Mode.ALONE, stage.exercise.data[0])
        stage.do_all(way)
        say(f"way {way.id}\n")
    for mistake in stage.exercise.mistakes:
        stage.begin(Mode.ALONE, stage.exercise.data[0])
        stage.do_all(until=mistake.at)
        stage.play(mistake.provoke)
        stage.clock.forward(mistake.still_for)
        stage.screen.tick()
        if mistake.id not in stage.practice.run.tally.mistakes:
            raise SystemExit(f"{mistake.id}: not seen")
        say(f"mistake {mistake.id}\n")
    stage.close()
    app.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
