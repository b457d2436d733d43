"""A hand on the practice computer gets as much room and time as on the program's own buttons."""

from digitutor_app.room_kit.touch import Touch
from digitutor_app.ui_kit.press_guard import Patience


def be_patient(touch: Touch, patience: Patience) -> None:
    """Take these tolerances from now on; a press that has begun is judged by them too."""
    touch.slack = patience.slack
    touch.double_ms = patience.double_ms
    touch.double_slack = patience.double_slack
    touch.deaf_ms = patience.deaf_ms
