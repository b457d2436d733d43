"""Tutorit ja avaimet: who can open the tutor's store, and how that is changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.key_form_words import tries_words
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.gate import Gate, Tutor
from digitutor_app.services.idle_lock import CHOICES, IdleLock
from digitutor_app.store.errors import StoreError
from digitutor_app.trust.errors import KeyFileError
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import PlainButton, SmallButton
from digitutor_app.ui_kit.card import AttentionCard, Card, SoftCard
from digitutor_app.ui_kit.choices import Choices, ChoiceShape
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Body, Heading, Muted, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.spread import Spread
from digitutor_app.ui_kit.two_pane import TwoPane


class KeysScreen(QWidget):
    """Shows the tutors with what can be done for each, and the recovery key.

    The minutes after which the store locks are chosen here too. Emits ``addRequested``,
    ``wordsRequested`` (one's own words), ``removeRequested(tutor id)``, ``recoveryRequested`` and
    ``backRequested``.
    """

    addRequested = Signal()
    wordsRequested = Signal()
    removeRequested = Signal(str)
    recoveryRequested = Signal()
    backRequested = Signal()

    def __init__(self, look: Look, gate: Gate, idle: IdleLock, done: str = "") -> None:
        """``done`` says what has just been done, in one sentence."""
        super().__init__()
        self._idle = idle
        self._look = look
        self._gate = gate
        back = SmallButton(look, _("Takaisin"))
        self._page = Page(look, TopBar(look, _("Tutorit ja avaimet"), back))
        self._list = Column(gap=10)
        self._recovery = Column(gap=10)
        self._tries = Muted(look)
        add = PlainButton(look, _("Lisää tutor"))
        if done:
            self._page.rows.add(SoftCard(look, Strong(look, done), padding=14))
        left = Column(
            Heading(look, _("Nämä tutorit avaavat tiedot")),
            Body(look, _("Jokaisella on oma salalause.")),
            self._list,
            add,
            self._tries,
            gap=12,
        )
        minutes = [(str(m), _("{count} min").format(count=m)) for m in CHOICES]
        self._minutes = Choices(look, minutes, str(idle.minutes), ChoiceShape.TAB)
        right = Column(
            Heading(look, _("Palautusavain")),
            self._recovery,
            Heading(look, _("Lukitus")),
            Body(look, _("Tiedot lukittuvat, kun kone on levossa näin kauan:")),
            self._minutes,
            gap=12,
        )
        self._page.rows.add(TwoPane(look, left, right, shares=(1, 1), gap=40))
        fill(self, self._page)
        back.clicked.connect(self.backRequested)
        add.clicked.connect(self.addRequested)
        self._minutes.chosen.connect(self._on_minutes)
        self.refresh()

    def refresh(self) -> None:
        """Read anew who can open the store."""
        try:
            tutors, has_recovery = self._gate.tutors(), self._gate.has_recovery
        except KeyFileError as error:
            self._page.banner.say(". ".join(opening_trouble(error)))
            return
        self._list.rows.clear()
        for tutor in tutors:
            self._list.rows.add(self._card(tutor))
        tries = tries_words(self._gate.tries_before)
        self._tries.setText(tries)
        self._tries.setVisible(bool(tries))
        self._show_recovery(has_recovery)

    def _card(self, tutor: Tutor) -> Card:
        look = self._look
        if tutor.me:
            button = SmallButton(look, _("Vaihda salalauseeni"))
            button.clicked.connect(self.wordsRequested)
            name = _("{name} (sinä)").format(name=tutor.name)
        else:
            button = SmallButton(look, _("Poista"))
            button.setAccessibleName(_("Poista: {name}").format(name=tutor.name))
            button.setProperty("tutor", tutor.id)
            button.clicked.connect(self._on_remove)
            name = tutor.name
        return Card(look, Spread(look, Strong(look, name), button), padding=14)

    def _show_recovery(self, has_recovery: bool) -> None:
        look = self._look
        self._recovery.rows.clear()
        if has_recovery:
            words = _(
                "Palautusavain on tulostettu. Se avaa tiedot, jos salalause unohtuu.\n"
                "Jos paperi katoaa, tulosta uusi. Vanha paperi lakkaa avaamasta tätä konetta."
            )
            print_new = PlainButton(look, _("Tulosta uusi palautusavain"))
            self._recovery.rows.add(Body(look, words))
        else:
            title = _("Palautusavainta ei ole vielä")
            words = _("Jos kaikki salalauseet unohtuvat, tiedot eivät aukea. Tulosta avain nyt.")
            print_new = PlainButton(look, _("Tulosta palautusavain"))
            card = AttentionCard(look, Strong(look, title), Body(look, words), padding=16)
            self._recovery.rows.add(card)
        self._recovery.rows.add(print_new)
        print_new.clicked.connect(self.recoveryRequested)

    def _on_minutes(self, minutes: str) -> None:
        try:
            self._idle.choose(int(minutes))
        except StoreError as error:
            self._page.banner.say(". ".join(opening_trouble(error)))

    def _on_remove(self) -> None:
        self.removeRequested.emit(str(self.sender().property("tutor")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)
