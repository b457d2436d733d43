"""The look of papers: names, colours and logos, and what papers cannot take."""

import pytest
from PySide6.QtCore import Qt

from digitutor_app.domain.letterhead import ACCENT
from digitutor_app.screens.tutor.letterhead import LetterheadScreen
from tests.finding import field, find, said
from tests.looks import cut_off, settle, small_targets
from tests.printing.pictures import png, png_bomb


@pytest.fixture
def picture(tmp_path):
    """The file that somebody chooses as a logo."""
    path = tmp_path / "logo.png"
    path.write_bytes(png(300, 100))
    return path


@pytest.fixture
def page(look, context, tutor, shown, picture):
    def make(*size, choose=None):
        answer = choose or (lambda _parent: picture)
        return shown(LetterheadScreen(look, context, tutor, choose=answer), *size)

    return make


def press(screen, qtbot, name):
    qtbot.mouseClick(find(screen, name), Qt.MouseButton.LeftButton)
    settle(screen)


def test_names_and_colours_are_kept(page, tutor, qtbot):
    screen = page()
    field(screen, "Järjestäjä 1").setText("  Sedu\u202e ")
    field(screen, "Järjestäjä 3").setText("SeAMK")
    field(screen, "Rahoittaja").setText("Euroopan unionin osarahoittama")
    field(screen, "Otsikon väri").setText("7a1f5c")
    with qtbot.waitSignal(screen.saved):
        press(screen, qtbot, "Tallenna ulkoasu")
    kept = tutor.letterheads.get()
    assert kept.organisers == ("Sedu", "SeAMK")
    assert (kept.accent, kept.funder) == ("#7A1F5C", "Euroopan unionin osarahoittama")
    assert "Ulkoasu on tallennettu." in said(screen)
    again = page()
    assert field(again, "Järjestäjä 2").text() == "SeAMK"
    assert field(again, "Otsikon väri").text() == "#7A1F5C"


@pytest.mark.parametrize(
    ("label", "typed", "sentence"),
    [
        ("Otsikon väri", "punainen", "Kirjoita väri näin: #0B4F5C."),
        ("Otsikon väri", "#AAAAAA", "Väri ei erotu valkoisesta paperista."),
        ("Viivojen väri", "#EEEEEE", "Väri ei erotu valkoisesta paperista."),
        ("Rahoittaja", "x" * 121, "Lyhennä se alle 120 merkkiin."),
    ],
)
def test_what_papers_cannot_take_is_said_at_the_field(page, tutor, qtbot, label, typed, sentence):
    before = tutor.letterheads.get()
    screen = page()
    field(screen, label).setText(typed)
    press(screen, qtbot, "Tallenna ulkoasu")
    assert sentence in said(screen)
    assert field(screen, label).hasFocus()
    assert tutor.letterheads.get() == before
    assert cut_off(screen) == []


def test_the_colours_of_digitutor_come_back(page, qtbot):
    screen = page()
    field(screen, "Otsikon väri").setText("#000000")
    press(screen, qtbot, "Palauta Digitutorin värit")
    assert field(screen, "Otsikon väri").text() == ACCENT


def test_a_logo_comes_and_goes(page, tutor, qtbot):
    screen = page()
    with qtbot.waitSignal(screen.logosChanged):
        press(screen, qtbot, "Lisää logo")
    assert len(tutor.letterheads.get().logos) == 1
    assert "Logo on lisätty." in said(screen)
    assert cut_off(screen) == []
    with qtbot.waitSignal(screen.logosChanged):
        press(screen, qtbot, "Poista logo 1")
    assert tutor.letterheads.get().logos == ()


def test_three_logos_are_the_most(page, tutor, qtbot):
    screen = page()
    for _number in range(3):
        press(screen, qtbot, "Lisää logo")
    assert not find(screen, "Lisää logo").isEnabled()
    assert len(tutor.letterheads.get().logos) == 3
    assert cut_off(screen) == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"hello", "Tiedosto ei ole PNG- tai JPEG-kuva, tai kuva on rikki."),
        (png()[:60], "Tiedosto ei ole PNG- tai JPEG-kuva, tai kuva on rikki."),
        (png_bomb(), "Kuva on liian suuri."),
    ],
)
def test_a_file_that_is_no_logo(page, tutor, picture, qtbot, content, sentence):
    picture.write_bytes(content)
    screen = page()
    field(screen, "Järjestäjä 1").setText("Sedu")
    press(screen, qtbot, "Lisää logo")
    assert sentence in said(screen)
    assert tutor.letterheads.get().logos == ()
    assert field(screen, "Järjestäjä 1").text() == "Sedu"
    assert cut_off(screen) == []


def test_a_stick_that_is_gone(page, picture, qtbot):
    picture.unlink()
    screen = page()
    press(screen, qtbot, "Lisää logo")
    assert "Tarkista, onko tikku paikallaan" in said(screen)


def test_nobody_chooses_a_picture(page, tutor, qtbot):
    screen = page(choose=lambda _parent: None)
    press(screen, qtbot, "Lisää logo")
    assert tutor.letterheads.get().logos == ()


@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut(page, tutor, size, scale):
    tutor.letterheads.add_logo(png(300, 100))
    screen = page(*size, scale)
    assert cut_off(screen) == []
    assert small_targets(screen) == []
