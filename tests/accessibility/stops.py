"""Every page and dialog of the program as a stop that can be shown in its window.

``STOPS`` names them; a new screen, dialog or room without a stop fails test_every_screen_is_here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from digitutor_app.app.compose import Parts
from digitutor_app.app.window import MainWindow
from digitutor_app.dialogs.laptop_number import LaptopNumberDialog
from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.people import Person
from digitutor_app.exchange.errors import PlaceGoneError
from digitutor_app.screens.learner.call import CallScreen
from digitutor_app.screens.learner.code import CodeScreen
from digitutor_app.screens.learner.display import DisplayScreen
from digitutor_app.screens.learner.exercise import ExerciseScreen
from digitutor_app.screens.learner.home import HomeScreen
from digitutor_app.screens.learner.leave import LeaveScreen
from digitutor_app.screens.learner.map import MapScreen
from digitutor_app.screens.learner.modes import ModesScreen
from digitutor_app.screens.learner.pause import PauseScreen
from digitutor_app.screens.learner.skills import SkillsScreen
from digitutor_app.screens.learner.start import StartScreen
from digitutor_app.screens.learner.stick import StickScreen
from digitutor_app.screens.learner.still_here import StillHereScreen
from digitutor_app.screens.learner.success import SuccessScreen
from digitutor_app.screens.learner.type_code import TypeCodeScreen
from digitutor_app.screens.learner.watch import WatchScreen
from digitutor_app.screens.learner.where import WhereScreen
from digitutor_app.screens.trouble import TroubleScreen
from digitutor_app.screens.tutor.certificate import CertificateScreen
from digitutor_app.screens.tutor.certificates import CertificatesScreen
from digitutor_app.screens.tutor.code_cards import CodeCardsScreen
from digitutor_app.screens.tutor.end_day import EndDayScreen
from digitutor_app.screens.tutor.erase import EraseScreen
from digitutor_app.screens.tutor.erasures import ErasuresScreen
from digitutor_app.screens.tutor.gate import GateScreen
from digitutor_app.screens.tutor.gate_news import GateNewsScreen
from digitutor_app.screens.tutor.given_back import GivenBackScreen
from digitutor_app.screens.tutor.joined_people import JoinedPeopleScreen
from digitutor_app.screens.tutor.keys import KeysScreen
from digitutor_app.screens.tutor.letterhead import LetterheadScreen
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.screens.tutor.own_words import OwnWordsScreen
from digitutor_app.screens.tutor.papers import PapersScreen
from digitutor_app.screens.tutor.people import PeopleScreen
from digitutor_app.screens.tutor.person import PersonScreen
from digitutor_app.screens.tutor.person_move import MoveAttemptScreen
from digitutor_app.screens.tutor.pin import PinChoiceScreen, PinScreen
from digitutor_app.screens.tutor.progress_sheet import ProgressSheetScreen
from digitutor_app.screens.tutor.recover import RecoverScreen, RecoverWhoScreen
from digitutor_app.screens.tutor.recovery_check import RecoveryCheckScreen
from digitutor_app.screens.tutor.recovery_sheet import RecoverySheetScreen
from digitutor_app.screens.tutor.this_laptop import ThisLaptopScreen
from digitutor_app.screens.tutor.visit import VisitScreen
from digitutor_app.screens.tutor.visits import VisitsScreen
from digitutor_app.screens.tutor.words import WordsScreen
from digitutor_app.screens.tutor.workshop import WorkshopScreen
from digitutor_app.services.context import TutorContext
from digitutor_app.services.gate import Gate, Tutor
from digitutor_app.services.gate_wait import WrongTries
from digitutor_app.services.given_back import GivenBack
from digitutor_app.services.idle_lock import IdleLock
from digitutor_app.services.recovery_sheets import NewRecovery
from digitutor_app.services.this_laptop import ThisLaptop
from digitutor_app.services.watching import Watched
from digitutor_app.store.store import Store
from digitutor_app.trust.cost import Cost
from digitutor_app.trust.errors import KeyDamagedError
from digitutor_app.ui_kit.message_box import MessageDialog
from tests.screens.learner.pages import Pages
from tests.screens.tutor import facts
from tests.screens.tutor.data_pages import PAGES
from tests.screens.tutor.laptops import some_laptops
from tests.screens.tutor.pairs import at_laptop


@dataclass(frozen=True)
class World:
    """The window; a learner's laptop; and a laptop with a workshop day and a tutor at it."""

    window: MainWindow
    learner: Parts
    day: Parts
    tutor: TutorContext
    people: list[Person]

    @property
    def pages(self) -> Pages:
        """A page of somebody who sits down at the learner's laptop."""
        self.learner.context.worker.ask(_forget_everybody)
        return Pages(self.learner, self.window.look)

    def for_tutor(self, kind: type[QWidget], *more: object) -> QWidget:
        """A tutor's page as the program makes it."""
        return kind(self.window.look, self.day.context, self.tutor, *more)


