"""Settings for screen and mouse follow the person, and are not left for the next one."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from digitutor_app.domain.display import USUAL, Display
from digitutor_app.screens.learner.display import DisplayScreen
from digitutor_app.screens.learner.exercise import TICK_MS, ExerciseScreen
from digitutor_app.screens.learner.start import StartScreen
from digitutor_app.ui_kit.theme import LIGHT, THEMES
from tests.finding import field, find
from tests.looks import settle

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
LARGE = "Minkä kokoinen teksti sopii sinulle? Suuri"
DARK = "Mitkä värit sopivat sinulle? Tummat"
LEFT_HAND = "Kummalla kädellä käytät hiirtä? Vasemmalla kädellä"
BIG_POINTER = "Minkä osoittimen näet hyvin? Suurin"


def choose(person, *names):
    """From any page to the settings and back."""
    person.press("Teksti ja väri")
    assert isinstance(person.page, DisplayScreen)
    for name in names:
        person.press(name)
    person.press("Valmis")


def with_a_code(laptop):
    """Whoever is practising takes a code; returns it."""
    reception = laptop.context.reception
    code = reception.offer_code()
    reception.take_code(code, "Aino")
    return code


def saved(laptop, code):
    [person] = laptop.ask(lambda store: store.people.by_code(code))
    return person.display


def press_with(window, widget, button):
    """A press of the machine's own mouse."""
    settle(window)
    place = widget.mapTo(window, widget.rect().center())
    QTest.mouseClick(window.windowHandle(), button, pos=place)
    settle(window)


def test_settings_follow_a_person_from_one_sitting_to_the_next(laptop):
    person, look = laptop.person, laptop.window.look
    person.press("Aloita")
    choose(person, LARGE, DARK, BIG_POINTER)
    mine = Display(text=150, theme="dark", pointer=300)
    assert look.display == mine
    code = with_a_code(laptop)
    assert saved(laptop, code) == mine

    person.press("Lähden nyt")
    assert look.theme is THEMES["dark"]
    person.press("Valmis")
    assert (look.display, look.theme, look.scale) == (USUAL, LIGHT, 1.0)
    assert QGuiApplication.overrideCursor() is None

    person.press("Aloita")
    assert look.display == USUAL
    person.press("Lähden nyt")
    person.press("Valmis")

    laptop.restart()
    person, look = laptop.person, laptop.window.look
    person.press(f"Aino, {code}")
    assert look.display == mine
    assert look.scale == 1.5


def test_who_types_the_code_gets_their_settings_too(laptop):
    laptop.person.press("Aloita")
    choose(laptop.person, DARK)
    code = with_a_code(laptop)
    laptop.person.press("Lähden nyt")
    laptop.person.press("Valmis")
    laptop.person.press("Kirjoitan koodin")
    field(laptop.person.page, "Koodi").setText(code)
    laptop.person.press("Jatka")
    assert laptop.window.look.theme is THEMES["dark"]


def test_what_is_chosen_on_the_start_page_belongs_to_who_begins(laptop):
    person, look = laptop.person, laptop.window.look
    choose(person, LARGE)
    assert isinstance(person.page, StartScreen)
    person.press("Aloita")
    assert look.scale == 1.5
    assert saved(laptop, with_a_code(laptop)) == Display(text=150)


def test_who_has_settings_gets_those_whatever_stands_on_the_start_page(laptop):
    person, look = laptop.person, laptop.window.look
    person.press("Aloita")
    choose(person, DARK)
    code = with_a_code(laptop)
    person.press("Lähden nyt")
    person.press("Valmis")
    choose(person, LARGE)
    person.press(f"Aino, {code}")
    assert look.display == saved(laptop, code) == Display(theme="dark")


def test_ctrl_and_plus_are_remembered_like_the_page(laptop):
    laptop.person.press("Aloita")
    code = with_a_code(laptop)
    settle(laptop.window)
    QTest.keySequence(laptop.window, "Ctrl++")
    assert saved(laptop, code) == Display(text=125)


def test_on_the_start_page_nobody_is_written_to(laptop):
    laptop.person.press("Aloita")
    code = with_a_code(laptop)
    laptop.line.show_start()
    choose(laptop.person, LARGE)
    assert saved(laptop, code) == USUAL


def test_in_mid_exercise_nothing_is_lost(laptop):
    person = laptop.person
    person.press("Aloita")
    person.do_step()
    page, practice = person.page, person.practice
    step, place = person.step, practice.computer.to_plain()
    choose(person, DARK)
    assert person.page is page
    assert person.practice is practice
    assert (person.step, practice.computer.to_plain()) == (step, place)
    person.do_exercise()
    assert "Harjoitus on valmis" in person.sees()


def test_what_was_typed_on_a_page_stays_and_the_keyboard_goes_back_to_it(laptop):
    person = laptop.person
    person.press("Kirjoitan koodin")
    person.type("Koodi", "sininen")
    choose(person, LARGE)
    assert field(person.page, "Koodi").text() == "sininen"
    assert field(person.page, "Koodi").hasFocus()


def ticks(page):
    """Whether the page counts the seconds in which nothing happens."""
    return any(t.isActive() and t.interval() == TICK_MS for t in page.findChildren(QTimer))


def test_help_does_not_hurry_while_the_settings_are_open(laptop):
    person = laptop.person
    person.press("Aloita")
    page = person.page
    assert ticks(page)
    person.press("Teksti ja väri")
    assert not ticks(page)
    person.press("Valmis")
    assert ticks(page)


@pytest.mark.parametrize("hand", ["right", "left"])
def test_the_mouse_works_as_the_hand_needs_it(laptop, hand):
    person, window = laptop.person, laptop.window
    main, other = LEFT, RIGHT
    if hand == "left":
        choose(person, LEFT_HAND)
        main, other = RIGHT, LEFT
    start = find(person.page, "Aloita")
    press_with(window, start, other)
    assert isinstance(person.page, StartScreen)
    press_with(window, start, main)
    assert isinstance(person.page, ExerciseScreen)


def test_a_left_hand_opens_a_menu_of_the_practice_computer_with_the_left_button(laptop):
    person, window = laptop.person, laptop.window
    offer = laptop.context.what_next.suggest("files-01", (), "fi")
    person.press("Aloita")
    choose(person, LEFT_HAND)
    laptop.line._begin(offer)
    desktop = person.page.desktop
    spot = desktop.targets.spot("folder:house")
    place = window.mapFromGlobal(spot.point)
    QTest.mouseClick(window.windowHandle(), LEFT, pos=place)
    settle(window)
    assert desktop.layers.top() is not None


def test_the_texts_name_the_buttons_by_the_hand_in_mid_exercise(laptop):
    person = laptop.person
    person.press("Aloita")
    practice = person.practice
    before = practice.text
    choose(person, LEFT_HAND)
    assert practice.text == laptop.context.catalogue.text(
        practice.exercise.id, "fi", practice.data_set, left_handed=True
    )
    person.press("Teksti ja väri")
    person.press("Palauta tavalliset")
    person.press("Valmis")
    assert practice.text == before


def test_every_page_of_a_learner_leads_to_the_settings(laptop):
    person = laptop.person
    choose(person)
    person.press("Aloita")
    choose(person)
    person.do_exercise()
    choose(person)
    person.press("Jatka")
    choose(person)
    person.press("Ota koodi käyttöön")
    choose(person)
    person.press("Omat taitoni")
    choose(person)
