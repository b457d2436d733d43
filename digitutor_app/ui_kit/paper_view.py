"""A sheet of paper on the screen, as it will come out of the printer."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.ui_kit.look import Look

_TALL: Final = 2**0.5
_SMALLEST: Final = 240
#: What QtPdf makes of a hyphen at the end of a line. No sheet divides words: it is a real one.
_LINE_HYPHEN: Final = "\ufffe"


class PaperView(QWidget):
    """Shows one page of a PDF as large as the place allows; ``name`` says what it is.

    A screen reader gets the words of the page as the description. Emits nothing. The first one
    takes a moment: QtPdf is a large library.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        from PySide6.QtPdf import QPdfDocument

        super().__init__(parent)
        self._look = look
        self._bytes = QByteArray()
        self._buffer = QBuffer(self._bytes, self)
        self._document = QPdfDocument(self)
        self._image = QImage()
        self._tallest = 0
        self._number = 0
        self._text = ""
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    def show_pdf(self, content: bytes) -> None:
        """Show another document, at the same page if it has so many; raises OurMistakeError when
        the bytes are no PDF."""
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        if not self._ready:
            raise OurMistakeError(f"not a document: {self._document.error()}")
        self.turn_to(min(self._number, self.pages - 1))

    @property
    def pages(self) -> int:
        """How many pages the document has, 0 for an empty sheet."""
        return self._document.pageCount() if self._ready else 0

    @property
    def number(self) -> int:
        """The page that is shown, from 0."""
        return self._number

    def turn_to(self, number: int) -> None:
        """Show this page, from 0; raises OurMistakeError when there is none."""
        if not 0 <= number < self.pages:
            raise OurMistakeError(f"no page {number}")
        self._number = number
        self._image = QImage()
        text = self._document.getAllText(number).text()
        self._text = text.replace(_LINE_HYPHEN, "-")
        self.setAccessibleDescription(self._text)
        self.update()

    def clear(self) -> None:
        """Show an empty sheet."""
        self._document.close()
        self._image = QImage()
        self._text = ""
        self.setAccessibleDescription("")
        self.update()

    def text(self) -> str:
        """The words of the page as they can be copied from it, "" for an empty sheet."""
        return self._text

    def set_tallest(self, height: int) -> None:
        """Never be higher than this, logical pixels; 0 for as high as the width asks."""
        if height != self._tallest:
            self._tallest = height
            self.updateGeometry()
            self.update()

    @property
    def _ready(self) -> bool:
        return self._document.status() is self._document.Status.Ready

    def _sheet(self) -> QRect:
        """Where the sheet lies: on the left, as wide as the place or as high as it may be."""
        wide = min(self.width(), int(self._height(self.width()) / _TALL))
        return QRect(0, 0, wide, int(wide * _TALL))

    def _height(self, width: int) -> int:
        tall = int(width * _TALL)
        return min(tall, self._tallest) if self._tallest else tall

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height(width)

    def sizeHint(self) -> QSize:
        return QSize(int(self._height(2000) / _TALL) if self._tallest else 480, self._height(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(_SMALLEST, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        sheet = self._sheet()
        painter = QPainter(self)
        # Paper is white in every theme.
        painter.fillRect(sheet, Qt.GlobalColor.white)
        if self._ready:
            ratio = self.devicePixelRatioF()
            size = QSize(round(sheet.width() * ratio), round(sheet.height() * ratio))
            if self._image.size() != size:
                self._image = self._document.render(self._number, size)
            painter.drawImage(sheet, self._image)
        painter.setPen(QPen(self._look.colour("border"), 1))
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))
        painter.end()
