"""The tutor's way through the pages: the gate, "Nyt", a person, a workshop, a certificate."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from digitutor_app.services.context import Context, TutorContext
from digitutor_app.ui_kit.look import Look

ShowPage = Callable[[QWidget], None]


class TutorLine(QObject):
    """Connects the tutor's pages. Emits ``closeRequested``: back to the start page."""

    closeRequested = Signal()

    def __init__(self, look: Look, context: Context, show: ShowPage) -> None:
        super().__init__()
        self._look = look
        self._context = context
        self._show_page = show
        self._tutor: TutorContext | None = None

    def show_gate(self) -> None:
        self.closeRequested.emit()

    def close(self) -> None:
        """Close the tutor's store."""
        if self._tutor is not None:
            self._tutor.worker.close()
            self._tutor = None
