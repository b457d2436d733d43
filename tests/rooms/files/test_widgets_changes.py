"""Changing things under real hands: every way, by pointer and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from digitutor_app.practice.nodes import BIN

BOTH = pytest.mark.parametrize("keyboard", [False, True], ids=["pointer", "keys"])


@BOTH
def test_move_with_the_dialog(bench, keyboard):
    bench.click("file:plan", "button:move", "folder:updated", "dialog:move_here", keyboard=keyboard)
    assert bench.parent("plan") == "updated"
    assert bench.seen[-1].get("by") == ("keys" if keyboard else "button")
    assert not bench.can_see("dialog:move_here")
    bench.play(("open", "tree:updated"), keyboard=keyboard)
    assert bench.shown() == ["plan"]


def test_the_dialog_asks_for_a_folder_first(bench):
    bench.click("file:plan", "button:move", "dialog:move_here")
    assert bench.can_see("dialog:move_here")
    assert bench.parent("plan") == "inbox"
    bench.key("Esc")
    assert not bench.can_see("dialog:move_here")


def test_enter_in_the_tree_of_the_dialog_chooses_and_then_moves(bench):
    bench.click("file:plan", "button:move")
    bench.key("End", "Up", "Up", "Enter")
    assert bench.computer.files.node("plan").parent == "inbox"
    chosen = bench.computer.book.row("files.dialog:files:inbox")["chosen"]
    assert chosen == "updated"
    bench.key("Enter")
    assert bench.parent("plan") == "updated"


@pytest.mark.parametrize("to", ["tree:forms", "trail:house"])
def test_move_by_dragging(bench, to):
    bench.play(("drag", "file:plan", {"to": to}))
    assert bench.parent("plan") == to.partition(":")[2]
    assert (bench.seen[-1].verb, bench.seen[-1].get("by")) == ("move", "drag")


def test_drag_into_a_folder_of_the_list_and_several_at_once(bench):
    bench.click("tree:house")
    bench.play(("drag", "folder:inbox", {"to": "folder:forms"}))
    assert bench.parent("inbox") == "forms"
    bench.computer.undo()
    bench.click("tree:inbox", "file:plan", "check:scan")
    bench.play(("drag", "file:scan", {"to": "tree:plans"}))
    assert {bench.parent("plan"), bench.parent("scan")} == {"plans"}
    assert bench.parent("menu") == "inbox"


def test_drag_to_the_bin_deletes(bench):
    bench.play(("drag", "file:plan", {"to": "tree:bin"}))
    assert bench.parent("plan") == BIN


def test_a_drag_that_is_let_go_of_nowhere_or_taken_back_changes_nothing(bench):
    bench.play(("drag", "file:plan", {"to": "start"}))
    assert bench.parent("plan") == "inbox"
    widget, end = bench.drag_halfway("file:plan", "tree:forms")
    assert bench.desktop.drags.going_on
    QTest.keyClick(QApplication.focusWidget() or widget, Qt.Key.Key_Escape)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)
    assert bench.parent("plan") == "inbox"
    bench.play(("drag", "file:plan", {"to": "tree:forms"}))
    assert bench.parent("plan") == "forms"


def test_training_wheels_hold_a_drop_on_the_wrong_folder(bench):
    bench.desktop.set_guidance(live=frozenset({"file:plan", "folder:updated"}))
    bench.play(("drag", "file:plan", {"to": "tree:forms"}))
    assert bench.parent("plan") == "inbox"
    assert bench.refused == ["tree:forms"]
    bench.play(("drag", "file:plan", {"to": "tree:updated"}))
    assert bench.parent("plan") == "updated"


@BOTH
def test_cut_and_paste_with_buttons(bench, keyboard):
    targets = ("file:plan", "button:cut", "tree:forms", "button:paste")
    bench.click(*targets, keyboard=keyboard)
    assert bench.parent("plan") == "forms"


def test_cut_and_paste_with_keys_alone(bench):
    bench.play(("key", "Ctrl+X", {"on": "file:plan"}), keyboard=True)
    assert bench.list.item("plan").pale
    bench.click("tree:forms", keyboard=True)
    bench.key("Ctrl+V")
    assert bench.parent("plan") == "forms"


def test_copy_and_paste_with_the_menu(bench):
    bench.play(("right_click", "file:plan"), ("click", "menu:copy"), ("click", "tree:forms"))
    bench.play(("right_click", "ground"), ("click", "menu:paste"))
    assert bench.parent("plan") == "inbox"
    assert bench.parent("plan~2") == "forms"
    assert bench.seen[-1].get("by") == "menu"


@pytest.mark.parametrize("way", ["key", "button", "menu"])
@BOTH
def test_rename(bench, way, keyboard):
    bench.click("file:scan", keyboard=keyboard)
    begin = {
        "key": [("key", "F2")],
        "button": [("click", "button:rename")],
        "menu": [("right_click", "file:scan"), ("click", "menu:rename")],
    }[way]
    bench.play(*begin, keyboard=keyboard)
    typed = ("type", "field:name", {"text": "ensiapukurssi 2025"})
    bench.play(typed, ("key", "Enter"), keyboard=keyboard)
    assert bench.name("scan") == "ensiapukurssi 2025"
    assert bench.list.item("scan").name == "ensiapukurssi 2025"
    assert bench.focus_target() >= {"file:scan"}
    assert "ensiapu" not in str(bench.seen)


def test_a_bad_name_stays_in_the_field_until_it_is_good(bench):
    bench.click("file:scan", "button:rename")
    bench.play(
        ("key", "Ctrl+A"), ("type", "field:name", {"text": "ensi/apu.pdf"}), ("key", "Enter")
    )
    assert bench.notice.startswith("Tätä merkkiä ei voi käyttää nimessä.")
    assert bench.can_see("field:name")
    bench.play(("key", "Ctrl+A"), ("type", "field:name", {"text": "ensiapu"}), ("key", "Enter"))
    assert bench.notice == ("Nimen lopussa oleva .pdf kertoo tiedoston tyypin. Jätä se paikalleen.")
    bench.play(("key", "Esc"))
    assert not bench.can_see("field:name")
    assert bench.name("scan") == "scan0001"


def test_the_name_is_selected_whenever_the_keyboard_comes_until_it_was_changed(bench):
    bench.click("file:scan", "button:rename")
    assert bench.list.field.selectedText() == "scan0001"
    bench.desktop.setFocus()
    assert not bench.list.field.hasFocus()
    bench.click("field:name")
    assert bench.list.field.selectedText() == "scan0001"
    bench.desktop.setFocus()
    bench.list.field.setFocus(Qt.FocusReason.TabFocusReason)
    assert bench.list.field.selectedText() == "scan0001"
    bench.play(("type", "field:name", {"text": "ensi"}))
    assert bench.list.field.text() == "ensi.pdf"
    bench.desktop.setFocus()
    bench.list.field.setFocus(Qt.FocusReason.TabFocusReason)
    bench.play(("type", "field:name", {"text": "apu"}))
    assert bench.list.field.text() == "ensiapu.pdf"


def test_a_name_that_comes_back_by_peru_is_replaced_by_typing(bench):
    bench.click("file:scan", "button:rename")
    bench.play(("type", "field:name", {"text": "toinen"}), ("key", "Enter"))
    bench.computer.undo()
    bench.window.refresh()
    assert bench.list.field.text() == "scan0001.pdf"
    bench.play(("type", "field:name", {"text": "ensiapu"}))
    assert bench.list.field.text() == "ensiapu.pdf"


def test_a_press_elsewhere_gives_the_name_that_was_typed(bench):
    bench.click("file:scan", "button:rename")
    bench.play(("type", "field:name", {"text": "uusi"}), ("click", "file:plan"))
    assert bench.name("scan") == "uusi"
    assert bench.selected() == ["plan"]


@BOTH
def test_a_new_folder_gets_its_name_at_once(bench, keyboard):
    bench.click("button:create_folder", keyboard=keyboard)
    typed = ("type", "field:name", {"text": "Koulutus 2025"})
    bench.play(typed, ("key", "Enter"), keyboard=keyboard)
    assert bench.name("new_folder") == "Koulutus 2025"
    assert bench.shown()[0] == "new_folder"
    assert bench.can_see("tree:new_folder")


@pytest.mark.parametrize("way", ["key", "button", "menu"])
@BOTH
def test_delete(bench, way, keyboard):
    bench.click("file:menu", keyboard=keyboard)
    bench.play(
        *{
            "key": [("key", "Delete")],
            "button": [("click", "button:delete")],
            "menu": [("right_click", "file:menu"), ("click", "menu:delete")],
        }[way],
        keyboard=keyboard,
    )
    assert bench.parent("menu") == BIN
    assert bench.shown() == ["plan", "scan"]
    assert bench.focus_target() != set()


@BOTH
def test_restore_and_empty_the_bin(bench, keyboard):
    bench.click("file:menu", "button:delete", "file:plan", "button:delete", keyboard=keyboard)
    bench.click("tree:bin", keyboard=keyboard)
    assert bench.can_see("button:restore")
    assert not bench.can_see("button:cut")
    bench.click("file:plan", "button:restore", keyboard=keyboard)
    assert bench.parent("plan") == "inbox"
    bench.click("button:empty_bin", "dialog:cancel", keyboard=keyboard)
    assert bench.parent("menu") == BIN
    bench.click("button:empty_bin", "dialog:empty", keyboard=keyboard)
    assert bench.computer.files.get("menu") is None
    assert bench.list._says.text() == "Tämä kansio on tyhjä."


def test_enter_alone_does_not_empty_the_bin(bench):
    bench.click("file:menu", "button:delete", "tree:bin", "button:empty_bin")
    bench.key("Enter")
    assert bench.parent("menu") == BIN
    assert not bench.can_see("dialog:empty")


@pytest.mark.parametrize("choice", ["replace", "keep_both", "cancel"])
@BOTH
def test_a_conflict_of_names(bench, choice, keyboard):
    bench.computer.files.copy(["plan"], "forms")
    bench.click("file:plan", "button:cut", "tree:forms", "button:paste", keyboard=keyboard)
    assert bench.can_see("dialog:replace")
    bench.click(f"dialog:{choice}", keyboard=keyboard)
    expected = {"replace": ("forms", BIN), "keep_both": ("forms", "forms")}
    found = bench.parent("plan"), bench.parent("plan~2")
    assert found == expected.get(choice, ("inbox", "forms"))
    assert not bench.can_see("dialog:replace")


def test_peru_takes_a_dialog_off_and_brings_it_back(bench):
    bench.click("file:plan", "button:move", "folder:updated", "dialog:move_here")
    bench.computer.undo()
    assert bench.can_see("dialog:move_here")
    assert bench.parent("plan") == "inbox"
    bench.computer.undo()
    assert not bench.can_see("dialog:move_here")
    assert bench.shown() == ["plan", "menu", "scan"]


def test_saved_in_the_middle_of_a_name_and_of_a_dialog(bench, qtbot, clock):
    from tests.rooms.files.bench import make_bench
    from tests.rooms.files.conftest import make_computer

    bench.click("file:scan", "button:rename")
    bench.play(("type", "field:name", {"text": "kesken"}))
    other = make_computer()
    other.load(bench.computer.to_plain())
    again = make_bench(qtbot, other, clock)
    again.play(("click", "field:name"), ("key", "Enter"))
    assert again.name("scan") == "kesken"
    again.click("file:plan", "button:move", "folder:forms")
    third = make_computer()
    third.load(again.computer.to_plain())
    last = make_bench(qtbot, third, clock)
    last.click("dialog:move_here")
    assert last.parent("plan") == "forms"


def test_a_new_language_leaves_everything_as_it_is(bench):
    bench.click("file:plan", "button:move", "folder:updated")
    bench.computer.words.names = {**bench.computer.words.names, "updated": "Att uppdatera"}
    bench.desktop.set_words_changed()
    assert bench.window.tree.row("updated").name == "Att uppdatera"
    bench.click("dialog:move_here")
    assert bench.parent("plan") == "updated"


def test_the_icons_of_the_desktop_know_the_commands(bench):
    bench.click("minimise:files:inbox")
    bench.play(("right_click", "folder:house"), ("click", "menu:rename"))
    bench.play(("type", "field:name", {"text": "Mallila"}), ("key", "Enter"))
    assert bench.name("house") == "Mallila"
    bench.play(("right_click", "inside:desktop"), ("click", "menu:create_folder"))
    bench.play(("type", "field:name", {"text": "Oma"}), ("click", "dialog:rename"))
    assert bench.name("new_folder") == "Oma"
    bench.play(("key", "Delete", {"on": "folder:new_folder"}))
    assert bench.parent("new_folder") == BIN
    bench.play(("drag", "folder:house", {"to": "folder:bin"}))
    assert bench.parent("house") == BIN
    bench.play(
        ("right_click", "folder:bin"), ("click", "menu:empty_bin"), ("click", "dialog:empty")
    )
    assert bench.computer.files.get("house") is None
