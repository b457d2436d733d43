"""The drawn marks of skill states, the same shapes as on the screen: told apart without colour."""

from digitutor_app.domain.skills import SkillState
from digitutor_app.printing.page import BLACK, Page

_OUTLINES = {
    SkillState.GUIDED: ((0.5, 0.06), (1.0, 0.94), (0.0, 0.94)),
    SkillState.ALONE: ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    SkillState.CAN: ((0.08, 0.08), (0.92, 0.08), (0.92, 0.92), (0.08, 0.92)),
}


def draw_mark(page: Page, state: SkillState, x: float, y: float, side: float) -> None:
    """Draw a state's mark into a square with its upper left corner at (x, y)."""
    if state in _OUTLINES:
        page.shape([(x + side * a, y + side * b) for a, b in _OUTLINES[state]])
    else:
        middle = x + side / 2, y + side / 2
        page.ring(middle, side * 0.42, thickness=side * 0.13, colour=BLACK)
