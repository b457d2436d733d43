"""The PIN of a practice laptop: entered before its page about people, and chosen."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from digitutor_app.i18n import _, ngettext
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import Context
from digitutor_app.services.errors import PinWaitError, UnfitPinError
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import LinkButton, MainButton, SmallButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.fields import PassphraseField
from digitutor_app.ui_kit.labels import Body, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill

#: The form is no wider than this at 100 %, logical pixels.
_WIDEST: Final = 620


class _PinForm(QWidget):
    """A page with one or more lines for a PIN and a button that tells when it is working."""

    backRequested = Signal()

    def __init__(self, look: Look, context: Context, bar: str, verb: str) -> None:
        super().__init__()
        self._look = look
        self._context = context
        self._verb = verb
        self._working = False
        self._back = SmallButton(look, _("Takaisin"))
        self._main = MainButton(look, verb)
        self._pin = PassphraseField(look, _("PIN"))
        self._form = Column()
        self._page = Page(look, TopBar(look, bar, self._back))
        self._page.rows.add(self._form)
        fill(self, self._page)
        self._back.clicked.connect(self.backRequested)
        self._main.clicked.connect(self._on_main)
        look.changed.connect(self._fit)
        self._fit()

    def _digits(self, field: PassphraseField) -> None:
        field.edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        field.submitted.connect(self._on_main)

    def _fit(self) -> None:
        self._form.setMaximumWidth(round(_WIDEST * self._look.scale))

    def _on_main(self) -> None:
        raise NotImplementedError

    def _set_working(self, *, working: bool) -> None:
        self._working = working
        self._main.set_text(_("Tarkistetaan…") if working else self._verb)
        self._pin.edit.setReadOnly(working)

    def _say(self, sentence: str) -> None:
        self._pin.show_trouble(sentence)
        self._pin.edit.selectAll()
        self._pin.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, sentence)

    def _on_failed(self, error: Exception) -> None:
        if not isValid(self):
            return
        self._set_working(working=False)
        if isinstance(error, PinWaitError):
            self._say(_waiting(error.seconds))
        elif isinstance(error, UnfitPinError):
            self._say(_("PIN on 4–8 numeroa."))
        else:
            self._say(". ".join(opening_trouble(error)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)


class PinScreen(_PinForm):
    """Asks for the PIN. Emits ``opened``, ``gateRequested`` (to the passphrase, where one has been
    chosen) and ``backRequested``."""

    opened = Signal()
    gateRequested = Signal()

    def __init__(self, look: Look, context: Context) -> None:
        super().__init__(look, context, _("Tutorille"), _("Avaa"))
        self._gate = LinkButton(look, _("Avaa salalauseella"))
        self._gate.clicked.connect(self.gateRequested)
        self._digits(self._pin)
        what = Body(look, _("PIN avaa sivun, jolla näet tämän koneen osallistujat."))
        for part in (Title(look, _("Kirjoita PIN")), what, self._pin, self._main):
            self._form.rows.add(part)
        self._page.rows.add_link(self._gate)
        self._gate.setVisible(context.gate.is_set)
        self._pin.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_main(self) -> None:
        typed = self._pin.text().strip()
        if self._working:
            return
        if not typed:
            self._say(_("Kirjoita tähän PIN, joka valittiin tälle koneelle."))
            return
        self._set_working(working=True)
        pin = self._context.pin

        def job() -> tuple[bool, int]:
            return pin.check(typed), pin.wait()

        self._context.background.run(job, self._on_checked, self._on_failed)

    def _on_checked(self, answer: tuple[bool, int]) -> None:
        if not isValid(self):
            return
        fits, wait = answer
        self._set_working(working=False)
        if not fits:
            self._say(_("PIN ei avannut sivua.") + " " + _waiting(wait))
            return
        self._pin.set_text("")
        self.opened.emit()


class PinChoiceScreen(_PinForm):
    """Asks twice for a new PIN. Emits ``chosen`` and ``backRequested``. Who comes here has been let
    in before.

    ``first``: this laptop takes part in a workshop and has no PIN yet; then a quiet button leads to
    its own page (``laptopRequested``), where it can be given back.
    """

    chosen = Signal()
    laptopRequested = Signal()

    def __init__(self, look: Look, context: Context, *, first: bool = False) -> None:
        super().__init__(look, context, _("Koneen PIN"), _("Ota käyttöön"))
        self._pin.set_words(_("Uusi PIN"), _("4–8 numeroa."))
        self._again = PassphraseField(look, _("Uusi PIN uudestaan"))
        words = _(
            "PIN avaa tällä koneella sivun, jolla tutor näkee osallistujien taidot.\n"
            "Harjoitella voi aina ilman sitä."
        )
        if first:
            words = _("Tämä kone on työpajan harjoituskone.") + "\n" + words
        parts = (Title(look, _("Valitse koneen PIN")), Body(look, words), self._pin, self._again)
        for part in (*parts, self._main):
            self._form.rows.add(part)
        if first:
            laptop = LinkButton(look, _("Näytä tämän koneen tiedot"))
            laptop.clicked.connect(self.laptopRequested)
            self._page.rows.add_link(laptop)
        self._digits(self._pin)
        self._digits(self._again)
        self._pin.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_main(self) -> None:
        typed = self._pin.text().strip()
        if self._working:
            return
        if not (typed.isascii() and typed.isdigit() and 4 <= len(typed) <= 8):
            self._say(_("PIN on 4–8 numeroa."))
            return
        if self._again.text().strip() != typed:
            self._again.show_trouble(_("Tässä on eri PIN kuin yllä. Paina Näytä ja vertaa niitä."))
            self._again.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._set_working(working=True)
        pin = self._context.pin

        def job() -> None:
            pin.choose(typed)

        self._context.background.run(job, self._on_chosen, self._on_failed)

    def _on_chosen(self, _answer: None) -> None:
        if not isValid(self):
            return
        self._set_working(working=False)
        for field in (self._pin, self._again):
            field.set_text("")
        self.chosen.emit()


def _waiting(seconds: int) -> str:
    if seconds <= 0:
        return _("Kirjoita se uudestaan.")
    return ngettext(
        "Odota {count} sekunti ja kirjoita se uudestaan.",
        "Odota {count} sekuntia ja kirjoita se uudestaan.",
        seconds,
    ).format(count=seconds)
