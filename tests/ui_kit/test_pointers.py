"""The pointer is drawn in the size that was chosen, over whatever lies under it."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from digitutor_app.domain.display import POINTER_SIZES, USUAL, Display
from digitutor_app.ui_kit.buttons import PlainButton
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.pointer_shapes import REACH, drawn_shape, paint_pointer
from digitutor_app.ui_kit.pointers import Pointers
from tests.looks import settle

SHAPES = [shape for shape in Qt.CursorShape if shape.value < Qt.CursorShape.BitmapCursor.value]


class Window(QWidget):
    """A button and a field, each with the pointer that belongs to it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.pointers = Pointers(look, self)
        self.button, self.field = PlainButton(look, "Jatka"), QLineEdit()
        rows = QVBoxLayout(self)
        rows.addWidget(self.button)
        rows.addWidget(self.field)

    def point_at(self, widget: QWidget) -> None:
        place = widget.mapTo(self, widget.rect().center())
        QTest.mouseMove(self.windowHandle(), place)
        settle(self)


@pytest.fixture
def window(look: Look, qtbot):
    made = Window(look)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    settle(made)
    yield made
    made.pointers.let_go()
    assert QGuiApplication.overrideCursor() is None


def test_at_its_usual_size_the_machines_own_pointer_is_shown(window: Window):
    window.point_at(window.field)
    assert QGuiApplication.overrideCursor() is None


@pytest.mark.parametrize("percent", [size for size in POINTER_SIZES if size > 100])
def test_a_large_pointer_is_drawn_at_once_in_its_size(window: Window, look: Look, percent):
    window.point_at(window.button)
    look.show(Display(pointer=percent))
    cursor = QGuiApplication.overrideCursor()
    ratio = cursor.pixmap().devicePixelRatio()
    assert cursor.pixmap().width() / ratio == pytest.approx(2 * REACH * percent / 100, abs=2)
    assert cursor.hotSpot() == QPoint(round(REACH * percent / 100), round(REACH * percent / 100))
    look.show(USUAL)
    assert QGuiApplication.overrideCursor() is None


def test_the_large_pointer_follows_what_lies_under_it(window: Window, look: Look):
    look.show(Display(pointer=200))
    window.point_at(window.button)
    assert window.pointers.shape is Qt.CursorShape.ArrowCursor
    window.point_at(window.field)
    assert window.pointers.shape is Qt.CursorShape.IBeamCursor
    window.field.setCursor(Qt.CursorShape.SizeHorCursor)
    assert window.pointers.shape is Qt.CursorShape.SizeHorCursor
    window.point_at(window.button)
    assert window.pointers.shape is Qt.CursorShape.ArrowCursor


def test_while_a_button_is_held_the_pointer_stays_that_of_the_widget(window: Window, look: Look):
    look.show(Display(pointer=200))
    window.point_at(window.field)
    left, handle = Qt.MouseButton.LeftButton, window.windowHandle()
    field, button = (w.mapTo(window, w.rect().center()) for w in (window.field, window.button))
    QTest.mousePress(handle, left, pos=field)
    QTest.mouseMove(handle, button)
    assert window.pointers.shape is Qt.CursorShape.IBeamCursor
    QTest.mouseRelease(handle, left, pos=button)
    settle(window)
    assert window.pointers.shape is Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_shape_is_drawn_within_its_reach(qapp, shape):
    side = round(2 * REACH)
    picture = QImage(side + 40, side + 40, QImage.Format.Format_ARGB32)
    picture.fill(QColor("#808080"))
    painter = QPainter(picture)
    paint_pointer(painter, shape, QPointF(REACH + 20, REACH + 20), 100)
    painter.end()
    painted = [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y) != QColor("#808080")
    ]
    assert len(painted) > 60
    assert all(20 <= one < side + 20 for place in painted for one in place)
    assert drawn_shape(drawn_shape(shape)) is drawn_shape(shape)


def test_the_arrow_points_with_its_tip(window: Window, look: Look):
    look.show(Display(pointer=300))
    window.point_at(window.button)
    picture = QGuiApplication.overrideCursor().pixmap().toImage()
    tip = QGuiApplication.overrideCursor().hotSpot() * picture.devicePixelRatio()
    assert picture.pixelColor(tip + QPoint(2, 6)).lightness() < 60
    assert picture.pixelColor(tip - QPoint(9, 9)).alpha() == 0
