"""What the gate has to tell before it lets a tutor go on: wrong tries."""

from PySide6.QtCore import Qt

from digitutor_app.i18n import _
from digitutor_app.screens.key_form import KeyForm
from digitutor_app.screens.key_form_words import last_try, tries_title
from digitutor_app.services.gate_wait import WrongTries
from digitutor_app.ui_kit.look import Look


class GateNewsScreen(KeyForm):
    """Shows the sentence and one button. Emits ``backRequested`` when it has been read."""

    def __init__(self, look: Look, tries: WrongTries) -> None:
        sentences = (
            _("Joku kirjoitti salalauseen, joka ei avannut tietoja."),
            last_try(tries),
            _("Tiedot ovat tallessa."),
            _("Etkö se ollut sinä? Kerro vetäjälle ja vaihda salalauseesi."),
        )
        words = "\n".join(filter(None, sentences))
        super().__init__(look, _("Tutorille"), tries_title(tries), words, _("Jatka"))
        self.drop_back()
        self.fill(())
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def act(self) -> None:
        self.backRequested.emit()
