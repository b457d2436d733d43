"""One A4 page: lines, rules and measures in points from the top left corner, bytes at the end."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from digitutor_app.printing.fonts import Line, clean, plain_font, shape

WIDTH, HEIGHT = 595.28, 841.89
TEAL = (0x0B / 255, 0x4F / 255, 0x5C / 255)


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
    """A page in the making. ``y`` of a text is its baseline; every y counts downwards.

    The bytes depend on nothing but what is drawn and the arguments: no clock, no user, no machine.
    """

    title: str
    language: str
    day: date
    _bytes: io.BytesIO = field(default_factory=io.BytesIO)
    _canvas: Any = None

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

    def text(self, x: float, y: float, line: Line, size: float) -> None:
        self._canvas.setFont(line.font, size)
        self._canvas.drawString(x, HEIGHT - y, line.drawable())

    def rule(
        self,
        x: float,
        y: float,
        width: float,
        *,
        thickness: float,
        colour: tuple[float, float, float] = (0, 0, 0),
    ) -> None:
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(thickness)
        self._canvas.line(x, HEIGHT - y, x + width, HEIGHT - y)

    def pdf(self) -> bytes:
        """Finish the page and return the file; call once."""
        self._canvas.showPage()
        self._canvas.save()
        return self._bytes.getvalue()

    def _date(self, *_moment: int) -> str:
        return f"D:{self.day:%Y%m%d}000000Z"
