"""Valmistele tikku: which stick, which workshop; then it is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.workshops import Workshop
from digitutor_app.exchange.stick.sheet import Sheet
from digitutor_app.i18n import _
from digitutor_app.i18n.formats import short_date
from digitutor_app.screens.data_page import DataPage
from digitutor_app.screens.exchange_words import event_words
from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.choices import Choices
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Body, Heading, Muted
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.tick_box import TickBox
from digitutor_app.ui_kit.two_pane import TwoPane

#: So many workshops are offered.
MOST = 4


@dataclass(frozen=True, slots=True)
class StickSeen:
    """A place that may be a stick, and the workshop that lies on it already."""

    root: Path
    sheet: Sheet | None = None

    @property
    def name(self) -> str:
        return self.root.name or str(self.root)


class PrepareStickScreen(DataPage):
    """Shows sticks and workshops to choose from. Emits ``prepareRequested(root, Workshop,
    rehearsal)``, ``folderRequested`` for a place that was not found, ``lookRequested``,
    ``workshopsRequested`` and ``backRequested``."""

    prepareRequested = Signal(object, object, bool)
    folderRequested = Signal()
    lookRequested = Signal()
    workshopsRequested = Signal()

    def __init__(self, look: Look, workshops: Sequence[Workshop]) -> None:
        """``workshops``: the one to offer first stands first."""
        super().__init__(look, _("Valmistele tikku"))
        self._workshops = list(workshops)[:MOST]
        self._seen: list[StickSeen] = []
        self._sticks: Choices | None = None
        self._place = Column(gap=10)
        self._lies_there = Muted(look)
        #: The stick that has just been written, and what is said of it.
        self._written: Path | None = None
        self._said: list[str] = []
        self._build()
        self.show_sticks([])

    def show_sticks(self, seen: Sequence[StickSeen], chosen: Path | None = None) -> None:
        """Offer these places; ``chosen`` (or the only one) holds."""
        look = self.look
        self._seen = list(seen)
        self._follow_written()
        self._place.rows.clear()
        self._sticks = None
        if seen:
            roots = [one.root for one in seen]
            only = roots[0] if len(seen) == 1 else None
            current = chosen if chosen in roots else only
            named = [(str(number), one.name) for number, one in enumerate(seen)]
            held = str(roots.index(current)) if current in roots and current else ""
            self._sticks = Choices(look, named, held)
            self._sticks.chosen.connect(self._on_stick)
            self._place.rows.add(self._sticks)
        else:
            words = _("Laita tikku koneeseen. Se ilmestyy tähän.")
            self._place.rows.add(Body(look, words))
        self._on_stick()

    @property
    def root(self) -> Path | None:
        """The place that holds."""
        key = "" if self._sticks is None else self._sticks.current
        return self._seen[int(key)].root if key else None

    def say_done(self, program: str) -> None:
        """The stick is ready; ``program`` says in a line whether the program is on it."""
        self._written = self.root
        self._said = [_("Vie tikku jokaiselle koneelle. Paina siellä Liity työpajaan."), program]
        self.tell(_("Tikku on valmis. Voit ottaa sen irti."), self._said)
        self._on_stick()

    def _build(self) -> None:
        look = self.look
        other = PlainButton(look, _("Valitse kansio"))
        other.clicked.connect(self.folderRequested)
        left = Column(Heading(look, _("Tikku")), self._place, self._lies_there, other, gap=12)
        self._main: MainButton | None = None
        self._choice: Choices | None = None
        right = Column(Heading(look, _("Työpaja")), *self._build_workshop(), gap=12)
        self.parts.rows.add(TwoPane(look, left, right, shares=(1, 1), gap=40))

    def _build_workshop(self) -> list[QWidget]:
        look = self.look
        if not self._workshops:
            write = PlainButton(look, _("Kirjaa työpaja"))
            write.clicked.connect(self.workshopsRequested)
            return [Body(look, _("Kirjaa ensin työpaja: nimi, paikka ja päivä.")), write]
        named = [(w.id, _workshop(w)) for w in self._workshops]
        self._choice = Choices(look, named, self._workshops[0].id)
        self._choice.chosen.connect(self._on_other)
        self._rehearsal = TickBox(look, _("Harjoituskierros: mikään ei jää talteen"))
        self._rehearsal.toggled.connect(self._on_other)
        self._main = MainButton(look, _("Kirjoita tikulle"))
        self._main.clicked.connect(self._on_main)
        return [self._choice, self._rehearsal, self._main]

    def _follow_written(self) -> None:
        """Once it is out nothing says any more that it may be taken out."""
        if self._written is not None and all(one.root != self._written for one in self._seen):
            self._written = None
            self.tell(_("Tikku on valmis."), self._said)

    def _forget_written(self) -> None:
        if self._said:
            self._written, self._said = None, []
            self.ready()

    def _on_other(self, _what: object) -> None:
        """Something else is to be written."""
        self._forget_written()
        self._on_stick()

    def _on_stick(self, _key: str = "") -> None:
        root = self.root
        sheet = next((one.sheet for one in self._seen if one.root == root), None)
        written = root is not None and root == self._written
        if root is not None and not written:
            self._forget_written()
        words = ""
        if sheet is not None and not written:
            words = _(
                "Tikulla on jo työpaja ({workshop}). Uusi tulee sen tilalle. "
                "Koneiden tiedot säilyvät tikulla."
            ).format(workshop=event_words(sheet))
        self._lies_there.setText(words)
        self._lies_there.setVisible(bool(words))
        if self._main is not None:
            self._main.setVisible(not written)
            self._main.setEnabled(root is not None)

    def _on_main(self) -> None:
        key = "" if self._choice is None else self._choice.current
        workshop = next((w for w in self._workshops if w.id == key), None)
        if self.root is not None and workshop is not None and not self.working:
            self.prepareRequested.emit(self.root, workshop, self._rehearsal.isChecked())


def _workshop(workshop: Workshop) -> str:
    parts = (workshop.name, workshop.place, short_date(workshop.day))
    return " · ".join(part for part in parts if part)
