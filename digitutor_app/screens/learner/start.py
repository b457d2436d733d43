"""The start page of a shared laptop: Aloita, and the cards of those who were here before."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitutor_app.domain.people import Person
from digitutor_app.i18n import _
from digitutor_app.screens.code_picture import code_picture
from digitutor_app.screens.frame import LearnerTop
from digitutor_app.store.cards import PersonOnStart
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.buttons import LinkButton, MainButton, PlainButton
from digitutor_app.ui_kit.card import AccentCard, SoftCard
from digitutor_app.ui_kit.card_button import CardButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import CardGrid
from digitutor_app.ui_kit.labels import Heading, Label, Muted, Strong, Title
from digitutor_app.ui_kit.look import Look, Role
from digitutor_app.ui_kit.page import Page
from digitutor_app.ui_kit.spread import Spread
from digitutor_app.ui_kit.two_pane import TwoPane


class StartScreen(QWidget):
    """Shows Aloita, the cards of known people and, after a power cut, the one who was cut off.

    Emits wishes: ``startRequested``, ``cardRequested(person id)``, ``codeRequested``,
    ``tutorRequested``, ``languageRequested(code)``; while a workshop's stick is there also
    ``joinRequested``.
    """

    startRequested = Signal()
    cardRequested = Signal(str)
    codeRequested = Signal()
    tutorRequested = Signal()
    languageRequested = Signal(str)
    joinRequested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cards = CardGrid(look, narrowest=270)
        self._interrupted: CardButton | None = None
        self._calm = Label(look, "", Role.DETAIL, tone="muted", longest=100)
        self.page = self._build()
        self.show_laptop("")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)

    def _build(self) -> Page:
        look = self._look
        top = LearnerTop(look, _("Digitaitojen perusteet"))
        top.languageRequested.connect(self.languageRequested)
        page = Page(look, top)
        self._rehearsal = Strong(look, _("Harjoituskierros: mikään ei jää talteen"))
        self._rehearsal.hide()
        page.rows.add(self._rehearsal)
        page.rows.add(self._invitation())
        both = TwoPane(look, self._welcome(), self._returning(), shares=(6, 5), gap=28)
        page.rows.add(both)
        page.rows.add(self._cards, gap_before=14)
        page.rows.add_space()
        tutor = LinkButton(look, _("Tutorille"))
        tutor.clicked.connect(self.tutorRequested)
        page.rows.add(Spread(look, self._calm, tutor))
        return page

    def _invitation(self) -> SoftCard:
        look = self._look
        self._event = Label(look, "", longest=100)
        join = PlainButton(look, _("Liity työpajaan"))
        join.clicked.connect(self.joinRequested)
        words = Column(Strong(look, _("Työpajan tikku on paikallaan")), self._event, gap=2)
        self._invited = SoftCard(look, Spread(look, words, join), padding=14)
        self._invited.hide()
        return self._invited

    def show_invitation(self, event: str) -> None:
        """Offer to join the workshop of the stick, told in a few words; "" takes the offer away."""
        appears = bool(event) and self._invited.isHidden()
        self._event.setText(event)
        self._invited.setVisible(bool(event))
        if appears:
            announce(self, _("Työpajan tikku on paikallaan") + f". {event}")

    def _welcome(self) -> AccentCard:
        look = self._look
        self.start = MainButton(look, _("Aloita"))
        self.start.clicked.connect(self.startRequested)
        card = AccentCard(look, Title(look, _("Tervetuloa")))
        card.rows.add(Muted(look, _("Aloita tästä. Nimeä ei tarvita. Mitään ei voi rikkoa.")))
        card.rows.add(self.start)
        return card

    def _returning(self) -> Column:
        look = self._look
        code = PlainButton(look, _("Kirjoitan koodin"))
        code.clicked.connect(self.codeRequested)
        return Column(
            Heading(look, _("Olitko täällä aiemmin?")),
            Muted(look, _("Napsauta omaa korttiasi tai kirjoita koodisi.")),
            code,
        )

    def show_laptop(self, number: str) -> None:
        """The laptop's number on the table, "" for none."""
        here = _("Kone {number}").format(number=number) + " · " if number else ""
        calm = _("Ohjelma ei käytä verkkoa. Voit lopettaa milloin vain.")
        self._calm.setText(here + calm)

    def show_rehearsal(self) -> None:
        """Say that nothing counts: the laptop takes part in a rehearsal."""
        self._rehearsal.show()

    def show_people(self, people: Sequence[PersonOnStart], cut_off: Person | None = None) -> None:
        """Put the cards; ``cut_off`` is somebody without a code whose visit is still open."""
        self._cards.clear()
        if cut_off is not None:
            self._add_card(cut_off.id, _("Jatka tästä"), _("Harjoitus jäi kesken."), "")
        for person in people:
            name = person.first_name or person.code
            detail = person.code if person.first_name else ""
            self._add_card(person.id, name, detail, person.code)

    def _add_card(self, person_id: str, name: str, detail: str, code: str) -> None:
        card = CardButton(self._look, name, detail, code_picture(code))
        card.setProperty("person", person_id)
        card.clicked.connect(self._on_card)
        self._cards.add(card)

    def _on_card(self) -> None:
        card = self.sender()
        if isinstance(card, CardButton):
            self.cardRequested.emit(str(card.property("person")))
