"""What all arrangements have in common that place their children by the width they are given."""

from collections.abc import Iterable, Sequence
from itertools import chain

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Folding(QWidget):
    """Places its children itself, and is as high as they need in its width. Emits nothing.

    It is a widget and no QLayout, so that no layout items have to be owned on both sides of the
    border between Python and Qt.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, child: QWidget) -> None:
        """Take a child in, behind the others; words stand in the middle of their height."""
        kept_hidden = child.isHidden() and child.testAttribute(
            Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        )
        if isinstance(child, QLabel):
            child.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._held.append(child)
        child.setParent(self)
        if self.isVisible() and not kept_hidden:
            child.show()
        self.rearrange()

    def hold_just(self, children: Sequence[QWidget]) -> None:
        """Hold these in this order, those held already as they are; Qt deletes the rest."""
        for child in self._held:
            if all(child is not kept for kept in children):
                child.hide()
                child.deleteLater()
        known, self._held = self._held, []
        for child in children:
            if any(child is held for held in known):
                self._held.append(child)
            else:
                self.hold(child)
        self.rearrange()

    def release_all(self) -> None:
        """Let Qt delete all children."""
        for child in self._held:
            child.hide()
            child.deleteLater()
        self._held.clear()
        self.rearrange()

    def shown(self) -> list[QWidget]:
        """The children that are not hidden, in their order."""
        return [child for child in self._held if not child.isHidden()]

    def places(self, width: int) -> Iterable[tuple[QWidget, QRect]]:
        """Where each shown child stands in this width, logical pixels."""
        raise NotImplementedError

    def rearrange(self) -> None:
        """Place the children anew, after one of them changed its wishes."""
        self.updateGeometry()
        # While hidden, many children may still come, and showEvent places them all at once.
        if self.isVisible():
            self._place()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        bottoms = (place.bottom() + 1 for _, place in self.places(width))
        return max(chain(bottoms, (0,)))

    def minimumSizeHint(self) -> QSize:
        widest = max((child.minimumSizeHint().width() for child in self.shown()), default=0)
        return QSize(widest, 0)

    def _place(self) -> None:
        for child, place in self.places(self.width()):
            child.setGeometry(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        # While hidden, the children's wishes do not come up to us.
        self.updateGeometry()
        self._place()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.rearrange()
        return super().event(event)


def height_in(child: QWidget, width: int) -> int:
    """How high a child wants to be when it is this wide, logical pixels."""
    if child.hasHeightForWidth():
        return child.heightForWidth(width)
    return child.sizeHint().height()