def _forget_everybody(store: Store) -> None:
    """Codes are one person's own; every stop begins with nobody."""
    for card in store.people.all_cards():
        store.people.delete(card.id)


@dataclass(frozen=True)
class Stop:
    """What is shown: of which class, made how; ``room`` for a page with the practice computer."""

    kind: type[QWidget]
    make: Callable[[World], QWidget]
    room: str = ""


def _learner(kind: type[QWidget], name: str) -> Stop:
    return Stop(kind, lambda world: world.pages.make(name))


def _exercise(exercise: str, room: str, mode: Mode = Mode.GUIDED) -> Stop:
    return Stop(ExerciseScreen, lambda world: world.pages.exercise(mode, exercise), room)


def _tutor(kind: type[QWidget]) -> Stop:
    return Stop(kind, lambda world: world.for_tutor(kind))


def _tutor_of_person(kind: type[QWidget]) -> Stop:
    return Stop(kind, lambda world: world.for_tutor(kind, world.people[0].id))


def _watch(world: World) -> QWidget:
    context = world.learner.context
    pages = world.pages
    person = pages.person()
    watching = context.watchings.begin(Watched(person.id, "files-04", "a"), "fi")
    rooms = world.learner.rooms.room_class
    return WatchScreen(world.window.look, context.clock, watching, rooms, pages.who)


def _trouble(world: World) -> QWidget:
    return TroubleScreen(
        world.window.look,
        "Tietoja ei voi avata",
        "Tietokansio on toisen ohjelman käytössä.",
        verb="Valitse toinen kansio",
        other_verb="Yritä uudelleen",
    )


def _visit(world: World) -> QWidget:
    person_id = world.people[0].id
    context = world.day.context
    visits = context.worker.ask(lambda store: store.visits.of_person(person_id))
    return VisitScreen(world.window.look, context, person_id, visits[0].id)


def _move(world: World) -> QWidget:
    person_id = world.people[0].id
    context = world.day.context
    attempts = context.worker.ask(lambda store: store.attempts.of_person(person_id))
    return MoveAttemptScreen(world.window.look, context, person_id, attempts[0].id)


def _pair(world: World) -> str:
    """Two of one name from two laptops; returns the id of the one who stands for both, or would."""
    context = world.day.context
    known = context.worker.ask(lambda store: store.people.by_code("sininen-kettu-28"))
    if known:
        return known[0].id
    at_laptop(context, "vihreä-kuusi-15", "", "4", hours=3)
    return at_laptop(context, "sininen-kettu-28", "Maria", "1").id


def _people(world: World) -> QWidget:
    """Everybody, with a question about two of them."""
    world.tutor.erasing.take_back(_pair(world))
    if not world.tutor.same_person.questions():
        at_laptop(world.day.context, "punainen-talo-64", "Maria", "4", hours=3)
    return PeopleScreen(world.window.look, world.day.context, tutor=world.tutor)


def _people_waiting(world: World) -> QWidget:
    """One of the two waits to be erased."""
    _people(world)
    waits = Person(id=_pair(world), code="sininen-kettu-28")
    world.tutor.erasing.ask(waits, "sininen-kettu-28")
    return PeopleScreen(world.window.look, world.day.context, tutor=world.tutor)


def _joined_people(world: World) -> QWidget:
    head = _pair(world)
    world.tutor.erasing.take_back(head)
    other = world.day.context.worker.ask(lambda store: store.people.by_code("vihreä-kuusi-15"))
    for person in other:
        world.tutor.same_person.join(head, person.id)
    return JoinedPeopleScreen(world.window.look, world.tutor)


