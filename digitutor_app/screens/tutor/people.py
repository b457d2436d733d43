"""Osallistujat: everybody who has a code on this laptop."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import Context
from digitutor_app.services.words import tutor_pages
from digitutor_app.store.cards import PersonOnStart
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.fact_table import FactRow, FactTable
from digitutor_app.ui_kit.fields import TextField
from digitutor_app.ui_kit.labels import Body, Muted
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.side_page import SidePage

#: So many rows are shown at once; a few letters find the others.
MOST: Final = 60


class PeopleScreen(QWidget):
    """Shows names and codes in the order of the names, and a line to find somebody.

    Emits ``personRequested(person id)``, ``pageRequested(key)`` for another page of the menu and
    ``lockRequested``.
    """

    personRequested = Signal(str)
    pageRequested = Signal(str)
    lockRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        parent: QWidget | None = None,
        *,
        pages: Sequence[tuple[str, str]] = (),
    ) -> None:
        """``pages`` are those of the menu, (key, name); the tutor's own unless given."""
        super().__init__(parent)
        self._look = look
        self._context = context
        self._pages = pages or tutor_pages()
        self._people: list[PersonOnStart] = []
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the facts anew; what was searched for stays."""
        try:
            self._people = sorted(self._context.reception.cards(), key=_order)
        except StoreError as error:
            title, sentence = opening_trouble(error)
            self._page.banner.say(f"{title}. {sentence}")
            return
        self._page.banner.clear()
        self._show()

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
        self._table = FactTable(look, (_("Osallistuja"), _("Koodi")), (1, 1))
        self._more = Muted(look)
        for part in (self._search, self._empty, self._nobody, self._table, self._more):
            self._page.rows.add(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)

    def _connect(self) -> None:
        self._lock.clicked.connect(self.lockRequested)
        self._page.chosen.connect(self.pageRequested)
        self._table.picked.connect(self.personRequested)
        self._search.changed.connect(self._on_search)

    def _show(self) -> None:
        wanted = self._search.text().casefold().split()
        found = [p for p in self._people if all(w in _letters(p) for w in wanted)]
        self._table.show_rows([_row(person) for person in found[:MOST]])
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


def _row(person: PersonOnStart) -> FactRow:
    if person.first_name:
        return FactRow(person.id, (person.first_name, person.code))
    return FactRow(person.id, (person.code, ""))
