"""Flowing rows, equal columns, two panes, bars: they fold instead of cutting."""

import pytest
from PySide6.QtWidgets import QWidget

from digitutor_app.ui_kit.bars import BottomBar, TopBar
from digitutor_app.ui_kit.buttons import HintButton, PlainButton
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.card_button import CardButton
from digitutor_app.ui_kit.choices import Choices, ChoiceShape
from digitutor_app.ui_kit.flow import CardGrid, Flow
from digitutor_app.ui_kit.labels import Body
from digitutor_app.ui_kit.look import SCALES, Look
from digitutor_app.ui_kit.page import Page
from digitutor_app.ui_kit.two_pane import TwoPane
from tests.looks import by_name, cut_off, settle, small_targets

LEFT = ("Vihje", "Peru", "Alusta tehtävä")
RIGHT = ("Kutsu tutor", "Tauko", "Lähden nyt")


@pytest.fixture
def show(qtbot):
    """Shows a widget in a size and lets it come to rest."""
    windows = []

    def shown(widget: QWidget, width: int, height: int = 600) -> QWidget:
        windows.append(widget)
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        settle(widget)
        return widget

    yield shown
    windows.clear()


def bottom_bar(look: Look) -> BottomBar:
    left = tuple(HintButton(look, word) for word in LEFT)
    return BottomBar(look, left, tuple(PlainButton(look, word) for word in RIGHT))


def columns(grid: QWidget) -> int:
    cards = grid.findChildren(CardButton)
    return sum(card.y() == cards[0].y() for card in cards)


def test_start_cards_stand_in_four_columns_and_fewer_when_narrow(look: Look, show):
    grid = CardGrid(look, *[CardButton(look, f"Aino {n}", "sininen-kettu-27") for n in range(9)])
    show(grid, 1238)
    assert columns(grid) == 4
    widths = {card.width() for card in grid.findChildren(CardButton)}
    assert max(widths) - min(widths) <= 1
    assert max(c.geometry().right() for c in grid.findChildren(CardButton)) == 1237
    grid.resize(700, 900)
    settle(grid)
    assert columns(grid) == 3
    look.set_scale(2.0)
    grid.resize(1238, grid.heightForWidth(1238))
    settle(grid)
    assert columns(grid) == 2
    assert cut_off(grid) == []


def test_flow_folds_and_tells_its_height(look: Look, show):
    flow = Flow(*[PlainButton(look, word) for word in LEFT + RIGHT])
    page = Page(look)
    page.rows.add(flow)
    show(page, 500)
    rows = {button.y() for button in flow.findChildren(PlainButton)}
    assert len(rows) > 1
    assert cut_off(page) == []


def test_flow_takes_in_and_gives_up_children_while_shown(look: Look, show):
    flow = Flow(PlainButton(look, "Yksi"))
    page = Page(look)
    page.rows.add(flow)
    show(page, 600)
    flow.add(PlainButton(look, "Kaksi"))
    settle(page)
    assert by_name(page, "Kaksi").isVisible()
    flow.clear()
    settle(page)
    assert flow.shown() == []
    assert flow.height() == 0


def test_flow_puts_its_children_in_another_order_and_lets_go_of_one(look: Look, show):
    first, gone, last = (PlainButton(look, word) for word in ("Vihje", "Peru", "Tauko"))
    flow = show(Flow(first, gone, last), 700)
    first.setFocus()
    new = PlainButton(look, "Jatka")
    flow.hold_just([last, new, first])
    settle(flow)
    assert flow.shown() == [last, new, first]
    assert last.x() < new.x() < first.x()
    assert first.hasFocus()
    assert [child for child in flow.findChildren(PlainButton) if child.isVisibleTo(flow)] == [
        first,
        last,
        new,
    ]
    assert cut_off(flow) == []


def test_hidden_child_leaves_no_gap(look: Look, show):
    first, second = PlainButton(look, "Yksi"), PlainButton(look, "Kaksi")
    flow = Flow(first, second)
    show(flow, 600)
    first.hide()
    settle(flow)
    assert second.x() == 0


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("width", [640, 1093, 1366])
def test_bottom_bar_keeps_its_order_and_loses_nothing(look: Look, show, scale: float, width: int):
    look.set_scale(scale)
    page = Page(look, bottom=bottom_bar(look))
    show(page, width, 768)
    assert cut_off(page) == []
    assert small_targets(page) == []
    read = sorted(
        (by_name(page, word).mapTo(page, by_name(page, word).rect().topLeft()).toTuple()[::-1], i)
        for i, word in enumerate(LEFT + RIGHT)
    )
    assert [index for _, index in read] == list(range(6))


def test_bars_are_as_high_as_in_the_pictures(look: Look, show):
    languages = Choices(look, [("fi", "Suomi"), ("sv", "Svenska")], "fi", ChoiceShape.TAB)
    top, bottom = TopBar(look, "Digitaitojen perusteet", languages), bottom_bar(look)
    show(Page(look, top, bottom), 1366, 768)
    assert (top.height(), bottom.height()) == (64, 84)


def test_top_bar_follows_a_longer_title(look: Look, show):
    top = TopBar(look, "Lyhyt", PlainButton(look, "Tulosta"))
    page = Page(look, top)
    show(page, 700)
    top.set_title(
        "Siirrä hoitosuunnitelma oikeaan kansioon ja katso, että se on siellä", "ti 24.11."
    )
    settle(page)
    assert cut_off(page) == []


def test_two_panes_stack_from_150_percent_and_when_narrow(look: Look, show):
    first, second = Card(look, Body(look, "Yksi")), Card(look, Body(look, "Kaksi"))
    panes = TwoPane(look, first, second)
    show(panes, 1100)
    assert first.y() == second.y()
    panes.resize(900, 600)
    settle(panes)
    assert first.geometry().bottom() < second.y()
    panes.resize(1100, 600)
    settle(panes)
    assert first.y() == second.y()
    look.set_scale(1.5)
    settle(panes)
    assert first.geometry().bottom() < second.y()


def test_two_halves_of_a_list_are_one_list_when_they_stack(look: Look, show):
    first, second = Card(look, Body(look, "Kone 1")), Card(look, Body(look, "Kone 2"))
    panes = TwoPane(look, first, second, gap=48, gap_stacked=0)
    show(panes, 1100)
    assert second.x() - first.geometry().right() - 1 == 48
    look.set_scale(2.0)
    settle(panes)
    assert panes.layout().spacing() == 0
    assert second.y() == first.geometry().bottom() + 1


def test_guide_card_goes_above_the_practice_frame(look: Look, show):
    frame, guide = QWidget(), Card(look, Body(look, "Napsauta."))
    panes = TwoPane(look, frame, guide, second_above=True)
    look.set_scale(2.0)
    show(panes, 1366)
    assert guide.geometry().bottom() < frame.y()
    assert frame.height() > guide.height()
    assert panes.panes() == (guide, frame)
