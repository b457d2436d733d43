"""How roomy a progress sheet is set: as it looks best, or so that more stands on one page."""

from dataclasses import dataclass
from typing import Final

from digitutor_app.printing.page import Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """Lengths in points; the sizes of texts stay (domain/7: 12 to 14 pt on paper).

    ``pen`` is the room above a line for handwriting, 10 mm at least. ``in_pairs``: title and
    logos, days and hours, and the two lists stand side by side where they have room.
    """

    title: Style
    title_y: float
    around_rule: float
    box: float
    pen: float
    fact: float
    above_heading: float
    heading: float
    above_module: float
    row: float
    row_gap: float
    above_list: float
    above_question: float
    in_pairs: bool


ROOMY: Final = Spacing(
    title=Style(32, 38),
    title_y=78.0,
    around_rule=20.0,
    box=88.0,
    pen=34.0,
    fact=19.0,
    above_heading=18.0,
    heading=24.0,
    above_module=7.0,
    row=16.5,
    row_gap=4.0,
    above_list=14.0,
    above_question=12.0,
    in_pairs=False,
)
SNUG: Final = Spacing(
    title=Style(27, 32),
    title_y=60.0,
    around_rule=12.0,
    box=78.0,
    pen=32.6,
    fact=18.0,
    above_heading=9.0,
    heading=22.0,
    above_module=4.0,
    row=15.5,
    row_gap=3.0,
    above_list=10.0,
    above_question=8.0,
    in_pairs=True,
)
