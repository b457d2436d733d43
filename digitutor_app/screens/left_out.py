"""The notice about exercises that a mistake in their folder keeps out."""

from collections.abc import Sequence

from digitutor_app.content.errors import ContentError
from digitutor_app.i18n import _, ngettext
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.fold import Fold
from digitutor_app.ui_kit.labels import Body, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.rows import RowList


class LeftOutCard(Card):
    """Shows how many are left out; folded below, for the author: folder, place, what was expected.

    Emits nothing.
    """

    def __init__(self, look: Look, problems: Sequence[ContentError]) -> None:
        count = len(problems)
        if count == 1:
            title = _("Yksi harjoitus on jätetty pois")
        else:
            title = ngettext(
                "{count} harjoitus on jätetty pois", "{count} harjoitusta on jätetty pois", count
            ).format(count=count)
        rows = RowList(look)
        for problem in problems:
            rows.add(
                _("Kansio: {folder}\nPaikka: {file}, {place}\nOdotettiin: {expected}").format(
                    folder=problem.folder,
                    file=problem.file.name,
                    place=problem.place,
                    expected=problem.expected,
                )
            )
        fold = Fold(look, rows, open_verb=_("Näytä tarkemmin"), close_verb=_("Piilota"))
        super().__init__(
            look,
            Strong(look, title),
            Body(
                look,
                _(
                    "Muut harjoitukset toimivat tavalliseen tapaan.\n"
                    "Kerro tästä sille, joka tekee harjoituksia."
                ),
            ),
            fold,
            padding=16,
        )
        self.rows.setSpacing(4)
