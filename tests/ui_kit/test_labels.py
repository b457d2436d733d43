"""Words on the page: literal, whole, in the right size, named for screen readers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Body, Heading, Instruction, Label, Muted, Strong, Title
from digitutor_app.ui_kit.look import SCALES, Look
from digitutor_app.ui_kit.theme import HIGH_CONTRAST
from tests.looks import cut_off, settle, spoken_name

KINDS = [Title, Heading, Body, Strong, Muted, Instruction]
SENTENCE = "Napsauta tiedostoa hoitosuunnitelma_huone12 kerran. Tausta muuttuu siniseksi."


@pytest.mark.parametrize("kind", KINDS)
def test_markup_is_shown_as_written(look: Look, kind: type[Label]):
    label = kind(look, "<b>A & B</b>")
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.set_for(900).lines == ("<b>A & B</b>",)
    assert spoken_name(label) == "<b>A & B</b>"
    role = QAccessible.queryAccessibleInterface(label).role()
    assert role == QAccessible.Role.StaticText


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("width", [280, 400, 1200])
def test_words_are_never_cut(look: Look, qtbot, scale: float, width: int):
    look.set_scale(scale)
    window = Column(*[kind(look, SENTENCE) for kind in KINDS])
    qtbot.addWidget(window)
    width = max(width, window.minimumSizeHint().width())
    window.resize(width, window.heightForWidth(width))
    window.show()
    settle(window)
    assert cut_off(window) == []


def test_changed_words_and_look_ask_for_more_height(look: Look, qtbot):
    label = Body(look, "Yksi.")
    window = Column(label)
    qtbot.addWidget(window)
    window.resize(400, 600)
    window.show()
    settle(window)
    one_line = label.height()
    label.setText(SENTENCE)
    settle(window)
    two_lines = label.height()
    assert two_lines > one_line
    look.set_scale(2.0)
    settle(window)
    assert label.height() > two_lines
    assert cut_off(window) == []


def test_theme_colours_the_words(look: Look, qtbot):
    label = Body(look, "Yksi")
    qtbot.addWidget(label)
    label.resize(200, 40)

    def has(colour: str) -> bool:
        image = label.grab().toImage()
        found = (
            image.pixelColor(x, y).name().upper()
            for x in range(image.width())
            for y in range(image.height())
        )
        return colour in found

    assert has(look.theme.ink)
    look.set_theme(HIGH_CONTRAST)
    assert has("#FFFFFF")


def test_names_stay_whole_in_a_narrow_place(look: Look):
    label = Instruction(look, "Avaa hoitosuunnitelma_huone12 nyt.")
    laid = label.set_for(260)
    assert "hoitosuunnitelma_huone12" in laid.lines
    assert laid.shrunk
