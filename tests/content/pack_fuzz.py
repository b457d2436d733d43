"""Packs made by chance: a sound one, spoilt in its bytes, in its files or in its names."""

import random
import string
import zipfile

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.content.packs import LARGEST_FILE, MOST_BYTES, MOST_FILES, PackError, read_pack
from tests.content.hostile_packs import packed, sound

#: What makes parsers stumble.
SPICE = (
    *(
        b"[" * 500,
        b"{" * 500,
        b'"""',
        b"'''",
        b'"',
        b"\\",
        b"\r",
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
    ),
    *(b"a.b.c.d.e.f.g.h.i.j.k.l=1", b"9" * 5000, b"1e999", b"inf", b"nan", b"0x" + b"f" * 900),
    *(b"1979-05-27T07:32:00Z", b"[[steps]]", b"{last}", b"{", b"}", b"\n" * 300, b"true", b"= "),
    *(
        b"<script/>",
        b"<!DOCTYPE x>",
        b"]]>",
        b"&#0;",
        b"url(http://x)",
        b"IHDR",
        b"\x7f\xff\xff\xff",
    ),
)
NAMES = (
    *("../x.svg", "a/../b.svg", "/x.svg", "nul.svg", "a//b.svg", "A.svg", "a.svg.", "-.svg"),
    *("demo/02_more/exercise.toml", "demo/text.toml", "x" * 119 + ".svg", "a/b/c/d/e/f.fi.toml"),
)


def pack(dice):
    """One spoilt pack."""
    files = sound()
    for _times in range(dice.randrange(3)):
        name = dice.choice(list(files))
        files[name] = spoil(files[name], dice)
    if dice.random() < 0.3:
        files[dice.choice(NAMES)] = files.pop(dice.choice(list(files)))
    if dice.random() < 0.1:
        letters = string.ascii_lowercase + "/._-"
        files["".join(dice.choices(letters, k=dice.randrange(1, 30))) + ".svg"] = b""
    way = dice.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    made = packed(files, way)
    return spoil(made, dice) if dice.random() < 0.6 else made


def spoil(content, dice):
    """Some bytes other, more, fewer or elsewhere."""
    made = bytearray(content)
    for _times in range(dice.randrange(1, 5)):
        at = dice.randrange(len(made) + 1)
        end = min(len(made), at + dice.randrange(40))
        match dice.randrange(6):
            case 0 if at < len(made):
                made[at] ^= 1 << dice.randrange(8)
            case 1:
                made[at:end] = b""
            case 2:
                made[at:at] = dice.choice(SPICE)
            case 3:
                made[at:at] = made[dice.randrange(len(made) + 1) :][:60]
            case 4:
                made[at:end] = dice.randbytes(end - at)
            case _:
                made[at:end] = dice.choice((b"\x00", b"\xff", b" ")) * (end - at)
    return bytes(made)


def trouble(content):
    """What is wrong with how the pack was taken, "" for a refusal or a pack within the limits.

    Whoever reads the exercises of an accepted pack may find mistakes in them, and nothing else.
    """
    try:
        taken = read_pack(content)
    except PackError:
        return ""
    sizes = [len(said) for said in taken.files.values()]
    if len(sizes) > MOST_FILES or sum(sizes) > MOST_BYTES or max(sizes, default=0) > LARGEST_FILE:
        return "beyond the limits"
    catalogue = Catalogue(taken.shelf, lambda _test: "")
    catalogue.problems("fi")
    catalogue.sound_ids("sv")
    return ""


def play(seeds):
    """Every trouble, with its seed; anything that is raised is one."""
    found = []
    for seed in seeds:
        made = pack(random.Random(seed))
        try:
            wrong = trouble(made)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the find
            wrong = repr(error)
        if wrong:
            found.append(f"seed {seed}: {wrong}")
    return found
