"""One's own words, asked before something about keys is changed."""

from PySide6.QtCore import Qt, Signal

from digitutor_app.i18n import _
from digitutor_app.screens.key_form import KeyForm
from digitutor_app.screens.key_form_words import wait_words
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.errors import GateWaitError
from digitutor_app.trust.errors import WrongPassphraseError
from digitutor_app.trust.slots import forgiving
from digitutor_app.ui_kit.fields import PassphraseField
from digitutor_app.ui_kit.look import Look


class OwnWordsScreen(KeyForm):
    """Shows what will happen and a field. Emits ``typed(passphrase)`` and ``backRequested``."""

    typed = Signal(str)

    def __init__(self, look: Look, title: str, sentences: str, verb: str) -> None:
        super().__init__(look, _("Tutorit ja avaimet"), title, sentences, verb)
        self._words = PassphraseField(look, _("Oma salalauseesi"))
        self.fill((self._words,))
        self._words.submitted.connect(self._on_main)
        self._words.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def act(self) -> None:
        if forgiving(self._words.text()):
            self.typed.emit(self._words.text())
        else:
            self._say_below(_("Kirjoita tähän oma salalauseesi."))

    def failed(self, error: Exception) -> None:
        if isinstance(error, GateWaitError):
            self.ready()
            self._say_below(wait_words(error.seconds))
        elif isinstance(error, WrongPassphraseError):
            self.ready()
            self._say_below(". ".join(opening_trouble(error)))
        else:
            super().failed(error)

    def _say_below(self, sentence: str) -> None:
        self._words.show_trouble(sentence)
        self._words.edit.selectAll()
        self._words.edit.setFocus(Qt.FocusReason.OtherFocusReason)
