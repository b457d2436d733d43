"""Tells when a bare window has been painted for the first time: a line on standard output.

Run in a child process by ``benchmarks.start``; the program has ``benchmarks.painted_program``.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget


def memory() -> int:
    """The memory of this process as PSS, KiB (shared pages count for each one's part)."""
    for line in Path("/proc/self/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


def costs() -> str:
    """Memory, and the seconds that processors have worked for this process so far."""
    return f"{memory()} {time.process_time()}"


def tell(what: str) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


class FirstPaint(QObject):
    """Watches a window. The time is told first, then what it has cost so far, in a second line."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.painted = False
        self._asked = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._asked:
            self._asked = True
            watched.removeEventFilter(self)
            # Handled before anything else that waits, when the whole window has been painted.
            told = QEvent(QEvent.Type.User)
            QCoreApplication.postEvent(self, told, Qt.EventPriority.HighEventPriority.value)
        return False

    def customEvent(self, _event: QEvent) -> None:
        self.painted = True
        tell("painted")
        tell(costs())


def bare() -> int:
    """A window with six buttons and nothing else."""
    app = QApplication(sys.argv[:1])
    window = QWidget()
    rows = QVBoxLayout(window)
    for number in range(6):
        rows.addWidget(QPushButton(f"Button {number}"))
    paint = FirstPaint(window)
    window.showMaximized()
    look = QTimer()
    look.timeout.connect(lambda: app.quit() if paint.painted else None)
    look.start(20)
    code = app.exec()
    tell("furnished")
    tell(costs())
    return code


if __name__ == "__main__":
    sys.exit(bare())
