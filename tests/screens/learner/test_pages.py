"""Each page of a learner: nothing is cut at any size, hands and keys reach everything, names are
shown as they were typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from digitutor_app.room_kit.frame import PracticeFrame
from digitutor_app.services.words import mode_word
from digitutor_app.ui_kit.choices import ChoiceButton, Choices
from digitutor_app.ui_kit.scroll import PageScroll
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
    tabs = {
        b
        for tabs in page.findChildren(Choices)
        if tabs.current
        for b in tabs.findChildren(ChoiceButton)
    }
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
    assert tabs & reached or not tabs, "one tab by Tab, the others by arrows"
    assert [spoken_name(w) for w in wanted - reached - tabs] == []


def test_the_arrows_go_from_module_to_module(pages, shown, qtbot):
    page = shown(pages.map())
    here = find(page, "Tiedostot ja kansiot")
    here.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(page.moduleRequested) as told:
        QTest.keyClick(here, Qt.Key.Key_Left)
    assert told.args == ["kbd"]


def test_markup_in_a_name_is_shown_as_it_was_typed(parts, look, shown):
    pages = Pages(parts, look, MARKUP)
    for name in ("start", "exercise", "success", "home", "skills", "pause", "still_here"):
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
        ("where", "Valitse kartalta", "mapRequested"),
        ("where", "En tiedä. Valitse puolestani.", "homeRequested"),
        ("where", "Takaisin", "backRequested"),
        ("home", "Omat taitoni", "bar.skillsRequested"),
        ("home", "Katso kartta", "mapRequested"),
        ("skills", "Takaisin", "backRequested"),
        ("skills", "Kaikki harjoitukset", "mapRequested"),
        ("map", "Takaisin", "backRequested"),
        ("modes", "Takaisin", "backRequested"),
        ("still_here", "Kyllä, jatkan", "stayed"),
        ("still_here", "Joku muu", "otherRequested"),
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


def test_home_offers_where_one_was_and_to_watch_it_first(pages, shown, qtbot):
    page = shown(pages.home_resuming())
    assert "Tervetuloa takaisin. Olit tässä." in said(page)
    assert "Tiedostot ja kansiot · Ohjatusti · vaihe 1 / 6" in said(page)
    with qtbot.waitSignal(page.practiceRequested) as told:
        find(page, "Jatka").click()
    assert told.args[0].resumes
    with qtbot.waitSignal(page.watchRequested) as told:
        find(page, "Katso ensin").click()
    assert told.args[0].exercise == "files-04"


def test_home_offers_others_with_their_modes(pages, shown, qtbot):
    page = shown(pages.home())
    with qtbot.waitSignal(page.practiceRequested) as told:
        find(page, "Avaa kansio ja tiedosto, Tiedostot ja kansiot · 5 min · Toisin").click()
    assert (told.args[0].exercise, told.args[0].mode.value) == ("files-01", "variation")


@pytest.mark.parametrize("name", ["home", "home_resuming", "success", "success_again", "map"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_has_to_be_scrolled(pages, shown, name, size):
    page = shown(pages.make(name), *size)
    assert [area for area in page.findChildren(PageScroll) if area.scrolls] == []


def test_telling_a_partner_is_in_nobodys_way(pages, shown):
    page = shown(pages.success())
    words = said(page)
    assert "Kerro parille: mitä teit?" in words
    assert "Näytä parillesi, missä tiedosto on nyt." in words
    assert "Tehtävä oli" not in words
    assert QApplication.focusWidget() is find(page, "Jatka")
    find(page, "Kerroin").click()
    assert "Kiitos." in said(page)
    assert "Kerroin" not in said(page)
    page = shown(pages.success())
    find(page, "Ohita").click()
    assert "Kerro parille" not in said(page)
    assert find(page, "Jatka").isEnabled()


def test_the_way_that_was_taken_and_another_one(pages, shown, qtbot):
    words = said(shown(pages.success()))
    assert "Teit sen tällä tavalla" not in words, "the way is not known"
    page = shown(pages.success_again())
    lines = said(page).splitlines()
    taken = lines.index("Teit sen tällä tavalla")
    assert lines[taken + 1] == (
        "Leikkaa tiedosto. Avaa kansio Päivitettävät ja liitä tiedosto sinne."
    )
    other = lines.index("Tiesitkö? Näin se onnistuu myös")
    assert lines[other + 1] == "Raahaa tiedosto vasemman reunan kansioon Päivitettävät."
    with qtbot.waitSignal(page.againRequested) as told:
        find(page, "Tee sama toisin").click()
    assert told.args[0].value == "variation"


def test_the_map_opens_exercises(pages, shown, qtbot):
    page = shown(pages.map())
    with qtbot.waitSignal(page.chosen) as told:
        find(page, "Siirrä kotijumppa oikeaan kansioon, Perus · 8 min · tehty itse").click()
    assert told.args[0].exercise == "files-04"
    with qtbot.waitSignal(page.moduleRequested) as told:
        find(page, "Näppäimistö").click()
    assert told.args == ["kbd"]
    page.show_module([])
    assert "Tässä aiheessa ei ole nyt harjoituksia." in said(page)


def test_every_mode_that_is_open_can_be_chosen(pages, shown, qtbot):
    page = shown(pages.modes())
    for words, signal in (
        ("Katso, Ohjelma näyttää tehtävän. Sinä katsot.", page.watchRequested),
        ("Ohjatusti, Saat ohjeen joka vaiheeseen.", page.practiceRequested),
        ("Itse, Saat tavoitteen. Vihje auttaa, kun haluat.", page.practiceRequested),
        ("Toisin, Teet saman uusilla nimillä ja paikoilla.", page.practiceRequested),
    ):
        with qtbot.waitSignal(signal) as told:
            find(page, words).click()
        [offer] = told.args
        assert (offer.exercise, mode_word(offer.mode)) == ("files-04", words.partition(",")[0])


def test_toisin_says_when_it_opens(pages, shown):
    page = shown(pages.modes_new())
    assert "Toisin avautuu, kun olet tehnyt tämän kerran itse." in said(page)
    buttons = page.findChildren(QAbstractButton)
    assert not [b for b in buttons if spoken_name(b).startswith("Toisin")]


def test_skills_say_what_one_can_and_what_comes_next(pages, shown):
    page = shown(pages.skills())
    words = said(page)
    for part in ("Tämän osaat jo", "onnistui itse", "Teit tämän itse.", "Seuraavaksi"):
        assert part in words, part
    assert "Kansion luominen" in words
    assert "ei vielä kokeiltu" not in words
    assert "Näitä harjoittelet" not in words, "an empty part is left out"


def test_who_is_asked_whether_they_are_still_here(pages, shown):
    page = shown(pages.still_here())
    assert "Oletko vielä Aino?" in said(page)
    assert CODE not in said(page)
    assert f"Oletko vielä {CODE}?" in said(shown(pages.still_here_code()))


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
