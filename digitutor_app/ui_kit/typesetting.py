"""Sets a plain text into lines: whole words, at most sixty characters, never cut."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, Qt

#: The longest line of running text, characters (domain/7-accessibility, "Typeface").
LONGEST_LINE: Final = 60


@dataclass(frozen=True, slots=True)
class SetText:
    """A text in lines, ready to be measured and painted. Lengths are logical pixels.

    ``shrunk`` tells that a long word made the whole text smaller, ``broken`` that even the smallest
    size did not hold it and the word had to be parted.
    """

    lines: tuple[str, ...]
    font: QFont
    line_height: float
    width: float
    shrunk: bool = False
    broken: bool = False

    @property
    def height(self) -> float:
        return self.line_height * len(self.lines)

    def paint(
        self, painter: QPainter, place: QRectF, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    ) -> None:
        """Paint with the painter's pen: ``place`` gives the top, and the width to align in."""
        metrics = QFontMetricsF(self.font)
        glyphs = metrics.ascent() + metrics.descent()
        baseline = place.top() + (self.line_height - glyphs) / 2 + metrics.ascent()
        painter.setFont(self.font)
        part = 0.0
        if align & Qt.AlignmentFlag.AlignHCenter:
            part = 0.5
        elif align & Qt.AlignmentFlag.AlignRight:
            part = 1.0
        for line in self.lines:
            left = place.left()
            if part:
                left += part * (place.width() - metrics.horizontalAdvance(line))
            painter.drawText(QPointF(left, baseline), line)
            baseline += self.line_height


def set_text(
    text: str,
    font: QFont,
    leading: float,
    width: float,
    *,
    smallest: int,
    longest: int = LONGEST_LINE,
) -> SetText:
    """Set ``text`` into ``width`` pixels.

    Lines part only at spaces and line ends, so a name such as sininen-kettu-27 stays whole. When
    one word is wider than ``width``, the whole text gets smaller, down to ``smallest`` pixels; only
    below that is the word parted.
    """
    size = font.pixelSize()
    if width > 0 and _is_one_line(text, longest):
        # Most texts of a page; each measuring asks the typeface.
        whole = QFontMetricsF(font).horizontalAdvance(text)
        if whole <= width:
            return SetText((text,), font, round(size * leading), whole)
    widest = widest_word(text, font)
    if widest > width > 0:
        smaller = max(int(size * width / widest), min(smallest, size))
        fitted = QFont(font)
        fitted.setPixelSize(smaller)
        while smaller > smallest and widest_word(text, fitted) > width:
            smaller -= 1
            fitted.setPixelSize(smaller)
        font = fitted
    metrics = QFontMetricsF(font)
    lines, broken = _lines(text, metrics, max(width, 1.0), longest)
    return SetText(
        lines=tuple(lines),
        font=font,
        line_height=round(font.pixelSize() * leading),
        width=max(metrics.horizontalAdvance(line) for line in lines),
        shrunk=font.pixelSize() < size,
        broken=broken,
    )


def _is_one_line(text: str, longest: int) -> bool:
    """Whether only the width could part it."""
    return len(text) <= longest and "\n" not in text and not text.startswith(" ")


def widest_word(text: str, font: QFont) -> float:
    """The width of the widest word, logical pixels; 0.0 for an empty text."""
    metrics = QFontMetricsF(font)
    words = (word for line in text.split("\n") for word in line.split(" "))
    return max(map(metrics.horizontalAdvance, words), default=0.0)


def _lines(text: str, metrics: QFontMetricsF, width: float, longest: int) -> tuple[list[str], bool]:
    lines: list[str] = []
    broken = False
    for paragraph in text.split("\n"):
        line = ""
        for whole in paragraph.split(" "):
            word = whole
            candidate = f"{line} {word}" if line else word
            if len(candidate) <= longest and metrics.horizontalAdvance(candidate) <= width:
                line = candidate
                continue
            if line:
                lines.append(line)
            while metrics.horizontalAdvance(word) > width and len(word) > 1:
                broken = True
                room = _letters_that_fit(word, metrics, width)
                lines.append(word[:room])
                word = word[room:]
            line = word
        lines.append(line)
    return lines, broken


def _letters_that_fit(word: str, metrics: QFontMetricsF, width: float) -> int:
    room = len(word) - 1
    while room > 1 and metrics.horizontalAdvance(word[:room]) > width:
        room -= 1
    return room
