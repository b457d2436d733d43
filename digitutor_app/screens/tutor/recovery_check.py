"""Two groups of the recovery key typed back: the paper is there and can be read."""

from PySide6.QtCore import Qt, Signal

from digitutor_app.i18n import _
from digitutor_app.screens.key_form import KeyForm
from digitutor_app.services.recovery_sheets import NewRecovery
from digitutor_app.ui_kit.fields import TextField
from digitutor_app.ui_kit.look import Look


class RecoveryCheckScreen(KeyForm):
    """Shows two fields. Emits ``checked`` when both groups are those of the paper, and
    ``backRequested``: to the paper again."""

    checked = Signal()

    def __init__(self, look: Look, recovery: NewRecovery, verb: str) -> None:
        super().__init__(
            look,
            _("Palautusavain"),
            _("Kirjoita paperista kaksi ryhmää"),
            _("Näin tiedät, että paperi on sinulla ja siitä saa selvän."),
            verb,
        )
        self._recovery = recovery
        self._fields = {
            number: TextField(look, _("Ryhmä {number}").format(number=number))
            for number in recovery.asked
        }
        self.fill(tuple(self._fields.values()))
        for field in self._fields.values():
            field.edit.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)
            field.submitted.connect(self._on_main)
        next(iter(self._fields.values())).edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def act(self) -> None:
        wrong = [
            f for number, f in self._fields.items() if not self._recovery.fits(number, f.text())
        ]
        for field in wrong:
            field.show_trouble(_("Paperissa on tässä kohdassa eri merkit. Katso ryhmän numero."))
        if wrong:
            wrong[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.checked.emit()
