"""Pictures for the tests of paper."""

import io
import struct
import zlib

from PIL import Image


def png(width=60, height=40, colour="#225588", mode="RGB", kind="PNG") -> bytes:
    """A real picture of one colour."""
    content = io.BytesIO()
    Image.new(mode, (width, height), colour).save(content, kind)
    return content.getvalue()


def png_bomb(width=20_000, height=20_000) -> bytes:
    """A small file that says it is a picture of 400 million points, all of them there."""
    row = zlib.compressobj(9)
    packed = b"".join(row.compress(bytes(1 + (width + 7) // 8)) for _line in range(height))
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", packed + row.flush()), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
