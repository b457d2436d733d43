"""Logos of organisers: looked at before they are opened, and made safe for paper."""

import io
import struct
import zlib
from dataclasses import dataclass

from digitutor_app.domain.errors import WorldError

#: The longest side and the largest file that are opened (pixels, bytes).
LONGEST_SIDE = 4096
LARGEST_FILE = 8_000_000
#: What is kept, as PNG: sharp in 45 mm at 300 dots an inch, and small enough for a setting.
LARGEST_KEPT = 46_000
_SIDES = (540, 420, 320, 240)
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
#: The frames of JPEG that tell the size (ISO 10918-1, B.1.1.3): all SOF but DHT, JPG and DAC.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class LogoError(WorldError):
    """The file cannot be a logo."""


class NotALogoError(LogoError):
    """No PNG or JPEG, or a damaged one."""


class LogoTooLargeError(LogoError):
    """More than LONGEST_SIDE pixels on a side, or a file of more than LARGEST_FILE bytes."""


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in pixels."""

    width: int
    height: int


def size_of(content: bytes) -> Size:
    """What the header says, without opening the picture; raises NotALogoError.

    PNG and JPEG alone: an SVG may ask for other files, and needs a program of its own to be drawn.
    """
    try:
        if content.startswith(_PNG) and content[12:16] == b"IHDR":
            return _checked(Size(*struct.unpack(">II", content[16:24])))
        if content.startswith(_JPEG):
            return _checked(_jpeg_size(content))
    except (struct.error, IndexError) as error:
        raise NotALogoError("the header ends early") from error
    raise NotALogoError("neither PNG nor JPEG")


def read_logo(content: bytes) -> bytes:
    """The picture as it is kept: a PNG on white, shrunk, with nothing in it but the picture.

    Place, camera and author that a photo may carry are gone. Raises NotALogoError and
    LogoTooLargeError (data.md, threat 6: the header decides before anything is opened).
    """
    if len(content) > LARGEST_FILE:
        raise LogoTooLargeError(f"{len(content)} bytes")
    size = size_of(content)
    if max(size.width, size.height) > LONGEST_SIDE:
        raise LogoTooLargeError(f"{size.width} x {size.height} pixels")
    return _small_png(content)


def _checked(size: Size) -> Size:
    if not size.width or not size.height:
        raise NotALogoError("a picture without a side")
    return size


def _jpeg_size(content: bytes) -> Size:
    place = 2
    while content[place] == 0xFF:
        kind = content[place + 1]
        if kind == 0xFF:  # bytes that only fill
            place += 1
            continue
        if kind in _FRAMES:
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return Size(width, height)
        place += 2 + int(struct.unpack(">H", content[place + 2 : place + 4])[0])
    raise NotALogoError("a JPEG without a frame")


def _small_png(content: bytes) -> bytes:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
            whole = opened.convert("RGBA")
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error) as error:
        raise NotALogoError("a damaged picture") from error
    except Image.DecompressionBombError as error:  # the header of a part may lie
        raise LogoTooLargeError("larger than its header says") from error
    picture = Image.new("RGB", whole.size, "white")
    picture.paste(whole, mask=whole.getchannel("A"))
    for side in _SIDES:
        smaller = picture.copy()
        smaller.thumbnail((side, side), Image.Resampling.LANCZOS)
        for kept in (smaller, smaller.quantize(128)):
            png = io.BytesIO()
            kept.save(png, "PNG", optimize=True)
            if png.tell() <= LARGEST_KEPT:
                return png.getvalue()
    raise LogoTooLargeError("a picture that does not get small")
