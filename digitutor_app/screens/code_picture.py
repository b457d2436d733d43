"""The picture that belongs to a participant code."""

from digitutor_app.domain.codes import COLOURS, parts, picture_name
from digitutor_app.i18n.places import resources
from digitutor_app.ui_kit.picture import Picture

WHITE = "#FFFFFF"


def code_picture(code: str) -> Picture | None:
    """The code's silhouette in its colour; None for somebody without a code."""
    if not code:
        return None
    found = parts(code)
    path = resources() / "codes" / picture_name(found.second)
    return Picture(path, COLOURS[found.first] or WHITE)
