"""Side menu, table of facts, fold, tick box, paper."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.fact_table import FactRow, FactTable
from digitutor_app.ui_kit.fold import Fold
from digitutor_app.ui_kit.labels import Body
from digitutor_app.ui_kit.paper_view import PaperView
from digitutor_app.ui_kit.side_page import SidePage
from digitutor_app.ui_kit.tick_box import TickBox
from tests.finding import find
from tests.looks import cut_off, settle, spoken_name

PAGES = (("now", "Nyt"), ("people", "Osallistujat"), ("workshops", "Työpajat"))


@pytest.fixture
def window(look, qtbot):
    """A side page with a table, a fold and a tick box on it."""
    page = SidePage(look, TopBar(look, "Työpaja", SmallButton(look, "Lukitse")), PAGES, "now")
    page.table = FactTable(look, ("Osallistuja", "Nyt tekee", ""), (2, 3, 1))
    page.table.show_rows(
        [
            FactRow("1", ("Aino", "Siirrä hoitosuunnitelma oikeaan kansioon", "vaihe 2 / 6")),
            FactRow("2", ("puolukkainen-sateenvarjo-88", "", "")),
        ]
    )
    page.fold = Fold(look, Body(look, "Tarkemmin."), open_verb="Näytä", close_verb="Piilota")
    page.tick = TickBox(look, "Säilytä nimi")
    for part in (page.table, page.fold, page.tick):
        page.rows.add(part)
    look.dress(page)
    page.setGeometry(0, 0, 1366, 768)
    qtbot.addWidget(page)
    return page


def show(window, width=1366, height=768):
    from PySide6.QtWidgets import QWidget

    holder = QWidget()
    window.setParent(holder)
    holder.resize(width, height)
    window.setGeometry(0, 0, width, height)
    holder.show()
    settle(holder)
    window.holder = holder
    return window


@pytest.fixture(autouse=True)
def closed(window):
    yield
    holder = getattr(window, "holder", None)
    if holder is not None:
        window.setParent(None)
        holder.close()
        holder.deleteLater()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1366, 768), (1093, 614), (800, 600)])
def test_nothing_is_cut_and_the_menu_stands_where_there_is_room(window, look, scale, size):
    look.set_scale(scale)
    show(window, *size)
    assert cut_off(window) == []
    beside = find(window, "Osallistujat").mapTo(
        window, find(window, "Osallistujat").rect().center()
    )
    table = window.table.mapTo(window, window.table.rect().topLeft())
    assert window.stacked == (scale > 1 or size[0] < 1000)
    assert (beside.y() < table.y()) if window.stacked else (beside.x() < table.x())


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_tab_key_goes_in_reading_order(window, look, scale):
    look.set_scale(scale)
    show(window)
    window.holder.activateWindow()
    find(window, "Lukitse").setFocus(Qt.FocusReason.TabFocusReason)
    visited = []
    for _stop in range(8):
        visited.append(spoken_name(QApplication.focusWidget()).split(",")[0])
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert visited == [
        *("Lukitse", "Nyt", "Osallistujat", "Työpajat"),
        *("Aino", "puolukkainen-sateenvarjo-88", "Näytä", "Säilytä nimi"),
    ]


def test_the_menu_asks_for_another_page_and_stays_itself(window, qtbot):
    show(window)
    with qtbot.waitSignal(window.chosen) as wish:
        qtbot.mouseClick(find(window, "Työpajat"), Qt.MouseButton.LeftButton)
    assert wish.args == ["workshops"]
    assert find(window, "Nyt").isChecked()


def test_the_menu_is_spoken_as_page_tabs_of_which_one_is_open(window, qtbot):
    show(window)
    spoken = {name: QAccessible.queryAccessibleInterface(find(window, name)) for _, name in PAGES}
    for name, face in spoken.items():
        assert face.role() == QAccessible.Role.PageTab
        assert face.text(QAccessible.Text.Name) == name
        assert face.state().selectable
        assert not face.state().checkable
        assert face.state().selected == (name == "Nyt")
        assert face.parent().parent().role() == QAccessible.Role.PageTabList
    with qtbot.waitSignal(window.chosen) as wish:
        spoken["Työpajat"].actionInterface().doAction("Press")
    assert wish.args == ["workshops"]


def test_a_row_speaks_its_cells_with_their_headings(window, qtbot):
    show(window)
    row = find(window, "Aino, Nyt tekee: Siirrä hoitosuunnitelma oikeaan kansioon, vaihe 2 / 6")
    with qtbot.waitSignal(window.table.picked) as picked:
        qtbot.keyClick(row, Qt.Key.Key_Space)
    assert picked.args == ["1"]


def test_a_table_with_the_same_people_keeps_its_lines_and_shows_new_words(window):
    show(window)
    before = window.table.lines()
    before[1].setFocus(Qt.FocusReason.TabFocusReason)
    window.table.show_rows(
        [
            FactRow("1", ("Aino", "Tauolla", "")),
            FactRow("2", ("Eila", "Avaa kansio", "vaihe 1 / 5")),
        ]
    )
    settle(window.holder)
    assert window.table.lines() == before
    assert before[1].hasFocus()
    assert [spoken_name(line) for line in before] == [
        "Aino, Nyt tekee: Tauolla",
        "Eila, Nyt tekee: Avaa kansio, vaihe 1 / 5",
    ]
    assert cut_off(window.holder) == []


def test_a_fold_opens_and_closes(window, qtbot):
    show(window)
    assert not window.fold.is_open
    qtbot.mouseClick(find(window, "Näytä"), Qt.MouseButton.LeftButton)
    assert window.fold.is_open
    qtbot.keyClick(find(window, "Piilota"), Qt.Key.Key_Return)
    assert not window.fold.is_open


def test_a_tick_box_is_ticked_by_keyboard(window, qtbot):
    show(window)
    with qtbot.waitSignal(window.tick.toggled):
        qtbot.keyClick(window.tick, Qt.Key.Key_Space)
    assert window.tick.isChecked()


def test_what_is_no_document_is_our_mistake(look, qtbot):
    paper = PaperView(look, "Sivu")
    qtbot.addWidget(paper)
    with pytest.raises(OurMistakeError):
        paper.show_pdf(b"not a document")
    assert paper.text() == ""
