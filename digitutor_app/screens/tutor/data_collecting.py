"""Keruukierros on the tutor's machine: the page over everything while the stick is read."""

from collections.abc import Mapping

from digitutor_app.i18n import _
from digitutor_app.screens import collect_words
from digitutor_app.screens.stick_page import StickPage
from digitutor_app.services.collected import Collected
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Label, Muted
from digitutor_app.ui_kit.look import Look, Role
from digitutor_app.ui_kit.marks import MarkKind

_TICK_POINTS = 60


class CollectingScreen(StickPage):
    """Shows that the stick must stay, then what came from it, or a trouble."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Tuon tietoja tikulta. Älä ota tikkua vielä irti."))

    def show_done(self, collected: Collected, numbers: Mapping[str, int]) -> None:
        """Everything is here, and the stick holds the receipts; ``numbers`` by public key."""
        look = self.look
        told = collect_words.told(collected)
        refused = collect_words.refusals(collected.refused, numbers)
        if collect_words.strangers(collected.refused):
            refused.append(
                _("Tuntemattoman koneen tiedosto jäi tikulle. Esittele kone kohdassa Tuo tiedot.")
            )
        large = 1 + bool(collected.missing) + bool(collected.behind)
        sentences = Column(
            *(Label(look, one, Role.LEAD) for one in told[:large]),
            *(Body(look, one) for one in told[large:]),
            *(Muted(look, one) for one in refused),
            gap=8,
        )
        title = _("Voit ottaa tikun irti")
        tick = self.mark(MarkKind.TICK, _("Valmis"), "accent", _TICK_POINTS)
        head = Flow(tick, Label(look, title, Role.CALL), gap=28)
        self.show_good_end(" ".join([f"{title}.", *told, *refused]), head, sentences)
