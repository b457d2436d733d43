"""The learner's whole way in one window: from Aloita to coming back another time."""

from datetime import timedelta

import pytest

from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.domain.calls import CallEnd
from digitutor_app.domain.visits import quarter_hours
from digitutor_app.screens.learner.exercise import ExerciseScreen
from digitutor_app.screens.learner.start import StartScreen


def take_a_code(person, name=""):
    """From the start page over the first success to one's own page; returns the code."""
    person.press("Aloita")
    person.do_exercise()
    person.press("Jatka")
    if name:
        person.type("Etunimi tai kutsumanimi", name)
    code = person.page.property("code")
    person.press("Ota koodi käyttöön")
    return code


def typed(code):
    """A code without the letters that QTest cannot type; a person may leave the dots out too."""
    return code.replace("ä", "a").replace("ö", "o")


def test_a_visit_from_aloita_to_coming_back(laptop, clock):  # noqa: PLR0915 - one whole story
    person = laptop.person
    arrived = clock.now()
    assert "Olitko täällä aiemmin?" in person.sees()

    person.press("Aloita")
    assert isinstance(person.page, ExerciseScreen)
    first = person.practice.exercise.id
    assert person.practice.run.mode is Mode.GUIDED
    person.do_exercise()
    assert "Harjoitus on valmis" in person.sees()
    person.press("Jatka")

    assert "Tämä on sinun koodisi" in person.sees()
    code = person.page.property("code")
    assert code in person.sees()
    person.type("Etunimi tai kutsumanimi", "Aino")
    person.press("Ota koodi käyttöön")
    assert f"Aino · {code}" in person.sees()
    assert "Seuraava tehtävä" in person.sees()

    clock.forward(10 * 60)
    person.press("Aloita")
    second = person.practice.exercise.id
    assert second != first
    person.do_step()
    step = person.step
    place = person.practice.computer.to_plain()
    person.press("Vihje")
    words = person.practice.text.steps[step]
    assert words.again in person.sees()

    person.press("Kutsu tutor")
    assert "Tutor tulee" in person.sees()
    assert f"vaihe 2 / {len(laptop.context.catalogue.exercise(second).steps)}" in person.sees()
    assert words.instruction in person.sees()
    [call] = laptop.ask(lambda store: store.calls.open_calls())
    assert (call.exercise, call.step) == (second, step)
    person.press("Jatkan itse")
    assert laptop.ask(lambda store: store.calls.open_calls()) == []
    assert person.step == step

    person.press("Tauko")
    assert "Työsi on tallessa" in person.sees()
    assert words.instruction not in person.sees()
    person.press("Jatka")
    assert person.step == step
    assert person.practice.computer.to_plain() == place

    clock.forward(5 * 60)
    person.press("Lähden nyt")
    assert "Olit mukana 15 min." in person.sees()
    assert code in person.sees()
    assert "Jatkat kohdasta: " in person.sees()
    [visit] = laptop.visits()
    assert (visit.arrived, visit.left) == (arrived, arrived + timedelta(minutes=15))
    person.press("Valmis")

    assert isinstance(person.page, StartScreen)
    clock.forward(24 * 3600)
    person.press(f"Aino, {code}")
    assert "Tervetuloa takaisin. Olit tässä." in person.sees()
    assert "vaihe 2 / " in person.sees()
    assert len(laptop.visits()) == 2
    person.press("Jatka")
    assert person.step == step
    assert person.practice.computer.to_plain() == place
    person.do_exercise()
    assert "Harjoitus on valmis" in person.sees()
    mine = laptop.context.reception.require().person.id
    done = laptop.ask(lambda store: store.attempts.of_person(mine))
    assert {(a.exercise, a.end) for a in done} == {
        (first, AttemptEnd.DONE),
        (second, AttemptEnd.DONE),
    }


def test_the_tutor_comes(laptop):
    person = laptop.person
    person.press("Aloita")
    person.press("Kutsu tutor")
    person.press("Tutor on täällä")
    assert isinstance(person.page, ExerciseScreen)
    mine = laptop.context.reception.require().person.id
    [call] = laptop.ask(lambda store: store.calls.of_person(mine))
    assert call.end is CallEnd.TUTOR_CAME


