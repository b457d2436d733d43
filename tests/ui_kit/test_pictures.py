"""Drawn shapes, dots and coloured pictures, looked at as pixels."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, Qt

from digitutor_app.domain.codes import COLOURS
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.marks import Mark, MarkKind, paint_mark
from digitutor_app.ui_kit.picture import Picture, PictureView, paint_picture
from digitutor_app.ui_kit.progress_dots import ProgressDots
from digitutor_app.ui_kit.theme import DARK, HIGH_CONTRAST, THEMES, contrast
from tests.looks import settle, spoken_name

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">'
    '<path fill="#000" d="M8 8h32v32H8z"/></svg>'
)


@pytest.fixture
def square(tmp_path: Path) -> Path:
    path = tmp_path / "square.svg"
    path.write_text(SQUARE, encoding="utf-8")
    return path


def painted(look: Look, picture: Picture, side: int = 48, ground: str = "card") -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(look.colour(ground))
    with QPainter(image) as painter:
        paint_picture(painter, picture, QRectF(0, 0, side, side), look, ground)
    return image


@pytest.mark.parametrize("side", [24, 48, 144])
def test_picture_takes_its_colour_at_any_size(look: Look, square: Path, side: int):
    image = painted(look, Picture(square, "#1F5FB0"), side)
    assert image.pixelColor(side // 2, side // 2) == QColor("#1F5FB0")
    assert image.pixelColor(1, 1) == QColor("#FFFFFF")


def test_white_on_white_keeps_its_colour_and_gets_an_outline(look: Look, square: Path):
    image = painted(look, Picture(square, "#FFFFFF"), 96)
    assert image.pixelColor(48, 48) == QColor("#FFFFFF")
    edge = [image.pixelColor(x, 48).lightness() for x in range(10, 24)]
    assert min(edge) < 60


DARK_THEMES = pytest.mark.parametrize("theme", [DARK, HIGH_CONTRAST], ids=lambda theme: theme.name)


@DARK_THEMES
@pytest.mark.parametrize("colour", sorted({c for c in COLOURS.values() if c}))
def test_every_colour_stands_out_in_a_dark_theme_and_is_itself(
    look: Look, square: Path, theme, colour: str
):
    look.set_theme(theme)
    image = painted(look, Picture(square, colour), 96)
    assert image.pixelColor(48, 48) == QColor(colour)
    beside = image.pixelColor(48, 8)
    assert contrast(colour, beside.name()) >= 3.0
    assert contrast(beside.name(), theme.card) >= 7.0


@DARK_THEMES
def test_white_is_white_with_an_outline_in_a_dark_theme(look: Look, square: Path, theme):
    look.set_theme(theme)
    image = painted(look, Picture(square, "#FFFFFF"), 96)
    assert image.pixelColor(48, 48) == QColor("#FFFFFF")
    assert min(image.pixelColor(x, 48).lightness() for x in range(10, 30)) < 60


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_details_are_holes_in_every_theme(look: Look, tmp_path: Path, theme):
    car = tmp_path / "car.svg"
    hole = '<path fill="#fff" d="M20 20h8v8h-8z"/></svg>'
    car.write_text(SQUARE.replace("</svg>", hole), encoding="utf-8")
    look.set_theme(theme)
    image = painted(look, Picture(car, "#1F5FBF"), 96)
    assert image.pixelColor(48, 48) == image.pixelColor(48, 10)
    assert image.pixelColor(30, 48) == QColor("#1F5FBF")


def test_missing_and_broken_pictures_are_our_mistake(look: Look, tmp_path: Path):
    with pytest.raises(OurMistakeError):
        painted(look, Picture(tmp_path / "no.svg", "#000000"))
    broken = tmp_path / "broken.svg"
    broken.write_text("not a picture", encoding="utf-8")
    with pytest.raises(OurMistakeError):
        painted(look, Picture(broken, "#000000"))


def test_picture_is_named(look: Look, square: Path, qtbot):
    view = PictureView(look, Picture(square, "#1F5FB0"), "sininen kettu")
    qtbot.addWidget(view)
    assert spoken_name(view) == "sininen kettu"


def test_picture_stays_square_in_a_higher_place(look: Look, square: Path, qtbot):
    view = PictureView(look, Picture(square, "#1F5FB0"), "sininen kettu", side=48)
    qtbot.addWidget(view)
    view.resize(48, 96)
    image = view.grab().toImage()
    blue = [y for y in range(96) if image.pixelColor(24, y) == QColor("#1F5FB0")]
    assert 30 <= len(blue) <= 34
    assert abs((blue[0] + blue[-1]) / 2 - 47.5) <= 1


@pytest.mark.parametrize("kind", list(MarkKind))
def test_each_mark_is_drawn_and_unlike_the_others(qapp, kind: MarkKind):
    def drawn(which: MarkKind) -> QImage:
        image = QImage(24, 24, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_mark(painter, which, QRectF(2, 2, 20, 20), QColor("#000000"))
        painter.end()
        return image

    others = [drawn(other) for other in MarkKind if other is not kind]
    assert all(drawn(kind) != other for other in others)


def test_mark_says_its_meaning_and_grows(look: Look, qtbot):
    mark = Mark(look, MarkKind.SQUARE, "osaat")
    qtbot.addWidget(mark)
    assert spoken_name(mark) == "osaat"
    small = mark.sizeHint()
    look.set_scale(2.0)
    assert mark.sizeHint().width() == 2 * small.width()


def test_dots_show_done_now_and_to_come(look: Look, qtbot):
    dots = ProgressDots(look)
    qtbot.addWidget(dots)
    dots.show_progress(2, 4, "Vaihe 3 / 4")
    dots.resize(400, 40)
    dots.show()
    settle(dots)
    assert spoken_name(dots) == "Vaihe 3 / 4"
    image = dots.grab().toImage()
    middle = dots.sizeHint().height() // 2
    colours = [image.pixelColor(7 + 22 * n, middle).name().upper() for n in range(4)]
    theme = look.theme
    assert colours == [theme.accent, theme.accent, theme.now, theme.card]


@pytest.mark.parametrize(
    "kind", [MarkKind.TICK, MarkKind.CROSS, MarkKind.ARROW_LEFT, MarkKind.ARROW_RIGHT]
)
def test_a_large_mark_is_whole(kind: MarkKind):
    """A shape that leaves its square loses its round ends where it is as large as its widget."""
    image = QImage(200, 200, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        paint_mark(painter, kind, QRectF(20, 20, 160, 160), QColor("black"))
    inked = [
        (x, y)
        for x in range(200)
        for y in range(200)
        if image.pixelColor(x, y).lightness() < 200 and not (20 <= x < 180 and 20 <= y < 180)
    ]
    assert inked == []
