"""Guidance: the outline follows, training wheels refuse; and drags show where they would fall."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from digitutor_app.room_kit.drag import Cargo
from tests.fakes.leftovers import finish_deletions
from tests.room_kit.conftest import make_bench


def outline(bench):
    return bench.desktop.overlay.outline


def place(bench, name):
    found = bench.desktop.targets.find(name)
    return QRect(bench.desktop.mapFromGlobal(found.topLeft()), found.size())


def test_the_outline_follows_a_window_that_moves(bench):
    bench.desktop.set_guidance("button:ring")
    before = outline(bench)
    assert before == place(bench, "button:ring")
    bench.play(("key", "Right", {"on": "title:files"}), keyboard=True)
    assert outline(bench) == place(bench, "button:ring")
    assert outline(bench) != before
    bench.computer.undo()
    assert outline(bench) == before


def test_the_outline_follows_in_mid_drag(bench):
    bench.desktop.set_guidance("close:files")
    hand = bench.hand
    hand.move(bench.desktop.targets.spot("title:files").point)
    hand.press()
    hand.move(hand.point + QPoint(37, 21))
    assert outline(bench) == place(bench, "close:files")
    hand.release()


def test_the_outline_follows_what_is_painted_inside_a_view(bench):
    bench.desktop.set_guidance("file:menu")
    before = outline(bench)
    bench.play(("scroll", "inside:inbox", {"notches": 1}))
    bench.frame.grab()
    assert outline(bench).top() < before.top()
    assert outline(bench) == place(bench, "file:menu")


def test_the_outline_waits_for_what_is_not_there(bench, qtbot):
    bench.desktop.set_guidance("dialog:yes", arrow=True)
    assert outline(bench) is None
    bench.room.ask_dialog()
    with qtbot.waitSignal(bench.desktop.targets.changed):
        bench.desktop.targets.add("button:any", bench.desktop)
    assert outline(bench) == place(bench, "dialog:yes")
    bench.play(("click", "dialog:yes"))
    assert outline(bench) is None
    bench.play(("click", "minimise:files"))
    bench.desktop.set_guidance()
    assert outline(bench) is None


def test_the_outline_is_seen_and_the_arrow_is_more(bench):
    plain = bench.frame.grab().toImage()
    bench.desktop.set_guidance("file:plan")
    outlined = bench.frame.grab().toImage()
    bench.desktop.set_guidance("file:plan", arrow=True)
    pointed = bench.frame.grab().toImage()
    assert plain != outlined
    assert outlined != pointed


def test_training_wheels_refuse_all_but_the_live_targets(bench):
    live = frozenset({"tree:letters", "menu:ring", "file:plan"})
    bench.desktop.set_guidance("file:plan", live=live)
    before = bench.rows()
    bench.play(
        ("click", "close:files"),
        ("click", "minimise:files"),
        ("click", "task:files"),
        ("click", "start"),
        ("click", "file:menu"),
        ("drag", "title:files", {"to": "start"}),
        ("key", "Right", {"on": "title:files"}),
    )
    assert bench.rows() == before
    assert bench.seen == []
    assert bench.refused == [
        "close:files",
        "minimise:files",
        "task:files",
        "start",
        "file:menu",
        "title:files",
        "title:files",
    ]
    bench.refused.clear()
    bench.play(("click", "button:ring"), ("click", "file:plan"))
    assert [o.verb for o in bench.seen] == ["ring", "click"]
    assert bench.refused == []
    bench.desktop.set_guidance()
    bench.play(("click", "close:files"))
    assert bench.window("files") is None


def test_icons_refuse_too(qtbot, look, clock):
    bench = make_bench(qtbot, look, clock, windows=())
    bench.desktop.set_guidance("folder:inbox", live=frozenset({"folder:inbox"}))
    bench.play(("open", "file:note"), ("drag", "file:note", {"to": "folder:letters"}))
    assert set(bench.refused) == {"file:note"}
    assert bench.room.asked == []
    assert bench.desktop.icons.selection() == ()


def carrying(bench):
    """A hand that carries file:plan, and is somewhere over the window."""
    hand = bench.hand
    hand.move(bench.desktop.targets.spot("file:plan").point)
    hand.press()
    hand.move(hand.point + QPoint(20, 5))
    assert bench.desktop.drags.going_on
    return hand


def test_a_drag_shows_where_it_would_fall(bench):
    bench.computer.windows.put("files", (400, 50, 590, 800))
    hand = carrying(bench)
    target = bench.desktop.targets.find("folder:letters")
    hand.move(target.center())
    assert bench.desktop.drags.highlight == target
    hand.move(bench.desktop.targets.find("title:files").center() + QPoint(-20, 0))
    assert bench.desktop.drags.over is None
    hand.release()
    assert bench.room.asked == []


def test_what_is_let_go_near_a_target_falls_on_it(bench):
    bench.computer.windows.put("files", (400, 50, 590, 800))
    fallen, rows = [], bench.room.lists[0]
    cargo = Cargo(
        items=("plan",),
        picture=QPixmap(8, 8),
        accepts="folder:letters".__eq__,
        dropped=lambda items, target, copy: fallen.append((items, target, copy)),
    )
    place = bench.desktop.targets.find("folder:letters")
    hand = bench.hand
    hand.move(bench.desktop.targets.spot("file:plan").point)
    hand.press()
    bench.desktop.drags.begin(rows, cargo, hand.point)
    hand.move(QPoint(place.right() + 45, place.center().y()))
    assert bench.desktop.drags.over is None
    hand.move(QPoint(place.right() + 35, place.center().y()))
    hand.release()
    assert fallen == [(("plan",), "folder:letters", False)]


def test_escape_takes_a_drag_back(bench):
    bench.computer.windows.put("files", (400, 50, 590, 800))
    before = bench.rows()
    hand = carrying(bench)
    hand.move(bench.desktop.targets.find("folder:letters").center())
    QApplication.focusWidget()
    hand.key("Esc")
    assert not bench.desktop.drags.going_on
    hand.release()
    assert bench.rows() == before
    bench.play(("click", "file:menu"))
    assert bench.seen[-1].target == "file:menu"


def test_a_drag_ends_when_its_window_goes_away(bench):
    hand = carrying(bench)
    bench.computer.windows.close("files")
    finish_deletions()
    assert not bench.desktop.drags.going_on
    hand.release()
    assert bench.room.asked == []


def test_nothing_falls_onto_a_window_in_between(qtbot, look, clock):
    bench = make_bench(qtbot, look, clock)
    hand = carrying(bench)
    hidden = bench.desktop.icons.geometry().center()
    hand.move(bench.desktop.mapToGlobal(hidden))
    over = bench.desktop.drags.over
    assert over is None or over.name != "inside:desktop"
    hand.release()
