"""Writing: label, help, trouble, secrets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from digitutor_app.ui_kit.fields import PassphraseField, TextField
from digitutor_app.ui_kit.look import Look
from tests.looks import settle, spoken_name


@pytest.fixture
def field(look: Look, qtbot) -> TextField:
    field = TextField(look, "Koodisi", "Esimerkiksi sininen-kettu-27")
    qtbot.addWidget(field)
    field.resize(500, 300)
    field.show()
    settle(field)
    return field


def test_label_belongs_to_the_line(field: TextField):
    label = next(w for w in field.findChildren(QLabel) if w.text() == "Koodisi")
    assert label.buddy() is field.edit
    assert spoken_name(field.edit) == "Koodisi"
    assert field.edit.accessibleDescription() == "Esimerkiksi sininen-kettu-27"


def test_writing_and_enter_are_told(field: TextField, qtbot):
    with qtbot.waitSignals([field.changed, field.changed]):
        QTest.keyClicks(field.edit, "ab")
    assert field.text() == "ab"
    with qtbot.waitSignal(field.submitted):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)


def test_trouble_is_said_in_words_and_goes_when_one_writes(field: TextField):
    field.show_trouble("Koodia ei löydy.")
    settle(field)
    shown = [w.text() for w in field.findChildren(QLabel) if w.isVisible()]
    assert "Koodia ei löydy." in shown
    assert field.edit.accessibleDescription() == "Koodia ei löydy."
    QTest.keyClicks(field.edit, "s")
    shown = [w.text() for w in field.findChildren(QLabel) if w.isVisible()]
    assert "Koodia ei löydy." not in shown


def test_click_beside_the_letters_begins_writing(field: TextField):
    frame = field.edit.parentWidget()
    QTest.mouseClick(frame, Qt.MouseButton.LeftButton, pos=frame.rect().topLeft())
    assert field.edit.hasFocus()


def test_secret_can_be_shown_and_hidden(look: Look, qtbot):
    field = PassphraseField(look, "Salalause")
    qtbot.addWidget(field)
    field.resize(500, 200)
    field.show()
    QTest.keyClicks(field.edit, "kolme sanaa")
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
    assert "kolme" not in field.edit.displayText()
    QTest.mouseClick(field.show_button, Qt.MouseButton.LeftButton)
    assert field.edit.displayText() == "kolme sanaa"
    assert spoken_name(field.show_button) == "Piilota: Salalause"
    QTest.keyClick(field.show_button, Qt.Key.Key_Space)
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
    assert field.text() == "kolme sanaa"
