"""A font inside the PDF: reportlab's own, with the written letters kept behind every glyph."""

from collections.abc import Callable
from typing import Any

# This module is imported by fonts.py alone, and late, when the first sheet is printed.
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr, TTFont  # noqa: TID253

_PRIVATE = 0xF0000  # plane 15, private use: no letter that a person types lives there


class EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font whose joined and swapped glyphs can still be searched, copied and read aloud.

    reportlab gives a shaped glyph that no letter maps to (a joined Arabic letter, a ligature) an
    invented code and writes this code into the file as its text. Here each such glyph gets a
    private code too, but the file says which letters it stands for. One document at a time.
    """

    def __init__(self, name: str, file: Any) -> None:
        super().__init__(name, file)
        self._letters: dict[int, str] = {}
        self._codes: dict[tuple[int, str], int] = {}

    def code(self, glyph: int, letters: str, advance: Callable[[int], int]) -> str:
        """Return the character that draws ``glyph`` for ``letters`` (advance in font units)."""
        if len(letters) == 1 and self.face.charToGlyph.get(ord(letters)) == glyph:
            return letters
        code = self._codes.get((glyph, letters))
        if code is None:
            code = self._codes[glyph, letters] = _PRIVATE + len(self._codes)
            self._letters[code] = letters
            self.face.charToGlyph[code] = glyph
            self.face.charWidths[code] = self.pdfScale(advance(glyph))
        return chr(code)

    def shaped(self, codes: str, places: list[tuple[float, float, float]]) -> ShapedStr:
        """Join codes and their places (advance, x and y offset, all in 1/1000 em) for drawing."""
        widths = self.face.charWidths
        return ShapedStr(
            codes,
            [
                ShapeData(0, advance, 0, x, y, widths[ord(code)])
                for code, (advance, x, y) in zip(codes, places, strict=True)
            ],
        )

    def addObjects(self, doc: Any) -> None:  # noqa: N802  # reportlab's name
        subsets = list(self.state[doc].subsets)
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for number, codes in enumerate(subsets):
            letters = [self._letters.get(code, chr(code)) for code in codes]
            font = fonts[f"{doc.fontMapping[self.fontName][1:]}+{number}"]
            doc.idToObject[font.ToUnicode.name].content = _to_unicode(font.BaseFont, letters)


def _to_unicode(name: str, letters: list[str]) -> str:
    rows = [f"<{i:02X}> <{text.encode('utf-16-be').hex()}>" for i, text in enumerate(letters)]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]  # 100: PDF's limit
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(
                line
                for block in blocks
                for line in (f"{len(block)} beginbfchar", *block, "endbfchar")
            ),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
