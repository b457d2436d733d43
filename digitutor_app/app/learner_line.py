"""The learner's way through the pages: which page follows which wish."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from digitutor_app import i18n
from digitutor_app.app.rooms_found import RoomsFound
from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.calls import Call, CallEnd
from digitutor_app.domain.people import Person
from digitutor_app.i18n import _
from digitutor_app.screens.frame import LearnerBar
from digitutor_app.screens.learner.call import CallScreen
from digitutor_app.screens.learner.code import CodeScreen
from digitutor_app.screens.learner.exercise import ExerciseScreen
from digitutor_app.screens.learner.home import HomeScreen
from digitutor_app.screens.learner.leave import LeaveScreen
from digitutor_app.screens.learner.pause import PauseScreen
from digitutor_app.screens.learner.skills import SkillsScreen
from digitutor_app.screens.learner.start import StartScreen
from digitutor_app.screens.learner.success import SuccessScreen
from digitutor_app.screens.learner.type_code import TypeCodeScreen
from digitutor_app.screens.learner.where import WhereScreen
from digitutor_app.services.context import Context
from digitutor_app.services.errors import NotACodeError
from digitutor_app.services.place import place_of_practice
from digitutor_app.services.practice import Practice
from digitutor_app.services.what_next import Suggestion
from digitutor_app.store.cards import PersonOnStart
from digitutor_app.ui_kit.look import Look

ShowPage = Callable[[QWidget], None]


class LearnerLine(QObject):
    """Connects the learner's pages. Emits ``tutorRequested`` when somebody goes to the gate."""

    tutorRequested = Signal()

    def __init__(self, look: Look, context: Context, rooms: RoomsFound, show: ShowPage) -> None:
        super().__init__()
        self._look = look
        self._context = context
        self._rooms = rooms
        self._show_page = show
        self._practice: Practice | None = None
        self._call: Call | None = None
        self._back: Callable[[], None] = self.show_start

    # The start page

    def adopt(self, screen: StartScreen) -> None:
        """Connect a start page that is on the screen already."""
        screen.startRequested.connect(self._on_start)
        screen.cardRequested.connect(self._on_card)
        screen.codeRequested.connect(self._on_code)
        screen.tutorRequested.connect(self.tutorRequested)
        screen.languageRequested.connect(self._on_language_at_start)

    def show_start(self) -> None:
        self._practice = None
        screen = StartScreen(self._look, self._context.laptop)
        self.fill_start(screen, self._context.reception.cards())
        self.adopt(screen)
        self._show_page(screen)

    def fill_start(self, screen: StartScreen, people: Sequence[PersonOnStart]) -> None:
        """Put the cards of known people and of the one who was cut off."""
        screen.show_people(people, self._context.reception.interrupted())

    def _on_start(self) -> None:
        language = i18n.current()
        offer = self._context.what_next.first(language)
        self._context.reception.arrive(language)
        self._begin(offer)

    def _on_card(self, person_id: str) -> None:
        seat = self._context.reception.come_back(person_id)
        self._end_call(CallEnd.WENT_ON, self._context.calls.open_call(person_id))
        if seat.person.code:
            self._home()
        else:
            self._resume()

    def _on_code(self) -> None:
        screen = TypeCodeScreen(self._look)
        screen.typed.connect(self._on_typed)
        screen.backRequested.connect(self.show_start)
        self._show_page(screen)

    def _on_typed(self, text: str) -> None:
        screen = self.sender()
        try:
            seat, known = self._context.reception.come_with_code(text, i18n.current())
        except NotACodeError:
            if isinstance(screen, TypeCodeScreen):
                screen.say_not_a_code()
            return
        if known:
            self._home()
            return
        offers = self._context.what_next.all(seat.person.id, i18n.current())
        where = WhereScreen(self._look, seat.person.code, offers)
        where.chosen.connect(self._begin)
        where.homeRequested.connect(self._home)
        self._show_page(where)

    def _on_language_at_start(self, language: str) -> None:
        i18n.use(language)
        self.show_start()

    # Practising

    def _begin(self, offer: Suggestion) -> None:
        if offer.resumes:
            self._resume()
            return
        self._practice = self._context.practices.begin(
            self._person.id, offer.exercise, offer.mode, offer.data_set, i18n.current()
        )
        self._exercise()

    def _resume(self) -> None:
        self._practice = self._context.practices.resume(self._person.id, i18n.current())
        if self._practice is None:
            self._begin(self._context.what_next.first(i18n.current()))
        else:
            self._exercise()

    def _exercise(self) -> None:
        practice = self._require()
        screen = ExerciseScreen(
            self._look, self._context.clock, practice, self._rooms.room_class, self._who
        )
        screen.doneFinished.connect(self._on_done)
        screen.renewRequested.connect(self._exercise)
        screen.languageRequested.connect(self._on_language_in_exercise)
        self._connect_bar(screen.bar, self._exercise)
        self._show_page(screen)

    def _on_language_in_exercise(self, language: str) -> None:
        self._speak(language)
        self._require().speak(language)
        self._exercise()

    def _on_done(self) -> None:
        practice = self._require()
        again = _("Tee sama itse") if practice.run.mode is Mode.GUIDED else ""
        screen = SuccessScreen(
            self._look, practice.text.title, practice.text.success, again, self._who
        )
        screen.goOnRequested.connect(self._on_after_success)
        screen.againRequested.connect(self._on_again)
        screen.languageRequested.connect(self._on_language_after)
        self._connect_bar(screen.bar, self._on_done)
        self._show_page(screen)
        screen.say()

    def _on_language_after(self, language: str) -> None:
        self._speak(language)
        self._require().speak(language)
        self._on_done()

    def _on_after_success(self) -> None:
        self._practice = None
        if self._person.code:
            self._home()
            return
        code = self._context.reception.offer_code()
        screen = CodeScreen(self._look, code)
        screen.setProperty("code", code)
        screen.taken.connect(self._on_code_taken)
        screen.skipped.connect(self._home)
        self._show_page(screen)

    def _on_again(self) -> None:
        done = self._require()
        data = done.exercise.data
        following = data[(data.index(done.data_set) + 1) % len(data)]
        self._practice = self._context.practices.begin(
            self._person.id, done.exercise.id, Mode.ALONE, following, i18n.current()
        )
        self._exercise()

    def _on_code_taken(self, first_name: str) -> None:
        screen = self.sender()
        if screen is not None:
            self._context.reception.take_code(str(screen.property("code")), first_name)
        self._home()

    # The learner's own pages

    def _home(self) -> None:
        self._practice = None
        language = i18n.current()
        offers = self._context.what_next.for_person(self._person.id, language)
        skills = self._context.skills.of_person(self._person.id, language)
        screen = HomeScreen(self._look, self._who, offers, skills)
        screen.practiceRequested.connect(self._begin)
        screen.languageRequested.connect(self._on_language_at_home)
        self._connect_bar(screen.bar, self._home)
        self._show_page(screen)

    def _on_language_at_home(self, language: str) -> None:
        self._speak(language)
        self._home()

    def _on_skills(self) -> None:
        skills = self._context.skills.of_person(self._person.id, i18n.current())
        screen = SkillsScreen(self._look, self._who, skills)
        screen.backRequested.connect(self._on_back)
        self._show_page(screen)

    # The bar that is on every page

    def _connect_bar(self, bar: LearnerBar, back: Callable[[], None]) -> None:
        """``back`` shows the page again after a pause, a call or another page."""
        self._back = back
        bar.skillsRequested.connect(self._on_skills)
        bar.callRequested.connect(self._on_call)
        bar.pauseRequested.connect(self._on_pause)
        bar.leaveRequested.connect(self._on_leave)

    def _on_back(self) -> None:
        self._back()

    def _on_call(self) -> None:
        practice = self._running
        place = None if practice is None else place_of_practice(practice)
        exercise = step = ""
        if practice is not None and practice.run.step is not None:
            practice.save()
            exercise, step = practice.exercise.id, practice.run.step.id
        self._call = self._context.calls.call(self._person.id, exercise, step)
        screen = CallScreen(self._look, self._context.laptop, place)
        screen.arrived.connect(self._on_tutor_came)
        screen.goOnRequested.connect(self._on_went_on)
        self._show_page(screen)
        screen.say()

    def _on_tutor_came(self) -> None:
        self._end_call(CallEnd.TUTOR_CAME, self._call)
        self._back()

    def _on_went_on(self) -> None:
        self._end_call(CallEnd.WENT_ON, self._call)
        self._back()

    def _end_call(self, how: CallEnd, call: Call | None) -> None:
        if call is not None:
            self._context.calls.end(call, how)
        self._call = None

    def _on_pause(self) -> None:
        if self._running is not None:
            self._running.save()
        screen = PauseScreen(self._look, self._person.code, self._person.call_name)
        screen.goOnRequested.connect(self._on_back)
        screen.leaveRequested.connect(self._on_leave)
        self._show_page(screen)

    def _on_leave(self) -> None:
        practice, person = self._running, self._person
        if practice is not None:
            practice.save()
        visit = self._context.reception.leave()
        minutes = int((visit.end - visit.arrived).total_seconds() // 60)
        going_on = "" if practice is None else practice.text.title
        screen = LeaveScreen(self._look, minutes, person.code, going_on)
        screen.closed.connect(self.show_start)
        self._practice = None
        self._show_page(screen)

    def save(self) -> None:
        """The program closes: save where the person is. The visit stays open for "Jatka tästä"."""
        if self._running is not None:
            self._running.save()

    # Who and what

    @property
    def _person(self) -> Person:
        return self._context.reception.require().person

    @property
    def _who(self) -> str:
        person = self._person
        return " · ".join(part for part in (person.first_name, person.code) if part)

    @property
    def _running(self) -> Practice | None:
        """The practice that is not done yet."""
        practice = self._practice
        return None if practice is None or practice.run.done else practice

    def _require(self) -> Practice:
        assert self._practice is not None
        return self._practice

    def _speak(self, language: str) -> None:
        i18n.use(language)
        self._context.reception.speak(language)
