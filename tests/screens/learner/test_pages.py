"""Each page of a learner: nothing is cut at any size, hands and keys reach everything, names are
shown as they were typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from digitutor_app.room_kit.frame import PracticeFrame
from digitutor_app.ui_kit.theme import LIGHT, THEMES
from tests.finding import field, find, said
from tests.looks import cut_off, settle, small_targets, spoken_name
from tests.screens.learner.pages import CODE, PAGES, Pages

SIZES = ((1366, 728), (1280, 680), (1093, 582))
MARKUP = "<b>&Aino</b>"


@pytest.fixture
def pages(parts, look):
    return Pages(parts, look)


def practice_computer(page):
    """What is left out of the looks: the windows in it lie on each other on purpose."""
    return page.findChildren(PracticeFrame)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut(pages, shown, name, size, scale):
    page = shown(pages.make(name), *size, scale)
    computer = practice_computer(page)
    assert cut_off(page.window(), computer) == []
    assert small_targets(page, 48, computer) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", PAGES)
def test_every_theme_paints(pages, shown, look, name, theme):
    page = shown(pages.make(name))
    before = page.grab().toImage()
    look.set_theme(THEMES[theme])
    settle(page.window())
    assert cut_off(page.window(), practice_computer(page)) == []
    assert (page.grab().toImage() == before) is (THEMES[theme] is LIGHT)


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_reaches_everything(pages, shown, name):
    page = shown(pages.make(name))
    frames = practice_computer(page)
    wanted = {
        widget
        for kind in (QAbstractButton, QLineEdit)
        for widget in page.findChildren(kind)
        if widget.isVisibleTo(page)
        and widget.isEnabled()
        and not any(frame.isAncestorOf(widget) for frame in frames)
    }
    reached = set()
    for _tab in range(80):
        reached.add(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
    assert [spoken_name(w) for w in wanted - reached] == []


def test_markup_in_a_name_is_shown_as_it_was_typed(parts, look, shown):
    pages = Pages(parts, look, MARKUP)
    for name in ("start", "exercise", "success", "home", "skills", "pause"):
        words = said(shown(pages.make(name)))
        assert MARKUP in words, name


@pytest.mark.parametrize("by", ["pointer", "keys"])
@pytest.mark.parametrize(
    ("name", "button", "signal"),
    [
        ("start", "Aloita", "startRequested"),
        ("start", "Kirjoitan koodin", "codeRequested"),
        ("start", "Tutorille", "tutorRequested"),
        ("exercise", "Kutsu tutor", "bar.callRequested"),
        ("exercise", "Tauko", "bar.pauseRequested"),
        ("exercise", "Lähden nyt", "bar.leaveRequested"),
        ("exercise", "Alusta tehtävä", "renewRequested"),
        ("success", "Jatka", "goOnRequested"),
        ("success", "Tee sama itse", "againRequested"),
        ("success", "Omat taitoni", "bar.skillsRequested"),
        ("code", "Ohita", "skipped"),
        ("type_code", "Takaisin", "backRequested"),
        ("where", "En tiedä. Valitse puolestani.", "homeRequested"),
        ("home", "Omat taitoni", "bar.skillsRequested"),
        ("skills", "Takaisin", "backRequested"),
        ("call", "Tutor on täällä", "arrived"),
        ("call", "Jatkan itse", "goOnRequested"),
        ("pause", "Jatka", "goOnRequested"),
        ("pause", "Lähden nyt", "leaveRequested"),
        ("leave", "Valmis", "closed"),
    ],
)
def test_the_buttons_tell(pages, shown, qtbot, name, button, signal, by):
    page = shown(pages.make(name))
    owner = page
    for part in signal.split("."):
        owner = getattr(owner, part)
    told = []
    owner.connect(lambda *_given: told.append(signal))
    widget = find(page, button)
    if by == "pointer":
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    else:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(widget, Qt.Key.Key_Return)
    assert told == [signal]


def test_a_card_tells_whose_it_is(pages, shown, qtbot):
    page = shown(pages.start())
    [card] = pages.context.reception.cards()
    with qtbot.waitSignal(page.cardRequested) as told:
        QTest.mouseClick(find(page, f"Aino, {CODE}"), Qt.MouseButton.LeftButton)
    assert told.args == [card.id]
    with qtbot.waitSignal(page.cardRequested) as told:
        QTest.mouseClick(
            find(page, "Jatka tästä, Harjoitus jäi kesken."), Qt.MouseButton.LeftButton
        )
    assert told.args == ["nobody"]


def test_the_code_is_taken_with_and_without_a_name(pages, shown, qtbot):
    page = shown(pages.code())
    assert CODE in said(page)
    assert "Ohjelma tallentaa koodisi" in said(page)
    with qtbot.waitSignal(page.taken) as told:
        find(page, "Ota koodi käyttöön").click()
    assert told.args == [""]
    QTest.keyClicks(field(page, "Etunimi tai kutsumanimi"), "Aino")
    with qtbot.waitSignal(page.taken) as told:
        QTest.keyClick(field(page, "Etunimi tai kutsumanimi"), Qt.Key.Key_Return)
    assert told.args == ["Aino"]


def test_a_first_name_has_an_end(pages, shown):
    page = shown(pages.code())
    QTest.keyClicks(field(page, "Etunimi tai kutsumanimi"), "a" * 50)
    assert len(field(page, "Etunimi tai kutsumanimi").text()) == 30


def test_a_typed_code_goes_out_as_it_is(pages, shown, qtbot):
    page = shown(pages.type_code())
    QTest.keyClicks(field(page, "Koodi"), "Sininen kettu 27")
    with qtbot.waitSignal(page.typed) as told:
        QTest.keyClick(field(page, "Koodi"), Qt.Key.Key_Return)
    assert told.args == ["Sininen kettu 27"]


def test_home_offers_where_one_was_and_the_other_mode(pages, shown, qtbot):
    page = shown(pages.home_resuming())
    assert "Tervetuloa takaisin. Olit tässä." in said(page)
    with qtbot.waitSignal(page.practiceRequested) as told:
        find(page, "Jatka").click()
    assert told.args[0].resumes
    with qtbot.waitSignal(page.practiceRequested) as told:
        find(page, "Tee itse").click()
    [offer] = told.args
    assert (offer.exercise, offer.mode.value, offer.resumes) == ("files-04", "alone", False)


def test_home_says_what_one_can_and_shows_no_scores(pages, shown):
    words = said(shown(pages.home()))
    assert "Tämän osaat jo" in words
    assert "%" not in words
    assert "Tähän tulevat taidot" in said(shown(pages.home_resuming()))


def test_the_page_of_skills_without_any_says_what_to_do(pages, shown):
    assert "Tee ensin yksi harjoitus." in said(shown(pages.no_skills()))


def test_the_call_can_be_read_across_the_room(pages, shown):
    words = said(shown(pages.call()))
    assert "Tutor tulee" in words
    assert "3" in words.splitlines()
    assert "vaihe 1 / 6" in words
    assert "Missä kansiossa tiedosto on nyt?" in words


def test_a_pause_shows_nothing_of_the_work(pages, shown):
    words = said(shown(pages.pause()))
    assert "Aino. Työsi on tallessa." in words
    assert "Siirrä" not in words
