"""Keruu: what came in the last round, and what was put aside, with the reason."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from digitutor_app.i18n import _, ngettext
from digitutor_app.i18n.formats import clock_time, short_date
from digitutor_app.screens import collect_words
from digitutor_app.screens.data_page import DataPage
from digitutor_app.services.collected import Collected
from digitutor_app.store.merging_aside import PutAside
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Body, Heading, Muted
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.rows import Row
from digitutor_app.ui_kit.two_pane import TwoPane

#: So many rows that were put aside are shown.
MOST = 50


class CollectedScreen(DataPage):
    """Shows the last round and the rows that were put aside. Emits ``backRequested``."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Keruu"))
        self._round = Column(gap=10)
        self._aside = Column(gap=6)
        self.parts.rows.add(TwoPane(look, self._round, self._aside, shares=(1, 1), gap=40))

    def show_round(
        self, collected: Collected | None, at: datetime | None, numbers: Mapping[str, int]
    ) -> None:
        """Show what came the last time; ``numbers`` of the laptops by public key."""
        look, rows = self.look, self._round.rows
        rows.clear()
        if collected is None or at is None:
            rows.add(Heading(look, _("Tässä istunnossa ei ole vielä kerätty")))
            rows.add(
                Body(
                    look,
                    _(
                        "Käy tikun kanssa jokaisella koneella.\n"
                        "Laita tikku sitten tähän koneeseen. Ohjelma tuo tiedot itse."
                    ),
                )
            )
            return
        when = _("Viimeksi {day} klo {time}").format(day=short_date(at.date()), time=clock_time(at))
        rows.add(Heading(look, when))
        for sentence in collect_words.told(collected):
            rows.add(Body(look, sentence))
        for sentence in collect_words.refusals(collected.refused, numbers):
            rows.add(Muted(look, sentence))
        if collect_words.strangers(collected.refused):
            words = _(
                "Mukana oli tuntemattoman koneen tiedosto. Esittele kone kohdassa Tuo tiedot."
            )
            rows.add(Muted(look, words))

    def show_aside(self, found: Sequence[tuple[PutAside, datetime]]) -> None:
        """Show what was not taken in, the newest first."""
        look, rows = self.look, self._aside.rows
        rows.clear()
        rows.add(Heading(look, _("Sivuun jääneet tiedot")))
        if not found:
            rows.add(Muted(look, _("Mitään ei ole jäänyt sivuun.")))
            return
        safe = _("Muut tiedot tulivat perille. Sivuun jäänyt tulee mukaan, jos se tulee ehjänä.")
        rows.add(Muted(look, safe))
        for row, at in found[:MOST]:
            what, why = collect_words.aside(row, at)
            rows.add(Row(look, what, detail=why))
        more = len(found) - MOST
        if more > 0:
            words = ngettext("Lisäksi {count} tieto.", "Lisäksi {count} tietoa.", more)
            rows.add(Muted(look, words.format(count=more)))
