"""Python's collector of garbage, kept on the screen's thread."""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 1000


class ScreenCollector(QObject):
    """Collects by Python's own thresholds, but only here.

    The collector runs on whichever thread happens to allocate. A page that it frees on the store's
    thread would take Qt's timers down from there, and the program with it.
    """

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(LOOK_MS)

    def collect(self) -> None:
        """Collect the oldest generation that is due, if one is."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Leave the collecting to Python again."""
        self._timer.stop()
        gc.enable()
