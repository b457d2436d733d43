"""The choice of a workshop above a page that needs one."""

from collections.abc import Sequence

from digitutor_app.domain.workshops import Workshop
from digitutor_app.i18n.formats import short_date
from digitutor_app.ui_kit.choices import Choices, ChoiceShape
from digitutor_app.ui_kit.look import Look


def workshop_tabs(look: Look, workshops: Sequence[Workshop], current: str) -> Choices:
    """One tab for each workshop, by its id; ``current`` is the id that holds."""
    named = [(w.id, f"{w.name}, {_whole(short_date(w.day))}") for w in workshops]
    return Choices(look, named, current, ChoiceShape.TAB)


def _whole(day: str) -> str:
    """The day in one piece: no line ends between weekday and date."""
    return day.replace(" ", "\u00a0")
