"""Jaettu kansio: chosen once; what the laptops put there comes by itself."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal

from digitutor_app.domain.errors import WorldError
from digitutor_app.i18n import _
from digitutor_app.i18n.formats import clock_time
from digitutor_app.screens import board_words, collect_words
from digitutor_app.screens.data_page import DataPage
from digitutor_app.screens.exchange_words import folder_trouble
from digitutor_app.services.collected import Collected
from digitutor_app.services.following import Heard
from digitutor_app.ui_kit.buttons import PlainButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Heading, Muted, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.tick_box import TickBox
from digitutor_app.ui_kit.two_pane import TwoPane


class FolderScreen(DataPage):
    """Shows the folder, the switch, and what has come. Emits ``folderRequested``,
    ``noFolderRequested``, ``switched(on)`` and ``backRequested``."""

    folderRequested = Signal()
    noFolderRequested = Signal()
    switched = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Jaettu kansio"))
        what = _(
            "Kansio voi olla verkkolevyllä tai pilvessä, johon koneilla on pääsy.\n"
            "Valitse sama kansio harjoituskoneiden sivulla Tämä kone."
        )
        self._path = Strong(look)
        self._choose = PlainButton(look, _("Valitse kansio"))
        self._none = PlainButton(look, _("Älä käytä kansiota"))
        self._switch = TickBox(look, _("Tuo uudet tiedot itse"))
        self._came = Column(gap=8)
        self._choose.clicked.connect(self.folderRequested)
        self._none.clicked.connect(self.noFolderRequested)
        self._switch.toggled.connect(self._on_switch)
        left = Column(
            Heading(look, _("Kansio")),
            Body(look, what),
            self._path,
            Flow(self._choose, self._none),
            self._switch,
            gap=12,
        )
        right = Column(Heading(look, _("Mitä kansiosta on tullut")), self._came, gap=12)
        self.parts.rows.add(TwoPane(look, left, right, shares=(1, 1), gap=40))
        self._shows = False

    def show_folder(self, folder: Path | None, *, on: bool) -> None:
        """Show the folder, and whether new data is taken in by itself."""
        self.ready()
        self._path.setText(str(folder) if folder else _("Kansiota ei ole valittu."))
        self._choose.set_text(_("Vaihda kansio") if folder else _("Valitse kansio"))
        self._none.setVisible(folder is not None)
        self._switch.setEnabled(folder is not None)
        self._shows = True
        self._switch.setChecked(on)
        self._shows = False

    def show_came(
        self,
        came: Collected | None,
        at: datetime | None,
        heard: Iterable[Heard],
        numbers: Mapping[str, int],
    ) -> None:
        """Show what has come the last time, and how new it is."""
        look, rows = self.look, self._came.rows
        rows.clear()
        if came is None or at is None:
            rows.add(Body(look, _("Ei vielä mitään.")))
            return
        looked = _("Ohjelma luki kansion klo {time}.").format(time=clock_time(at))
        rows.add(Body(look, looked))
        if came.arrived:
            for sentence in collect_words.told(came):
                rows.add(Body(look, sentence))
        fresh = board_words.fresh(heard)
        if fresh:
            rows.add(Body(look, fresh))
        for sentence in collect_words.refusals(came.refused, numbers):
            rows.add(Muted(look, sentence))
        if collect_words.strangers(came.refused):
            words = _("Kansiossa on tuntemattoman koneen tiedosto. Esittele se: Tuo tiedot.")
            rows.add(Muted(look, words))

    def show_trouble(self, trouble: WorldError | None, *, silent: bool) -> None:
        """Say why the folder cannot be read now, or that it does not answer."""
        if not silent and trouble is None:
            self.ready()
        elif silent or trouble is not None:
            self.warn(*folder_trouble(None if silent else trouble))

    def _on_switch(self, on: bool) -> None:
        if not self._shows:
            self.switched.emit(on)
