"""The rest of the program is loaded behind the first picture, never in front of it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from digitutor_app.app.first_paint import FirstPaint
from digitutor_app.app.program import Program


class Witness(QPushButton):
    """Counts how often it has been painted."""

    painted = 0

    def paintEvent(self, event):
        self.painted += 1
        super().paintEvent(event)


def test_it_is_told_once_and_when_everything_is_painted(qtbot):
    window, button = QWidget(), Witness("Aloita")
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(button)
    told = []
    paint = FirstPaint(window)
    paint.painted.connect(lambda: told.append(button.painted))
    QCoreApplication.processEvents()
    assert told == []
    with qtbot.waitSignal(paint.painted):
        window.show()
    window.repaint()
    QCoreApplication.processEvents()
    assert len(told) == 1
    assert told[0] > 0


def test_a_window_that_nobody_sees_is_not_waited_for(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    paint = FirstPaint(window)
    with qtbot.waitSignal(paint.painted):
        pass


def test_nothing_is_told_after_stop(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    told = []
    paint = FirstPaint(window)
    paint.painted.connect(lambda: told.append(1))
    paint.stop()
    with qtbot.waitExposed(window):
        window.show()
    QCoreApplication.processEvents()
    assert told == []


def test_the_program_is_furnished_after_its_first_picture(qtbot, folder, clock, net):
    program = Program(folder, clock, net)
    qtbot.addWidget(program.window)
    try:
        program.open()
        for _round in range(20):
            QCoreApplication.processEvents()
        assert program.house is None, "before anybody could see the start page"
        program.window.show()
        qtbot.waitUntil(lambda: program.house is not None, timeout=30_000)
    finally:
        program.close()
