"""Katso: the program does the exercise, the learner watches and steers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.rooms.files.faces import SpokenItem
from digitutor_app.screens.learner.watch import WatchScreen
from digitutor_app.screens.show import READ_MS, SEE_MS, STEP_MS
from digitutor_app.services.watching import Watched
from tests.finding import find, said
from tests.looks import cut_off, settle
from tests.screens.learner.pages import Pages


@pytest.fixture
def watch(parts, look, shown):
    pages = Pages(parts, look)

    def of(exercise="files-04", step_ms=0):
        person = pages.person()
        watching = parts.context.watchings.begin(Watched(person.id, exercise, "a"), "fi")
        page = WatchScreen(
            look, parts.context.clock, watching, parts.rooms.room_class, step_ms=step_ms
        )
        page.person, page.steps, page.ends = person, [], []
        page.show_.begun.connect(lambda: page.steps.append(watching.run.step.id))
        page.show_.ended.connect(lambda: page.ends.append(True))
        return shown(page)

    return of


def kept(parts, page):
    return parts.context.worker.ask(lambda store: store.attempts.of_person(page.person.id))


def test_it_shows_every_step_and_says_what_comes_next(watch, qtbot, parts):
    page = watch()
    qtbot.waitUntil(lambda: page.ends == [True])
    every = [step.id for step in page.watching.exercise.steps]
    assert page.steps == every
    assert "Haluatko kokeilla?" in said(page)
    [attempt] = kept(parts, page)
    assert (attempt.mode, attempt.end, attempt.steps_done) == (
        Mode.WATCH,
        AttemptEnd.DONE,
        len(every),
    )


@pytest.mark.parametrize("exercise", ["files-01", "files-03", "files-08"])
def test_exercises_with_questions_are_shown_too(watch, qtbot, exercise):
    page = watch(exercise)
    qtbot.waitUntil(lambda: page.ends == [True])
    assert page.watching.run.done


def test_where_the_learner_is_stays_as_it_was(watch, qtbot, parts, look):
    practice = Pages(parts, look).practice()
    before = parts.context.practices.saved(practice.person_id)
    page = watch()
    qtbot.waitUntil(lambda: page.ends == [True])
    assert parts.context.practices.saved(practice.person_id) == before


def test_a_page_that_is_left_at_once_keeps_nothing(watch, parts):
    page = watch(step_ms=STEP_MS)
    page.hide()
    assert kept(parts, page) == []


def test_a_page_that_lies_over_it_for_a_moment_only_pauses_it(watch):
    page = watch(step_ms=STEP_MS)
    page.hide()
    assert page.show_.paused
    page.show()
    assert not page.show_.paused
    find(page, "Pysäytä").click()
    page.hide()
    page.show()
    assert page.show_.paused, "the learner's own pause stays"


def test_hands_do_not_reach_the_practice_computer(watch):
    page = watch(step_ms=STEP_MS)
    before = page.watching.computer.to_plain()
    spot = page.desktop.targets.spot("folder:inbox")
    for _press in range(2):
        QTest.mouseClick(
            spot.widget, Qt.MouseButton.LeftButton, pos=spot.widget.mapFromGlobal(spot.point)
        )
    assert page.watching.computer.to_plain() == before


def test_a_pause_stands_still_until_one_goes_on(watch, qtbot):
    page = watch(step_ms=STEP_MS)
    find(page, "Pysäytä").click()
    assert page.show_.paused
    assert not page.show_._timer.isActive()
    find(page, "Jatka").click()
    assert page.show_._timer.isActive()
    assert not page.show_.paused


def test_half_the_speed_waits_twice_as_long(watch):
    page = watch(step_ms=STEP_MS)
    assert page.show_._timer.interval() == READ_MS
    find(page, "Hitaammin").click()
    find(page, "Näytä kohta uudestaan").click()
    assert page.show_._timer.interval() == 2 * READ_MS
    find(page, "Nopeammin").click()
    find(page, "Näytä kohta uudestaan").click()
    assert page.show_._timer.interval() == READ_MS


def test_a_step_takes_eight_seconds_at_the_least():
    assert STEP_MS == 8000
    assert READ_MS + SEE_MS < STEP_MS


def test_a_step_can_be_seen_again(watch):
    page = watch(step_ms=STEP_MS)
    before = page.watching.computer.to_plain()
    page.watching.computer.windows.close("files:house")
    find(page, "Näytä kohta uudestaan").click()
    assert page.watching.computer.to_plain() == before
    assert page.steps == ["open_inbox", "open_inbox"]


def test_who_wants_to_try_says_so(watch, qtbot):
    page = watch()
    qtbot.waitUntil(lambda: page.ends == [True])
    with qtbot.waitSignal(page.tryRequested):
        find(page, "Kokeile").click()
    with qtbot.waitSignal(page.renewRequested):
        find(page, "Katso alusta").click()


def test_one_can_go_back_at_any_time(watch, qtbot):
    page = watch(step_ms=STEP_MS)
    with qtbot.waitSignal(page.backRequested):
        page.card.back.click()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1366, 728), (1093, 582)])
def test_nothing_is_cut_off(watch, look, size, scale):
    page = watch(step_ms=STEP_MS)
    page.window().resize(*size)
    look.set_scale(scale)
    settle(page.window())
    assert cut_off(page.card) == []


def test_somebody_without_a_mouse_gets_out_of_the_film(watch, qtbot):
    """What is typed into the film is held off; Tab pauses it and comes to the button beside it."""
    page = watch(step_ms=STEP_MS)
    had = page.desktop.findChild(SpokenItem)
    had.setFocus(Qt.FocusReason.OtherFocusReason)
    page._hands_off.held.emit("x")
    assert not page.show_.paused
    page._hands_off.held.emit("Tab")
    assert page.show_.paused
    assert find(page, "Jatka").hasFocus()
    find(page, "Jatka").click()
    assert not page.show_.paused
    assert had.hasFocus(), "the film goes on where it was"
    with qtbot.waitSignal(page.backRequested):
        page._hands_off.held.emit("Esc")
