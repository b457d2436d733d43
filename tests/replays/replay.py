"""One exercise on a real window, played with real events; what goes wrong is said to its author."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from digitutor_app.app.compose import Parts
from digitutor_app.app.window import MainWindow
from digitutor_app.domain.attempts import Attempt
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.exercise import (
    Action,
    Condition,
    Exercise,
    ExerciseText,
    Step,
    StepKind,
    Way,
)
from digitutor_app.engine.position import Position
from digitutor_app.engine.vocabulary import holds
from digitutor_app.practice.nodes import ROOTS
from digitutor_app.practice.seen import Seen
from digitutor_app.room_kit.player import Player
from digitutor_app.screens.learner.exercise import ExerciseScreen
from digitutor_app.services.practice import Practice
from digitutor_app.ui_kit.labels import Instruction
from tests.finding import find
from tests.looks import settle
from tests.replays.found import KINDS, MODE_NAMES, Case


@dataclass(frozen=True, slots=True)
class Moment:
    """The practice computer at one moment: how many deeds could be undone, and its rows."""

    deeds: int
    rows: dict[str, Any]


@dataclass
class Replay:
    """A person at the laptop who does one exercise."""

    parts: Parts
    window: MainWindow
    case: Case
    keyboard: bool = False
    ended: int = 0
    renewed: int = 0
    refused: list[str] = field(default_factory=list)
    practice: Practice = field(init=False)
    screen: ExerciseScreen = field(init=False)

    def begin(self) -> "Replay":
        context, case = self.parts.context, self.case
        self.person = context.reception.arrive("fi").person
        self.practice = context.practices.begin(
            self.person.id, case.exercise_id, case.mode, case.data_set, "fi"
        )
        return self.show()

    def show(self) -> "Replay":
        """Put the page of the running practice into the window."""
        parts = self.parts
        self.screen = ExerciseScreen(
            self.window.look,
            parts.context.clock,
            self.practice,
            parts.rooms.room_class,
            "Aino",
            pace=0,
        )
        self.screen.doneFinished.connect(self._on_done)
        self.screen.renewRequested.connect(self._on_renew)
        self.screen.desktop.refused.connect(self.refused.append)
        self.window.show_page(self.screen)
        settle(self.window)
        return self

    def resume(self, window: MainWindow) -> "Replay":
        """Go on in another window from what the store holds."""
        self.window.close()
        self.window = window
        practice = self.parts.context.practices.resume(self.person.id, "fi")
        if practice is None:
            self.complain("after saving, nothing was found to go on with")
        self.practice = practice
        return self.show()

    # What is going on

    @property
    def exercise(self) -> Exercise:
        return self.practice.exercise

    @property
    def text(self) -> ExerciseText:
        return self.practice.text

    @property
    def step(self) -> Step | None:
        return self.practice.run.guidance().step

    def moment(self) -> Moment:
        plain = self.practice.computer.to_plain()
        return Moment(len(plain["deeds"]), dict(plain["rows"]))

    def rows(self) -> dict[str, Any]:
        return self.moment().rows

    def attempts(self) -> list[Attempt]:
        person = self.person.id
        return self.parts.context.worker.ask(lambda store: store.attempts.of_person(person))

    def holds(self, condition: Condition) -> bool:
        """Whether a condition of the exercise is true now."""
        computer = self.practice.computer
        done = Position(computer.book).mark.done

        def seen_since(step: str) -> Seen | None:
            if step and step not in done:
                return None
            return Seen(computer, computer.book.log[done[step] if step else 0 :])

        return holds(condition, KINDS, seen_since)

    # What is shown

    def instruction(self) -> str:
        """The large words of the guide card."""
        guide = self.screen.guide
        shown = [w for w in guide.findChildren(Instruction) if w.isVisibleTo(guide)]
        return "\n".join(label.text() for label in shown)

    def words_of(self, step: Step, way: Way | None = None) -> str:
        """What the guide card must say in this step."""
        if step.kind is StepKind.DO and MODE_NAMES[self.case.mode] == "Itse":
            return self.text.goal
        words = self.text.steps[step.id]
        if way is not None:
            words = self.text.ways.get((way.id, step.id), words)
        return words.instruction

    def shown_names(self) -> set[str]:
        """The names of everything on the practice computer's disk, as people see them."""
        computer = self.practice.computer
        roots = [computer.files.node(root) for root in ROOTS]
        return {computer.words.name(node) for node in (*roots, *computer.files.all())}

    # Doing

    def do(self, actions: Sequence[Action], where: str, after: Callable[[], None] | None = None):
        """Play each action that is still needed; complain when one cannot be played.

        ``after`` is called after each.
        """
        __tracebackhide__ = True
        for number, action in enumerate(actions, start=1):
            if self.ended:
                return
            if action.until is not None and self.holds(action.until):
                continue
            self._act(action, f"{where}, action {number} of {len(actions)}")
            if after is not None:
                after()

    def _act(self, action: Action, where: str) -> None:
        __tracebackhide__ = True
        before = len(self.refused)
        player = Player(self.screen.desktop, keyboard=self.keyboard)
        try:
            player.play([action])
        except OurMistakeError as error:
            self.complain(f"{where}: {error}. {self._in_sight()}")
        finally:
            player.deleteLater()
        QApplication.processEvents()
        if len(self.refused) > before:
            refused = ", ".join(dict.fromkeys(self.refused[before:]))
            self.complain(f"{where}: {said(action)} is refused in Ohjatusti: {refused} is not live")

    def answer(self, step: Step) -> None:
        """What a person says in a step of kind read, question or tutor."""
        if step.kind is StepKind.QUESTION:
            self.choose(step.answers[0])
            return
        names = {StepKind.READ: "Luin tämän", StepKind.TUTOR: "Tämä on tehty"}
        self.press_in_guide(names[step.kind])

    def choose(self, choice: str) -> None:
        """Press one of the choices of the question that the guide card shows."""
        step = self.step
        if step is None or choice not in step.choices:
            self.complain(f'the guide card should ask with "{choice}" among the choices')
        self.press_in_guide(self.text.steps[step.id].choices[choice])

    def press_in_guide(self, name: str) -> None:
        """Press a button of the guide card, scrolled into sight, with the pointer or the keys."""
        button = find(self.screen.guide, name)
        self.screen.guide.scroller.reveal(button)
        if self.keyboard:
            button.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(button, Qt.Key.Key_Space)
        else:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def pass_step(self, step: Step) -> None:
        """Do a step as its main walkthrough says."""
        __tracebackhide__ = True
        if step.kind is StepKind.DO:
            self.do(step.walkthrough, f'step "{step.id}"')
        else:
            self.answer(step)

    def go_to(self, step_id: str) -> None:
        """Do the main walkthrough up to the beginning of this step ("": of the first)."""
        __tracebackhide__ = True
        for step in self.exercise.steps:
            if step.id == step_id or not step_id:
                return
            self.pass_step(step)

    def finish(self) -> None:
        """Do whatever guidance asks for, until the exercise is done."""
        __tracebackhide__ = True
        for _round in range(3 * len(self.exercise.steps)):
            step = self.step
            if self.ended or step is None:
                return
            if step.kind is StepKind.DO:
                self.do(self.practice.run.guidance().actions, f'going on in step "{step.id}"')
            else:
                self.answer(step)
            if self.step is step and not self.ended:
                self.complain(f'going on in step "{step.id}" leads nowhere. {self.last_seen()}')

    def watched(self) -> list[Moment]:
        """A list that grows by one moment with each change of the practice computer."""
        moments = [self.moment()]

        def on_book(_keys: frozenset[str]) -> None:
            moments.append(self.moment())

        self.practice.computer.book.listen(on_book)
        return moments

    def press(self, name: str) -> None:
        """Press a button of the page (not of the practice computer)."""
        find(self.screen, name).click()
        QApplication.processEvents()

    # Complaining

    def complain(self, why: str) -> NoReturn:
        __tracebackhide__ = True
        case = self.case
        hands = "keyboard only" if self.keyboard else "pointer"
        folder = f"{case.exercise.module}/{case.exercise_id.rpartition('-')[2]}_…"
        pytest.fail(
            f"exercises/{folder} (data set {case.data_set}, {MODE_NAMES[case.mode]}, {hands}): "
            f"{why}",
            pytrace=False,
        )

    def last_seen(self) -> str:
        log = self.practice.computer.book.log[-4:]
        told = "; ".join(f"{o.verb} {o.target} {dict(o.details)}" for o in log)
        return f"The last that was observed: {told or 'nothing'}."

    def _in_sight(self) -> str:
        targets = self.screen.desktop.targets
        seen = sorted(name for name in targets.names() if targets.look(name) is not None)
        return f"Targets in sight: {', '.join(seen)}."

    def _on_done(self) -> None:
        self.ended += 1

    def _on_renew(self) -> None:
        self.renewed += 1
        self.show()


def said(action: Action) -> str:
    """An action as the file writes it."""
    more = "".join(f", {name} = {value}" for name, value in action.options.items())
    return f"{action.verb} {action.target}{more}"
