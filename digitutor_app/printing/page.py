"""A4 pages: lines, rules and measures in points from the top left corner, bytes at the end."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from digitutor_app.printing.fonts import Line, clean, plain_font, shape

WIDTH, HEIGHT = 595.28, 841.89
Colour = tuple[float, float, float]
Point = tuple[float, float]
BLACK: Colour = (0.0, 0.0, 0.0)
TEAL: Colour = (0x0B / 255, 0x4F / 255, 0x5C / 255)


def colour_of(hexadecimal: str) -> Colour:
    """The colour of "#RRGGBB" as it is drawn."""
    red, green, blue = (int(hexadecimal[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set: ``size`` and ``leading`` (baseline to baseline) in points."""

    size: float
    leading: float
    bold: bool = False


@dataclass(slots=True)
class Setter:
    """Breaks texts into lines; what it has measured it remembers until the page is done."""

    _lines: dict[tuple[str, bool, bool | None], Line] = field(default_factory=dict)
    _broken: dict[tuple[str, Style, float, bool | None], list[Line]] = field(default_factory=dict)

    def wrap(
        self, text: str, style: Style, width: float, *, right_to_left: bool | None = None
    ) -> list[Line]:
        """Break text into lines of at most ``width`` points, between words where possible.

        A word that begins with a hyphen, and a short last word, stay with the one before them
        ("perusteet -työpajaan", "Yhdistys ry."). The text is taken as it is: nothing in it is
        ever read as markup. Raises MissingLettersError.
        """
        key = (text, style, width, right_to_left)
        if key not in self._broken:
            self._broken[key] = self._break(clean(text), style, width / style.size, right_to_left)
        return self._broken[key]

    def fit(
        self, text: str, sizes: Sequence[tuple[float, int]], width: float
    ) -> tuple[list[Line], Style]:
        """Set a name in bold, in the first of ``sizes`` (points, most lines) that cuts no word.

        Several lines are made evenly long. If no size is small enough, the last one is used with
        as many lines as it takes.
        """
        for size, most in sizes:
            style = Style(size, size * 1.2, bold=True)
            lines = self.wrap(text, style, width)
            whole = all(len(self.wrap(word, style, width)) == 1 for word in text.split())
            if len(lines) <= most and whole:
                break
        narrow = max((line.width for line in lines), default=0) * style.size
        while len(lines) > 1:
            narrow -= style.size
            narrower = self.wrap(text, style, narrow)
            if len(narrower) > len(lines):
                break
            lines = narrower
        return lines, style

    def _break(
        self, text: str, style: Style, most: float, right_to_left: bool | None
    ) -> list[Line]:
        lines: list[Line] = []
        rest = _words(text)
        while rest:
            count = len(rest)
            line = self._line(rest, style, right_to_left)
            if line.width > most and count > 1:
                count = self._fitting(rest, style, most, right_to_left)
                line = self._line(rest[:count], style, right_to_left)
            if line.width > most and len(rest[0]) > 1:
                head, _, tail = rest[0].rpartition(" ")  # a tail may leave its word after all
                if not head:
                    head = self._cut(tail, style, most, right_to_left)
                    tail = tail[len(head) :]
                rest[0:1] = [head, tail]
                continue
            lines.append(line)
            rest = rest[count:]
        return lines

    def _line(self, words: list[str], style: Style, right_to_left: bool | None) -> Line:
        text = " ".join(words)
        key = (text, style.bold, right_to_left)
        if key not in self._lines:
            self._lines[key] = shape(text, bold=style.bold, right_to_left=right_to_left)
        return self._lines[key]

    def _fitting(
        self, words: list[str], style: Style, most: float, right_to_left: bool | None
    ) -> int:
        """Return how many words fit in ``most`` em (at least one)."""
        low, high = 1, len(words) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._line(words[:middle], style, right_to_left).width <= most:
                low = middle
            else:
                high = middle - 1
        return low

    def _cut(self, word: str, style: Style, most: float, right_to_left: bool | None) -> str:
        """Return the longest beginning of a too long word that fits (at least one letter)."""
        low, high = 1, len(word) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._line([word[:middle]], style, right_to_left).width <= most:
                low = middle
            else:
                high = middle - 1
        return word[:low]


