"""«Oletko vielä Anna?», in the whole program: who stays loses nothing, who is another begins."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from digitutor_app.screens.learner.call import CallScreen
from digitutor_app.screens.learner.exercise import ExerciseScreen
from digitutor_app.screens.learner.start import StartScreen
from digitutor_app.screens.learner.still_here import StillHereScreen
from tests.app.person import Person
from tests.finding import field

TEN = 600


@pytest.fixture
def program(started, folder):
    return started(folder)


@pytest.fixture
def person(program):
    return Person(program.window)


@pytest.fixture
def quiet(program, clock):
    """Nothing moves for so many seconds; then the program looks."""

    def wait(seconds=TEN):
        clock.forward(seconds)
        program.house.still_here.look()

    return wait


def signed_in(person, name=""):
    person.press("Aloita")
    person.do_exercise()
    person.press("Jatka")
    if name:
        person.type("Etunimi tai kutsumanimi", name)
    code = person.page.property("code")
    person.press("Ota koodi käyttöön")
    return code


def visits(program, day):
    worker = program.house.parts.context.worker
    return worker.ask(lambda store: store.visits.of_day(day))


def test_who_stays_goes_on_where_they_were(person, quiet):
    signed_in(person, "Anna")
    person.press("Aloita")
    person.do_step()
    page, step = person.page, person.step
    quiet(TEN - 1)
    assert person.page is page
    place = person.practice.computer.to_plain()
    quiet(1)
    assert "Oletko vielä Anna?" in person.sees()
    assert page.practice.text.title not in person.sees(), "nothing of the work"
    assert not page.isVisible()
    person.press("Kyllä, jatkan")
    assert person.page is page
    assert (person.step, person.practice.computer.to_plain()) == (step, place)
    quiet(TEN)
    assert isinstance(person.page, StillHereScreen), "and it is asked again another time"


def test_nobody_is_sent_away_by_time(person, quiet):
    signed_in(person, "Anna")
    quiet()
    for _hour in range(3):
        quiet(3600)
    assert isinstance(person.page, StillHereScreen)
    person.press("Kyllä, jatkan")
    assert "Seuraava tehtävä" in person.sees()


def test_somebody_else_begins_and_the_visit_ended_with_the_last_act(program, person, quiet, clock):
    code = signed_in(person, "Anna")
    person.press("Aloita")
    person.do_step()
    step, left = person.step, clock.now()
    quiet()
    clock.forward(1800)
    person.press("Joku muu")
    assert isinstance(person.page, StartScreen)
    [visit] = visits(program, left.date())
    assert (visit.left, visit.last_seen) == (left, left)
    person.press(f"Anna, {code}")
    assert "Olit tässä." in person.sees()
    person.press("Jatka")
    assert person.step == step


def test_a_code_is_asked_for_with_its_picture(person, quiet):
    from digitutor_app.ui_kit.picture import PictureView
    from tests.finding import find

    code = signed_in(person)
    quiet()
    assert f"Oletko vielä {code}?" in person.sees()
    find(person.page, f"Koodin kuva: {code}", PictureView)


def test_without_a_name_the_work_can_still_be_found(program, person, quiet, clock):
    person.press("Aloita")
    person.do_step()
    step = person.step
    left = clock.now()
    quiet()
    assert "Oletko vielä siinä?" in person.sees()
    person.press("Joku muu")
    person.press("Jatka tästä, Harjoitus jäi kesken.")
    assert person.step == step
    person.press("Lähden nyt")
    assert visits(program, left.date())


def test_the_visit_of_somebody_without_a_name_ends_when_the_next_begins(
    program, person, quiet, clock
):
    person.press("Aloita")
    left = clock.now()
    quiet()
    person.press("Joku muu")
    person.press("Aloita")
    old, new = visits(program, left.date())
    assert old.left == left
    assert new.left is None


def test_what_was_typed_is_still_there(person, quiet):
    person.press("Aloita")
    person.do_exercise()
    person.press("Jatka")
    person.type("Etunimi tai kutsumanimi", "Ann")
    quiet()
    person.press("Kyllä, jatkan")
    assert field(person.page, "Etunimi tai kutsumanimi").text() == "Ann"
    person.type("Etunimi tai kutsumanimi", "a")
    assert field(person.page, "Etunimi tai kutsumanimi").text() == "Anna"


def test_a_call_waits(person, quiet):
    person.press("Aloita")
    person.press("Kutsu tutor")
    quiet(2 * TEN)
    assert isinstance(person.page, CallScreen)
    person.press("Jatkan itse")
    quiet(TEN - 1)
    assert isinstance(person.page, ExerciseScreen)


def test_on_the_start_page_nobody_is_asked(person, quiet):
    quiet(2 * TEN)
    assert isinstance(person.page, StartScreen)
    signed_in(person, "Anna")
    person.press("Lähden nyt")
    quiet(2 * TEN)
    assert "Kiitos käynnistä" in person.sees()


@pytest.mark.parametrize("sign", ["movement", "press", "key"])
def test_every_sign_of_life_counts(program, person, quiet, clock, sign):
    signed_in(person)
    window = program.window.windowHandle()
    program.house.still_here.look()
    clock.forward(TEN - 1)
    if sign == "movement":
        QTest.mouseMove(window, QPoint(300, 400))
    elif sign == "press":
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(3, 300))
    else:
        QTest.keyClick(window, Qt.Key.Key_Shift)
    quiet(TEN - 1)
    assert not isinstance(person.page, StillHereScreen)
    quiet(1)
    assert isinstance(person.page, StillHereScreen)


def test_another_page_over_the_question_ends_it(program, person, quiet):
    signed_in(person, "Anna")
    quiet()
    program.house.learner.show_start()
    program.house.still_here.look()
    assert isinstance(person.page, StartScreen)
    person.press("Aloita")
    quiet()
    assert isinstance(person.page, StillHereScreen)
