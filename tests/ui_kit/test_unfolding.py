"""A row that unfolds, and a field for a few sentences."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from digitutor_app.ui_kit.area_field import AreaField
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Body
from digitutor_app.ui_kit.marks import MarkKind
from digitutor_app.ui_kit.unfolding import RowHead, UnfoldingRow
from tests.finding import find, said
from tests.looks import cut_off, settle, small_targets

LONG = "Kansion ja tiedoston avaaminen ja nimen vaihtaminen"


@pytest.fixture
def shown(look, qtbot):
    def show(*parts, width=500):
        window = Column(*parts)
        qtbot.addWidget(window)
        look.dress(window)
        window.resize(width, 3000)
        window.show()
        settle(window)
        return window

    return show


def test_it_asks_once_for_what_lies_inside(look, shown, qtbot):
    row = UnfoldingRow(look, "k", "Siirtäminen", "osaa", MarkKind.SQUARE, detail="Tutor näki.")
    asked = []
    row.unfolded.connect(asked.append)
    row.unfolded.connect(lambda _key: row.inside.rows.add(Body(look, "Sisällä")))
    window = shown(row)
    head = find(window, "Siirtäminen, osaa, Tutor näki.", RowHead)
    for is_open in (True, False, True):
        qtbot.mouseClick(head, Qt.MouseButton.LeftButton, delay=300)
        settle(window)
        assert row.is_open == is_open
        assert ("Sisällä" in said(window)) == is_open
    assert asked == ["k"]


def test_the_keyboard_opens_it_and_goes_on_inside(look, shown, qtbot):
    row = UnfoldingRow(look, "k", "Siirtäminen")
    row.unfolded.connect(lambda _key: row.inside.rows.add(SmallButton(look, "Siirrä")))
    window = shown(row)
    row.head.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(row.head, Qt.Key.Key_Return)
    qtbot.keyClick(row.head, Qt.Key.Key_Tab)
    assert find(window, "Siirrä").hasFocus()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [360, 520, 900])
def test_long_words_fit_in_any_width(look, shown, scale, width):
    look.set_scale(scale)
    rows = [
        UnfoldingRow(look, str(n), LONG, word, MarkKind.RING, detail="Ohjatusti\nEi haittaa.")
        for n, word in enumerate(("", "onnistui ohjatusti", "9.00"))
    ]
    window = shown(*rows, width=width)
    for row in rows:
        row.unfold()
    settle(window)
    assert cut_off(window) == []
    assert small_targets(window) == []


def test_a_field_for_sentences_is_named_and_lets_the_tab_key_go_on(look, shown, qtbot):
    area = AreaField(look, "Mikä auttoi?", "Ei nimiä.")
    window = shown(area, SmallButton(look, "Tallenna"))
    edit = find(window, "Mikä auttoi?", QPlainTextEdit)
    heard = []
    area.changed.connect(heard.append)
    qtbot.keyClicks(edit, "Enter")
    assert heard[-1] == area.text() == "Enter"
    area.show_trouble("Lyhennä sitä.")
    assert "Lyhennä sitä." in said(window)
    assert edit.accessibleDescription() == "Lyhennä sitä."
    qtbot.keyClick(edit, Qt.Key.Key_A)
    assert "Lyhennä sitä." not in said(window)
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert find(window, "Tallenna").hasFocus()
