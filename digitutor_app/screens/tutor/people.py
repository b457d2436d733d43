"""Osallistujat: everybody who has a code on this laptop, or on any of them where a tutor looks."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.erasing_words import due_word
from digitutor_app.screens.same_person_card import SamePersonCard
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.words import tutor_pages
from digitutor_app.store.cards import PersonOnStart
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.fact_table import FactRow, FactTable
from digitutor_app.ui_kit.fields import TextField
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Muted
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import fill
from digitutor_app.ui_kit.side_page import SidePage

#: So many rows are shown at once; a few letters find the others.
MOST: Final = 60


class PeopleScreen(QWidget):
    """Shows names and codes in the order of the names, and a line to find somebody.

    With ``tutor`` (the open store) also those who came from other laptops, whether two of them are
    the same person, and whose data will be erased. Emits ``personRequested(person id)``,
    ``joinedRequested`` and ``erasuresRequested`` for the pages about those, ``pageRequested(key)``
    for another page of the menu and ``lockRequested``.
    """

    personRequested = Signal(str)
    joinedRequested = Signal()
    erasuresRequested = Signal()
    pageRequested = Signal(str)
    lockRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        parent: QWidget | None = None,
        *,
        tutor: TutorContext | None = None,
        pages: Sequence[tuple[str, str]] = (),
    ) -> None:
        """``pages`` are those of the menu, (key, name); the tutor's own unless given."""
        super().__init__(parent)
        self._look = look
        self._context = context
        self._tutor = tutor
        self._pages = pages or tutor_pages()
        self._people: list[PersonOnStart] = []
        self._due: dict[str, str] = {}
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the facts anew; what was searched for stays."""
        try:
            self._read()
        except StoreError as error:
            title, sentence = opening_trouble(error)
            self._page.banner.say(f"{title}. {sentence}")
            return
        self._page.banner.clear()
        self._show()

    def _read(self) -> None:
        if self._tutor is None or self._question is None:
            self._people = sorted(self._context.reception.cards(), key=_order)
            return
        people = self._context.worker.ask(lambda store: store.people.everyone_with_code())
        self._people = sorted(people, key=_order)
        waiting = self._tutor.erasing.pending()
        self._due = {pending.person.id: due_word(pending) for pending in waiting}
        self._question.refresh()
        joined = self._tutor.same_person.count_joined()
        erased = self._tutor.erasing.confirmed().people
        self._joined.set_text(_("Yhdistetyt henkilöt ({count})").format(count=joined))
        self._joined.setVisible(joined > 0)
        words = _("Poistot ({count})") if waiting else _("Poistot")
        self._erasures.set_text(words.format(count=len(waiting)))
        self._erasures.setVisible(bool(waiting or erased))
        self._ways.setVisible(joined > 0 or bool(waiting or erased))

    def _build(self) -> None:
        look = self._look
        self._lock = SmallButton(look, _("Lukitse"))
        self._page = SidePage(
            look, TopBar(look, _("Osallistujat"), self._lock), self._pages, "people"
        )
        self._search = TextField(look, _("Etsi nimellä tai koodilla"))
        self._empty = Body(
            look,
            _(
                "Kukaan ei ole vielä ottanut koodia tällä koneella.\n"
                "Osallistuja saa koodin ensimmäisen harjoituksen jälkeen."
            ),
        )
        self._nobody = Body(look, _("Näillä kirjaimilla ei löydy ketään. Kirjoita vähemmän."))
        self._table = FactTable(look, (_("Osallistuja"), _("Koodi"), ""), (3, 3, 2))
        self._more = Muted(look)
        self._question: SamePersonCard | None = None
        self._joined, self._erasures = SmallButton(look, ""), SmallButton(look, "")
        self._ways = Flow(self._joined, self._erasures)
        self._ways.hide()
        if self._tutor is not None:
            self._question = SamePersonCard(look, self._tutor.same_person)
            self._page.rows.add(self._question)
        for part in (self._search, self._ways, self._empty, self._nobody, self._table, self._more):
            self._page.rows.add(part)
        fill(self, self._page)

    def _connect(self) -> None:
        self._lock.clicked.connect(self.lockRequested)
        self._page.chosen.connect(self.pageRequested)
        self._table.picked.connect(self.personRequested)
        self._search.changed.connect(self._on_search)
        self._joined.clicked.connect(self.joinedRequested)
        self._erasures.clicked.connect(self.erasuresRequested)
        if self._question is not None:
            self._question.changed.connect(self.refresh)
            self._question.troubled.connect(self._page.banner.say)

    def _show(self) -> None:
        wanted = self._search.text().casefold().split()
        found = [p for p in self._people if all(w in _letters(p) for w in wanted)]
        self._table.show_rows(
            [_row(person, self._due.get(person.id, "")) for person in found[:MOST]]
        )
        self._search.setVisible(bool(self._people))
        self._empty.setVisible(not self._people)
        self._nobody.setVisible(bool(self._people) and not found)
        self._table.setVisible(bool(found))
        more = len(found) - MOST
        self._more.setVisible(more > 0)
        self._more.setText(
            _("Lisäksi {count}. Kirjoita yllä nimen alkua.").format(count=more) if more > 0 else ""
        )

    def _on_search(self, _text: str) -> None:
        self._show()


def _order(person: PersonOnStart) -> tuple[str, str]:
    return (person.first_name or person.code).casefold(), person.code


def _letters(person: PersonOnStart) -> str:
    return f"{person.first_name} {person.code}".casefold()


def _row(person: PersonOnStart, due: str) -> FactRow:
    if person.first_name:
        return FactRow(person.id, (person.first_name, person.code, due))
    return FactRow(person.id, (person.code, "", due))
