"""The learner's way through the pages: which page follows which wish."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from digitutor_app import i18n
from digitutor_app.app.bar_line import BarLine
from digitutor_app.app.code_line import CodeLine
from digitutor_app.app.display_line import DisplayLine
from digitutor_app.app.map_line import MapLine
from digitutor_app.app.rooms_found import RoomsFound
from digitutor_app.app.sitting import Sitting
from digitutor_app.app.watch_line import WatchLine
from digitutor_app.app.window import MainWindow
from digitutor_app.content.errors import ContentError
from digitutor_app.domain.attempts import Mode
from digitutor_app.i18n import _
from digitutor_app.screens.learner.code import CodeScreen
from digitutor_app.screens.learner.exercise import ExerciseScreen
from digitutor_app.screens.learner.home import HomeScreen
from digitutor_app.screens.learner.start import StartScreen
from digitutor_app.screens.learner.success import SuccessScreen
from digitutor_app.screens.trouble import TroubleScreen
from digitutor_app.services.achievement import achievement_of
from digitutor_app.services.context import Context
from digitutor_app.services.errors import NothingToPractiseError
from digitutor_app.services.what_next import Suggestion
from digitutor_app.store.cards import PersonOnStart


class LearnerLine(QObject):
    """Connects the learner's pages. Emits ``tutorRequested`` when somebody goes to the gate, and
    ``joinRequested`` when the laptop is to join the workshop of a stick."""

    tutorRequested = Signal()
    joinRequested = Signal()

    def __init__(self, window: MainWindow, context: Context, rooms: RoomsFound) -> None:
        super().__init__()
        self._look = window.look
        self._context = context
        self._invitation = ""
        self._start_shown: StartScreen | None = None
        self._rooms = rooms
        self._reader = window.reader
        self._sitting = Sitting(context.reception)
        self._display = DisplayLine(window, self._sitting)
        self._show_page = self._display.show_page
        self._bar = BarLine(window, context, self._sitting, self._show_page)
        self._bar.leaveFinished.connect(self.show_start)
        self._watch = WatchLine(window.look, context, rooms, self._bar, self._show_page)
        self._watch.tryRequested.connect(self._begin)
        self._watch.backRequested.connect(self._home)
        self._map = MapLine(window.look, context, self._sitting, self._show_page)
        self._map.practiceRequested.connect(self._begin)
        self._map.watchRequested.connect(self._watch.watch)
        self._map.backRequested.connect(self._home)
        self._bar.mapRequested.connect(self._map.show)
        self._code = CodeLine(window.look, context, self._display, self._show_page)
        self._code.homeRequested.connect(self._on_code_accepted)
        self._code.mapRequested.connect(self._map.show)
        self._code.backRequested.connect(self._start)

    # The start page

    def adopt(self, screen: StartScreen) -> None:
        """Connect a start page that is on the screen already."""
        self._start_shown = screen
        screen.startRequested.connect(self._on_start)
        screen.cardRequested.connect(self._on_card)
        screen.codeRequested.connect(self._code.begin)
        screen.tutorRequested.connect(self.tutorRequested)
        screen.joinRequested.connect(self.joinRequested)
        screen.languageRequested.connect(self._on_language_at_start)
        self._display.listen(screen)

    def show_start(self) -> None:
        """The laptop is free for the next person, and looks as it does by itself."""
        self._display.stand_up()
        self._start()

    def _start(self) -> None:
        self._sitting.practice = None
        screen = StartScreen(self._look)
        self.fill_start(screen, self._context.reception.cards())
        self.adopt(screen)
        self._show_page(screen)

    def fill_start(self, screen: StartScreen, people: Sequence[PersonOnStart]) -> None:
        """Put the cards of known people and of the one who was cut off."""
        screen.show_people(people, self._context.reception.interrupted())
        screen.show_laptop(self._context.laptop.number)
        screen.show_invitation(self._invitation)
        if self._context.rehearsal:
            screen.show_rehearsal()

    def invite(self, workshop: str) -> None:
        """A stick with this workshop is there ("" for none): the start page offers to join."""
        self._invitation = workshop
        page = self._start_page()
        if page is not None:
            page.show_invitation(workshop)

    def renumber(self) -> None:
        """The laptop has another number."""
        page = self._start_page()
        if page is not None:
            page.show_laptop(self._context.laptop.number)

    def _start_page(self) -> StartScreen | None:
        page = self._start_shown
        return page if page is not None and isValid(page) else None

    def _on_start(self) -> None:
        language = i18n.current()
        try:
            offer = self._context.what_next.first(language)
        except NothingToPractiseError:
            self._say_nothing_to_practise()
            return
        self._context.reception.arrive(language)
        self._display.sit_down()
        self._begin(offer)

    def _on_card(self, person_id: str) -> None:
        seat = self._context.reception.come_back(person_id)
        self._display.sit_down()
        self._bar.end_open_call(person_id)
        if seat.person.code:
            self._home()
        else:
            self._resume()

    def _on_code_accepted(self) -> None:
        self._bar.end_open_call(self._sitting.person.id)
        self._home()

    def _on_language_at_start(self, language: str) -> None:
        i18n.use(language)
        self._start()

    # Practising

    def _begin(self, offer: Suggestion) -> None:
        if offer.resumes:
            self._resume()
            return
        self._sitting.practice = self._context.practices.begin(
            self._sitting.person.id, offer.exercise, offer.mode, offer.data_set, i18n.current()
        )
        self._exercise()

    def _resume(self) -> None:
        person_id = self._sitting.person.id
        try:
            self._sitting.practice = self._context.practices.resume(person_id, i18n.current())
        except ContentError:
            # The exercise is gone or broken by now; the tutor's page names it.
            self._sitting.practice = None
        if self._sitting.practice is None:
            self._home()
        else:
            self._exercise()

    def _exercise(self) -> None:
        practice = self._sitting.require_practice()
        screen = ExerciseScreen(
            self._look,
            self._context.clock,
            practice,
            self._rooms.room_class,
            self._sitting.who,
            may_skip=self._rooms.needs_pointer(practice.exercise.room),
            reader=self._reader,
        )
        screen.doneFinished.connect(self._on_done)
        screen.skipRequested.connect(self._on_skip)
        screen.renewRequested.connect(self._exercise)
        screen.languageRequested.connect(self._on_language_in_exercise)
        self._bar.connect_bar(screen.bar, self._exercise)
        self._show_page(screen)

    def _on_skip(self) -> None:
        """Somebody without a mouse, say: on with what comes next."""
        self._sitting.require_practice().skip()
        self._sitting.practice = None
        offers = self._context.what_next.for_person(self._sitting.person.id, i18n.current())
        self._begin(offers.main)

    def _on_language_in_exercise(self, language: str) -> None:
        self._sitting.speak(language)
        self._exercise()

    def _on_done(self) -> None:
        practice = self._sitting.require_practice()
        screen = SuccessScreen(
            self._look, achievement_of(practice), self._sitting.who, self._reader
        )
        screen.goOnRequested.connect(self._on_after_success)
        screen.againRequested.connect(self._on_again)
        screen.languageRequested.connect(self._on_language_after)
        self._bar.connect_bar(screen.bar, self._on_done)
        self._show_page(screen)
        screen.say()

    def _on_language_after(self, language: str) -> None:
        self._sitting.speak(language)
        self._on_done()

    def _on_after_success(self) -> None:
        self._sitting.practice = None
        if self._sitting.person.code:
            self._home()
            return
        code = self._context.reception.offer_code()
        screen = CodeScreen(self._look, code)
        screen.setProperty("code", code)
        screen.taken.connect(self._on_code_taken)
        screen.skipped.connect(self._home)
        self._show_page(screen)

    def _on_again(self, mode: Mode) -> None:
        done = self._sitting.require_practice()
        data = done.exercise.data
        following = data[(data.index(done.data_set) + 1) % len(data)]
        self._sitting.practice = self._context.practices.begin(
            self._sitting.person.id, done.exercise.id, mode, following, i18n.current()
        )
        self._exercise()

    def _on_code_taken(self, first_name: str) -> None:
        screen = self.sender()
        if screen is not None:
            self._context.reception.take_code(str(screen.property("code")), first_name)
        self._home()

    # The learner's own pages

    def _home(self) -> None:
        self._sitting.practice = None
        language = i18n.current()
        try:
            offers = self._context.what_next.for_person(self._sitting.person.id, language)
        except NothingToPractiseError:
            self._say_nothing_to_practise()
            return
        skills = self._context.skills.of_person(self._sitting.person.id, language)
        screen = HomeScreen(self._look, self._sitting.who, offers, skills)
        screen.practiceRequested.connect(self._begin)
        screen.watchRequested.connect(self._watch.watch)
        screen.mapRequested.connect(self._map.show)
        screen.languageRequested.connect(self._on_language_at_home)
        self._bar.connect_bar(screen.bar, self._home)
        self._show_page(screen)

    def _say_nothing_to_practise(self) -> None:
        screen = TroubleScreen(
            self._look,
            _("Harjoitukset puuttuvat"),
            _("Tällä koneella ei ole nyt harjoituksia. Tietosi ovat tallessa. Kutsu tutor."),
            verb=_("Takaisin"),
        )
        screen.goOnRequested.connect(self.show_start)
        self._show_page(screen)

    def _on_language_at_home(self, language: str) -> None:
        self._sitting.speak(language)
        self._home()

    def make_room(self, last_act: datetime) -> None:
        """Somebody else sits here now: save, end the visit with the last act, and begin anew."""
        self._sitting.save()
        self._context.reception.make_room(last_act)
        self.show_start()

    def save(self) -> None:
        """The program closes: save where the person is. The visit stays open for "Jatka tästä"."""
        self._sitting.save()