def _erase(world: World) -> QWidget:
    _joined_people(world)
    return world.for_tutor(EraseScreen, _pair(world))


def _erasures(world: World) -> QWidget:
    _people_waiting(world)
    return ErasuresScreen(world.window.look, world.tutor, "Levy on täynnä. Vapauta tilaa.")


def _given_back(world: World) -> QWidget:
    clock = world.day.context.clock
    some_laptops(world.tutor, clock)
    GivenBack(world.tutor.worker, clock).say(f"{3:064x}")
    return GivenBackScreen(world.window.look, world.tutor, clock)


def _day_only(kind: type[QWidget]) -> Stop:
    return Stop(kind, lambda world: kind(world.window.look, world.day.context))


def _first_pin(world: World) -> QWidget:
    return PinChoiceScreen(world.window.look, world.day.context, first=True)


def _letterhead(world: World) -> QWidget:
    facts.a_workshop(world.tutor, world.day.context.clock.now())
    return world.for_tutor(LetterheadScreen)


def _laptop_number(world: World) -> QWidget:
    return LaptopNumberDialog(world.window.look, world.window, "3")


def _this_laptop(world: World) -> QWidget:
    context = world.day.context
    screen = ThisLaptopScreen(world.window.look, "3")
    screen.show_now(ThisLaptop(context.worker, context.laptop, context.clock).now())
    screen.show_folder(Path("jaettu"), context.clock.now(), PlaceGoneError("jaettu"))
    return screen


def _message(world: World) -> QWidget:
    return MessageDialog(
        world.window.look,
        world.window,
        "Suljetaanko ohjelma?",
        "Kaksi tallennusta odottaa tilaa.",
        yes_verb="Sulje silti",
        no_verb="Pidä auki",
    )


TUTORS = [Tutor("1", "Emma", me=True), Tutor("2", "Oskari", me=False)]


def _keys(world: World) -> QWidget:
    words = "kettu kuusi talo vene"
    clock = world.day.context.clock
    with TemporaryDirectory() as folder:
        gate = Gate(Path(folder), clock, _nothing, _nothing, Cost(1, 8 * 1024))
        worker = gate.choose(words, "Emma", NewRecovery(clock).secret)
        gate.add_tutor(worker, words, "Oskari", f"{words} toinen")
        worker.close()
        idle = IdleLock(world.day.context.worker, clock)
        return KeysScreen(world.window.look, gate, idle, "Oskari voi nyt avata tiedot.")


def _nothing(_news: object) -> None:
    """Nothing goes wrong here."""


def _gate_news(world: World) -> QWidget:
    return GateNewsScreen(world.window.look, WrongTries(3, world.day.context.clock.now()))


def _words(world: World) -> QWidget:
    return WordsScreen(
        world.window.look,
        "Tee tästä tutorin kone",
        "Salalause suojaa työpajoja, muistiinpanoja ja nimiä.",
        "Jatka",
        bar="Tutorille",
        ask_name="Nimesi",
        first=True,
    )


def _own_words(world: World) -> QWidget:
    return OwnWordsScreen(
        world.window.look,
        "Poistetaanko Oskari?",
        "Ohjelma salaa tiedot uudella avaimella.",
        "Poista",
    )


def _recover_damaged(world: World) -> QWidget:
    page = RecoverScreen(world.window.look)
    page.failed(KeyDamagedError(Path("slots.json")))
    return page


def _recover_who(world: World) -> QWidget:
    return RecoverWhoScreen(world.window.look, TUTORS)


def _recovery_sheet(world: World) -> QWidget:
    context = world.day.context
    recovery = NewRecovery(context.clock, "Kone 1")
    return RecoverySheetScreen(world.window.look, context, world.tutor.printing, recovery)


def _recovery_check(world: World) -> QWidget:
    recovery = NewRecovery(world.day.context.clock, "Kone 1")
    return RecoveryCheckScreen(world.window.look, recovery, "Ota käyttöön")


def _data(make: Callable[..., QWidget], world: World) -> QWidget:
    return make(world.window.look, world.day.context.clock.now())


