"""What a start does about another program on the same data folder."""

import sys

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.app.first_paint import FirstPaint
from digitutor_app.app.folder_lock import FolderLock
from digitutor_app.i18n import _

CAME, SILENT = 0, 2


class ComesForward(QObject):
    """Brings the window of the first program to the front when a second one is started.

    It begins to listen after the first picture: what that takes is not needed before.
    """

    def __init__(self, lock: FolderLock, window: QWidget) -> None:
        super().__init__(window)
        self._lock = lock
        self._window = window
        self._paint = FirstPaint(window)
        # After all that waits for the picture: the network part of Qt is loaded for the bell.
        self._paint.painted.connect(self._on_painted, Qt.ConnectionType.QueuedConnection)

    def _on_painted(self) -> None:
        from digitutor_app.app.doorbell import Doorbell

        bell = Doorbell(self._lock, self)
        bell.raiseRequested.connect(self._on_ring)

    def _on_ring(self) -> None:
        window = self._window
        state = window.windowState() & ~Qt.WindowState.WindowMinimized
        window.setWindowState(state | Qt.WindowState.WindowActive)
        window.show()
        window.raise_()
        window.activateWindow()


def ring_first(lock: FolderLock) -> int | None:
    """Ring at the program that has the folder; None when it has ended meanwhile and the start may
    go on, CAME with a sentence when its window came forward, SILENT when it does not answer."""
    from digitutor_app.app.doorbell import Heard, ring

    heard = ring(lock)
    if heard is Heard.FREE:
        return None
    if heard is Heard.CAME:
        sys.stdout.write(_("Digitutor on jo auki. Sen ikkuna tuli esiin.") + "\n")
        return CAME
    title, sentence = silent_words()
    sys.stderr.write(f"{title}. {sentence}\n")
    return SILENT


def silent_words() -> tuple[str, str]:
    """Title and sentence for a program that has the folder and does not answer."""
    return _("Digitutor on jo auki, mutta ei vastaa"), _(
        "Tiedot ovat tallessa. Odota hetki ja yritä uudestaan. "
        "Jos se ei auta, käynnistä kone uudestaan."
    )


def show_silent(app: QApplication) -> None:
    """Show the sentence in a window until it is closed."""
    from digitutor_app.app.window import MainWindow
    from digitutor_app.screens.trouble import TroubleScreen
    from digitutor_app.ui_kit.fonts import load_fonts
    from digitutor_app.ui_kit.look import Look, theme_of_system

    load_fonts()
    look = Look(theme_of_system())
    window = MainWindow(look)
    title, sentence = silent_words()
    screen = TroubleScreen(look, title, sentence, verb=_("Sulje"))
    screen.goOnRequested.connect(window.close)
    window.show_page(screen)
    window.showMaximized()
    app.exec()
    shiboken6.delete(window)
