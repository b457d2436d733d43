"""The gate: a tutor's own words open the tutor's pages."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from digitutor_app.i18n import _
from digitutor_app.screens.key_form_words import wait_words
from digitutor_app.screens.trouble_words import damage_words, opening_trouble
from digitutor_app.services.context import Context
from digitutor_app.services.errors import GateWaitError
from digitutor_app.services.gate_rescue import GateDamagedError
from digitutor_app.store.worker import StoreWorker
from digitutor_app.trust.errors import WrongPassphraseError
from digitutor_app.trust.slots import forgiving
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import LinkButton, MainButton, SmallButton
from digitutor_app.ui_kit.card import AttentionCard
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.fields import PassphraseField
from digitutor_app.ui_kit.labels import Body, Strong, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill

#: The form is no wider than this at 100 %, logical pixels.
_WIDEST: Final = 620


class GateScreen(QWidget):
    """Shows one field and a button that tells when it is working.

    Emits ``opened`` with the tutor's StoreWorker, which then belongs to whoever listens,
    ``recoverRequested`` and ``backRequested``. Who leaves while it is working gets no ``opened``
    any more. A quiet button leads to the laptop's PIN by the same words: ``pinChangeRequested``
    with the StoreWorker. ``why`` says why words are asked for. Where the store no longer reads, the
    same words bring it back.
    """

    opened = Signal(object)
    pinChangeRequested = Signal(object)
    recoverRequested = Signal()
    backRequested = Signal()

    def __init__(
        self, look: Look, context: Context, why: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._context = context
        self._why = why
        self._working = False
        self._left = False
        self._for_pin = False
        self._damaged = False
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Empty the field and say nothing of what was before."""
        self._trouble.hide()
        self._passphrase.set_text("")
        self._passphrase.clear_trouble()
        self._damaged = False
        self._word_button()
        self._passphrase.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_trouble(self, error: Exception) -> None:
        """Say why the store was closed."""
        self._say_trouble(*opening_trouble(error))

    def say_damaged(self, error: GateDamagedError) -> None:
        """The words are right and the store does not read: the same words bring it back."""
        self._damaged = True
        self._word_button()
        self._say_trouble(*damage_words(error, error.copied))

    # Building

    def _build(self) -> None:
        look = self._look
        self._back = SmallButton(look, _("Takaisin"))
        page = Page(look, TopBar(look, _("Tutorille"), self._back))
        what = self._why or _("Salalause avaa tutorin sivut tällä koneella.")
        self._passphrase = PassphraseField(look, _("Salalause"))
        self._trouble_title = Strong(look)
        self._trouble_words = Body(look)
        self._trouble = AttentionCard(look, self._trouble_title, self._trouble_words, padding=16)
        self._trouble.rows.setSpacing(2)
        self._main = MainButton(look, _("Avaa"))
        self._forgot = LinkButton(look, _("Unohdin salalauseen"))
        self._pin = LinkButton(look, _("Avaa ja vaihda koneen PIN"))
        self._form = Column(
            Title(look, _("Kirjoita salalause")),
            Body(look, what),
            self._passphrase,
            self._trouble,
            self._main,
        )
        page.rows.add(self._form)
        for link in (self._forgot, self._pin):
            page.rows.add_link(link)
        fill(self, page)
        self._fit()

    def _connect(self) -> None:
        self._back.clicked.connect(self._on_back)
        self._main.clicked.connect(self._on_main)
        self._forgot.clicked.connect(self._on_forgot)
        self._pin.clicked.connect(self._on_pin)
        self._passphrase.submitted.connect(self._on_main)
        self._look.changed.connect(self._fit)

    def _fit(self) -> None:
        self._form.setMaximumWidth(round(_WIDEST * self._look.scale))

    def _word_button(self) -> None:
        if self._damaged:
            at_work, ready = _("Ohjelma palauttaa tietoja"), _("Palauta tiedot")
        else:
            at_work, ready = _("Avataan…"), _("Avaa")
        self._main.set_text(at_work if self._working else ready)

    # What happens

    def _on_pin(self) -> None:
        self._open(for_pin=True)

    def _on_main(self) -> None:
        self._open(for_pin=False)

    def _on_forgot(self) -> None:
        if not self._working:
            self._passphrase.set_text("")
            self.recoverRequested.emit()

    def _open(self, *, for_pin: bool) -> None:
        if self._working or not self._fits():
            return
        self._for_pin = for_pin
        self._set_working(working=True)
        secret = self._passphrase.text()
        gate, damaged = self._context.gate, self._damaged

        def job() -> StoreWorker:
            return gate.rescue(secret) if damaged else gate.enter(secret)

        self._context.background.run(job, self._on_done, self._on_failed)

    def _fits(self) -> bool:
        if forgiving(self._passphrase.text()):
            return True
        self._passphrase.show_trouble(_("Kirjoita tähän salalause, joka valittiin tälle koneelle."))
        self._passphrase.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _set_working(self, *, working: bool) -> None:
        self._working = working
        if working:
            self._trouble.hide()
        self._passphrase.edit.setReadOnly(working)
        self._word_button()
        if working:
            announce(self, self._main.text())

    def _on_done(self, worker: StoreWorker) -> None:
        if not isValid(self):
            self._context.background.run(worker.close, _nothing, _nothing)
            return
        if self._left:
            # Nobody waits for it any more: let go of the store before anybody may try again.
            self._context.background.run(worker.close, self._on_closed, self._on_closed)
            return
        self._set_working(working=False)
        self._passphrase.set_text("")
        if self._for_pin:
            self.pinChangeRequested.emit(worker)
        else:
            self.opened.emit(worker)

    def _on_closed(self, _answer: object) -> None:
        if isValid(self):
            self._left = False
            self._set_working(working=False)

    def _on_failed(self, error: Exception) -> None:
        if not isValid(self):
            return
        self._set_working(working=False)
        if self._left:
            self._left = False
            return
        if isinstance(error, GateWaitError):
            self._say_below(wait_words(error.seconds))
        elif isinstance(error, WrongPassphraseError):
            title, sentence = opening_trouble(error)
            seconds = self._context.gate.wait()
            self._say_below(f"{title}. {wait_words(seconds) if seconds else sentence}")
        elif isinstance(error, GateDamagedError):
            self.say_damaged(error)
        else:
            self._say_trouble(*opening_trouble(error))
        self._passphrase.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_below(self, sentence: str) -> None:
        self._passphrase.show_trouble(sentence)
        self._passphrase.edit.selectAll()
        announce(self, sentence)

    def _say_trouble(self, title: str, sentence: str) -> None:
        self._trouble_title.setText(title)
        self._trouble_words.setText(sentence)
        self._trouble.setAccessibleName(f"{title}. {sentence}")
        self._trouble.show()
        announce(self, f"{title}. {sentence}")

    def _on_back(self) -> None:
        self._left = self._working
        self._passphrase.set_text("")
        self.backRequested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)


def _nothing(_answer: object) -> None:
    """Nobody waits for this answer."""
