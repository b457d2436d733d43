"""The picture of a participant code as a file for paper."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter, Qt

from digitutor_app.domain.codes import coloured, parts, picture_name
from digitutor_app.i18n.places import resources

#: Sharp at 23 mm on a printer of 450 dots an inch.
_SIDE: Final = 400


@lru_cache(maxsize=128)
def code_png(code: str) -> bytes:
    """The code's silhouette in its colour on white, a square PNG; b"" without a code."""
    from PySide6.QtSvg import QSvgRenderer

    if not code:
        return b""
    found = parts(code)
    drawing = (resources() / "codes" / picture_name(found.second)).read_text(encoding="utf-8")
    image = QImage(_SIDE, _SIDE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer = QSvgRenderer(QByteArray(coloured(drawing, found.first).encode()))
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its types ask for bytes, Qt refuses them
    return bytes(content.data())
