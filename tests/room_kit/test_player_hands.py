"""The player's hand that holds on, rests, follows a recorded way, and presses in a text."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit

from digitutor_app.domain.errors import OurMistakeError


class LineWithPlaces(QLineEdit):
    """A field that knows where a hand must press for a place in its text."""

    def caret_point(self, where):
        place = {"start": 0, "end": len(self.text())}.get(where)
        if place is None:
            place = self.text().index(where) + len(where)
        middle = self.height() // 2
        points = (QPoint(x, middle) for x in range(self.width()))
        return next(point for point in points if self.cursorPositionAt(point) == place)


@pytest.fixture
def line(bench):
    made = LineWithPlaces("aamu ilta", bench.desktop)
    made.setGeometry(20, 20, 300, 48)
    made.show()
    made.raise_()
    bench.desktop.targets.add("field:line", made)
    return made


@pytest.mark.parametrize(("where", "place"), [("start", 0), ("end", 9), ("aamu", 4), ("word", 4)])
def test_a_press_in_a_text(bench, line, where, place):
    bench.computer.words.names = {"word": "aamu"}
    bench.play(("click", "field:line", {"caret": where}))
    assert line.hasFocus()
    assert line.cursorPosition() == place


def test_a_place_in_what_has_no_text_is_named(bench):
    with pytest.raises(OurMistakeError, match="no text"):
        bench.play(("click", "file:plan", {"caret": "end"}))


def test_a_hand_holds_on_from_one_player_to_the_next(bench):
    bench.computer.windows.put("files", (400, 50, 590, 800))
    bench.play(("hold", "file:plan"))
    assert bench.room.lists[0].presses.started is not None
    bench.play(("carry", "folder:letters"))
    assert bench.desktop.drags.going_on
    bench.play(("let_go", "folder:letters"))
    assert not bench.desktop.drags.going_on
    assert bench.computer.files.node("plan").parent == "letters"
    assert bench.desktop.touch.grip is None


def test_another_action_lets_go_first(bench):
    bench.computer.windows.put("files", (400, 50, 590, 800))
    bench.play(("hold", "file:plan"), ("carry", "folder:letters"), ("click", "button:ring"))
    assert not bench.desktop.drags.going_on
    assert bench.computer.files.node("plan").parent == "inbox"
    assert bench.verbs() == [("ring", "button:ring", "pointer")]


def test_resting_lets_time_pass_for_whoever_watches(bench):
    seen = []

    class Watcher:
        def look(self):
            seen.append(bench.desktop.touch.seconds())

    watcher, touch = Watcher(), bench.desktop.touch
    touch.watch(watcher.look)
    before = touch.seconds()
    bench.play(("hover", "button:ring", {"seconds": 3}))
    assert seen[-1] - before == 3
    del watcher
    bench.play(("hover", "button:ring", {"seconds": 3}))
    assert len(seen) == 1, "a watcher that is gone is forgotten"


def test_two_clicks_with_a_rest_between_them_are_no_double_click(bench):
    bench.play(("double_click", "file:plan"))
    assert [o.verb for o in bench.seen] == ["click", "double_click"]
    bench.seen.clear()
    bench.play(
        ("click", "file:menu"), ("hover", "file:menu", {"seconds": 2}), ("click", "file:menu")
    )
    assert [o.verb for o in bench.seen] == ["click", "click"]


def test_without_the_pointer_nothing_is_held_and_the_keyboard_rests(bench):
    for action in (("hold", "file:plan"), ("let_go", "file:plan"), ("trace", "file:plan")):
        with pytest.raises(OurMistakeError, match="keyboard"):
            bench.play((*action, {"points": "0 0 0"}), keyboard=True)
    before = bench.desktop.touch.seconds()
    bench.play(("hover", "button:ring", {"seconds": 1}), keyboard=True)
    assert bench.desktop.touch.seconds() - before == 1
    assert QApplication.focusWidget().text() == "Soita"


def test_a_recorded_way_takes_the_time_that_it_took(bench):
    before = bench.desktop.touch.seconds()
    bench.play(("trace", "file:plan", {"points": "0 0 0, 500 500 200, 1000 1000 1500"}))
    assert bench.desktop.touch.seconds() - before == 1.5
    assert bench.verbs() == []


def test_a_paused_walkthrough_goes_on_where_it_was(bench, qtbot):
    from digitutor_app.domain.exercise import Action
    from digitutor_app.room_kit.player import Player

    player = Player(bench.desktop, pace=6)
    with qtbot.waitSignal(player.acted):
        player.play([Action("click", "file:plan"), Action("click", "button:ring")])
    player.pause()
    assert player.playing
    assert [o.verb for o in bench.seen] == ["click"]
    with qtbot.waitSignal(player.played):
        player.play_on()
    assert [o.verb for o in bench.seen] == ["click", "ring"]
    player.deleteLater()
