"""A press paints what looks otherwise, and nothing else: the answer must not come late."""

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication


class Paints(QObject):
    """Remembers what is painted of a widget."""

    def __init__(self, widget):
        super().__init__()
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint:
            self.region += event.region()
        return False


def painted_while(widget, act):
    QApplication.processEvents()
    paints = Paints(widget)
    act()
    QApplication.processEvents()
    return paints.region


def place(bench, name):
    found = bench.desktop.targets.find(name)
    return QRect(bench.desktop.mapFromGlobal(found.topLeft()), found.size())


def test_another_outline_paints_only_the_two_places(bench):
    desktop = bench.desktop
    desktop.set_guidance("close:files")
    region = painted_while(desktop.overlay, lambda: desktop.set_guidance("start"))
    assert region.intersects(place(bench, "close:files"))
    assert region.intersects(place(bench, "start"))
    assert not region.contains(desktop.rect().center())


def test_the_same_guidance_again_paints_nothing(bench):
    desktop = bench.desktop
    desktop.set_guidance("close:files")
    again = painted_while(desktop.overlay, lambda: desktop.set_guidance("close:files"))
    assert again.isEmpty()


def test_an_arrow_is_painted_and_taken_away(bench):
    desktop = bench.desktop
    desktop.set_guidance("close:files")
    came = painted_while(desktop.overlay, lambda: desktop.set_guidance("close:files", arrow=True))
    assert not came.isEmpty()
    went = painted_while(desktop.overlay, lambda: desktop.set_guidance("close:files"))
    assert went == came


def test_showing_the_same_state_again_paints_nothing(bench):
    book = bench.computer.book
    book.write("other", {"a": 1})
    again = painted_while(bench.desktop, lambda: book.write("other", {"a": 2}))
    assert again.isEmpty()


def test_a_thing_that_is_no_widget_does_not_make_the_desktop_paint_itself(bench):
    book = bench.computer.book
    book.write("other", {"a": 1})
    QObject(bench.desktop)
    again = painted_while(bench.desktop, lambda: book.write("other", {"a": 2}))
    assert again.isEmpty()


def test_the_screen_shows_what_a_whole_painting_would(bench):
    """Nothing that should have been painted was left out."""
    desktop, frame = bench.desktop, bench.frame
    desktop.set_guidance("file:plan")
    bench.play(("click", "minimise:files"))
    desktop.set_guidance("task:files", arrow=True)
    bench.play(("click", "task:files"))
    desktop.set_guidance("close:files")
    QApplication.processEvents()
    screen = frame.screen().grabWindow(frame.winId()).toImage()
    whole = frame.grab().toImage()
    assert screen.convertToFormat(whole.format()) == whole
