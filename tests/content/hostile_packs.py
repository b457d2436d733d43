"""Packs that want to do harm, each with what is said of it; and the small pack they are made of."""

import io
import struct
import zipfile
import zlib

MODULE = 'id = "demo"\nnumber = 1\n[[skills]]\nid = "demo.open"\n'
MODULE_FI = 'name = "Kokeilu"\n[skills]\n"demo.open" = "Osaan avata"\n'
EXERCISE = """id = "demo-01"
level = "A"
minutes = 5
skills = ["demo.open"]
room = "files"
data = ["a"]
[start]
disk = ["inbox/plan.odt"]
[[steps]]
id = "look"
kind = "read"
"""
TEXT = """title = "Katso kansiota"
context = "Olet töissä."
goal = "Katso kansiota."
success = "Näit kansion."
ask = "Mitä näet?"
[checklist]
look = "Katsoin kansiota."
[steps.look]
instruction = "Katso kansiota."
[names.a]
inbox = "Saapuneet"
plan = "Suunnitelma.odt"
"""
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">'
    b'<rect width="8" height="8" fill="#0B4F5C"/></svg>'
)
OGG = b"OggS" + bytes(40)


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width=2, height=2, *more, depth=8, colours=2):
    rows = zlib.compress(b"".join(b"\x00" + bytes(6) for _ in range(2)))
    header = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    parts = [chunk(b"IHDR", header), *more, chunk(b"IDAT", rows), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def sound():
    """The files of a pack with one exercise."""
    return {
        "demo/module.toml": MODULE.encode(),
        "demo/module.fi.toml": MODULE_FI.encode(),
        "demo/01_look/exercise.toml": EXERCISE.encode(),
        "demo/01_look/text.fi.toml": TEXT.encode(),
        "demo/picture.png": png(),
        "demo/drawing.svg": SVG,
        "demo/bell.ogg": OGG,
    }


def packed(files, way=zipfile.ZIP_DEFLATED, change=None):
    """A zip of these files; ``change(info)`` may spoil what the list says of one."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", way) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = way
            if change:
                change(info)
            archive.writestr(info, content)
    return made.getvalue()


def with_(name, content=b""):
    return packed({**sound(), name: content})


def linked(info):
    if info.filename.endswith("bell.ogg"):
        info.external_attr = 0o120777 << 16


def pipe(info):
    if info.filename.endswith("bell.ogg"):
        info.external_attr = 0o010666 << 16


def patched(content, old, new, *, count=1):
    assert old in content
    return content.replace(old, new, count)


def locked():
    """The bit that says: with a password, in the list and at the member."""
    content = bytearray(packed(sound()))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        content[at + place] |= 1
    return bytes(content)


def lying_size():
    """The list says that a bomb is small."""
    content = bytearray(packed({"demo/bell.ogg": OGG + bytes(5_000_000)}))
    at = content.find(b"PK\x01\x02")
    struct.pack_into("<I", content, at + 24, 100)
    return bytes(content)


def same_name():
    content = packed({"a/b.svg": SVG, "a/c.svg": SVG})
    return content.replace(b"a/c.svg", b"a/b.svg")


def other_local_name():
    content = packed({"a/b.svg": SVG})
    return content.replace(b"a/b.svg", b"a/x.svg", 1)


def many(count):
    return packed({f"a/{number}.svg": SVG for number in range(count)})


def long_list():
    """A list that says 7 files and is of megabytes."""
    content = packed({f"{'a' * 60}/{number}.svg": b"" for number in range(9000)})
    end = bytearray(content[-22:])
    struct.pack_into("<HH", end, 8, 7, 7)
    return content[:-22] + bytes(end)


def zip64():
    content = packed(sound())
    locator = b"PK\x06\x07" + bytes(16)
    return content[:-22] + locator + content[-22:]


def overlapping():
    """Every member's list entry points at the same packed bytes."""
    files = {f"a/{number}.toml": b"a = 1\n" * 20000 for number in range(10, 30)}
    content = bytearray(packed(files))
    at = 0
    while (at := content.find(b"PK\x01\x02", at)) >= 0:
        struct.pack_into("<I", content, at + 42, 0)
        at += 4
    return bytes(content)


def toml(text):
    content = text.encode() if isinstance(text, str) else text
    return packed({"demo/bomb.toml": content}, zipfile.ZIP_STORED)


def svg(inside, attributes=""):
    text = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'
    return with_("demo/bad.svg", text.encode())


XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    '<svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>'
)

