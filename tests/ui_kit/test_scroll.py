"""A page that scrolls brings into sight what it is asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QStyle, QStyleFactory, QStyleOptionSlider, QWidget

from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.scroll import PageScroll
from tests.looks import settle


@pytest.fixture(scope="module")
def bar(qapp):
    """The bar of a page, in the style of the program."""
    made = PageScroll(Look(), QWidget()).verticalScrollBar()
    made.setParent(None)
    fusion = QStyleFactory.create("Fusion")
    made.setStyle(fusion)
    yield made
    made.setStyle(None)
    made.deleteLater()


@pytest.fixture
def card(look, qtbot):
    """A card with its last line hidden, in a place that is just high enough for the others."""
    made = Card(look, *[Label(look, "Rivi")] * 4)
    made.last = Label(look, "Viimeinen rivi")
    made.last.hide()
    made.rows.add(made.last)
    made.scroller = PageScroll(look, made)
    qtbot.addWidget(made.scroller)
    made.scroller.resize(300, made.sizeHint().height())
    made.scroller.show()
    settle(made.scroller)
    return made


def in_sight(card):
    top = card.scroller.verticalScrollBar().value()
    return top <= card.last.geometry().top() and (
        card.last.geometry().bottom() <= top + card.scroller.viewport().height()
    )


def test_what_has_just_appeared_comes_into_sight_at_once(card):
    assert not card.scroller.scrolls
    card.last.show()
    card.scroller.reveal(card.last)
    assert card.scroller.scrolls
    assert in_sight(card)
    settle(card.scroller)
    assert in_sight(card)


@given(
    high=st.integers(1, 1500),
    lowest=st.integers(-5, 5),
    span=st.integers(0, 5000),
    page_step=st.integers(1, 1500),
    share=st.floats(0, 1),
)
def test_the_handle_is_painted_where_qt_takes_it(bar, high, lowest, span, page_step, share):
    bar.resize(20, high)
    bar.setRange(lowest, lowest + span)
    bar.setPageStep(page_step)
    bar.setSliderPosition(lowest + round(span * share))
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    style, parts = bar.style(), QStyle.SubControl
    assert bar.parts() == tuple(
        style.subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, bar)
        for part in (
            parts.SC_ScrollBarSubLine,
            parts.SC_ScrollBarSlider,
            parts.SC_ScrollBarAddLine,
        )
    )
