"""From home over the map to any exercise in any mode, and back."""

from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.screens.learner.map import MapScreen
from digitutor_app.screens.learner.modes import ModesScreen
from digitutor_app.screens.learner.watch import WatchScreen
from tests.app.test_learner_line import take_a_code

ALONE = "Itse, Saat tavoitteen. Vihje auttaa, kun haluat."
VARIED = "Toisin, Teet saman uusilla nimillä ja paikoilla."
WATCH = "Katso, Ohjelma näyttää tehtävän. Sinä katsot."


def open_from_map(person, module, title):
    person.press("Katso kartta")
    if f"\n{title}, " not in person.sees():
        person.press(module)
    person.press_what_begins(f"{title}, ")


def test_any_exercise_in_any_mode(laptop):
    person = laptop.person
    take_a_code(person)
    open_from_map(person, "Tiedostot ja kansiot", "Luo uusi kansio")
    assert isinstance(person.page, ModesScreen)
    assert "Toisin avautuu, kun olet tehnyt tämän kerran itse." in person.sees()
    person.press(ALONE)
    practice = person.practice
    assert (practice.exercise.id, practice.run.mode) == ("files-02", Mode.ALONE)
    first = practice.data_set
    person.do_exercise()
    person.press("Tee sama toisin")
    assert person.practice.run.mode is Mode.VARIATION
    assert person.practice.data_set != first
    person.do_exercise()
    person.press("Jatka")
    open_from_map(person, "Tiedostot ja kansiot", "Luo uusi kansio")
    person.press(VARIED)
    assert person.practice.run.mode is Mode.VARIATION
    mine = laptop.context.reception.require().person.id
    done = laptop.ask(lambda store: store.attempts.of_person(mine))
    assert {a.mode for a in done if a.exercise == "files-02" and a.end is AttemptEnd.DONE} == {
        Mode.ALONE,
        Mode.VARIATION,
    }


def test_back_from_the_modes_and_from_the_map(laptop):
    person = laptop.person
    take_a_code(person)
    open_from_map(person, "Tiedostot ja kansiot", "Luo uusi kansio")
    person.press("Takaisin")
    assert isinstance(person.page, MapScreen)
    assert "Luo uusi kansio, " in person.sees(), "the same module as before"
    person.press("Takaisin")
    assert "Omat harjoitukset" in person.sees()


def test_the_map_is_one_press_from_ones_own_skills(laptop):
    person = laptop.person
    take_a_code(person)
    person.press("Omat taitoni")
    person.press("Kaikki harjoitukset")
    assert isinstance(person.page, MapScreen)


def test_watching_first(laptop):
    person = laptop.person
    take_a_code(person)
    person.press("Katso ensin")
    assert isinstance(person.page, WatchScreen)


def test_watching_from_the_map(laptop):
    person = laptop.person
    take_a_code(person)
    open_from_map(person, "Tiedostot ja kansiot", "Luo uusi kansio")
    person.press(WATCH)
    assert isinstance(person.page, WatchScreen)
