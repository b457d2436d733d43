"""The file manager under real hands: going about and selecting, by pointer and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from digitutor_app.practice.clipboard import Clip, Held
from digitutor_app.rooms.files.document import DocumentView
from tests.rooms.files.bench import CONTROL, SHIFT

BOTH = pytest.mark.parametrize("keyboard", [False, True], ids=["pointer", "keys"])


@BOTH
def test_open_a_folder_and_a_file_and_come_back(bench, keyboard):
    bench.click("tree:house", keyboard=keyboard)
    assert bench.shown() == ["plans", "forms", "inbox"]
    bench.play(("open", "folder:inbox"), keyboard=keyboard)
    bench.play(("open", "file:plan"), keyboard=keyboard)
    view = bench.desktop.findChild(DocumentView)
    assert view.heading.text() == "Hoitosuunnitelma"
    assert view.text.text() == "Aamupala on klo 8.\n\nUlkoilu päivällä."
    bench.click("close:document:plan", keyboard=keyboard)
    bench.click("button:back", keyboard=keyboard)
    assert bench.shown() == ["plans", "forms", "inbox"]
    bench.click("button:up", keyboard=keyboard)
    assert bench.shown() == ["house"]
    by = {o.get("by") for o in bench.seen}
    assert by == ({"keys"} if keyboard else {"pointer", "button"})


@BOTH
def test_the_trail_leads_anywhere_above(bench, keyboard):
    bench.click("trail:desktop", keyboard=keyboard)
    assert bench.shown() == ["house"]
    assert bench.seen[-1].get("way") == "trail"
    assert bench.can_see("trail:desktop")
    assert not bench.can_see("trail:inbox")


def test_backspace_and_alt_arrows_go_back_and_up(bench):
    bench.click("file:plan")
    bench.key("Alt+Up")
    assert bench.shown() == ["plans", "forms", "inbox"]
    bench.key("Backspace")
    assert bench.shown() == ["plan", "menu", "scan"]


@BOTH
def test_a_single_press_selects_and_does_not_open(bench, keyboard):
    bench.click("file:menu", keyboard=keyboard)
    assert bench.selected() == ["menu"]
    assert bench.computer.windows.get("document:menu") is None
    assert (bench.seen[-1].verb, bench.seen[-1].target) == ("select", "file:menu")


def test_the_ground_takes_the_selection_away(bench):
    bench.click("file:menu", "ground")
    assert bench.selected() == []


def test_check_boxes_and_held_keys_select_several(bench):
    bench.click("file:plan", "check:scan")
    assert bench.selected() == ["plan", "scan"]
    bench.click("check:plan")
    assert bench.selected() == ["scan"]
    bench.click("file:plan")
    bench.click_with(SHIFT, "file:scan")
    assert bench.selected() == ["menu", "plan", "scan"]
    bench.click_with(CONTROL, "file:menu")
    assert bench.selected() == ["plan", "scan"]


def test_a_quick_second_press_on_a_check_box_opens_nothing(bench):
    bench.play(("double_click", "check:plan"))
    assert bench.selected() == []
    assert len(bench.computer.windows.all()) == 1


def test_arrows_home_and_end_walk_and_shift_takes_along(bench):
    bench.click("file:plan")
    bench.key("Right")
    assert bench.selected() == ["menu"]
    bench.key("End")
    assert bench.selected() == ["scan"]
    bench.key("Home")
    bench.key("Shift+Right")
    assert bench.selected() == ["menu", "plan"]
    bench.key("Ctrl+A")
    assert bench.selected() == ["menu", "plan", "scan"]
    assert bench.focus_target() >= {"file:menu"}


def test_ctrl_and_space_tick_what_has_the_keyboard(bench):
    bench.click("file:plan")
    bench.key("Ctrl+End", "Ctrl+Space")
    assert bench.selected() == ["plan", "scan"]
    bench.key("Ctrl+Space")
    assert bench.selected() == ["plan"]
    bench.key("Ctrl+Home", "Ctrl+Right", "Space")
    assert bench.selected() == ["menu"]


@BOTH
def test_the_menu_of_a_file(bench, keyboard):
    bench.play(("right_click", "file:plan"), keyboard=keyboard)
    assert bench.selected() == ["plan"]
    assert bench.can_see("menu:rename")
    bench.click("menu:open", keyboard=keyboard)
    assert bench.computer.windows.get("document:plan") is not None
    assert not bench.can_see("menu:open")


def test_the_menu_closes_with_esc_and_changes_nothing(bench):
    before = bench.computer.to_plain()["rows"]
    bench.click("file:plan")
    bench.play(("right_click", "file:plan"), ("key", "Esc"))
    assert not bench.can_see("menu:rename")
    left = bench.computer.to_plain()["rows"]
    assert {k: v for k, v in left.items() if "selection" not in k} == before


def test_the_menu_of_the_ground_sorts(bench):
    bench.play(("right_click", "ground"), ("click", "menu:sort_date"))
    assert bench.list._items["plan"].detail.endswith("9.18")
    bench.click("button:menu", "menu:sort_name")
    assert bench.list._items["plan"].detail == ""


@BOTH
def test_the_button_shows_the_menu_of_what_is_selected(bench, keyboard):
    bench.click("file:plan", "button:menu", keyboard=keyboard)
    assert bench.can_see("menu:properties")
    bench.click("menu:properties", keyboard=keyboard)
    assert bench.can_see("dialog:close")
    bench.click("dialog:close", keyboard=keyboard)
    assert not bench.can_see("dialog:close")


@BOTH
def test_the_preview_shows_the_document_and_opens_it(bench, keyboard):
    bench.click("file:plan", "button:menu", "menu:preview", keyboard=keyboard)
    view = bench.desktop.findChild(DocumentView)
    assert view.heading.text() == "Hoitosuunnitelma"
    bench.click("dialog:open", keyboard=keyboard)
    assert bench.computer.windows.top().id == "document:plan"


@BOTH
def test_search_shows_where_things_lie(bench, keyboard):
    bench.play(("type", "field:search", {"text": "part"}), keyboard=keyboard)
    assert bench.shown() == ["forms", "older", "holiday"]
    assert bench.list._items["holiday"].detail == "Kansio: Lomakkeet"
    assert "loma" not in str(bench.seen)
    bench.play(("open", "file:holiday"), keyboard=keyboard)
    assert bench.computer.windows.top().id == "document:holiday"


def test_the_search_can_be_left_with_esc_or_back(bench):
    bench.play(("type", "field:search", {"text": "loma"}), ("key", "Esc"))
    assert bench.shown() == ["plan", "menu", "scan"]
    bench.play(("type", "field:search", {"text": "xyz"}))
    assert bench.list._says.text().startswith("Tällä nimellä ei löytynyt")
    bench.click("button:back")
    assert bench.window.nav.search.text() == ""


def test_fields_use_the_clipboard_of_the_practice_computer(bench):
    QApplication.clipboard().setText("oikea")
    bench.computer.clipboard.take(Clip(Held.TEXT, text="loma"))
    bench.play(("type", "field:search", {"text": ""}), ("key", "Ctrl+V"))
    assert bench.window.nav.search.text() == "loma"
    bench.key("Ctrl+A", "Ctrl+X")
    assert bench.window.nav.search.text() == ""
    assert bench.computer.clipboard.clip.text == "loma"
    assert QApplication.clipboard().text() == "oikea"


def test_peru_shows_the_old_rows_again(bench):
    bench.click("tree:forms")
    bench.play(("type", "field:search", {"text": "loma"}))
    bench.computer.undo()
    assert bench.window.nav.search.text() == ""
    assert bench.shown() == ["older", "holiday"]
    bench.computer.undo()
    assert bench.shown() == ["plan", "menu", "scan"]
    assert bench.can_see("trail:inbox")


def test_training_wheels_hold_what_is_not_needed(bench):
    live = frozenset({"file:plan", "button:move", "folder:updated", "dialog:move_here"})
    bench.desktop.set_guidance("file:plan", live=live)
    bench.click("file:menu")
    assert bench.selected() == []
    bench.click("button:delete")
    bench.key("Delete")
    assert bench.refused == ["file:menu", "button:delete", "button:delete"]
    bench.click("file:plan", "button:move", "folder:updated", "dialog:move_here")
    assert bench.parent("plan") == "updated"


def test_a_refusal_is_said_in_the_window_until_it_is_read(bench):
    bench.click("button:paste")
    assert bench.notice == "Liitettävää ei ole. Valitse ensin tiedosto ja paina Kopioi."
    assert bench.window.notice.isVisible()
    bench.click("dialog:understood")
    assert bench.notice == ""
    bench.click("button:copy")
    assert bench.notice == "Valitse ensin tiedosto. Napsauta sitä kerran."
    bench.click("file:plan")
    assert bench.notice == ""


def test_a_window_that_opens_has_the_keyboard_in_its_list(bench):
    bench.click("close:files:inbox")
    bench.play(("open", "folder:house"))
    assert bench.focus_target() >= {"folder:plans"}
    assert bench.computer.windows.top().id == "files"


def test_a_folder_of_the_desktop_shows_in_the_open_window(bench):
    bench.click("minimise:files:inbox")
    bench.play(("open", "folder:house"))
    assert [w.id for w in bench.computer.windows.all()] == ["files:inbox"]
    assert bench.shown() == ["plans", "forms", "inbox"]
    bench.computer.undo()
    assert bench.computer.windows.top() is None


def test_screen_readers_meet_items_with_names_and_selection(bench):
    bench.click("file:plan")
    item = bench.list.item("plan")
    face = QAccessible.queryAccessibleInterface(item)
    assert face.role() == QAccessible.Role.ListItem
    assert face.text(QAccessible.Text.Name) == "hoitosuunnitelma_huone12, tiedosto"
    assert face.state().selected
    row = bench.window.tree.row("inbox")
    face = QAccessible.queryAccessibleInterface(row)
    assert face.role() == QAccessible.Role.TreeItem
    assert face.text(QAccessible.Text.Name) == "Saapuneet"
    assert bench.window.nav.back.accessibleName() == "Takaisin"


def test_tab_comes_to_one_item_of_the_list_and_one_of_the_tree(bench):
    stops = []
    bench.click("file:menu")
    for _press in range(40):
        stops.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    items = {s for s in stops if s in bench.list._items.values()}
    rows = {s for s in stops if s in bench.window.tree._rows.values()}
    assert len(items) == 1
    assert len(rows) == 1
