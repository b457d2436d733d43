"""How a screen is looked at: language, window, text, theme."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from digitutor_app.i18n import MASTER, languages
from digitutor_app.ui_kit.theme import THEMES

#: A usual laptop, and the same one where the system enlarges everything; logical pixels
#: (decisions.md, "Interface").
SIZES: Final = ((1366, 768), (1093, 614))
SCALES: Final = (1.0, 2.0)


@dataclass(frozen=True, slots=True)
class View:
    """One way to look; ``theme`` is a key of ui_kit.theme.THEMES."""

    language: str = MASTER
    size: tuple[int, int] = SIZES[0]
    scale: float = 1.0
    theme: str = "light"

    def __str__(self) -> str:
        width, height = self.size
        return f"{self.language}-{width}x{height}-{self.scale:.0%}-{self.theme}".replace("%", "pct")


def every_view() -> Iterator[View]:
    """Each language that is ready, in each window, text size and theme."""
    for language in (found.code for found in languages.found() if found.ready):
        for theme in THEMES:
            for size in SIZES:
                for scale in SCALES:
                    yield View(language, size, scale, theme)
