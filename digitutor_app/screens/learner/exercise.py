"""The page of an exercise: the practice computer in its frame, the guide card beside it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeySequence,
    QMouseEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.exercise import StepKind
from digitutor_app.domain.observation import Observation
from digitutor_app.engine.outcome import HintKind, Outcome
from digitutor_app.engine.slips import Slip
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.frame import PracticeFrame
from digitutor_app.room_kit.room import Room
from digitutor_app.screens.demonstration import Demonstration
from digitutor_app.screens.frame import LearnerBar, LearnerTop
from digitutor_app.screens.guide_card import GuideCard
from digitutor_app.screens.practice_page import PracticePage
from digitutor_app.screens.slip_watching import SlipWatching
from digitutor_app.services.practice import Practice
from digitutor_app.services.slip_words import slip_hint
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import fill
from digitutor_app.ui_kit.read_aloud import ReadAloud

TICK_MS = 1000
#: How long one movement of a demonstration takes, milliseconds (domain/2, 2.0: slowly).
PACE_MS = 900


class ExerciseScreen(QWidget):
    """Shows one practice. Emits ``doneFinished`` when the exercise is done, ``renewRequested``
    when it has begun anew, ``languageRequested`` and the wishes of its ``bar`` (hint and undo are
    fulfilled here). ``pace`` is that of demonstrations; with 0 they are over at once. With
    ``may_skip`` it offers to skip the exercise and emits ``skipRequested``."""

    doneFinished = Signal()
    renewRequested = Signal()
    skipRequested = Signal()
    languageRequested = Signal(str)

    def __init__(
        self,
        look: Look,
        clock: Clock,
        practice: Practice,
        rooms: Callable[[str], type[Room]],
        who: str = "",
        *,
        pace: int = PACE_MS,
        may_skip: bool = False,
        reader: ReadAloud | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self.practice = practice
        self.guide = GuideCard(look, may_skip=may_skip, reader=reader)
        self.bar = LearnerBar(look, in_exercise=True)
        # Loaded with the page, so that the first press need not wait for it.
        rooms(practice.exercise.room)
        self.desktop = Desktop(
            practice.computer, rooms, look, clock, programs=(practice.exercise.room,)
        )
        self.demonstration = Demonstration(self.desktop, pace)
        self._slips = SlipWatching(self, self.desktop, practice, self._is_learners)
        self.frame = PracticeFrame(look, self.desktop)
        self._timer = QTimer(self)
        self._end_of_act = QTimer(self)
        self._end_of_act.setSingleShot(True)
        self._saved_length = 0
        self._build(who)
        self._connect()
        self._show()

    def _build(self, who: str) -> None:
        top = LearnerTop(self._look, self.practice.text.title, who)
        top.languageRequested.connect(self.demonstration.stop)
        top.languageRequested.connect(self.languageRequested)
        self._page = PracticePage(self._look, top, self.frame, self.guide, self.bar)
        self.banner = self._page.banner
        fill(self, self._page)

    def _connect(self) -> None:
        self.desktop.observed.connect(self._on_observed)
        self.desktop.refused.connect(self._on_refused)
        self._slips.noticed.connect(self._took)
        self._slips.elsewhere.connect(self._on_elsewhere)
        self.guide.answered.connect(self._on_answered)
        self.guide.skipRequested.connect(self.demonstration.stop)
        self.guide.skipRequested.connect(self.skipRequested)
        self.bar.hintRequested.connect(self._on_hint)
        self.bar.undoRequested.connect(self._on_undo)
        self.bar.restartRequested.connect(self._on_restart)
        # Before anybody else hears of these wishes: what is saved then is the learner's own work.
        self.bar.callRequested.connect(self.demonstration.stop)
        self.bar.pauseRequested.connect(self.demonstration.stop)
        self.bar.leaveRequested.connect(self.demonstration.stop)
        QShortcut(QKeySequence.StandardKey.Undo, self, self._on_undo)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, self._on_hint)
        # What was out of sight may have an outline now.
        self._page.scrolled.connect(self.desktop.overlay.follow)
        self.demonstration.stopped.connect(self._show)
        self.demonstration.failed.connect(self._on_not_shown)
        self._end_of_act.timeout.connect(self._on_end_of_act)
        self._timer.timeout.connect(self.tick)

    # What a test or the main window may call

    def tick(self) -> None:
        """A second has passed: a mistake may have become certain, or help may be offered."""
        if not self.demonstration.running:
            self._took(self.practice.tick())

    def show_frame(self) -> None:
        """Scroll so that the practice computer is in sight (it is, while nothing scrolls)."""
        self._page.show_frame()

    @property
    def page_scrolls(self) -> bool:
        """Whether the page is higher than its window."""
        return self._page.scrolls

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.practice.run.untouched:
            self.desktop.begin()
            self.practice.run.begin_here()
        # While another page lay over it, the words may have changed: the buttons have other names.
        self._timer.start(TICK_MS)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        self.demonstration.stop()
        self._timer.stop()
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page shows no focus: Qt would paint all of it anew."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """As above: the first press takes the keyboard from the page."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nothing on the page wanted this press."""
        step = self.practice.run.step
        if step is not None and step.kind is StepKind.DO:
            self._slips.outside()
        super().mousePressEvent(event)

    # What happens

    def _is_learners(self) -> bool:
        """Whether the hands on the practice computer are the learner's own."""
        return not self.demonstration.running

    def _on_elsewhere(self, away: bool) -> None:
        if away:
            self.banner.say(slip_hint(Slip.ELSEWHERE))
        else:
            self.banner.clear()

    def _on_observed(self, observation: Observation) -> None:
        if not self.demonstration.running:
            self._took(self.practice.observe(observation))
            if observation.verb == "blanked":
                # What was saved a moment ago may hold the beginning of it.
                self.practice.save()

    def _on_refused(self, target: str) -> None:
        self._took(self.practice.run.refuse(target))

    def _on_answered(self, choice: str) -> None:
        self._took(self.practice.answer(choice))

    def _on_hint(self) -> None:
        if not self.demonstration.running:
            self._took(self.practice.run.ask_hint())
            if (guidance := self.practice.run.guidance()).arrow:
                self.desktop.targets.bring(guidance.outlined, self.desktop)

    def _on_undo(self) -> None:
        if not self.demonstration.running:
            self._took(self.practice.undo())

    def _on_restart(self) -> None:
        self.demonstration.stop()
        self.practice.restart()
        self.renewRequested.emit()

    def _took(self, outcome: Outcome) -> None:
        if outcome.done:
            self._timer.stop()
            self.doneFinished.emit()
            return
        if outcome.finished_steps:
            self._saved_length = len(self.practice.computer.book.log)
            self._end_of_act.start(0)
        self._show()
        offered = outcome.hint is not None and outcome.hint.kind is HintKind.OFFER
        if outcome.moved or (outcome.hint is not None and not offered):
            self._page.show_card()
        if outcome.demonstrate:
            self._demonstrate(by_keys=outcome.by_keys)

    def _on_end_of_act(self) -> None:
        """One press may be observed in parts; what came after the saved step is saved too."""
        if (
            not self.demonstration.running
            and len(self.practice.computer.book.log) != self._saved_length
        ):
            self.practice.save()

    def _show(self) -> None:
        guidance = self.practice.run.guidance()
        hint = guidance.hint
        last = "" if hint is None else self._name_of(hint.place)
        self.guide.show_guidance(guidance, self.practice.text, self.practice.run.mode, last)
        self._page.order_keyboard()
        self.desktop.set_guidance(guidance.outlined, guidance.arrow, guidance.live)

    def _name_of(self, place: str) -> str:
        """What people call a target: the name of a file as it is now, or of any other thing."""
        computer, thing = self.practice.computer, place.rpartition(":")[2]
        node = computer.files.get(thing)
        known = self.practice.text.names
        return known.get(thing, thing) if node is None else computer.words.name(node)

    # Demonstration (hint 3)

    def _demonstrate(self, *, by_keys: bool) -> None:
        actions = self.practice.run.actions_left()
        if not actions or self.demonstration.running:
            return
        self.desktop.set_guidance("", arrow=False, live=None)
        self.guide.show_demonstration()
        self.show_frame()
        self.demonstration.show(actions, by_keys=by_keys)

    def _on_not_shown(self) -> None:
        """From where the learner is, the way cannot be shown (a window is closed): a tutor can."""
        self._took(self.practice.run.ask_hint())
