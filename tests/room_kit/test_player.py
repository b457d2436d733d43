"""The player: walkthroughs on real widgets, by pointer and without, at once and at a pace."""

import pytest
from PySide6.QtWidgets import QApplication

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.exercise import Action
from digitutor_app.room_kit.player import Player
from digitutor_app.room_kit.pointer import DrawnPointer


def test_clicks_double_clicks_and_right_clicks_arrive(bench):
    bench.play(
        ("click", "file:plan"),
        ("click", "file:plan"),
        ("double_click", "file:menu"),
        ("right_click", "file:plan"),
    )
    assert [(o.verb, o.target) for o in bench.seen] == [
        ("click", "file:plan"),
        ("click", "file:plan"),
        ("click", "file:menu"),
        ("double_click", "file:menu"),
        ("right_click", "file:plan"),
    ]


def test_a_button_hears_one_press_and_two_actions_are_two(bench):
    bench.play(("click", "button:ring"), ("click", "button:ring"))
    assert bench.verbs() == [("ring", "button:ring", "pointer")] * 2
    bench.seen.clear()
    bench.play(("double_click", "button:ring"))
    assert bench.verbs() == [("ring", "button:ring", "pointer")]


def test_typing_names_and_literal_text(bench):
    bench.computer.words.names = {"other": "Jyvästö 2"}
    bench.play(("type", "field:name", {"text": "other"}))
    assert bench.room.fields[0].text() == "Jyvästö 2"
    bench.play(("key", "Ctrl+A"), ("type", "", {"text": "Å-1_b (X)"}))
    assert bench.room.fields[0].text() == "Å-1_b (X)"


def test_a_key_on_a_target(bench):
    bench.play(("key", "Delete", {"on": "file:menu"}), keyboard=True)
    assert bench.seen[-1].verb == "Delete"
    assert bench.seen[-1].target == "file:menu"


def test_without_the_pointer_items_buttons_and_icons(bench):
    bench.play(
        ("click", "file:menu"),
        ("open", "file:plan"),
        ("click", "button:ring"),
        ("right_click", "file:menu"),
        keyboard=True,
    )
    assert [(o.verb, o.target) for o in bench.seen] == [
        ("Space", "file:menu"),
        ("Enter", "file:plan"),
        ("ring", "button:ring"),
        ("Shift+F10", "file:menu"),
    ]
    bench.play(("click", "minimise:files"), ("open", "folder:bin"), keyboard=True)
    assert bench.room.asked[-1] == ("open", "bin", "keys")


def test_a_drag_from_a_window_to_an_icon_moves_and_comes_back(bench):
    bench.computer.windows.put("files", (400, 50, 590, 800))
    before = bench.rows()
    bench.play(("drag", "file:plan", {"to": "folder:letters"}))
    assert bench.computer.files.node("plan").parent == "letters"
    assert not bench.desktop.drags.going_on
    bench.computer.undo()
    assert bench.rows() == before
    bench.play(("drag", "file:plan", {"to": "inside:desktop"}))
    assert bench.computer.files.node("plan").parent == "desktop"


def test_scrolling_until_it_can_be_seen(bench):
    rows = bench.room.lists[0]
    rows.first = 2
    with pytest.raises(OurMistakeError):
        bench.desktop.targets.find("file:plan")
    bench.play(("scroll", "inside:inbox", {"to": "file:plan"}))
    assert rows.first == 0


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (("click", "button:nowhere"), "click button:nowhere: .*does not exist"),
        (("drag", "file:plan", {"to": "tree:nowhere"}), "tree:nowhere"),
        (("type", "field:nowhere", {"text": "a"}), "field:nowhere"),
        (("key", "Nokey"), "Nokey"),
        (("dance", "file:plan"), "dance"),
    ],
)
def test_what_cannot_be_played_is_named(bench, action, words):
    with pytest.raises(OurMistakeError, match=words):
        bench.play(action)
    assert not bench.desktop.drags.going_on
    assert bench.room.lists[0].presses.started is None


def test_the_keyboard_cannot_drag(bench):
    with pytest.raises(OurMistakeError, match="drag"):
        bench.play(("drag", "file:plan", {"to": "folder:letters"}), keyboard=True)


def test_at_a_pace_the_pointer_is_seen_and_the_end_is_told(bench, qtbot):
    player = Player(bench.desktop, pace=6)
    pointer = bench.desktop.findChild(DrawnPointer)
    with qtbot.waitSignal(player.played):
        with qtbot.waitSignal(player.acted):
            player.play([Action("click", "file:plan"), Action("click", "button:ring")])
            assert player.playing
        assert pointer.isVisible()
    assert not player.playing
    assert pointer.isHidden()
    assert [o.verb for o in bench.seen] == ["click", "ring"]
    player.deleteLater()


def test_at_a_pace_a_missing_target_is_told(bench, qtbot):
    player = Player(bench.desktop, pace=6)
    with qtbot.waitSignal(player.failed) as failed:
        player.play([Action("click", "button:nowhere")])
    assert "button:nowhere" in str(failed.args[0])
    assert not player.playing
    player.deleteLater()


def test_a_stopped_player_lets_go(bench, qtbot):
    bench.computer.windows.put("files", (400, 50, 590, 800))
    player = Player(bench.desktop, pace=6)
    player.play([Action("drag", "file:plan", {"to": "folder:letters"})])
    with qtbot.waitSignal(bench.desktop.drags.changed):
        pass
    before = bench.rows()
    player.stop()
    assert not bench.desktop.drags.going_on
    assert bench.rows() == before
    assert not player.playing
    player.deleteLater()


def test_a_demonstration_is_taken_back_from_a_snapshot(bench):
    saved = bench.computer.to_plain()
    bench.play(("click", "close:files"))
    bench.computer.load(saved)
    assert bench.computer.to_plain() == saved
    assert bench.desktop.targets.find("close:files").isValid()
    bench.play(("click", "button:ring"))
    assert QApplication.focusWidget() is not None
