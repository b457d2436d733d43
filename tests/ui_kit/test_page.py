"""A page as a whole: reading order, scrolling, the banner, small windows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from digitutor_app.ui_kit.banner import Banner
from digitutor_app.ui_kit.bars import BottomBar, TopBar
from digitutor_app.ui_kit.buttons import HintButton, MainButton, PlainButton
from digitutor_app.ui_kit.card import AccentCard, AttentionCard, Card, HintCard, SoftCard
from digitutor_app.ui_kit.card_button import CardButton
from digitutor_app.ui_kit.choices import Choices, ChoiceShape
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.fields import PassphraseField, TextField
from digitutor_app.ui_kit.flow import CardGrid, Flow
from digitutor_app.ui_kit.labels import Body, Heading, Muted, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.marks import Mark, MarkKind
from digitutor_app.ui_kit.page import Page
from digitutor_app.ui_kit.progress_dots import ProgressDots
from digitutor_app.ui_kit.rows import RowList
from digitutor_app.ui_kit.spread import Spread
from digitutor_app.ui_kit.theme import THEMES
from digitutor_app.ui_kit.two_pane import TwoPane
from tests.looks import by_name, cut_off, empty_ends, settle, small_targets, spoken_name


def full_page(look: Look) -> Page:
    """A page with every part of the kit on it."""
    languages = [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")]
    switch = Choices(look, languages, "fi", ChoiceShape.TAB)
    top = TopBar(look, "Omat harjoitukset", Muted(look, "Aino · sininen-kettu-27"), switch)
    left = HintButton(look, "Vihje"), PlainButton(look, "Peru")
    right = PlainButton(look, "Kutsu tutor"), PlainButton(look, "Lähden nyt")
    page = Page(look, top, BottomBar(look, left, right))
    dots = ProgressDots(look)
    dots.show_progress(1, 6, "Vaihe 2 / 6")
    skills = RowList(look)
    skills.add("Hiiri ja kosketuslevy", "osaat", MarkKind.SQUARE)
    skills.add("Näppäimistö", "onnistui itse", MarkKind.DIAMOND)
    field = TextField(look, "Koodisi", "Esimerkiksi sininen-kettu-27")
    answers = Choices(look, [("a", "Tiedosto siirtyi"), ("b", "En tiedä")])
    page.rows.add(
        TwoPane(
            look,
            AccentCard(look, Title(look, "Tervetuloa"), dots, MainButton(look, "Aloita")),
            Card(look, Heading(look, "Tämän osaat jo"), skills),
        )
    )
    page.rows.add(CardGrid(look, *[CardButton(look, name, "koodi") for name in ("Aino", "Eila")]))
    page.rows.add(HintCard(look, "Vihje", "Tiedosto on vasemmalla."))
    page.rows.add(Flow(SoftCard(look, Body(look, "Nyt")), AttentionCard(look, Body(look, "Eila"))))
    page.rows.add(field)
    page.rows.add(PassphraseField(look, "Salalause"))
    page.rows.add(answers)
    page.rows.add(Spread(look, Muted(look, "Kone 3"), PlainButton(look, "Tutorille")))
    page.banner.say("Levy on täynnä. Työsi on tallessa.")
    return page


@pytest.fixture
def shown(look: Look, qtbot) -> Page:
    page = full_page(look)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    settle(page)
    return page


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.4, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
def test_nothing_is_cut_when_theme_and_scale_change_live(
    shown: Page, look: Look, theme, scale, size
):
    look.set_theme(theme)
    look.set_scale(scale)
    shown.resize(*size)
    settle(shown)
    assert cut_off(shown) == []
    assert small_targets(shown) == []


def test_keyboard_goes_through_everything_in_reading_order(shown: Page):
    shown.setFocus()
    by_name(shown, "Suomi").setFocus(Qt.FocusReason.TabFocusReason)
    passed = []
    for _press in range(40):
        focus = QApplication.focusWidget()
        if spoken_name(focus) in passed:
            break
        passed.append(spoken_name(focus))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert passed == [
        "Suomi",
        "Sulje",
        "Aloita",
        "Aino, koodi",
        "Eila, koodi",
        "Koodisi",
        "Salalause",
        "Näytä: Salalause",
        "Tiedosto siirtyi",
        "Tutorille",
        "Vihje",
        "Peru",
        "Kutsu tutor",
        "Lähden nyt",
    ]


def test_every_round_of_the_tab_key_goes_through_everything(look: Look, qtbot):
    page = Page(look, TopBar(look, "Nimet", PlainButton(look, "Takaisin")))
    names, ready = Column(), PlainButton(look, "Valmis")
    page.rows.add(names)
    page.rows.add(ready)
    for name in ("Aino", "Eila"):  # as where people are read after the page has been built
        names.rows.add(Card(look, PlainButton(look, name), TextField(look, f"Nimi, {name}")))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    settle(page)
    by_name(page, "Takaisin").setFocus(Qt.FocusReason.TabFocusReason)
    passed = []
    for _press in range(12):
        passed.append(spoken_name(QApplication.focusWidget()))
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert passed == 2 * ["Takaisin", "Aino", "Nimi, Aino", "Eila", "Nimi, Eila", "Valmis"]


def test_focus_scrolls_into_sight(shown: Page, look: Look):
    look.set_scale(2.0)
    settle(shown)
    assert shown.scroller.scrolls
    button = by_name(shown, "Tutorille")
    assert button.visibleRegion().isEmpty()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    settle(shown)
    assert button.visibleRegion().boundingRect() == button.rect()


def test_page_scrolls_only_when_it_must(look: Look, qtbot):
    page = Page(look)
    page.rows.add(Body(look, "Yksi rivi."))
    qtbot.addWidget(page)
    page.resize(1093, 614)
    page.show()
    settle(page)
    assert not page.scroller.scrolls
    assert not page.scroller.verticalScrollBar().isVisible()


@pytest.mark.parametrize("width", [700, 1093, 1366])
def test_page_ends_with_what_is_on_it(look: Look, qtbot, width):
    page = Page(look)
    for _card in range(30):
        words = [Body(look, "Sanoja, joita on niin monta, että rivi taittuu kerran tai kaksi.")]
        words.append(Body(look, "Lyhyt."))
        page.rows.add(Card(look, CardGrid(look, *words, columns=2, narrowest=220)))
    qtbot.addWidget(page)
    page.resize(width, 614)
    page.show()
    settle(page)
    assert page.scroller.scrolls
    assert empty_ends(page) == []


def test_good_news_wear_a_tick_and_trouble_wears_the_attention_mark(look: Look, qtbot):
    page = Page(look)
    qtbot.addWidget(page)
    page.resize(800, 400)
    page.show()

    def marks():
        found = page.banner.findChildren(Mark)
        return [spoken_name(mark) for mark in found if mark.isVisible()]

    grounds = []
    for say, mark in (
        (page.banner.say_done, "Valmis"),
        (page.banner.say, "Huomaa"),
        (page.banner.say_done, "Valmis"),
    ):
        say(f"Kone on palautettu. {mark}")
        assert marks() == [mark]
        grounds.append(page.banner.grab().toImage().pixelColor(3, 3).name())
    assert grounds[0] == grounds[2] == look.colour("soft_accent").name() != grounds[1]


def test_banner_stays_until_closed_and_is_never_in_the_way(look: Look, qtbot):
    page = Page(look)
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    banner: Banner = page.banner
    assert not banner.isVisible()
    banner.say("Levy on täynnä.")
    settle(page)
    assert banner.isVisible()
    assert banner.sentence == spoken_name(banner) == "Levy on täynnä."
    with qtbot.waitSignal(banner.closed):
        QTest.mouseClick(banner.close_button, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    assert banner.sentence == ""
    banner.say("Levy on täynnä.")
    banner.clear()
    assert not banner.isVisible()


def test_small_window_gives_the_middle_more_room(shown: Page):
    bars = shown.findChild(TopBar).height() + shown.findChild(BottomBar).height()
    shown.resize(1093, 614)
    settle(shown)
    small = shown.findChild(TopBar).height() + shown.findChild(BottomBar).height()
    assert small < bars
