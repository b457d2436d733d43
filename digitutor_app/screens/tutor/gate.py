"""The gate: a passphrase opens the tutor's pages; the first time it is chosen."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from digitutor_app.i18n import _
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import Context
from digitutor_app.services.gate import SHORTEST
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
from digitutor_app.ui_kit.page import Page

#: The form is no wider than this at 100 %, logical pixels.
_WIDEST: Final = 620


class GateScreen(QWidget):
    """Shows one field, or two the first time, and a button that tells when it is working.

    Emits ``opened`` with the tutor's StoreWorker, which then belongs to whoever listens, and
    ``backRequested``. Who leaves while it is working gets no ``opened`` any more.

    A quiet button leads to the laptop's PIN. Where no passphrase has been chosen it emits
    ``pinRequested``; else only the passphrase opens the way, and it emits ``pinChangeRequested``
    with the StoreWorker.
    """

    opened = Signal(object)
    pinChangeRequested = Signal(object)
    pinRequested = Signal()
    backRequested = Signal()

    def __init__(self, look: Look, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._context = context
        self._working = False
        self._left = False
        self._for_pin = False
        self._first = not context.gate.is_set
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Look anew whether a passphrase has been chosen on this laptop; empties the fields."""
        self._first = not self._context.gate.is_set
        self._trouble.hide()
        for field in (self._passphrase, self._again):
            field.set_text("")
            field.clear_trouble()
        self._word()
        self._passphrase.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _build(self) -> None:
        self._back = SmallButton(self._look, _("Takaisin"))
        page = Page(self._look, TopBar(self._look, _("Tutorille"), self._back))
        self._title = Title(self._look)
        self._what = Body(self._look)
        self._warning = Strong(
            self._look,
            _("Pane salalause talteen. Tämä versio ei voi palauttaa unohtunutta salalausetta."),
        )
        self._passphrase = PassphraseField(self._look, _("Salalause"))
        self._again = PassphraseField(self._look, _("Salalause uudestaan"))
        self._trouble_title = Strong(self._look)
        self._trouble_words = Body(self._look)
        self._trouble = AttentionCard(
            self._look, self._trouble_title, self._trouble_words, padding=16
        )
        self._trouble.rows.setSpacing(2)
        self._main = MainButton(self._look, _("Avaa"))
        self._pin = LinkButton(self._look, "")
        self._form = Column(
            self._title,
            self._what,
            self._warning,
            self._passphrase,
            self._again,
            self._trouble,
            self._main,
            self._pin,
        )
        page.rows.add(self._form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self._fit()

    def _connect(self) -> None:
        self._back.clicked.connect(self._on_back)
        self._main.clicked.connect(self._on_main)
        self._pin.clicked.connect(self._on_pin)
        self._passphrase.submitted.connect(self._on_main)
        self._again.submitted.connect(self._on_main)
        self._look.changed.connect(self._fit)

    def _fit(self) -> None:
        self._form.setMaximumWidth(round(_WIDEST * self._look.scale))

    def _word(self) -> None:
        self._again.setVisible(self._first)
        self._warning.setVisible(self._first)
        if self._first:
            self._title.setText(_("Valitse salalause"))
            self._what.setText(
                _(
                    "Salalause suojaa työpajoja ja todistusten nimiä.\n"
                    "Osallistujat harjoittelevat ilman sitä."
                )
            )
            self._passphrase.set_words(
                _("Salalause"),
                _("Vähintään {count} merkkiä, esimerkiksi neljä sanaa.").format(count=SHORTEST),
            )
        else:
            self._title.setText(_("Kirjoita salalause"))
            self._what.setText(_("Salalause avaa tutorin sivut tällä koneella."))
            self._passphrase.set_words(_("Salalause"))
        practice_laptop = _("Tämä on harjoituskone: valitse PIN")
        self._pin.set_text(practice_laptop if self._first else _("Avaa ja vaihda koneen PIN"))
        self._word_button()

    def _word_button(self) -> None:
        ready = _("Ota käyttöön") if self._first else _("Avaa")
        self._main.set_text(_("Avataan…") if self._working else ready)

    # What happens

    def _on_pin(self) -> None:
        if self._first:
            self.pinRequested.emit()
        else:
            self._open(for_pin=True)

    def _on_main(self) -> None:
        self._open(for_pin=False)

    def _open(self, *, for_pin: bool) -> None:
        if self._working or not (self._fits_first() if self._first else self._fits()):
            return
        self._for_pin = for_pin
        self._set_working(working=True)
        secret = self._passphrase.text()
        gate = self._context.gate
        act = gate.choose if self._first else gate.enter

        def job() -> StoreWorker:
            return act(secret)

        self._context.background.run(job, self._on_done, self._on_failed)

    def _fits(self) -> bool:
        if forgiving(self._passphrase.text()):
            return True
        self._passphrase.show_trouble(_("Kirjoita tähän salalause, joka valittiin tälle koneelle."))
        self._passphrase.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _fits_first(self) -> bool:
        length = len(forgiving(self._passphrase.text()))
        if length < SHORTEST:
            self._passphrase.show_trouble(
                _(
                    "Tässä on {length} merkkiä ilman välilyöntejä. "
                    "Tarvitaan vähintään {count}. Lisää yksi sana."
                ).format(length=length, count=SHORTEST)
            )
            self._passphrase.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if forgiving(self._again.text()) != forgiving(self._passphrase.text()):
            self._again.show_trouble(
                _("Tässä on eri teksti kuin yllä. Paina Näytä ja vertaa niitä.")
            )
            self._again.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def _set_working(self, *, working: bool) -> None:
        self._working = working
        if working:
            self._trouble.hide()
        for field in (self._passphrase, self._again):
            field.edit.setReadOnly(working)
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
        self._again.set_text("")
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
        # The passphrase may have been set before the store refused: from now on it is entered.
        self._first = not self._context.gate.is_set
        self._word()
        title, sentence = opening_trouble(error)
        if isinstance(error, WrongPassphraseError):
            self._passphrase.show_trouble(f"{title}. {sentence}")
            self._passphrase.edit.selectAll()
        else:
            self._trouble_title.setText(title)
            self._trouble_words.setText(sentence)
            self._trouble.setAccessibleName(f"{title}. {sentence}")
            self._trouble.show()
        announce(self, f"{title}. {sentence}")
        self._passphrase.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        self._left = self._working
        self._passphrase.set_text("")
        self._again.set_text("")
        self.backRequested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)


def _nothing(_answer: object) -> None:
    """Nobody waits for this answer."""