def _words(text: str) -> list[str]:
    words: list[str] = []
    parts = text.split()
    for i, word in enumerate(parts):
        hyphened = word.startswith("-") and len(word) > 1
        short_end = i == len(parts) - 1 and i > 1 and len(word) <= 3
        if words and (hyphened or short_end):
            words[-1] += " " + word
        else:
            words.append(word)
    return words


@dataclass(slots=True)
class Page:
    """A page in the making, and those before it. ``y`` of a text is its baseline; y counts down.

    The bytes depend on nothing but what is drawn and the arguments: no clock, no user, no machine.
    """

    title: str
    language: str
    day: date
    number: int = 1
    _bytes: io.BytesIO = field(default_factory=io.BytesIO)
    _canvas: Any = None
    _written: dict[tuple[Any, ...], tuple[Line, list[Any]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        rl_config.trustedSchemes = []  # a sheet fetches nothing, from nowhere
        self._canvas = Canvas(
            self._bytes,
            pagesize=(WIDTH, HEIGHT),
            pageCompression=1,
            invariant=1,
            initialFontName=plain_font(),
            lang=self.language,
        )
        self._canvas.setTitle(self.title)
        self._canvas.setAuthor("")
        self._canvas.setSubject("")
        self._canvas.setCreator("Digitutor")
        self._canvas.setProducer("Digitutor")
        self._canvas.setDateFormatter(self._date)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def text(self, x: float, y: float, line: Line, size: float, *, colour: Colour = BLACK) -> None:
        """Draw a line. What the page before has at the same place is repeated as it was written:
        of a batch of certificates only the name is new, and each glyph costs time."""
        code = self._canvas._code  # what the canvas has written for this page so far
        known = id(line), x, y, size, colour
        if known not in self._written:
            begun = len(code)
            self._canvas.setFillColorRGB(*colour)
            self._canvas.setFont(line.font, size)
            self._canvas.drawString(x, HEIGHT - y, line.drawable())
            # The line itself is kept too: no other one may come to have its id.
            self._written[known] = line, code[begun:]
        else:
            code.extend(self._written[known][1])

    def rule(
        self, x: float, y: float, width: float, *, thickness: float, colour: Colour = BLACK
    ) -> None:
        self.line((x, y), (x + width, y), thickness=thickness, colour=colour)

    def line(self, start: Point, end: Point, *, thickness: float, colour: Colour = BLACK) -> None:
        """Draw a straight line between two points."""
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(thickness)
        self._canvas.line(start[0], HEIGHT - start[1], end[0], HEIGHT - end[1])

    def frame(
        self, corner: Point, width: float, height: float, *, thickness: float, colour: Colour
    ) -> None:
        """Draw the edge of a box; ``corner`` is its upper left one."""
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(thickness)
        self._canvas.rect(corner[0], HEIGHT - corner[1] - height, width, height)

    def shape(self, points: Sequence[Point], *, colour: Colour = BLACK) -> None:
        """Fill a shape with straight sides."""
        self._canvas.setFillColorRGB(*colour)
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], HEIGHT - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, HEIGHT - y)
        path.close()
        self._canvas.drawPath(path, stroke=0, fill=1)

    def ring(self, middle: Point, radius: float, *, thickness: float, colour: Colour) -> None:
        """Draw a circle that is empty inside."""
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(thickness)
        self._canvas.circle(middle[0], HEIGHT - middle[1], radius)

    def picture(self, corner: Point, width: float, height: float, png: bytes) -> None:
        """Draw a PNG file into a box without changing its shape; ``corner`` is the upper left."""
        from reportlab.lib.utils import ImageReader

        self._canvas.drawImage(
            ImageReader(io.BytesIO(png)), corner[0], HEIGHT - corner[1] - height, width, height
        )

    def turn(self) -> None:
        """Finish this page and begin the next one."""
        self._canvas.showPage()
        self.number += 1

    def pdf(self) -> bytes:
        """Finish the last page and return the file; call once."""
        self._canvas.showPage()
        self._canvas.save()
        return self._bytes.getvalue()

    def _date(self, *_moment: int) -> str:
        return f"D:{self.day:%Y%m%d}000000Z"
