"""The page of an exercise: layout at every text size, keys, hints, and demonstrations."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from digitutor_app.domain.attempts import Mode
from digitutor_app.room_kit.player import Player
from digitutor_app.screens.learner.exercise import ExerciseScreen
from digitutor_app.screens.practice_page import LOWEST
from tests.finding import find, said
from tests.looks import settle
from tests.screens.learner.pages import Pages


@pytest.fixture
def pages(parts, look):
    return Pages(parts, look)


def play(page):
    player = Player(page.desktop)
    player.play(page.practice.run.actions_left())
    player.deleteLater()
    QApplication.processEvents()


def in_sight(page, widget):
    """How much of the widget's height can be seen."""
    return widget.visibleRegion().boundingRect().height()


@pytest.mark.parametrize("size", [(1366, 728), (1280, 680), (1093, 582)])
@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_side_by_side_nothing_of_the_page_scrolls(pages, shown, size, scale):
    page = shown(pages.exercise(), *size, scale)
    assert not page.page_scrolls
    assert page.frame.geometry().right() < page.guide.geometry().left()
    assert page.frame.width() > page.guide.width()
    assert in_sight(page, page.frame) == page.frame.height()


@pytest.mark.parametrize("size", [(1366, 728), (1280, 680), (1093, 582), (940, 700)])
@pytest.mark.parametrize("mode", [Mode.GUIDED, Mode.ALONE])
@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_one_above_the_other_the_frame_stays_usable(pages, shown, size, scale, mode):
    page = shown(pages.exercise(mode), *size, scale)
    page.bar.hint.click()
    settle(page.window())
    assert page.guide.geometry().bottom() < page.frame.geometry().top()
    assert page.guide.scroller.verticalScrollBar().maximum() == 0
    assert page.frame.height() >= LOWEST * scale
    assert in_sight(page, page.guide) > 0
    page.show_frame()
    settle(page.window())
    room = (
        page.height() - page.bar.height() - page.frame.mapTo(page, page.frame.rect().topLeft()).y()
    )
    assert in_sight(page, page.frame) >= min(page.frame.height(), room) > 0


def test_a_new_step_brings_the_card_back_into_sight(pages, shown):
    page = shown(pages.exercise(), 1366, 728, 2.0)
    page.show_frame()
    settle(page.window())
    assert page.practice.run.step.id == "open_inbox"
    play(page)
    assert page.practice.run.step.id == "select"
    settle(page.window())
    shown_words = page.guide.visibleRegion().boundingRect()
    assert shown_words.top() <= 0 < shown_words.height()


def test_the_outline_appears_when_its_target_comes_into_sight(pages, shown):
    page = shown(pages.exercise(Mode.ALONE), 1366, 728, 2.0)
    find(page, "Vihje").click()
    find(page, "Vihje").click()
    settle(page.window())
    assert page.practice.run.guidance().outlined == "folder:inbox"
    page.show_frame()
    settle(page.window())
    target = page.desktop.targets.find("folder:inbox")
    assert page.desktop.overlay.outline.size() == target.size()


def test_a_press_in_the_frame_does_not_move_the_page(pages, shown):
    page = shown(pages.exercise(Mode.ALONE), 1366, 728, 2.0)
    page.show_frame()
    settle(page.window())
    target = page.desktop.targets.spot("task:files:house")
    place = target.widget.mapTo(page, target.widget.rect().center())
    QTest.mousePress(target.widget, Qt.MouseButton.LeftButton)
    settle(page.window())
    assert target.widget.mapTo(page, target.widget.rect().center()) == place
    QTest.mouseRelease(target.widget, Qt.MouseButton.LeftButton)


def test_keys_for_peru_and_hint(pages, shown):
    page = shown(pages.exercise(Mode.ALONE))
    play(page)
    assert page.practice.run.step.id == "select"
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.practice.run.step.id == "open_inbox"
    QTest.keyClick(page, Qt.Key.Key_F1)
    assert page.practice.text.steps["open_inbox"].again in said(page.guide)


def test_training_wheels_say_what_is_not_needed_now(pages, shown):
    page = shown(pages.exercise())
    QTest.mouseClick(page.desktop.targets.spot("button:delete").widget, Qt.MouseButton.LeftButton)
    assert "Tätä ei tarvita nyt." in said(page.guide)


def test_help_is_offered_after_a_while(pages, shown, clock):
    page = shown(pages.exercise(Mode.ALONE))
    clock.forward(44)
    page.tick()
    assert "Haluatko vihjeen?" not in said(page.guide)
    clock.forward(1)
    page.tick()
    assert "Haluatko vihjeen? Paina Vihje. Kiirettä ei ole." in said(page.guide)


# Demonstrations, at a pace


@pytest.fixture
def slow(pages, shown, parts, look):
    """An exercise whose demonstrations take their time."""
    practice = pages.practice()
    made = ExerciseScreen(
        look, parts.context.clock, practice, parts.rooms.room_class, "Aino", pace=60
    )
    return shown(made)


def demonstrate(page):
    """Ask for hints until the program shows the step; returns the stand before."""
    before = page.practice.computer.to_plain()
    for _time in range(3):
        find(page, "Vihje").click()
    assert "Ohjelma näyttää tämän kohdan." in said(page.guide)
    return before


def test_a_demonstration_takes_its_time_and_puts_everything_back(slow, qtbot):
    page, changes = slow, []
    before = demonstrate(page)
    page.practice.computer.book.listen(changes.append)
    qtbot.waitUntil(lambda: "Tee nyt sama itse." in said(page.guide))
    assert len(changes) > 1
    assert page.practice.computer.to_plain() == before
    assert page.practice.run.step.id == "open_inbox"


def test_real_hands_do_not_reach_into_a_demonstration(slow, qtbot):
    page = slow
    demonstrate(page)
    target = page.desktop.targets.spot("close:files:house").widget
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    QTest.keyClick(page.desktop, Qt.Key.Key_Delete)
    assert page.practice.computer.windows.get("files:house") is not None
    qtbot.waitUntil(lambda: "Tee nyt sama itse." in said(page.guide))
    QTest.mouseClick(page.desktop.targets.spot("tree:inbox").widget, Qt.MouseButton.LeftButton)
    assert page.practice.run.step.id == "select"


@pytest.mark.parametrize("button", ["Kutsu tutor", "Tauko", "Lähden nyt"])
def test_what_is_saved_during_a_demonstration_is_the_learners_own(slow, qtbot, button):
    page = slow
    before = demonstrate(page)
    qtbot.waitUntil(lambda: page.practice.computer.to_plain() != before)
    saved = []
    for wish in (page.bar.callRequested, page.bar.pauseRequested, page.bar.leaveRequested):
        wish.connect(lambda: saved.append(page.practice.computer.to_plain()))
    find(page, button).click()
    assert saved == [before]


def test_a_page_that_goes_away_takes_its_demonstration_back(slow, qtbot):
    page, practice = slow, slow.practice
    before = demonstrate(page)
    qtbot.waitUntil(lambda: practice.computer.to_plain() != before)
    page.window().close()
    assert practice.computer.to_plain() == before


def test_what_cannot_be_shown_calls_for_the_tutor(pages, shown):
    page = shown(pages.exercise(Mode.ALONE))
    QTest.mouseClick(
        page.desktop.targets.spot("close:files:house").widget, Qt.MouseButton.LeftButton
    )
    before = page.practice.computer.to_plain()
    for _time in range(3):
        find(page, "Vihje").click()
    assert "Tutor auttaa mielellään. Paina Kutsu tutor." in said(page.guide)
    assert page.practice.computer.to_plain() == before
