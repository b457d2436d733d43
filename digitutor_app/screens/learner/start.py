"""The start page of a shared laptop: Aloita, and the cards of those who were here before."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.code_picture import code_picture
from digitutor_app.screens.frame import LearnerTop
from digitutor_app.store.cards import PersonOnStart
from digitutor_app.ui_kit.buttons import LinkButton, MainButton, PlainButton
from digitutor_app.ui_kit.card import AccentCard
from digitutor_app.ui_kit.card_button import CardButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import CardGrid
from digitutor_app.ui_kit.labels import Heading, Label, Muted, Strong, Title
from digitutor_app.ui_kit.look import Look, Role
from digitutor_app.ui_kit.page import Page
from digitutor_app.ui_kit.spread import Spread
from digitutor_app.ui_kit.two_pane import TwoPane

if TYPE_CHECKING:
    from digitutor_app.domain.people import Person
    from digitutor_app.screens.invitation import Invitation


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
        self._rehearsal: Strong | None = None
        self._invited: Invitation | None = None
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
        self._both = TwoPane(look, self._welcome(), self._returning(), shares=(6, 5), gap=28)
        page.rows.add(self._both)
        page.rows.add(self._cards, gap_before=14)
        page.rows.add_space()
        tutor = LinkButton(look, _("Tutorille"))
        tutor.clicked.connect(self.tutorRequested)
        page.rows.add(Spread(look, self._calm, tutor))
        return page

    def show_invitation(self, event: str) -> None:
        """Offer to join the workshop of the stick, told in a few words; "" takes the offer away."""
        if event:
            self._made_invitation().show_event(event)
        elif self._invited is not None:
            self._invited.hide()

    def _made_invitation(self) -> "Invitation":
        """Most laptops most of the time invite to nothing."""
        if self._invited is None:
            from digitutor_app.screens.invitation import Invitation

            self._invited = Invitation(self._look)
            self._invited.joinRequested.connect(self.joinRequested)
            self.page.rows.insertWidget(0 if self._rehearsal is None else 1, self._invited)
            # For keyboard and screen reader too it comes before what was there earlier.
            self._invited.stackUnder(self._both)
        return self._invited

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
        if self._rehearsal is None:
            self._rehearsal = Strong(self._look, _("Harjoituskierros: mikään ei jää talteen"))
            self.page.rows.insertWidget(0, self._rehearsal)
            self._rehearsal.lower()

    def show_people(self, people: Sequence[PersonOnStart], cut_off: "Person | None" = None) -> None:
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
