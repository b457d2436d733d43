"""The rows of a bundle: JSON lines in one zlib stream, unpacked piece by piece within limits."""

import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from digitutor_app.exchange.errors import BundleAlteredError, BundleTooLargeError

LARGEST_BODY = 256 * 1024 * 1024
#: A certificate's PDF may have 16 MB, which are a third more as text.
LONGEST_LINE = 24 * 1024 * 1024
MOST_ROWS = 5_000_000
DEEPEST = 16
_PIECE = 256 * 1024
_LONGEST_TEXT = 10_000


def squeeze(lines: Iterable[bytes]) -> tuple[bytes, int, int]:
    """The zlib stream of some lines (each without its end), its length unpacked, and how many
    lines it has; raises BundleTooLargeError."""
    squeezer = zlib.compressobj()
    pieces, length, rows = [], 0, 0
    for line in lines:
        length += len(line) + 1
        rows += 1
        if length > LARGEST_BODY or len(line) > LONGEST_LINE or rows > MOST_ROWS:
            raise BundleTooLargeError(f"{length} bytes of rows")
        pieces.append(squeezer.compress(line + b"\n"))
    pieces.append(squeezer.flush())
    return b"".join(pieces), length, rows


def split(body: bytes, length: int) -> Iterator[bytes]:
    """The lines of a body that unpacks to exactly ``length`` bytes, never more in memory than one
    line and a piece; raises BundleAlteredError."""
    begun = bytearray()
    for piece in _unpacked(body, length):
        start = 0
        while (end := piece.find(b"\n", start)) >= 0:
            begun += piece[start:end]
            yield bytes(begun)
            begun.clear()
            start = end + 1
        begun += piece[start:]
        if len(begun) > LONGEST_LINE:
            raise BundleAlteredError("a line without an end")
    if begun:
        raise BundleAlteredError("the last line is cut")


def _unpacked(body: bytes, length: int) -> Iterator[bytes]:
    """What the stream holds, piece by piece; never asked for more than ``length`` and one byte."""
    opener = zlib.decompressobj()
    left = length
    view = memoryview(body)
    try:
        for start in range(0, len(view), _PIECE):
            rest: bytes | memoryview = view[start : start + _PIECE]
            while rest and not opener.eof:
                piece = opener.decompress(rest, min(_PIECE, left + 1))
                left -= len(piece)
                if left < 0:
                    raise BundleAlteredError("more rows than signed")
                rest = opener.unconsumed_tail
                yield piece
            if opener.eof and start + _PIECE < len(view):
                raise BundleAlteredError("something follows the rows")
    except zlib.error as error:
        raise BundleAlteredError(str(error)) from error
    if left or not opener.eof or opener.unused_data:
        raise BundleAlteredError("rows of another length than signed")


def row_of(line: bytes) -> Any:
    """What a line says; one that is no JSON we read, or nests too deep, comes as its text."""
    try:
        if line.count(b"[") + line.count(b"{") <= DEEPEST or _depth(line) <= DEEPEST:
            return msgspec.json.decode(line)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        pass  # kept below as what it is: a text
    return line[:_LONGEST_TEXT].decode("utf-8", "backslashreplace")


def _depth(line: bytes) -> int:
    """How deep brackets nest, those in texts left out; more than DEEPEST is enough to know."""
    deep = deepest = 0
    inside = escaped = False
    for byte in line:
        if escaped:
            escaped = False
        elif inside:
            escaped = byte == 0x5C
            inside = byte != 0x22
        elif byte == 0x22:
            inside = True
        elif byte in b"[{":
            deep += 1
            deepest = max(deep, deepest)
        elif byte in b"]}":
            deep -= 1
    return deepest
