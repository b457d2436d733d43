"""Pictures of one shape and one colour, painted sharp at any size."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.theme import LIGHT, contrast

#: Parts of the side of a picture.
_TILE_INSET: Final = 0.06
_TILE_CORNER: Final = 0.14


class Picture(NamedTuple):
    """An SVG file on a square, its shape #000 and its details #fff, and the colour to show it in.

    ``colour`` is "#RRGGBB".
    """

    path: Path
    colour: str


def paint_picture(
    painter: QPainter, picture: Picture, place: QRectF, look: Look, ground: str = "card"
) -> None:
    """Paint into a square ``place``; ``ground`` is the theme's token for what lies behind.

    In a dark theme the picture stands on a light tile, as it stands on paper: a blue fox is as blue
    as its name says. A colour that does not stand out 3:1 from what lies behind keeps its colour
    and gets an outline in ink, so that a white bird on white is still a bird, and still white.
    Raises OurMistakeError when the file is missing or is no picture.
    """
    theme = look.theme
    behind = getattr(theme, ground)
    if theme.dark:
        theme, behind = LIGHT, LIGHT.paper
        _paint_tile(painter, place, behind)
        inset = place.width() * _TILE_INSET
        place = place.adjusted(inset, inset, -inset, -inset)
    faint = contrast(picture.colour, behind) < 3.0
    ratio = painter.device().devicePixelRatio()
    side = round(place.width() * ratio)
    image = _drawn(picture.path, picture.colour, behind, theme.ink if faint else "", side)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image)


def _paint_tile(painter: QPainter, place: QRectF, colour: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    corner = place.width() * _TILE_CORNER
    painter.drawRoundedRect(place, corner, corner)


@lru_cache(maxsize=256)
def _drawn(path: Path, fill: str, behind: str, outline: str, side: int) -> QImage:
    from PySide6.QtSvg import QSvgRenderer

    try:
        drawing = path.read_text(encoding="utf-8")
    except OSError as error:
        raise OurMistakeError(f"no such picture: {path.name}") from error
    # Details are holes: they show the ground, so that a white car on black keeps its windows.
    inks = {"#fff": behind, "#000": fill}
    drawing = re.sub(r"#(?:fff|000)\b", lambda ink: inks[ink.group()], drawing)
    root = f'<svg fill="{fill}"' if 'fill="' not in drawing else "<svg"
    if outline:
        root += f' stroke="{outline}" stroke-width="1.6" stroke-linejoin="round"'
    renderer = QSvgRenderer(QByteArray(drawing.replace("<svg", root, 1).encode()))
    if not renderer.isValid():
        raise OurMistakeError(f"not a picture: {path.name}")
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


class PictureView(QWidget):
    """Shows one picture; ``meaning`` is what a screen reader says for it. Emits nothing."""

    def __init__(
        self,
        look: Look,
        picture: Picture,
        meaning: str,
        *,
        side: int = 64,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._picture = picture
        self._side = side
        self.setAccessibleName(meaning)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        # A row may give more height than was asked for; the picture stays square.
        side = min(self.width(), self.height())
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        paint_picture(painter, self._picture, place, self._look)
        painter.end()
