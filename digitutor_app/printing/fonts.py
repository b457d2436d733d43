"""The fonts of paper: letters in, measured and shaped lines out."""

import io
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from digitutor_app.domain.errors import WorldError
from digitutor_app.printing.direction import Run, reads_right_to_left, visual_runs

if TYPE_CHECKING:
    import uharfbuzz

    from digitutor_app.printing.embedded_font import EmbeddedFont

# FiraGO: Latin with Vietnamese, Cyrillic, Greek, Arabic, Hebrew, Devanagari, Thai, Georgian
_NAMES = {False: ("FiraGO", "figo"), True: ("FiraGO-Bold", "figbo")}
# Ligatures are left out: "fi" stays two letters for those who search, copy and listen.
_FEATURES = {"liga": False, "clig": False, "dlig": False}
_LOST = re.compile("[\ufffc\ufffd]")  # signs for "a letter was lost here": a font may draw them
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
_JOINERS = "\u200c\u200d"  # Persian and Indic names need them


class MissingLettersError(WorldError):
    """FiraGO has no picture for these letters: ``letters`` once each, ``text`` where they stand."""

    def __init__(self, letters: str, text: str) -> None:
        super().__init__(f"No font for {' '.join(letters)}")  # the text may be a name: not logged
        self.letters = letters
        self.text = text


def clean(text: str) -> str:
    """Make one line of printable text: composed letters, single spaces, no invisible marks.

    Line ends and tabs become spaces; control and direction marks go (a name must look like what
    it is); the two joiners stay. Other letters are left alone.
    """
    visible = text
    if not text.isprintable():
        visible = "".join(letter for letter in text if letter.isspace() or _is_visible(letter))
    return " ".join(unicodedata.normalize("NFC", visible).split())


def _is_visible(letter: str) -> bool:
    return letter in _JOINERS or unicodedata.category(letter) not in {"Cc", "Cf"}


@dataclass(frozen=True, slots=True)
class Line:
    """One measured line: ``font`` is its name on paper, ``width`` is in em."""

    text: str
    width: float
    runs: tuple[Run, ...]
    face: "_Face"
    _made: list[Any] = field(default_factory=list, compare=False, repr=False)

    @property
    def font(self) -> str:
        return self.face.font.fontName  # type: ignore[no-any-return]  # from reportlab

    def drawable(self) -> Any:
        """Return what reportlab's drawString draws in this font: glyphs with their places.

        Made once: the words that every page of a batch has are shaped for the first page only.
        """
        if not self._made:
            self._made.append(self.face.drawable(self.text, self.runs))
        return self._made[0]


def shape(text: str, *, bold: bool = False, right_to_left: bool | None = None) -> Line:
    """Measure one line of clean text; the direction is the text's own unless it is given.

    Nothing is remembered: the text may be a name. Raises MissingLettersError when FiraGO lacks
    one of its letters.
    """
    towards_left = reads_right_to_left(text) if right_to_left is None else right_to_left
    runs = tuple(visual_runs(text, towards_left))
    face = _face(bold)
    width = face.width(text, runs)
    if width is None:
        raise MissingLettersError(face.lacking(text, runs), text)
    return Line(text, width, runs, face)


def plain_font() -> str:
    """Return the registered name of the regular font that a page begins with."""
    return _face(False).font.fontName  # type: ignore[no-any-return]  # from reportlab


@lru_cache
def _face(bold: bool) -> "_Face":
    import pymupdf_fonts
    import uharfbuzz
    from reportlab.pdfbase import pdfmetrics

    from digitutor_app.printing.embedded_font import EmbeddedFont

    name, key = _NAMES[bold]
    data = pymupdf_fonts.fontbuffers[key]()
    font = EmbeddedFont(name, io.BytesIO(data))
    pdfmetrics.registerFont(font)
    face = uharfbuzz.Face(data)
    return _Face(font, uharfbuzz.Font(face), 1000 / face.upem)


@dataclass(frozen=True, slots=True, eq=False)
class _Face:
    font: "EmbeddedFont"
    harfbuzz: "uharfbuzz.Font"
    scale: float  # from font units to 1/1000 em

    def width(self, text: str, runs: Iterable[Run]) -> float | None:
        """Return the width in em, or None when a letter is missing."""
        units = 0
        for run in runs:
            part, buffer = self._shaped(text, run)
            if any(info.codepoint == 0 for info in buffer.glyph_infos) or _LOST.search(part):
                return None
            units += sum(position.x_advance for position in buffer.glyph_positions)
        return units * self.scale / 1000

    def lacking(self, text: str, runs: Iterable[Run]) -> str:
        """Return the letters that would be drawn as empty boxes, once each."""
        found: dict[str, None] = {}
        for run in runs:
            for glyph, letters, _ in self._glyphs(text, run):
                if glyph == 0 or _LOST.search(letters):
                    found.update(dict.fromkeys(letters))
        return "".join(found)

    def drawable(self, text: str, runs: Iterable[Run]) -> Any:
        codes: list[str] = []
        places: list[tuple[float, float, float]] = []
        scale, code, advance = self.scale, self.font.code, self.harfbuzz.get_glyph_h_advance
        for run in runs:
            for glyph, letters, at in self._glyphs(text, run):
                codes.append(code(glyph, letters, advance))
                places.append((at.x_advance * scale, at.x_offset * scale, at.y_offset * scale))
        return self.font.shaped("".join(codes), places)

    def _shaped(self, text: str, run: Run) -> tuple[str, "uharfbuzz.Buffer"]:
        import uharfbuzz

        part = _LONE_SURROGATES.sub("\ufffd", text[run.start : run.stop])
        buffer = uharfbuzz.Buffer()
        buffer.add_str(part)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if run.right_to_left else "ltr"
        uharfbuzz.shape(self.harfbuzz, buffer, _FEATURES)
        return part, buffer

    def _glyphs(self, text: str, run: Run) -> list[tuple[int, str, Any]]:
        """Return (glyph, its letters, its place) from left to right."""
        part, buffer = self._shaped(text, run)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        clusters = [info.cluster for info in infos]
        if run.right_to_left:
            written = _written(part, clusters[::-1])[::-1]
        else:
            written = _written(part, clusters)
        return [
            (info.codepoint, letters, position)
            for info, letters, position in zip(infos, written, positions, strict=True)
        ]


def _written(text: str, clusters: list[int]) -> list[str]:
    """Share the letters of each cluster among its glyphs, so that together they give the text."""
    if clusters == list(range(len(text))):
        return list(text)
    groups = [(start, len(list(group))) for start, group in groupby(clusters)]
    stops = [start for start, _ in groups[1:]] + [len(text)]
    shares: list[str] = []
    for (start, count), stop in zip(groups, stops, strict=True):
        letters = text[start:stop]
        shares += [letters[i] if i < len(letters) else "" for i in range(count - 1)]
        shares.append(letters[count - 1 :])
    return shares
