"""What the bar on every learner's page leads to: own skills, the tutor, a break, leaving."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from digitutor_app import i18n
from digitutor_app.app.sitting import Sitting
from digitutor_app.app.window import MainWindow, ShowPage
from digitutor_app.domain.calls import Call, CallEnd
from digitutor_app.screens.frame import LearnerBar
from digitutor_app.screens.learner.call import CallScreen
from digitutor_app.screens.learner.leave import LeaveScreen
from digitutor_app.screens.learner.pause import PauseScreen
from digitutor_app.screens.learner.skills import SkillsScreen
from digitutor_app.services.context import Context
from digitutor_app.services.errors import NothingToPractiseError
from digitutor_app.services.place import place_of_practice
from digitutor_app.services.skills import SkillLine
from digitutor_app.store.errors import StoreError


class BarLine(QObject):
    """Connects the bar's wishes. Emits ``leaveFinished`` when the laptop is free again, and
    ``mapRequested``."""

    leaveFinished = Signal()
    mapRequested = Signal()

    def __init__(
        self, window: MainWindow, context: Context, sitting: Sitting, show: ShowPage
    ) -> None:
        super().__init__()
        self._look = window.look
        self._reader = window.reader
        self._context = context
        self.sitting = sitting
        self._show_page = show
        self._call: Call | None = None
        self._back: Callable[[], None] | None = None

    def connect_bar(self, bar: LearnerBar, back: Callable[[], None]) -> None:
        """``back`` shows the page again after a break, a call or another page."""
        self._back = back
        bar.skillsRequested.connect(self._on_skills)
        bar.callRequested.connect(self._on_call)
        bar.pauseRequested.connect(self._on_pause)
        bar.leaveRequested.connect(self._on_leave)

    def end_open_call(self, person_id: str) -> None:
        """Somebody came back: the call that a power cut left open is over."""
        call = self._context.calls.open_call(person_id)
        if call is not None:
            self._context.calls.end(call, CallEnd.WENT_ON)

    def _on_back(self) -> None:
        if self._back is not None:
            self._back()

    def _on_skills(self) -> None:
        person_id, language = self.sitting.person.id, i18n.current()
        skills = self._context.skills.of_person(person_id, language)
        screen = SkillsScreen(self._look, self.sitting.who, skills, self._coming(person_id))
        screen.backRequested.connect(self._on_back)
        screen.mapRequested.connect(self.mapRequested)
        screen.languageRequested.connect(self._on_language_of_skills)
        self._show_page(screen)

    def _coming(self, person_id: str) -> list[SkillLine]:
        """The skills of what is offered next."""
        try:
            offers = self._context.what_next.for_person(person_id, i18n.current())
        except NothingToPractiseError:
            return []
        offered = [offer.exercise for offer in (offers.main, *offers.others)]
        return self._context.skills.coming(person_id, offered, i18n.current())

    def _on_language_of_skills(self, language: str) -> None:
        self.sitting.speak(language)
        self._on_skills()

    def _on_call(self) -> None:
        practice = self.sitting.running
        place = None if practice is None else place_of_practice(practice)
        exercise = step = ""
        if practice is not None and practice.run.step is not None:
            practice.save()
            exercise, step = practice.exercise.id, practice.run.step.id
        self._call = self._context.calls.call(self.sitting.person.id, exercise, step)
        screen = CallScreen(
            self._look, self._context.laptop.number, place, self._reader, self._tutor_comes
        )
        screen.arrived.connect(self._on_tutor_came)
        screen.goOnRequested.connect(self._on_went_on)
        self._show_page(screen)
        screen.say()

    def _tutor_comes(self) -> bool:
        """Whether a tutor has said that they are on the way; a busy store is asked again later, one
        that has closed no more."""
        if self._call is None or self._context.worker.closed:
            return False
        try:
            return self._context.calls.coming(self._call) is not None
        except StoreError:
            return False

    def _on_tutor_came(self) -> None:
        self._end_call(CallEnd.TUTOR_CAME)
        self._on_back()

    def _on_went_on(self) -> None:
        self._end_call(CallEnd.WENT_ON)
        self._on_back()

    def _end_call(self, how: CallEnd) -> None:
        if self._call is not None:
            self._context.calls.end(self._call, how)
        self._call = None

    def _on_pause(self) -> None:
        self.sitting.save()
        self._context.reception.pause()
        person = self.sitting.person
        screen = PauseScreen(self._look, person.code, person.call_name)
        screen.goOnRequested.connect(self._on_break_over)
        screen.leaveRequested.connect(self._on_leave)
        self._show_page(screen)

    def _on_break_over(self) -> None:
        self._context.reception.go_on()
        self._on_back()

    def _on_leave(self) -> None:
        self.sitting.save()
        practice, person = self.sitting.running, self.sitting.person
        visit = self._context.reception.leave()
        # A clock that was set back in between must not make a visit of less than nothing.
        minutes = max(0, int((visit.end - visit.arrived).total_seconds() // 60))
        going_on = "" if practice is None else practice.text.title
        screen = LeaveScreen(self._look, minutes, person.code, going_on)
        screen.closed.connect(self.leaveFinished)
        self.sitting.practice = None
        self._show_page(screen)
