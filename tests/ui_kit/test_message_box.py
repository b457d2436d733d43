"""Our own question: verbs, Esc is harmless, the harmless answer has the focus."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.message_box import MessageDialog, ask, tell
from tests.looks import by_name, cut_off, settle, small_targets

SENTENCE = "Kaikki tämän ihmisen tiedot katoavat tältä koneelta. Tätä ei voi perua."


class Person:
    """Answers the next question by a key, or by a press on the button of a name."""

    def __init__(self, answer: str | Qt.Key) -> None:
        self.answer = answer
        self.seen: list[str] = []
        QTimer.singleShot(0, self.on_shown)

    def on_shown(self) -> None:
        dialog = QApplication.activeModalWidget()
        settle(dialog)
        self.seen = [dialog.windowTitle(), dialog.accessibleDescription()]
        if isinstance(self.answer, str):
            QTest.mouseClick(by_name(dialog, self.answer), Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(QApplication.focusWidget() or dialog, self.answer)


@pytest.mark.parametrize(
    ("answer", "result"),
    [
        ("Poista", True),
        ("Säilytä", False),
        (Qt.Key.Key_Escape, False),
        (Qt.Key.Key_Return, False),
    ],
)
def test_answers(look: Look, qtbot, answer, result: bool):
    person = Person(answer)
    said = ask(look, None, "Poista tiedot", SENTENCE, yes_verb="Poista", no_verb="Säilytä")
    assert said is result
    assert person.seen == ["Poista tiedot", SENTENCE]


def test_telling_ends_with_its_one_button(look: Look, qtbot):
    person = Person("Selvä")
    tell(look, None, "Valmis", "Todistus on tallessa.")
    assert person.seen[1] == "Todistus on tallessa."


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut(look: Look, qtbot, scale: float):
    look.set_scale(scale)
    dialog = MessageDialog(
        look, None, "Poista tiedot", SENTENCE, yes_verb="Poista", no_verb="Säilytä"
    )
    qtbot.addWidget(dialog)
    dialog.show()
    settle(dialog)
    assert cut_off(dialog) == []
    assert small_targets(dialog) == []
    dialog.done(QDialog.DialogCode.Rejected)
