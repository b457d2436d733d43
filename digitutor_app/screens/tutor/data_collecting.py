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
    """Shows that the stick must stay, then what came from it, or a trouble.

    ``folder``: somebody has pointed at a folder, which may lie anywhere.
    """

    def __init__(self, look: Look, *, folder: bool = False) -> None:
        self._folder = folder
        waiting = _("Tuon tietoja tikulta. Älä ota tikkua vielä irti.")
        if folder:
            waiting = _("Tuon tietoja kansiosta. Jos se on tikulla, älä ota tikkua vielä irti.")
        super().__init__(look, waiting)

    def show_done(self, collected: Collected, numbers: Mapping[str, int]) -> None:
        """Everything is here, and the stick holds the receipts; ``numbers`` by public key."""
        look = self.look
        told = collect_words.told(collected, looked=self._folder)
        refused = collect_words.refusals(collected.refused, numbers)
        if collect_words.strangers(collected.refused):
            words = _(
                "Tuntemattoman koneen tiedosto jäi tikulle. Esittele kone kohdassa Tuo tiedot."
            )
            if self._folder:
                words = _(
                    "Tuntemattoman koneen tiedosto jäi kansioon. Esittele kone kohdassa Tuo tiedot."
                )
            refused.append(words)
        large = 1 + bool(collected.missing) + bool(collected.behind)
        if self._folder:
            told.insert(large, _("Jos kansio on tikulla, voit ottaa tikun irti."))
        sentences = Column(
            *(Label(look, one, Role.LEAD) for one in told[:large]),
            *(Body(look, one) for one in told[large:]),
            *(Muted(look, one) for one in refused),
            gap=8,
        )
        title = _("Keruu on valmis") if self._folder else _("Voit ottaa tikun irti")
        tick = self.mark(MarkKind.TICK, _("Valmis"), "accent", _TICK_POINTS)
        head = Flow(tick, Label(look, title, Role.CALL), gap=28)
        self.show_good_end(" ".join([f"{title}.", *told, *refused]), head, sentences)