def test_the_card_on_this_laptop_says_that_a_tutor_has_set_out(laptop, qtbot):
    person = laptop.person
    person.press("Aloita")
    person.press("Kutsu tutor")
    assert "Tutor tulee" in person.sees()
    [line] = laptop.context.board.today("fi").help
    laptop.context.calls.on_my_way(line.person.id, line.about)
    qtbot.waitUntil(lambda: "Tutor on tulossa" in person.sees())
    laptop.context.calls.take_back(line.person.id, line.about)
    qtbot.waitUntil(lambda: "Tutor tulee" in person.sees())
    person.press("Jatkan itse")
    assert laptop.context.board.today("fi").help == ()


def test_the_card_asks_a_closed_store_nothing(laptop):
    laptop.person.press("Aloita")
    laptop.person.press("Kutsu tutor")
    laptop.context.worker.close()
    laptop.person.page.look_for_tutor()
    assert "Tutor tulee" in laptop.person.sees()


def test_a_break_is_known_and_so_is_its_end(laptop, clock):
    person = laptop.person
    person.press("Aloita")
    person.press("Tauko")
    [visit] = laptop.visits()
    assert visit.paused == clock.now()
    clock.forward(10 * 60)
    assert laptop.context.board.today("fi").help == ()
    person.press("Jatka")
    [visit] = laptop.visits()
    assert (visit.paused, visit.last_seen) == (None, clock.now())


def test_a_call_outside_an_exercise(laptop):
    person = laptop.person
    take_a_code(person)
    person.press("Kutsu tutor")
    assert "Ei harjoitusta kesken" in person.sees()
    person.press("Jatkan itse")
    assert "Seuraava tehtävä" in person.sees()


@pytest.mark.parametrize("by", ["card", "code"])
def test_a_call_that_a_power_cut_left_open_ends_when_one_comes_back(laptop, by):
    code = take_a_code(laptop.person)
    laptop.person.press("Kutsu tutor")
    laptop.restart()
    assert len(laptop.ask(lambda store: store.calls.open_calls())) == 1
    person = laptop.person
    if by == "card":
        person.press(code)
    else:
        person.press("Kirjoitan koodin")
        person.type("Koodi", typed(code))
        person.press("Jatka")
    assert "Omat harjoitukset" in person.sees()
    assert laptop.ask(lambda store: store.calls.open_calls()) == []


def test_the_same_again_alone_with_other_data(laptop):
    person = laptop.person
    person.press("Aloita")
    exercise, data = person.practice.exercise.id, person.practice.data_set
    person.do_exercise()
    person.press("Tee sama itse")
    practice = person.practice
    assert (practice.exercise.id, practice.run.mode) == (exercise, Mode.ALONE)
    assert practice.data_set != data
    person.do_exercise()
    assert "Harjoitus on valmis" in person.sees()
    assert "Tee sama itse" not in person.sees()


def test_skipping_the_code_stays_without_a_name(laptop):
    person = laptop.person
    person.press("Aloita")
    person.do_exercise()
    person.press("Jatka")
    person.press("Ohita")
    assert "Omat harjoitukset" in person.sees()
    somebody = laptop.context.reception.require().person
    assert (somebody.code, somebody.first_name) == ("", "")
    person.press("Lähden nyt")
    assert "Koodilla jatkat" not in person.sees()
    person.press("Valmis")
    assert laptop.context.reception.cards() == []
    assert "Harjoitus jäi kesken." not in person.sees()


def test_a_known_code_typed_loosely(laptop):
    person = laptop.person
    code = take_a_code(person, "Eila")
    person.press("Lähden nyt")
    person.press("Valmis")
    person.press("Kirjoitan koodin")
    person.type("Koodi", typed(code).replace("-", " ").upper())
    person.press("Jatka")
    assert f"Eila · {code}" in person.sees()
    assert "Seuraava tehtävä" in person.sees()


