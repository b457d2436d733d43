"""The page over everything else while the laptop delivers to a stick: wait, or pull it out."""

from digitutor_app.i18n import _
from digitutor_app.screens.stick_page import StickPage, beside
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.look import Look, Role
from digitutor_app.ui_kit.marks import MarkKind

#: The tick is as tall as the number beside it, in points.
_TICK_POINTS = 120


class StickScreen(StickPage):
    """Shows that the stick must stay, then a large tick with the laptop's number, or a trouble."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Tallennan tikulle. Älä ota tikkua vielä irti."))

    def show_done(self, number: int) -> None:
        """Everything lies on the stick and has been read back."""
        title = _("Voit ottaa tikun irti")
        sentence = _("Koneen tiedot ovat tikulla. Työ jatkuu siitä, mihin se jäi.")
        tick = self.mark(MarkKind.TICK, _("Valmis"), "accent", _TICK_POINTS)
        large = Label(self.look, str(number), Role.NUMBER, tone="accent")
        large.setAccessibleName(_("Kone {number}").format(number=number))
        whole = beside(tick, large, self.words(title, sentence))
        self.show_good_end(f"{title}. {sentence}", whole)
