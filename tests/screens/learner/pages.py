"""Makes each page of a learner with real services; ``PAGES`` are their names."""

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.people import Person
from digitutor_app.exchange.errors import PlaceFullError
from digitutor_app.screens.exchange_words import place_trouble
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
from digitutor_app.screens.learner.where import WhereScreen
from digitutor_app.services.achievement import achievement_of
from digitutor_app.services.place import place_of_practice
from tests.store.makers import a_person, an_attempt

CODE = "sininen-kettu-27"
PAGES = (
    "start",
    "start_invited",
    "exercise",
    "exercise_alone",
    "success",
    "success_again",
    "code",
    "type_code",
    "where",
    "home",
    "home_resuming",
    "skills",
    "no_skills",
    "map",
    "modes",
    "modes_new",
    "still_here",
    "still_here_code",
    "call",
    "call_nowhere",
    "pause",
    "leave",
    "display",
    "stick_waiting",
    "stick_done",
    "stick_trouble",
)


class Pages:
    """Somebody called ``name`` has a code, has done one exercise and begun another."""

    def __init__(self, parts, look, name="Aino"):
        self.parts, self.look, self.name = parts, look, name
        self.context = parts.context
        self.who = f"{name} · {CODE}"

    def person(self, *, done=False) -> Person:
        person = a_person(CODE, self.name)
        self.context.worker.ask(lambda store: store.people.put(person))
        if done:
            for exercise, skill in (("files-01", "files.open"), ("files-04", "files.move")):
                made = an_attempt(person.id, exercise=exercise, skills=(skill,))
                self.context.worker.ask(lambda store, a=made: store.attempts.add(a))
        self.context.reception.come_back(person.id)
        return person

    def practice(self, mode=Mode.GUIDED, exercise="files-04"):
        person = self.person()
        return self.context.practices.begin(person.id, exercise, mode, "a", "fi")

    def make(self, page):
        return getattr(self, page)()

    def start(self):
        page = StartScreen(self.look)
        page.show_laptop("3")
        self.person()
        page.show_people(self.context.reception.cards(), Person(id="nobody"))
        return page

    def start_invited(self):
        page = self.start()
        page.show_invitation("Digitaitojen perusteet · Kirjasto · ti 24.11.")
        page.show_rehearsal()
        return page

    def exercise(self, mode=Mode.GUIDED, exercise="files-04"):
        rooms = self.parts.rooms.room_class
        practice = self.practice(mode, exercise)
        return ExerciseScreen(self.look, self.context.clock, practice, rooms, self.who, pace=0)

    def exercise_alone(self):
        return self.exercise(Mode.ALONE)

    def success(self):
        return SuccessScreen(self.look, achievement_of(self.practice()), self.who)

    def success_again(self):
        """Done alone by cutting and pasting."""
        practice = self.practice(Mode.ALONE)
        practice.run.tally.way = "cut_and_paste"
        return SuccessScreen(self.look, achievement_of(practice), self.who)

    def code(self):
        return CodeScreen(self.look, CODE)

    def type_code(self):
        page = TypeCodeScreen(self.look)
        page.say_not_a_code()
        return page

    def where(self):
        return WhereScreen(self.look, CODE)

    def home(self):
        person = self.person(done=True)
        offers = self.context.what_next.for_person(person.id, "fi")
        skills = self.context.skills.of_person(person.id, "fi")
        return HomeScreen(self.look, self.who, offers, skills)

    def home_resuming(self):
        practice = self.practice()
        offers = self.context.what_next.for_person(practice.person_id, "fi")
        return HomeScreen(self.look, self.who, offers, ())

    def skills(self):
        person = self.person(done=True)
        skills = self.context.skills.of_person(person.id, "fi")
        coming = self.context.skills.coming(person.id, ["files-02", "files-05"], "fi")
        return SkillsScreen(self.look, self.who, skills, coming)

    def map(self):
        person = self.person(done=True)
        modules = self.context.exercise_map.modules("fi")
        page = MapScreen(self.look, self.who, modules, "files")
        page.show_module(self.context.exercise_map.entries("files", person.id, "fi"))
        return page

    def modes(self, exercise="files-04"):
        person = self.person(done=True)
        entries = self.context.exercise_map.entries("files", person.id, "fi")
        entry = next(e for e in entries if e.exercise == exercise)
        return ModesScreen(self.look, self.who, entry)

    def modes_new(self):
        return self.modes("files-02")

    def still_here(self):
        return StillHereScreen(self.look, self.name, CODE)

    def still_here_code(self):
        return StillHereScreen(self.look, "", CODE)

    def no_skills(self):
        return SkillsScreen(self.look, self.who, ())

    def call(self):
        return CallScreen(self.look, "3", place_of_practice(self.practice()))

    def call_nowhere(self):
        return CallScreen(self.look, "", None)

    def pause(self):
        return PauseScreen(self.look, CODE, self.name)

    def leave(self):
        return LeaveScreen(self.look, 75, CODE, "Avaa kansio ja tiedosto")

    def display(self):
        return DisplayScreen(self.look)

    def stick_waiting(self):
        return StickScreen(self.look)

    def stick_done(self):
        page = StickScreen(self.look)
        page.show_done(12)
        return page

    def stick_trouble(self):
        page = StickScreen(self.look)
        page.show_trouble(*place_trouble(PlaceFullError()))
        return page
