"""«Lue ääneen» on the pages: exactly what is seen there, and silence when it changes."""

import pytest

from digitutor_app.app.window import MainWindow
from digitutor_app.screens.learner.call import CallScreen
from digitutor_app.screens.learner.exercise import ExerciseScreen
from digitutor_app.screens.learner.success import SuccessScreen
from digitutor_app.services.achievement import achievement_of
from digitutor_app.services.place import place_of_practice
from digitutor_app.ui_kit.read_aloud import ReadAloud
from tests.finding import find, said
from tests.looks import cut_off, settle
from tests.screens.learner.pages import Pages


@pytest.fixture
def heard(qapp, monkeypatch):
    """What the silent engine was given to say; skipped, loudly, without the sound libraries."""
    reader = ReadAloud("mock")
    reader.open()
    if not reader.speaks("fi"):
        pytest.skip("LOUD: no sound libraries (libpulse), so reading aloud is not tested here")
    words = []
    say = reader._engine.say

    def listen(text):
        words.append(text)
        say(text)

    monkeypatch.setattr(reader._engine, "say", listen, raising=False)
    words_and_voice = type("Heard", (), {"words": words, "reader": reader})
    yield words_and_voice
    reader.close()


@pytest.fixture
def pages(parts, look):
    return Pages(parts, look)


@pytest.fixture
def exercise(pages, parts, look, shown, heard):
    practice = pages.practice()
    rooms = parts.rooms.room_class
    made = ExerciseScreen(
        look, pages.context.clock, practice, rooms, "Aino", pace=0, reader=heard.reader
    )
    return shown(made)


def test_the_step_and_its_hint(exercise, heard):
    text = exercise.practice.text
    find(exercise, "Lue ääneen").click()
    [first] = heard.words
    assert first.splitlines() == [text.context, text.steps["open_inbox"].instruction]
    find(exercise, "Vihje").click()
    assert not heard.reader.reading, "there are other words now"
    find(exercise, "Lue ääneen").click()
    assert heard.words[-1].splitlines() == [
        text.steps["open_inbox"].instruction,
        "Vihje",
        text.steps["open_inbox"].again,
    ]


def test_leaving_the_exercise_ends_it(exercise, heard):
    find(exercise, "Lue ääneen").click()
    assert heard.reader.reading
    exercise.hide()
    assert not heard.reader.reading


@pytest.mark.parametrize("size", [(1366, 728, 1.0), (1093, 582, 1.0), (1366, 728, 2.0)], ids=str)
def test_there_is_room_for_the_button(pages, parts, look, shown, heard, size):
    practice = pages.practice()
    for made in (
        SuccessScreen(look, achievement_of(practice), "Aino", heard.reader),
        CallScreen(look, "3", place_of_practice(practice), heard.reader),
    ):
        page = shown(made, *size)
        find(page, "Lue ääneen")
        assert cut_off(page.window()) == []


def test_the_success_and_the_call(pages, look, shown, heard):
    practice = pages.practice()
    page = shown(SuccessScreen(look, achievement_of(practice), "Aino", heard.reader))
    find(page, "Lue ääneen").click()
    told = heard.words[-1].splitlines()
    assert told[:2] == ["Harjoitus on valmis", practice.text.success]
    assert "Kerro parille: mitä teit?" in told
    assert set(told) <= set(said(page).splitlines())
    page = shown(CallScreen(look, "3", place_of_practice(practice), heard.reader))
    find(page, "Lue ääneen").click()
    assert "Tutor tulee" in heard.words[-1]
    assert practice.text.steps["open_inbox"].instruction in heard.words[-1]


def test_a_window_without_a_voice_shows_no_button(pages, parts, look, shown, qtbot):
    window = MainWindow(look)
    qtbot.addWidget(window)
    practice = pages.practice()
    page = shown(SuccessScreen(look, achievement_of(practice), "Aino", window.reader))
    settle(page.window())
    assert "Lue ääneen" not in said(page)
