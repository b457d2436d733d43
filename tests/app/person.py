"""A person at the laptop: presses what can be seen, types, and does exercises with real events."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from digitutor_app.app.window import MainWindow
from digitutor_app.domain.exercise import StepKind
from digitutor_app.room_kit.player import Player
from digitutor_app.screens.learner.exercise import ExerciseScreen
from digitutor_app.services.practice import Practice
from tests.finding import field, find, said
from tests.looks import settle


@dataclass
class Person:
    """Sees the window and nothing behind it."""

    window: MainWindow

    @property
    def page(self):
        settle(self.window)
        return self.window.page

    def sees(self) -> str:
        return said(self.page)

    def press(self, name: str) -> None:
        find(self.page, name).click()
        QApplication.processEvents()

    def press_what_begins(self, beginning: str) -> None:
        """Press the one button whose words begin so (a card with a code on it)."""
        names = [line for line in self.sees().splitlines() if line.startswith(beginning)]
        self.press(names[-1])

    def type(self, label: str, text: str) -> None:
        target = field(self.page, label)
        for letter in text:
            if letter.isascii():
                QTest.keyClick(target, letter)
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # QTest has no ä
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(target, event)

    # In an exercise

    @property
    def practice(self) -> Practice:
        assert isinstance(self.page, ExerciseScreen), self.sees()
        return self.page.practice

    @property
    def step(self) -> str:
        step = self.practice.run.step
        return "" if step is None else step.id

    def do_step(self) -> None:
        """Do what the shown step asks for."""
        practice, page = self.practice, self.page
        step = practice.run.step
        if step.kind is StepKind.DO:
            player = Player(page.desktop)
            player.play(practice.run.actions_left())
            player.deleteLater()
        elif step.kind is StepKind.QUESTION:
            self.press(practice.text.steps[step.id].choices[step.answers[0]])
        else:
            self.press("Luin tämän" if step.kind is StepKind.READ else "Tämä on tehty")
        QApplication.processEvents()

    def do_exercise(self) -> None:
        """Do every step that is left."""
        practice = self.practice
        for _step in range(2 * len(practice.exercise.steps)):
            if practice.run.done:
                return
            self.do_step()
        raise AssertionError(f"{practice.exercise.id} stays in step {self.step}")
