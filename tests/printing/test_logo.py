"""A logo is looked at before it is opened, and nothing but the picture is kept of it."""

import io
import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from digitutor_app.printing.logo import (
    LARGEST_FILE,
    LARGEST_KEPT,
    LONGEST_SIDE,
    LogoError,
    LogoTooLargeError,
    NotALogoError,
    Size,
    read_logo,
    size_of,
)
from tests.printing.pictures import png, png_bomb


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_pictures_keep_their_shape(kind):
    kept = read_logo(png(1200, 300, kind=kind))
    assert size_of(kept) == Size(540, 135)
    assert len(kept) <= LARGEST_KEPT


def test_what_is_clear_becomes_white():
    picture = Image.open(io.BytesIO(read_logo(png(20, 20, (255, 0, 0, 0), "RGBA"))))
    assert picture.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_a_photo_becomes_small_enough():
    noise = Image.effect_noise((1500, 1500), 90).convert("RGB")
    content = io.BytesIO()
    noise.save(content, "JPEG", quality=90)
    assert len(read_logo(content.getvalue())) <= LARGEST_KEPT


def test_nothing_but_the_picture_is_kept():
    facts = PngInfo()
    facts.add_text("Author", "Aino Esimerkki")
    content = io.BytesIO()
    Image.new("RGB", (30, 30)).save(content, "PNG", pnginfo=facts)
    assert b"Esimerkki" in content.getvalue()
    assert b"Esimerkki" not in read_logo(content.getvalue())


def test_four_hundred_million_points_are_refused_unopened():
    bomb = png_bomb()
    assert len(bomb) < 200_000
    tracemalloc.start()
    with pytest.raises(LogoTooLargeError):
        read_logo(bomb)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5_000_000


def test_the_largest_side_is_the_last_that_is_opened():
    assert read_logo(png(LONGEST_SIDE, 2))
    with pytest.raises(LogoTooLargeError):
        read_logo(png(LONGEST_SIDE + 1, 2))
    with pytest.raises(LogoTooLargeError):
        read_logo(png() + bytes(LARGEST_FILE))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"%PDF-1.7",
        b"GIF89a\x01\x00\x01\x00",
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
        png()[:20],
        png()[:-30],
        png(kind="JPEG")[:60],
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0\x00\x04ab" * 3,
        png(0x10, 0x10).replace(b"\x00\x00\x00\x10", b"\x00\x00\x00\x00", 1),
    ],
)
def test_what_is_no_picture(content):
    with pytest.raises(NotALogoError):
        read_logo(content)


@given(st.binary(max_size=300), st.sampled_from([b"", b"\xff\xd8\xff", png()[:16], png()[:45]]))
def test_any_bytes_are_a_logo_or_refused(content, start):
    try:
        kept = read_logo(start + content)
    except LogoError:
        return
    assert size_of(kept)


@given(st.integers(0, len(png()) - 1), st.integers(0, 255))
def test_any_damage_is_a_logo_or_refused(place, byte):
    content = bytearray(png())
    content[place] = byte
    with suppress(LogoError):
        assert size_of(read_logo(bytes(content)))
