"""What pictures and sounds of a pack may be, seen without decoding them.

Each check returns what is wrong in a few words, "" when nothing is.
"""

import re
import struct
import zlib
from xml.parsers import expat

LARGEST_SIDE = 4096
LARGEST_SVG = 200_000
_PNG = b"\x89PNG\r\n\x1a\n"
_MOST_CHUNKS = 5000
#: Colour type: the bit depths that go with it.
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
# Compressed texts and profiles (whoever decodes them unpacks them), moving pictures: not needed.
_ALLOWED = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYS tIME tEXt hIST".split()
)
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
# Nothing that runs, refers to a place outside, or draws one thing many times.
_ELEMENTS = frozenset(
    (
        *("svg", "g", "defs", "title", "desc", "metadata"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
        *("linearGradient", "radialGradient", "stop", "clipPath"),
    )
)
_MOST_ELEMENTS, _DEEPEST = 5000, 30
_OUTSIDE = re.compile(r"url\s*\((?!\s*['\"]?#)|@import|expression|javascript:|data:|\\", re.I)


def png_trouble(content: bytes) -> str:
    """A PNG of at most 4096 by 4096 dots whose parts are whole."""
    if not content.startswith(_PNG):
        return "not a PNG"
    at = len(_PNG)
    try:
        for count in range(_MOST_CHUNKS):
            kind, body, at = _chunk(content, at)
            if (count == 0) is not (kind == b"IHDR"):
                raise _NotAllowedError("no header at its beginning")
            if kind == b"IHDR":
                _check_header(body)
            if kind == b"IEND":
                return "" if at == len(content) else "something behind its end"
    except _NotAllowedError as error:
        return str(error)
    return "too many parts"


def _chunk(content: bytes, at: int) -> tuple[bytes, bytes, int]:
    """Kind and content of the part that begins here, and where the next one begins."""
    if at + 12 > len(content):
        raise _NotAllowedError("no end")
    length, kind = struct.unpack_from(">I4s", content, at)
    end = at + 12 + length
    if end > len(content):
        raise _NotAllowedError("a part that is cut off")
    if kind not in _ALLOWED:
        raise _NotAllowedError("a part that is not allowed")
    body = content[at + 8 : at + 8 + length]
    (checksum,) = struct.unpack_from(">I", content, end - 4)
    if zlib.crc32(body, zlib.crc32(kind)) != checksum:
        raise _NotAllowedError("a part with another checksum")
    return kind, body, end


def _check_header(body: bytes) -> None:
    if len(body) != 13:
        raise _NotAllowedError("a header of another length")
    width, height, depth, colours, packing, filters, lines = struct.unpack(">IIBBBBB", body)
    if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
        raise _NotAllowedError(f"more than {LARGEST_SIDE} dots on a side, or none")
    if depth not in _DEPTHS.get(colours, ()) or packing or filters or lines > 1:
        raise _NotAllowedError("a header that says nothing")


def svg_trouble(content: bytes) -> str:
    """An SVG that only draws: no script, no reference outside, no entity."""
    if len(content) > LARGEST_SVG:
        return f"more than {LARGEST_SVG} bytes"
    if b"\x00" in content or b"<!DOCTYPE" in content.upper() or b"<!ENTITY" in content.upper():
        return "a document type or an entity"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "not text in UTF-8"
    reading = _Svg()
    try:
        reading.read(content)
    except expat.ExpatError:
        return "not XML"
    except _NotAllowedError as error:
        return str(error)
    return ""


class _NotAllowedError(Exception):
    """Ends a check; its text is what the check returns."""


class _Svg:
    """Looks at every element and attribute of one SVG."""

    def __init__(self) -> None:
        self._count = 0
        self._depth = 0

    def read(self, content: bytes) -> None:
        parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartDoctypeDeclHandler = self._doctype
        parser.Parse(content, True)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        space, _, element = name.rpartition(" ")
        self._count += 1
        self._depth += 1
        if self._count > _MOST_ELEMENTS or self._depth > _DEEPEST:
            raise _NotAllowedError("too many elements")
        if space != _SVG or element not in _ELEMENTS:
            raise _NotAllowedError(f'an element "{element[:40]}"')
        if (self._count == 1) is not (element == "svg"):
            raise _NotAllowedError("no svg at its beginning, or one inside")
        for key, value in attributes.items():
            _check_attribute(*key.rpartition(" ")[::2], value)

    def _end(self, _name: str) -> None:
        self._depth -= 1

    def _instruction(self, target: str, _data: str) -> None:
        raise _NotAllowedError(f'an instruction "{target[:40]}"')

    def _doctype(self, *_parts: object) -> None:
        raise _NotAllowedError("a document type")


def _check_attribute(space: str, name: str, value: str) -> None:
    if name.lower().startswith("on"):
        raise _NotAllowedError(f'a script in "{name[:40]}"')
    if name == "href" and space in ("", _XLINK) and not value.startswith("#"):
        raise _NotAllowedError("a reference outside")
    if name in ("base", "src") or _OUTSIDE.search(value):
        raise _NotAllowedError("a reference outside")


def ogg_trouble(content: bytes) -> str:
    """Something that begins as an Ogg stream does."""
    return "" if content.startswith(b"OggS\x00") and len(content) >= 28 else "not Ogg"
