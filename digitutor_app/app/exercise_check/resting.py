"""Lets a page come to rest between two acts: deletions happen, and what is meant comes in sight."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.ui_kit.scroll import PageScroll


def reveal(widget: QWidget) -> None:
    """Scroll everything in which the widget lies, the inmost first, until it can be seen."""
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, PageScroll):
            holder.reveal(widget)
        holder = holder.parentWidget()


def delete_now() -> None:
    """Delete what was meant to be deleted later: only a running event loop would."""
    for _round in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
