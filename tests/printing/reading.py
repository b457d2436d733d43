"""Reads a PDF as a reader of PDF would: words with their places, lines, and what must not be in."""

import dataclasses
import io
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from digitutor_app.printing.page import HEIGHT


@dataclasses.dataclass(frozen=True)
class Piece:
    text: str
    x: float
    y: float
    size: float
    font: str


def pieces(pdf: bytes, number: int = 0) -> list[Piece]:
    """Every text of a page with its baseline from the top, as a reader finds it."""
    found: list[Piece] = []

    def visit(text, _cm, tm, font, size):
        if text.strip():
            name = font["/BaseFont"].split("+")[1]
            found.append(Piece(text.strip(), tm[4], HEIGHT - tm[5], size, name))

    PdfReader(io.BytesIO(pdf)).pages[number].extract_text(visitor_text=visit)
    return found


def text_of(pdf: bytes) -> str:
    """The words of all pages, one space between them."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def stands_as_in(golden: Path, example: str, pdfs: Mapping[str, bytes]) -> None:
    """All pages of the example are as in the file; a file that is not there is written anew."""
    tables = {name: table_of(pdf) for name, pdf in pdfs.items()}
    if not golden.exists():
        golden.write_text(json.dumps(tables, ensure_ascii=False, indent=1) + "\n", "utf-8")
        pytest.fail("The golden pages are written anew: look at the pages, then keep the file")
    expected = json.loads(golden.read_text("utf-8"))[example]
    found = tables[example]
    assert [[row[0], *row[3:]] for row in found] == [[row[0], *row[3:]] for row in expected]
    for (text, x, y, *_), (_, wanted_x, wanted_y, *_) in zip(found, expected, strict=True):
        assert x == pytest.approx(wanted_x, abs=0.5), text
        assert y == pytest.approx(wanted_y, abs=0.5), text


def table_of(pdf: bytes) -> list[list[object]]:
    """Text, x, y (points), size, font and page number of every piece."""
    return [
        [piece.text, round(piece.x, 1), round(piece.y, 1), piece.size, piece.font, number]
        for number in range(len(PdfReader(io.BytesIO(pdf)).pages))
        for piece in pieces(pdf, number)
    ]


def right_ends(reader: PdfReader, number: int = 0) -> list[float]:
    """Where each text ends, from the widths and shifts in the file itself."""
    page = reader.pages[number]
    fonts = {name: font.get_object() for name, font in page["/Resources"]["/Font"].items()}
    ends: list[float] = []
    x, font, size = 0.0, None, 0.0
    for operands, operator in page.get_contents().operations:
        if operator == b"Tm":
            x = float(operands[4])
        elif operator == b"Tf":
            font, size = fonts[operands[0]], float(operands[1])
        elif operator in {b"Tj", b"TJ"}:
            for part in operands[0] if operator == b"TJ" else operands:
                if isinstance(part, int | float):
                    x -= float(part) * size / 1000
                else:
                    widths = font["/Widths"]
                    raw = getattr(part, "original_bytes", part)
                    x += sum(float(widths[code]) for code in raw) * size / 1000
            ends.append(x)
    assert ends
    return ends


def ruled(pdf: bytes, number: int = 0) -> list[tuple[float, float, float]]:
    """Straight lines as (x, y from the top, width)."""
    lines = []
    for operands, operator in PdfReader(io.BytesIO(pdf)).pages[number].get_contents().operations:
        if operator == b"m":
            start = [float(value) for value in operands]
        elif operator == b"l":
            lines.append((start[0], HEIGHT - start[1], float(operands[0]) - start[0]))
    return lines


def assert_nothing_interpreted(pdf: bytes, pictures: int = 0) -> None:
    """No links, scripts or files, and on each page no more pictures than the sheet itself draws."""
    reader = PdfReader(io.BytesIO(pdf))
    for page in reader.pages:
        assert len(page["/Resources"].get("/XObject", {})) <= pictures
        assert "/Annots" not in page
    for number in range(1, reader.trailer["/Size"]):
        for key, value in entries(reader.get_object(IndirectObject(number, 0, reader))):
            assert key not in {"/URI", "/JS", "/A", "/AA", "/OpenAction", "/EmbeddedFiles"}
            assert value not in {"/Launch", "/URI", "/JavaScript", "/Filespec"}
            assert pictures or value != "/Image"
    for page in reader.pages:
        drawn = re.sub(rb"\((\\.|[^\\)])*\)", b"", page.get_contents().get_data())
        assert not re.search(rb"\b(BI|ID)\b", drawn)
        assert len(re.findall(rb"\bDo\b", drawn)) <= pictures


def entries(thing):
    if isinstance(thing, DictionaryObject | StreamObject):
        for key in thing:
            value = thing.raw_get(key)
            yield key, value if isinstance(value, str) else None
            yield from entries(value)
    elif isinstance(thing, ArrayObject):
        for value in thing:
            yield from entries(value)
