"""Koneet: the laptops of today's workshop, those who are missing first."""

from PySide6.QtCore import Signal

from digitutor_app.i18n import _, ngettext
from digitutor_app.screens import collect_words
from digitutor_app.screens.data_page import DataPage
from digitutor_app.services.laptops_known import LaptopSeen, Room
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Heading, Muted
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.marks import MarkKind
from digitutor_app.ui_kit.rows import Row
from digitutor_app.ui_kit.two_pane import TwoPane


class LaptopsScreen(DataPage):
    """Shows each laptop: its number, when it was last heard of, whether it has confirmed the
    erasures. Emits ``givenBackRequested`` (the laptops that were given back) and
    ``backRequested``."""

    givenBackRequested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Koneet"))
        self.work(_("Luen tietoja…"))

    def show_room(self, room: Room) -> None:
        """Show these laptops."""
        self.ready()
        look, rows = self.look, self.parts.rows
        rows.clear()
        if room.laptops:
            self._show_laptops(room)
        else:
            self._show_nobody()
        if room.laptops or room.others or room.given_back:
            given_back = SmallButton(look, _("Palautetut koneet"))
            given_back.clicked.connect(self.givenBackRequested)
            rows.add(Flow(given_back))

    def _show_nobody(self) -> None:
        words = _(
            "Valmistele tikku ja käytä sitä jokaisessa koneessa.\n"
            "Kone näkyy tässä, kun tuot tikun takaisin."
        )
        self.parts.rows.add(Heading(self.look, _("Yksikään kone ei ole nyt mukana")))
        self.parts.rows.add(Body(self.look, words))

    def _show_laptops(self, room: Room) -> None:
        look, rows = self.look, self.parts.rows
        rows.add(Heading(look, room.workshop or _("Kaikki koneet")))
        if room.workshop:
            done = _("Kaikilta koneilta on tullut tietoja tänään.")
            rows.add(Body(look, collect_words.missing(room.missing) or done))
        laptops = [self._row(laptop) for laptop in room.laptops]
        half = (len(laptops) + 1) // 2
        left, right = Column(*laptops[:half], gap=0), Column(*laptops[half:], gap=0)
        rows.add(TwoPane(look, left, right, gap=48, gap_stacked=0))
        if room.others:
            words = ngettext(
                "Lisäksi {count} kone muista työpajoista.",
                "Lisäksi {count} konetta muista työpajoista.",
                room.others,
            )
            rows.add(Muted(look, words.format(count=room.others)))

    def _row(self, laptop: LaptopSeen) -> Row:
        name = _("Kone {number}").format(number=laptop.number or "?")
        heard = collect_words.last_heard(laptop)
        if laptop.heard is None:
            return Row(self.look, name, heard, MarkKind.ATTENTION)
        detail = "" if laptop.forgot else _("Ei ole vielä vahvistanut poistoja")
        kind = MarkKind.TICK if laptop.today else MarkKind.ATTENTION
        return Row(self.look, name, heard, kind, detail=detail)