#: name: (the pack, what is said)
HOSTILE = {
    "zip slip": (with_("../outside.svg", SVG), "name"),
    "slip inside": (with_("demo/../../outside.svg", SVG), "name"),
    "absolute": (with_("/etc/outside.svg", SVG), "name"),
    "drive": (with_("c:/outside.svg", SVG), "name"),
    "backslash": (with_("demo\\outside.svg", SVG), "name"),
    "share": (with_("//host/outside.svg", SVG), "name"),
    "device": (with_("demo/con.png", png()), "device"),
    "device folder": (with_("aux/picture.png", png()), "device"),
    "device port": (with_("demo/com1.fi.toml", b""), "device"),
    "capital": (with_("demo/Picture.png", png()), "name"),
    "space": (with_("demo/pic ture.png", png()), "name"),
    "zero byte": (patched(with_("demo/zzz.svg", SVG), b"zzz", b"z\x00z", count=2), ""),
    "other alphabet": (with_("demo/kuvä.png", png()), "name"),
    "program": (with_("demo/setup.exe", b"MZ"), "name"),
    "python": (with_("demo/state.py", b"import os"), "name"),
    "no name": (with_(".toml"), "name"),
    "long name": (with_("a" * 200 + ".svg", SVG), "name"),
    "link": (packed(sound(), change=linked), "link"),
    "pipe": (packed(sound(), change=pipe), "link"),
    "locked": (locked(), "password"),
    "bzip2": (packed(sound(), zipfile.ZIP_BZIP2), "another way"),
    "lzma": (packed(sound(), zipfile.ZIP_LZMA), "another way"),
    "bomb": (with_("demo/loud.ogg", OGG + bytes(15_000_000)), "smaller"),
    "large": (packed({"demo/a.ogg": bytes(20_000_001)}, zipfile.ZIP_STORED), "more than"),
    "large together": (
        packed({f"demo/{n}.ogg": OGG + bytes(9_000_000) for n in range(8)}),
        "smaller",
    ),
    "lying size": (lying_size(), ""),
    "same name twice": (same_name(), "twice"),
    "other local name": (other_local_name(), ""),
    "file as folder": (with_("demo/bell.ogg/a.svg", SVG), "name"),
    "many files": (many(201), "200 files"),
    "long list": (long_list(), "200 files"),
    "zip64": (zip64(), ""),
    "overlapping": (overlapping(), ""),
    "comment": (packed(sound())[:-2] + b"\x05\x00hello", "comment"),
    "something before": (b"#!/bin/sh\n" + packed(sound()), "before"),
    "two zips": (packed(sound()) + packed(sound()), "before"),
    "cut off": (packed(sound())[:-100], "not a zip"),
    "nothing": (b"", "not a zip"),
    "not a zip": (b"PK" + bytes(1000), "not a zip"),
    "deep toml": (toml("a = " + "[" * 50_000), "brackets"),
    "deep tables": (toml("a = " + "{ b = " * 30_000), "brackets"),
    "long key": (toml("a." * 60_000 + "a = 1"), "parts"),
    "long key inline": (toml("x = { " + '"a".b.' * 30_000 + "a = 1 }"), "parts"),
    "huge toml": (toml("# x\n" * 60_000), "more than"),
    "much toml": (
        packed({f"a/{n}.toml": b"# x\n" * 45_000 for n in range(12)}, zipfile.ZIP_STORED),
        "TOML",
    ),
    "toml in latin": (toml("a = 'ä'".encode("latin-1")), "UTF-8"),
    "huge picture": (with_("demo/wide.png", png(20_000, 20_000)), "4096"),
    "picture of nothing": (with_("demo/none.png", png(0, 5)), "4096"),
    "packed profile": (with_("demo/icc.png", png(2, 2, chunk(b"iCCP", b"x"))), "not allowed"),
    "packed text": (with_("demo/txt.png", png(2, 2, chunk(b"zTXt", b"x"))), "not allowed"),
    "no picture": (with_("demo/fake.png", b"GIF89a" + bytes(50)), "not a PNG"),
    "picture with more": (with_("demo/more.png", png() + b"PK"), "behind"),
    "svg script": (svg("<script>alert(1)</script>"), "element"),
    "svg handler": (svg("", 'onload="go()"'), "script"),
    "svg outside": (svg("", f'{XLINK} xlink:href="http://example.org/a"'), "outside"),
    "svg image": (svg(f'<image {XLINK} xlink:href="file:///etc/passwd"/>'), "element"),
    "svg style": (svg("<rect style=\"fill:url('http://example.org/')\"/>"), "outside"),
    "svg sheet": (svg("<style>@import 'a';</style>"), "element"),
    "svg many": (svg("<g>" * 40 + "</g>" * 40), "too many"),
    "svg use": (svg(f'<use {XLINK} xlink:href="#a"/>'), "element"),
    "svg foreign": (svg("<foreignObject/>"), "element"),
    "svg laughs": (with_("demo/bad.svg", LAUGHS.encode()), "entity"),
    "svg stylesheet": (
        with_("demo/bad.svg", b'<?xml-stylesheet href="a.css"?>' + SVG),
        "instruction",
    ),
    "svg utf-16": (with_("demo/bad.svg", SVG.decode().encode("utf-16")), "document type"),
    "no sound": (with_("demo/fake.ogg", b"RIFF" + bytes(60)), "not Ogg"),
}