STOPS = {
    "start": _learner(StartScreen, "start"),
    "start invited": _learner(StartScreen, "start_invited"),
    "exercise files": _exercise("files-04", "files"),
    "exercise files alone": _exercise("files-04", "files", Mode.ALONE),
    "exercise pointer lamps": _exercise("mouse-01", "pointer"),
    "exercise pointer bells": _exercise("mouse-02", "pointer"),
    "exercise pointer things": _exercise("mouse-05", "pointer"),
    "exercise pointer list": _exercise("mouse-06", "pointer"),
    "exercise pointer shapes": _exercise("mouse-07", "pointer"),
    "exercise typing": _exercise("kbd-01", "typing"),
    "exercise typing fields": _exercise("kbd-05", "typing"),
    "watch": Stop(WatchScreen, _watch, "files"),
    "success": _learner(SuccessScreen, "success"),
    "code": _learner(CodeScreen, "code"),
    "type code": _learner(TypeCodeScreen, "type_code"),
    "where": _learner(WhereScreen, "where"),
    "home": _learner(HomeScreen, "home"),
    "home resuming": _learner(HomeScreen, "home_resuming"),
    "skills": _learner(SkillsScreen, "skills"),
    "map": _learner(MapScreen, "map"),
    "modes": _learner(ModesScreen, "modes"),
    "still here": _learner(StillHereScreen, "still_here"),
    "call": _learner(CallScreen, "call"),
    "pause": _learner(PauseScreen, "pause"),
    "leave": _learner(LeaveScreen, "leave"),
    "display": _learner(DisplayScreen, "display"),
    "stick done": _learner(StickScreen, "stick_done"),
    "stick trouble": _learner(StickScreen, "stick_trouble"),
    "trouble": Stop(TroubleScreen, _trouble),
    "gate": _day_only(GateScreen),
    "gate news": Stop(GateNewsScreen, _gate_news),
    "words": Stop(WordsScreen, _words),
    "own words": Stop(OwnWordsScreen, _own_words),
    "keys": Stop(KeysScreen, _keys),
    "recover": Stop(RecoverScreen, lambda world: RecoverScreen(world.window.look)),
    "recover, key file damaged": Stop(RecoverScreen, _recover_damaged),
    "recover who": Stop(RecoverWhoScreen, _recover_who),
    "recovery sheet": Stop(RecoverySheetScreen, _recovery_sheet),
    "recovery check": Stop(RecoveryCheckScreen, _recovery_check),
    "now": _tutor(NowScreen),
    "people": _day_only(PeopleScreen),
    "people of all laptops": Stop(PeopleScreen, _people),
    "people, one waits to be erased": Stop(PeopleScreen, _people_waiting),
    "joined people": Stop(JoinedPeopleScreen, _joined_people),
    "erase": Stop(EraseScreen, _erase),
    "erasures": Stop(ErasuresScreen, _erasures),
    "given back": Stop(GivenBackScreen, _given_back),
    "visits": _day_only(VisitsScreen),
    "visit": Stop(VisitScreen, _visit),
    "end of the day": _day_only(EndDayScreen),
    "pin": _day_only(PinScreen),
    "pin choice": _day_only(PinChoiceScreen),
    "pin choice at a workshop's laptop": Stop(PinChoiceScreen, _first_pin),
    "this laptop": Stop(ThisLaptopScreen, _this_laptop),
    "move an attempt": Stop(MoveAttemptScreen, _move),
    "person": _tutor_of_person(PersonScreen),
    "workshops": _tutor(WorkshopScreen),
    "papers": Stop(PapersScreen, lambda world: PapersScreen(world.window.look)),
    "certificate": _tutor_of_person(CertificateScreen),
    "certificates": _tutor(CertificatesScreen),
    "code cards": _tutor(CodeCardsScreen),
    "letterhead": Stop(LetterheadScreen, _letterhead),
    "progress sheet": _tutor_of_person(ProgressSheetScreen),
    **{name: Stop(kind, partial(_data, make)) for name, (kind, make) in PAGES.items()},
    "dialog laptop number": Stop(LaptopNumberDialog, _laptop_number),
    "dialog message": Stop(MessageDialog, _message),
}
