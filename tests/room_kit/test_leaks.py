"""Nothing stays behind: closed windows, rooms and the desktop itself die, the book forgets."""

import gc
import weakref

import shiboken6
from PySide6.QtCore import QTimer

from tests.fakes.leftovers import finish_deletions
from tests.room_kit.conftest import make_bench


def test_a_closed_window_is_gone_with_all_inside(bench):
    window = bench.desktop.stack.top()
    content = window.content
    gone = [weakref.ref(window), weakref.ref(content)]
    bench.room.lists.clear()
    bench.room.fields.clear()
    bench.desktop.set_guidance("close:files", arrow=True)
    bench.play(("click", "close:files"))
    finish_deletions()
    assert not shiboken6.isValid(content)
    assert "close:files" not in bench.desktop.targets.names()
    assert "button:ring" not in bench.desktop.targets.names()
    del window, content
    gc.collect()
    assert [ref() for ref in gone] == [None, None]


def test_layers_are_gone_when_they_are_taken_off(bench):
    for _time in range(3):
        bench.room.ask_dialog()
        bench.play(("click", "dialog:no"))
    finish_deletions()
    assert not [n for n in bench.desktop.targets.names() if n.startswith("dialog:")]


def test_the_desktop_dies_and_the_book_forgets_it(qtbot, look, clock):
    bench = make_bench(qtbot, look, clock)
    computer, desktop, room = bench.computer, weakref.ref(bench.desktop), weakref.ref(bench.room)
    bench.play(("click", "file:plan"))
    shiboken6.delete(bench.frame)
    del bench
    gc.collect()
    assert desktop() is None
    assert room() is None
    assert computer.book._listeners == []
    computer.windows.close("files")
    computer.undo()
    look.set_scale(1.5)


def test_no_timer_runs_while_nothing_is_played(bench):
    bench.desktop.set_guidance("file:plan", arrow=True)
    bench.play(("click", "start"), ("click", "menu:start_document"))
    assert not [t for t in bench.desktop.findChildren(QTimer) if t.isActive()]
