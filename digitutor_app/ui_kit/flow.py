"""Rows that flow: what has no room goes on below."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from digitutor_app.ui_kit.folding import Folding, height_in
from digitutor_app.ui_kit.look import Look

GAP: Final = 14

_Row = list[tuple[QWidget, int]]


class Flow(Folding):
    """Places children side by side and goes on below when the row is full. Emits nothing.

    Children of one row are equally high. With ``columns`` the children are equally wide: as many
    columns as fit with ``narrowest`` pixels each, at most ``columns``.
    """

    def __init__(
        self,
        *children: QWidget,
        gap: int = GAP,
        columns: int = 0,
        narrowest: int = 240,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._gap = gap
        self._columns = columns
        self._narrowest = narrowest
        for child in children:
            self.add(child)

    def add(self, child: QWidget) -> None:
        """Put a child last."""
        self.hold(child)

    def clear(self) -> None:
        """Take all children away and let Qt delete them."""
        self.release_all()

    def set_narrowest(self, narrowest: int) -> None:
        """Change the least width of a column, logical pixels."""
        self._narrowest = narrowest
        self.rearrange()

    def places(self, width: int) -> Iterable[tuple[QWidget, QRect]]:
        top = 0
        for row in self._columned(width) if self._columns else self._folded(width):
            height = max(height_in(child, own) for child, own in row)
            left = 0
            for child, own in row:
                yield child, QRect(left, top, own, height)
                left += own + self._gap
            top += height + self._gap

    def _columned(self, width: int) -> list[_Row]:
        fitting = (width + self._gap) // (self._narrowest + self._gap)
        columns = max(1, min(self._columns, fitting))
        step = (width + self._gap) / columns
        edges = [round(step * number) for number in range(columns + 1)]
        widths = [max(1, right - left - self._gap) for left, right in pairwise(edges)]
        measured = [(child, widths[i % columns]) for i, child in enumerate(self.shown())]
        return [measured[i : i + columns] for i in range(0, len(measured), columns)]

    def _folded(self, width: int) -> list[_Row]:
        rows: list[_Row] = []
        used = 0
        for child in self.shown():
            own = min(child.sizeHint().width(), max(1, width))
            if rows and used + self._gap + own <= width:
                rows[-1].append((child, own))
                used += self._gap + own
            else:
                rows.append([(child, own)])
                used = own
        return rows

    def sizeHint(self) -> QSize:
        shown = self.shown()
        count = min(self._columns, len(shown)) if self._columns else len(shown)
        if self._columns:
            width = self._narrowest * count
        else:
            width = sum(child.sizeHint().width() for child in shown)
        width += self._gap * max(0, count - 1)
        return QSize(width, self.heightForWidth(width))


class CardGrid(Flow):
    """Holds cards in equal columns; fewer of them when narrow or when the text is large."""

    def __init__(
        self, look: Look, *cards: QWidget, columns: int = 4, narrowest: int = 220, gap: int = 16
    ) -> None:
        self._look = look
        self._at_one = narrowest
        super().__init__(*cards, gap=gap, columns=columns, narrowest=narrowest)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def _on_look_changed(self) -> None:
        self.set_narrowest(round(self._at_one * self._look.scale))
