"""One exercise on the real page, played with real events; what goes wrong is said to its author."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication

from digitutor_app.app.compose import Parts
from digitutor_app.app.exercise_check.case import Case, UnsoundError
from digitutor_app.app.exercise_check.resting import delete_now, reveal
from digitutor_app.app.exercise_check.seen_words import button, large_words, said
from digitutor_app.app.exercise_check.spoken import in_step, why_not, written
from digitutor_app.app.exercise_check.still_clock import StillClock
from digitutor_app.app.window import MainWindow
from digitutor_app.domain.attempts import Attempt, Mode
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.exercise import Action, Condition, Step, StepKind, Way
from digitutor_app.engine.position import Position
from digitutor_app.engine.vocabulary import Vocabulary, holds
from digitutor_app.i18n import MASTER, _
from digitutor_app.practice.seen import Seen
from digitutor_app.room_kit.hand import Hand
from digitutor_app.room_kit.player import Player
from digitutor_app.screens.learner.exercise import ExerciseScreen
from digitutor_app.services.practice import Practice

#: A hand in no hurry: so long after one action comes the next.
ACT_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Moment:
    """The practice computer at one moment: how many deeds could be undone, and its rows."""

    deeds: int
    rows: dict[str, Any]


@dataclass
class Play:
    """A person at the laptop who does one exercise.

    ``keyboard`` leaves the pointer alone. ``pace`` is the time of one movement in milliseconds; 0
    plays at once. ``ended`` and ``renewed`` count how often the page said so.
    """

    parts: Parts
    kinds: Vocabulary
    window: MainWindow
    case: Case
    clock: StillClock
    keyboard: bool = False
    pace: int = 0
    ended: int = 0
    renewed: int = 0
    refused: list[str] = field(default_factory=list)
    practice: Practice = field(init=False)
    screen: ExerciseScreen = field(init=False)
    person_id: str = field(init=False)
    _player: Player = field(init=False)

    def begin(self) -> "Play":
        """Sit down as somebody new and begin."""
        context, case = self.parts.context, self.case
        self.person_id = context.reception.arrive(MASTER).person.id
        self.practice = context.practices.begin(
            self.person_id, case.exercise.id, case.mode, case.data_set, MASTER
        )
        return self.show()

    def show(self) -> "Play":
        """Put the page of the running practice into the window."""
        parts = self.parts
        self.screen = ExerciseScreen(
            self.window.look,
            parts.context.clock,
            self.practice,
            parts.rooms.room_class,
            pace=0,
        )
        self.screen.doneFinished.connect(self._on_done)
        self.screen.renewRequested.connect(self._on_renew)
        self.screen.desktop.refused.connect(self._on_refused)
        # One hand for the whole page: each action begins where the one before has ended.
        self._player = Player(self.screen.desktop, self.pace, keyboard=self.keyboard)
        self.window.show_page(self.screen)
        delete_now()
        self.settle()
        return self

    def resume(self, window: MainWindow) -> None:
        """Go on in a window from what the store holds."""
        self.window = window
        practice = self.parts.context.practices.resume(self.person_id, MASTER)
        if practice is None:
            self.complain(_("tallennuksen jälkeen ei löydy mitään jatkettavaa"))
        self.practice = practice
        self.show()

    def settle(self) -> None:
        """Let all layouts come to rest."""
        for _round in range(4):
            QApplication.processEvents()

    @property
    def step(self) -> Step | None:
        return self.practice.run.guidance().step

    def moment(self) -> Moment:
        plain = self.practice.computer.to_plain()
        return Moment(len(plain["deeds"]), dict(plain["rows"]))

    def watched(self) -> list[Moment]:
        """A list that grows by one moment with each change of the practice computer."""
        moments = [self.moment()]

        def on_book(_keys: frozenset[str]) -> None:
            moments.append(self.moment())

        self.practice.computer.book.listen(on_book)
        return moments

    def attempts(self) -> list[Attempt]:
        return self.parts.context.worker.ask(lambda store: store.attempts.of_person(self.person_id))

    def holds(self, condition: Condition) -> bool:
        """Whether a condition of the exercise is true now."""
        computer = self.practice.computer
        done = Position(computer.book).mark.done

        def seen_since(step: str) -> Seen | None:
            if step and step not in done:
                return None
            return Seen(computer, computer.book.log[done[step] if step else 0 :])

        return holds(condition, self.kinds, seen_since)

    def words_of(self, step: Step, way: Way | None = None) -> str:
        """What the guide card must say in this step."""
        if step.kind is StepKind.DO and self.case.mode is Mode.ALONE:
            return self.practice.text.goal
        words = self.practice.text.steps[step.id]
        if way is not None:
            words = self.practice.text.ways.get((way.id, step.id), words)
        return words.instruction

    def instruction(self) -> str:
        """The large words of the guide card."""
        return large_words(self.screen.guide)

    def said(self) -> str:
        """Every word of the guide card."""
        return said(self.screen.guide)

    # Doing

    def do(
        self, actions: Sequence[Action], where: str, after: Callable[[], None] | None = None
    ) -> None:
        """Play each action that is still needed, until the exercise is done; complain when one
        cannot be played. ``after`` is called after each."""
        for number, action in enumerate(actions, start=1):
            if self.ended:
                return
            if action.until is not None and self.holds(action.until):
                continue
            told = _("{where}, teko {number}: {action}")
            self._act(action, told.format(where=where, number=number, action=written(action)))
            if after is not None:
                after()

    def answer(self, step: Step) -> None:
        """What a person says in a step of kind read, question or tutor."""
        if step.kind is StepKind.QUESTION:
            self.choose(step.answers[0])
            return
        names = {StepKind.READ: _("Luin tämän"), StepKind.TUTOR: _("Tämä on tehty")}
        self.press_in_guide(names[step.kind])

    def choose(self, choice: str) -> None:
        """Press one of the choices of the question that the guide card shows."""
        step = self.step
        if step is None or choice not in step.choices:
            asked = _('nyt ohjeen pitäisi kysyä niin, että "{choice}" on yksi valinnoista')
            self.complain(asked.format(choice=choice))
        self.press_in_guide(self.practice.text.steps[step.id].choices[choice])

    def press_in_guide(self, name: str) -> None:
        """Press a button of the guide card, scrolled into sight, with the pointer or the keys."""
        found = button(self.screen.guide, name)
        if found is None:
            missing = _('ohjeessa pitäisi olla painike "{name}"; ohjeessa lukee: {said}')
            self.complain(missing.format(name=name, said=self.said()))
        self.settle()
        reveal(found)
        self.settle()
        hand = Hand(self.screen)
        if self.keyboard:
            found.setFocus(Qt.FocusReason.TabFocusReason)
            hand.key("Space")
        else:
            hand.move(found.mapToGlobal(found.rect().center()))
            hand.press()
            hand.release()
        self.settle()

    def press(self, name: str) -> None:
        """Press a button of the page that is not of the practice computer."""
        found = button(self.screen, name)
        if found is None:
            self.complain(_('ruudulla pitäisi olla painike "{name}"').format(name=name))
        found.click()
        self.settle()

    def pass_step(self, step: Step) -> None:
        """Do a step as its main walkthrough says."""
        if step.kind is StepKind.DO:
            self.do(step.walkthrough, in_step(step))
        else:
            self.answer(step)

    def go_to(self, step_id: str) -> None:
        """Do the main walkthrough up to the beginning of this step ("": of the first)."""
        for step in self.case.exercise.steps:
            if step.id == step_id or not step_id:
                return
            self.pass_step(step)

    def finish(self) -> None:
        """Do whatever guidance asks for, until the exercise is done."""
        for _round in range(3 * len(self.case.exercise.steps)):
            step = self.step
            if self.ended or step is None:
                return
            if step.kind is StepKind.DO:
                self.do(self.practice.run.guidance().actions, in_step(step))
            else:
                self.answer(step)
            if self.step is step and not self.ended:
                stuck = _("{step}: ohjeen mukaan tekeminen ei vie eteenpäin. {last}")
                self.complain(stuck.format(step=in_step(step), last=self.last_seen()))

    # Complaining

    def complain(self, why: str) -> NoReturn:
        """Raise an UnsoundError: what is wrong, with which data set, in which mode."""
        hands = _(", pelkillä näppäimillä") if self.keyboard else ""
        raise UnsoundError(f"{why} ({self.case.told()}{hands})")

    def last_seen(self) -> str:
        """The last few things that were observed, in the words of the file."""
        log = self.practice.computer.book.log[-4:]
        told = "; ".join(f"{o.verb} {o.target} {dict(o.details)}" for o in log)
        return _("Viimeisimmät teot: {log}.").format(log=told or _("ei mitään"))

    def _act(self, action: Action, where: str) -> None:
        before = len(self.refused)
        try:
            self._play(self._player, action)
        except OurMistakeError as error:
            self.complain(f"{where}: {why_not(self.screen.desktop.targets, action, error)}")
        QApplication.processEvents()
        self.clock.forward(ACT_SECONDS)
        if len(self.refused) > before:
            refused = ", ".join(dict.fromkeys(self.refused[before:]))
            held = _("{where}: {refused} ei vastaa, kun ohjaus on päällä")
            self.complain(held.format(where=where, refused=refused))

    def _play(self, player: Player, action: Action) -> None:
        if not self.pace:
            player.play([action])
            return
        waiting, failures = QEventLoop(), list[OurMistakeError]()
        player.played.connect(waiting.quit)
        player.failed.connect(failures.append)
        player.failed.connect(waiting.quit)
        self.window.closeFinished.connect(waiting.quit)
        player.play([action])
        waiting.exec()
        player.played.disconnect(waiting.quit)
        player.failed.disconnect()
        self.window.closeFinished.disconnect(waiting.quit)
        if failures:
            raise failures[0]
        if not self.window.isVisible():
            player.stop()
            self.complain(_("ikkuna on kiinni, tarkistus jäi kesken"))

    def _on_done(self) -> None:
        self.ended += 1

    def _on_renew(self) -> None:
        self.renewed += 1
        self.show()

    def _on_refused(self, target: str) -> None:
        self.refused.append(target)
