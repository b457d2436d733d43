"""Tells when the program has been painted for the first time, and when it is furnished.

Run in a child process by ``benchmarks.start``, with FOLDER and perhaps EXERCISES. Nothing of Qt is
imported before the program does it: it begins other things first.
"""

import functools
import sys
from pathlib import Path

from digitutor_app.app import command_line
from digitutor_app.app.data_folder import DataFolder


def program(folder: str, exercises: str = "") -> int:
    """The program as people start it, which ends when it is furnished."""
    data = DataFolder(Path(folder))
    # What ``command_line.main`` does; only the program itself is one that tells.
    fonts = command_line.begin(data)
    from PySide6.QtCore import QTimer

    from benchmarks.painted import FirstPaint, costs, tell
    from digitutor_app.app import start as starting

    class Told(starting.Program):
        def open(self) -> None:
            self.paint = FirstPaint(self.window)
            super().open()
            self._look = QTimer(self)
            self._look.timeout.connect(self._on_look)
            self._look.start(5)

        def _on_look(self) -> None:
            if self.house is not None and self.paint.painted:
                self._look.stop()
                tell("furnished")
                tell(costs())
                # What the start has set going beside the screen comes to its end first.
                QTimer.singleShot(1500, self.window.close)

    content = Path(exercises) if exercises else None
    starting.Program = functools.partial(Told, content=content)  # type: ignore[assignment, misc] # it is one that tells
    return starting.start(data, fonts)


if __name__ == "__main__":
    sys.exit(program(*sys.argv[1:]))
