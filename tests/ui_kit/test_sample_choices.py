"""One out of a few that show themselves."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from digitutor_app.ui_kit import samples
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.press_guard import CALM
from digitutor_app.ui_kit.sample_choices import Sample, SampleChoices
from digitutor_app.ui_kit.theme import THEMES
from tests.finding import find
from tests.looks import cut_off, settle


def small(painter, place, look):
    samples.text_sample(painter, place, look, 100)


def large(painter, place, look):
    samples.text_sample(painter, place, look, 200)


OFFERED = [Sample(key, key.title(), small) for key in ("yksi", "kaksi", "kolme")]
OFFERED.append(Sample("neljä", "Neljä", large))


@pytest.fixture
def choices(look: Look, qtbot) -> SampleChoices:
    made = SampleChoices(look, "Mikä sopii?", OFFERED, height=42)
    made.choose("yksi")
    qtbot.addWidget(made)
    made.resize(600, 120)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    settle(made)
    return made


def test_a_press_chooses_and_is_told_once(choices: SampleChoices):
    told = []
    choices.chosen.connect(told.append)
    for _time in range(2):
        QTest.mouseClick(find(choices, "Mikä sopii? Kaksi"), Qt.MouseButton.LeftButton)
        assert [key for key in ("yksi", "kaksi") if choices.button(key).isChecked()] == ["kaksi"]
    assert told == ["kaksi"]
    assert choices.current == "kaksi"


def test_the_tab_key_reaches_every_sample_and_enter_chooses(choices: SampleChoices):
    choices.button("yksi").setFocus()
    for key in ("kaksi", "kolme", "neljä"):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is choices.button(key)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert choices.current == "neljä"


def test_choosing_from_outside_tells_nobody(choices: SampleChoices, qtbot):
    with qtbot.assertNotEmitted(choices.chosen):
        choices.choose("kolme")
    assert choices.button("kolme").isChecked()


@pytest.mark.parametrize(("width", "columns"), [(600, 4), (300, 2), (120, 1)])
def test_four_stand_in_a_row_or_two_and_two_or_one_below_the_other(choices, width, columns):
    choices.resize(width, 500)
    settle(choices)
    lefts = {choices.button(sample.key).x() for sample in OFFERED}
    assert len(lefts) == columns
    assert cut_off(choices) == []


def test_the_chosen_one_looks_different_and_not_by_colour_alone(choices: SampleChoices):
    button = choices.button("kaksi")
    before = button.grab().toImage()
    choices.choose("kaksi")
    settle(choices)
    after = button.grab().toImage()
    corner = [
        (x, y)
        for x in range(button.width() - 28, button.width() - 6)
        for y in range(6, 28)
        if after.pixelColor(x, y).lightness() < 120 <= before.pixelColor(x, y).lightness()
    ]
    assert len(corner) > 20


def pixels(look: Look, paint) -> bytes:
    picture = QImage(160, 70, QImage.Format.Format_RGB32)
    picture.fill(look.colour("card"))
    painter = QPainter(picture)
    paint(painter, QRectF(0, 0, 160, 70), look)
    painter.end()
    return bytes(picture.constBits())


@pytest.mark.parametrize("theme", THEMES)
def test_every_sample_shows_what_it_is_for(look: Look, theme):
    look.set_theme(THEMES[theme])
    empty = pixels(look, lambda *_: None)
    drawings = [
        *(lambda *a, p=p: samples.text_sample(*a, p) for p in (100, 200)),
        *(lambda *a, p=p: samples.pointer_sample(*a, p) for p in (100, 300)),
        *(lambda *a, t=t: samples.colour_sample(*a, t) for t in THEMES.values()),
        *(lambda *a, left=left: samples.mouse_sample(*a, left_handed=left) for left in (0, 1)),
        lambda *a: samples.patience_sample(*a, CALM),
    ]
    seen = {pixels(look, draw) for draw in drawings}
    assert len(seen) == len(drawings)
    assert empty not in seen
