"""Targets: found where they are, never where they cannot be pressed, forgotten when they die."""

import gc
import weakref

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.room_kit.targets import folded


class Counter:
    counted = 0

    def count(self):
        self.counted += 1


def test_a_missing_target_is_our_mistake(bench):
    with pytest.raises(OurMistakeError, match="button:nowhere"):
        bench.desktop.targets.find("button:nowhere")


def test_a_target_stands_on_the_screen_where_its_widget_is(bench):
    field = bench.room.fields[0]
    place = bench.desktop.targets.find("field:name")
    assert place == QRect(field.mapToGlobal(QPoint(0, 0)), field.size())


def test_a_target_painted_inside_a_view(bench):
    rows = bench.room.lists[0]
    place = bench.desktop.targets.find("file:menu")
    assert place.topLeft() == rows.mapToGlobal(rows.row("menu").topLeft())
    rows.first = 2
    with pytest.raises(OurMistakeError, match="hidden"):
        bench.desktop.targets.find("file:menu")


def test_the_topmost_of_several_with_one_name(bench):
    targets = bench.desktop.targets
    below = targets.find("folder:letters") if targets.look("folder:letters") else None
    button = bench.desktop.stack.top().bar.minimise
    targets.add("folder:letters", button)
    assert targets.spot("folder:letters").widget is button
    targets.remove("folder:letters", button)
    bench.play(("click", "minimise:files"))
    assert targets.spot("folder:letters").widget.accessibleName() == "letters"
    assert below is None or below == targets.find("folder:letters")


def test_what_lies_under_a_dialog_cannot_be_reached(bench):
    bench.room.ask_dialog()
    with pytest.raises(OurMistakeError, match="hidden"):
        bench.desktop.targets.find("button:ring")
    assert bench.desktop.targets.find("dialog:yes").isValid()


def test_a_partly_covered_target_gives_a_point_that_can_be_pressed(bench):
    targets, window = bench.desktop.targets, bench.desktop.stack.top()
    cover = QWidget(window.content)
    field = bench.room.fields[0]
    cover.setGeometry(field.geometry().adjusted(0, 0, -field.width() // 3, 0))
    cover.show()
    point = targets.spot("field:name").point
    assert window.window().childAt(window.window().mapFromGlobal(point)) is field


def test_dead_widgets_are_forgotten(bench, qtbot):
    widget = QWidget()
    bench.desktop.targets.add("button:gone", widget)
    ref = weakref.ref(widget)
    del widget
    gc.collect()
    assert ref() is None
    assert "button:gone" not in bench.desktop.targets.names()


def test_changes_are_told_once_in_a_round_of_the_loop(bench, qtbot):
    counter = Counter()
    bench.desktop.targets.changed.connect(counter.count)
    with qtbot.waitSignal(bench.desktop.targets.changed):
        for number in range(50):
            bench.desktop.targets.add(f"button:{number}", bench.desktop)
    assert counter.counted == 1
    assert {"button:0", "button:49"} <= bench.desktop.targets.names()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("tree:inbox", "folder:inbox"),
        ("trail:inbox", "folder:inbox"),
        ("inside:inbox", "folder:inbox"),
        ("menu:copy", "button:copy"),
        ("file:plan", "file:plan"),
        ("start", "start"),
        ("task:document:plan", "task:document:plan"),
    ],
)
def test_names_for_training_wheels(name, wanted):
    assert folded(name) == wanted


def test_the_nearest_accepted_target_within_reach(bench):
    targets = bench.desktop.targets
    place = targets.find("file:plan")
    beside = QPoint(place.left() - 1, place.center().y()) - QPoint(25, 0)
    assert targets.at(beside, "file:plan".__eq__, 40).name == "file:plan"
    assert targets.at(beside, "file:plan".__eq__, 10) is None
    assert targets.at(place.center(), lambda _name: True).name == "file:plan"
