"""What is open over the files goes on where it was; Peru makes no deed of its own."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit

from digitutor_app.practice.computer import Computer
from digitutor_app.practice.windows import Shape
from digitutor_app.room_kit.hand import Hand
from tests.looks import settle
from tests.rooms.files.bench import make_bench
from tests.rooms.files.conftest import DOCUMENTS, NAMES, make_computer


@pytest.fixture
def gone_on(qtbot, clock):
    """``gone_on(bench)`` shows another desktop that goes on from what the book holds."""

    def make(bench, size=(862, 572)):
        bench.desktop.hide()
        computer = Computer()
        computer.words.names, computer.words.documents = NAMES, DOCUMENTS
        computer.load(bench.computer.to_plain())
        made = make_bench(qtbot, computer, clock, size=size)
        settle(made.desktop)
        return made

    return make


def place(bench, name):
    """Where a target stands on the desktop."""
    return bench.desktop.targets.place(name).translated(-bench.desktop.mapToGlobal(QPoint()))


def ask_by_hand(bench):
    """A right press on an empty place of the list, away from every edge."""
    ground = bench.desktop.targets.find("ground")
    hand = Hand(bench.desktop)
    hand.move(ground.center())
    bench.play(("right_click", "ground"))


WAYS = {
    "button": lambda bench: bench.click("button:menu"),
    "ground": ask_by_hand,
    "file": lambda bench: bench.play(("right_click", "file:menu")),
    "keys": lambda bench: bench.play(("click", "file:scan"), ("key", "Shift+F10")),
    "desktop icon": lambda bench: bench.play(("right_click", "folder:house")),
}


@pytest.mark.parametrize("way", WAYS)
def test_an_open_menu_stands_where_it_stood(bench, gone_on, way):
    WAYS[way](bench)
    item = "menu:properties"
    there = place(bench, item)
    again = gone_on(bench)
    assert place(again, item) == there
    again.click(item)
    assert again.can_see("dialog:close")


def test_a_menu_keeps_to_its_button_when_the_desktop_changes(bench):
    bench.click("button:menu")
    bench.desktop.resize(1000, 640)
    settle(bench.desktop)
    assert place(bench, "menu:create_folder").top() > place(bench, "button:menu").bottom()
    assert bench.desktop.rect().contains(place(bench, "menu:properties"))


@pytest.mark.parametrize("width", [720, 800, 880])
def test_the_bars_stand_where_they_stood_when_a_path_has_become_longer(
    qtbot, clock, gone_on, width
):
    bench = make_bench(qtbot, make_computer("files:inbox"), clock, size=(width, 572))
    bench.play(("click", "tree:house"), ("drag", "folder:plans", {"to": "folder:forms"}))
    nav, again = bench.window.nav, gone_on(bench, (width, 572)).window.nav
    assert again.search.geometry() == nav.search.geometry()
    assert again.trail.geometry() == nav.trail.geometry()


def test_a_refusal_on_the_desktop_is_still_there(bench, gone_on):
    bench.play(("click", "folder:bin"))
    bench.desktop.room("files").command("Delete", ("bin",))
    assert bench.can_see("dialog:understood")
    again = gone_on(bench)
    assert again.can_see("dialog:understood")
    again.click("dialog:understood")
    assert not again.can_see("dialog:understood")


def test_a_refusal_is_there_when_no_window_of_the_room_was_opened(bench, gone_on):
    bench.click("close:files:inbox")
    bench.desktop.room("files").command("Delete", ("bin",))
    again = gone_on(bench)
    assert again.can_see("dialog:understood")


def test_what_was_typed_for_a_desktop_icon_is_gone_on_with_and_not_replaced(bench, gone_on):
    bench.click("close:files:inbox")
    bench.play(("right_click", "folder:house"), ("click", "menu:rename"))
    assert bench.desktop.layers.top().findChild(QLineEdit).selectedText() == "Esimerkkilä"
    bench.play(("type", "", {"text": "Koti"}))
    again = gone_on(bench)
    again.play(("type", "", {"text": "la"}), ("key", "Enter"))
    assert again.name("house") == "Kotila"


def test_peru_to_a_name_that_is_open_in_a_window_put_away_makes_no_deed(bench):
    window, computer = "files:inbox", bench.computer
    bench.play(("click", "file:plan"), ("click", "button:rename"))
    bench.play(("click", f"minimise:{window}"), ("open", "folder:house"))
    assert computer.windows.top().id == window
    deeds = len(computer.to_plain()["deeds"])
    assert computer.undo()
    assert len(computer.to_plain()["deeds"]) == deeds - 1
    assert computer.windows.get(window).shape is Shape.MINIMISED
    bench.click(f"task:{window}")
    assert bench.list.field.text() == "hoitosuunnitelma_huone12.odt"
