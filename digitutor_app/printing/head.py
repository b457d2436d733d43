"""The head of every sheet: the organisers' logos in a row."""

from collections.abc import Sequence

from digitutor_app.printing.logo import size_of
from digitutor_app.printing.page import Page

#: The highest and widest that a logo may stand, points (14 mm, 46 mm).
_HEIGHT, _WIDTH = 40.0, 130.0
_GAP = 26.0


def draw_logos(page: Page, x: float, y: float, logos: Sequence[bytes]) -> float:
    """Draw the logos side by side from ``x``, in a strip below ``y``; returns the strip's height.

    Each keeps its shape; all stand in the middle of the strip. 0 when there is none.
    """
    places = [_place(png) for png in logos]
    tallest = max((height for _, height in places), default=0.0)
    for png, (width, height) in zip(logos, places, strict=True):
        page.picture((x, y + (tallest - height) / 2), width, height, png)
        x += width + _GAP
    return tallest


def width_of(logos: Sequence[bytes]) -> float:
    """How wide the row of logos is, points."""
    return sum(_place(png)[0] + _GAP for png in logos) - _GAP if logos else 0.0


def _place(png: bytes) -> tuple[float, float]:
    size = size_of(png)
    scale = min(_HEIGHT / size.height, _WIDTH / size.width)
    return size.width * scale, size.height * scale