def test_a_code_of_another_laptop_is_welcome(laptop):
    person = laptop.person
    person.press("Kirjoitan koodin")
    person.type("Koodi", "sininen-kettu-27")
    person.press("Jatka")
    assert "Missä olit?" in person.sees()
    person.press("Valitse kartalta")
    person.press("Tiedostot ja kansiot")
    person.press_what_begins("Kopioi lomakepohja")
    person.press_what_begins("Ohjatusti")
    assert person.practice.exercise.id == "files-05"
    person.press("Lähden nyt")
    person.press("Valmis")
    person.press("sininen-kettu-27")
    assert "Tervetuloa takaisin. Olit tässä." in person.sees()


def test_a_code_of_another_laptop_and_no_idea_where_one_was(laptop):
    person = laptop.person
    person.press("Kirjoitan koodin")
    person.type("Koodi", "sininen-kettu-27")
    person.press("Jatka")
    person.press("En tiedä. Valitse puolestani.")
    assert "Seuraava tehtävä" in person.sees()


def test_what_is_no_code_is_said_and_stays_in_the_field(laptop):
    from tests.finding import field

    person = laptop.person
    person.press("Kirjoitan koodin")
    person.type("Koodi", "en muista")
    person.press("Jatka")
    assert "Tästä ei löytynyt koodia." in person.sees()
    assert field(person.page, "Koodi").text() == "en muista"
    assert laptop.context.reception.seat is None
    person.press("Takaisin")
    assert isinstance(person.page, StartScreen)


def test_after_a_power_cut_somebody_without_a_code_goes_on(laptop):
    person = laptop.person
    person.press("Aloita")
    person.do_step()
    step, place = person.step, person.practice.computer.to_plain()
    laptop.restart()
    person = laptop.person
    assert "Harjoitus jäi kesken." in person.sees()
    person.press("Jatka tästä, Harjoitus jäi kesken.")
    assert person.step == step
    assert person.practice.computer.to_plain() == place
    assert len(laptop.visits()) == 1


def test_the_next_day_nobody_is_offered_another_persons_place(laptop, clock):
    laptop.person.press("Aloita")
    laptop.person.do_step()
    clock.forward(24 * 3600)
    laptop.restart()
    assert "Harjoitus jäi kesken." not in laptop.person.sees()
    laptop.person.press("Aloita")
    old, new = laptop.visits()
    assert old.left == old.last_seen
    assert new.left is None


def test_the_hours_of_two_visits(laptop, clock):
    from digitutor_app.domain.visits import attended

    person = laptop.person
    code = take_a_code(person, "Aino")
    clock.forward(50 * 60)
    person.press("Lähden nyt")
    person.press("Valmis")
    clock.forward(3600)
    person.press(f"Aino, {code}")
    clock.forward(25 * 60)
    person.press("Tauko")
    person.press("Lähden nyt")
    assert "Olit mukana 25 min." in person.sees()
    assert attended(laptop.visits()) == timedelta(minutes=75)


def test_own_skills_and_back(laptop):
    person = laptop.person
    take_a_code(person)
    person.press("Omat taitoni")
    assert "Takaisin" in person.sees()
    person.press("Takaisin")
    assert "Seuraava tehtävä" in person.sees()


def test_leaving_one_exercise_for_another_is_no_finished_one(laptop):
    person = laptop.person
    take_a_code(person)
    person.press("Aloita")
    person.do_step()
    begun = person.practice.exercise.id
    person.press("Tauko")
    person.press("Jatka")
    person.press("Alusta tehtävä")
    assert person.practice.exercise.id == begun
    assert person.practice.run.untouched
    person.do_exercise()
    mine = laptop.context.reception.require().person.id
    ends = [a.end for a in laptop.ask(lambda s: s.attempts.of_person(mine)) if a.exercise == begun]
    assert sorted(ends) == [AttemptEnd.DONE, AttemptEnd.RESTARTED]


def test_a_clock_that_is_set_back_makes_no_visit_of_less_than_nothing(laptop):
    person = laptop.person
    person.press("Aloita")
    person.do_step()
    laptop.clock.set_wall(laptop.clock.now() - timedelta(hours=2))
    person.press("Lähden nyt")
    assert "Olit mukana 0 min." in person.sees()
    person.press("Valmis")
    assert "Tervetuloa" in person.sees()
    assert quarter_hours(laptop.visits()) == 0
