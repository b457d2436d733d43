"""The icons of the desktop, by mouse and by keyboard."""

import pytest

from tests.room_kit.conftest import make_bench


@pytest.fixture
def bare(qtbot, look, clock):
    """A desktop without windows."""
    return make_bench(qtbot, look, clock, windows=())


def test_what_lies_on_the_desktop_and_the_bin_have_icons(bare):
    names = bare.desktop.targets.names()
    assert {"folder:inbox", "folder:letters", "file:note", "folder:bin"} <= names
    assert "file:plan" not in names


def test_a_click_selects_and_a_click_beside_lets_go(bare):
    bare.play(("click", "file:note"))
    assert bare.desktop.icons.selection() == ("note",)
    assert bare.verbs() == [("select", "file:note", "pointer")]
    bare.play(("click", "inside:desktop"))
    assert bare.desktop.icons.selection() == ()


@pytest.mark.parametrize("keyboard", [False, True])
def test_a_folder_and_a_file_open(bare, keyboard):
    by = "keys" if keyboard else "pointer"
    bare.play(("open", "folder:letters"), keyboard=keyboard)
    assert bare.room.asked == [("open", "letters", by)]
    assert bare.verbs()[-1] == ("open", "window:files", by)
    bare.play(("click", "minimise:files"), ("open", "file:note"), keyboard=keyboard)
    assert bare.verbs()[-1] == ("open", "window:document:note", by)


def test_arrows_go_from_icon_to_icon_and_select(bare):
    bare.play(("click", "folder:inbox"), ("key", "Down"), ("key", "Down"))
    assert bare.desktop.icons.selection() == ("note",)
    bare.play(("key", "Up"))
    assert bare.desktop.icons.selection() == ("letters",)


def test_other_keys_and_the_menu_go_to_the_files_room(bare):
    bare.play(("key", "Delete", {"on": "file:note"}), ("key", "Ctrl+C"), ("key", "Shift+F10"))
    assert bare.room.asked == [
        ("Delete", ("note",)),
        ("Ctrl+C", ("note",)),
        ("menu", ("note",), "keys"),
    ]
    bare.play(("right_click", "folder:letters"))
    assert bare.room.asked[-1] == ("menu", ("letters",), "pointer")
    bare.play(("right_click", "inside:desktop"))
    assert bare.room.asked[-1] == ("menu", (), "pointer")


def test_an_icon_dragged_onto_another(bare):
    before = bare.rows()
    bare.play(("drag", "file:note", {"to": "folder:letters"}))
    assert bare.room.asked[-1] == ("drop", ("note",), "folder:letters", False)
    assert "file:note" not in bare.desktop.targets.names()
    bare.computer.undo()
    assert bare.desktop.targets.find("file:note").isValid()
    assert {k: v for k, v in bare.rows().items() if k in before} == before


def test_an_icon_dragged_onto_the_empty_desktop_stays(bare):
    bare.play(("drag", "file:note", {"to": "inside:desktop"}))
    assert bare.room.asked == []
    assert not bare.computer.book.can_undo


def test_names_are_parted_only_where_they_may(bare):
    bare.computer.words.names = {"note": "hoitosuunnitelma_huone12"}
    bare.desktop.set_words_changed()
    icon = bare.desktop.targets.spot("file:note").widget
    assert icon.accessibleName() == "hoitosuunnitelma_huone12"
    assert icon.height() > bare.desktop.targets.find("folder:bin").height()


def test_a_full_bin_looks_different(bare):
    empty = bare.desktop.targets.spot("folder:bin").widget.grab().toImage()
    bare.computer.files.trash(["note"])
    assert bare.desktop.targets.spot("folder:bin").widget.grab().toImage() != empty
