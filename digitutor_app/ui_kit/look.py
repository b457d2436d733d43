"""The look that the widgets of a window share: theme, text scale, typeface."""

import math
from dataclasses import replace
from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette, Qt
from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.domain.display import TEXT_SIZES, USUAL, Display
from digitutor_app.ui_kit.fonts import FAMILY
from digitutor_app.ui_kit.press_guard import CALM, PressGuard
from digitutor_app.ui_kit.press_guard import USUAL as STEADY
from digitutor_app.ui_kit.theme import DARK, HIGH_CONTRAST, LIGHT, THEMES, Theme
from digitutor_app.ui_kit.typesetting import LONGEST_LINE, SetText, set_text, widest_word

SCALES: Final = tuple(size / 100 for size in TEXT_SIZES)
#: From this text scale on, what stands side by side stands one above the other.
STACKING_SCALE: Final = 1.5
#: A width that asks for no line break.
UNBOUND: Final = 1_000_000
#: No text on a screen is ever smaller: 12 pt in logical pixels (domain/7, "Text size").
SMALLEST: Final = 16
_PIXELS_PER_POINT: Final = 96 / 72
_MOST_REMEMBERED: Final = 4000


class Role(Enum):
    """What a text is for: size in points at 100 %, bold or not, line height as a share of the size.

    CALL and NUMBER are read from across the room and do not grow with the text scale.
    """

    SMALL = ("small", 12.0, False, 1.4)
    DETAIL = ("detail", 12.75, False, 1.4)
    BODY = ("body", 14.0, False, 1.45)
    STRONG = ("strong", 14.0, True, 1.45)
    LARGE = ("large", 16.5, False, 1.45)
    BUTTON = ("button", 14.0, False, 1.25)
    BUTTON_STRONG = ("button_strong", 14.0, True, 1.25)
    MAIN_BUTTON = ("main_button", 16.0, True, 1.25)
    BAR = ("bar", 16.0, True, 1.25)
    HEADING = ("heading", 18.0, True, 1.3)
    INSTRUCTION = ("instruction", 21.0, True, 1.3)
    TITLE = ("title", 26.0, True, 1.18)
    LEAD = ("lead", 20.0, False, 1.35)
    CALL = ("call", 48.0, True, 1.15)
    NUMBER = ("number", 165.0, True, 1.0)

    def __init__(self, word: str, points: float, bold: bool, leading: float) -> None:
        self.word = word
        self.points = points
        self.bold = bold
        self.leading = leading

    #: Each role is one object: what is remembered by role is found by it, not by its name.
    __hash__ = object.__hash__

    @property
    def grows(self) -> bool:
        return self not in (Role.CALL, Role.NUMBER)


class Look(QObject):
    """Theme and text scale of a window; every widget is given it first and follows ``changed``.

    ``display`` holds the settings of the person at the window, as far as they differ from the
    machine's own look, in which a window begins (``own_theme`` is its theme). ``presses`` is the
    press guard that the buttons of the window share.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme = LIGHT, scale: float = 1.0, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.scale = scale
        self.display = replace(USUAL, text=_nearest(scale))
        self.own_theme = theme
        self.revision = 0
        self.presses = PressGuard()
        self._fonts: dict[tuple[Role, bool], QFont] = {}
        self._advances: dict[tuple[str, Role, bool], float] = {}
        self._set: dict[tuple[str, Role, int, int], SetText] = {}
        self._words: dict[tuple[str, Role], int] = {}

    def show(self, display: Display) -> None:
        """Follow a person's settings; USUAL is the machine's own look."""
        if display == self.display:
            return
        self.display = display
        self.theme = THEMES.get(display.theme, self.own_theme)
        self.presses.patience = CALM if display.calm else STEADY
        self._scale_to(display.text / 100)
        self._tell()

    @property
    def moves(self) -> bool:
        """Whether something may move that only draws the eye: person and machine both agree."""
        return self.display.motion and not motion_is_reduced()

    def set_theme(self, theme: Theme) -> None:
        if theme is not self.theme:
            self.theme = theme
            self._tell()

    def set_scale(self, scale: float) -> None:
        """Set the text scale, 1.0 to 2.0; other values are brought to the nearest end.

        It becomes one of the person's settings.
        """
        scale = min(max(scale, SCALES[0]), SCALES[-1])
        if scale != self.scale:
            self._scale_to(scale)
            self.display = replace(self.display, text=_nearest(scale))
            self._tell()

    def step_scale(self, by: int) -> None:
        """Go to the next larger (1) or smaller (-1) text size, if there is one."""
        here = TEXT_SIZES.index(self.display.text)
        self.set_scale(SCALES[max(0, min(here + by, len(SCALES) - 1))])

    def _scale_to(self, scale: float) -> None:
        self.scale = scale
        self._fonts.clear()
        self._advances.clear()
        self._set.clear()
        self._words.clear()

    @property
    def stacks(self) -> bool:
        """Whether the text is so large that columns become rows."""
        return self.scale >= STACKING_SCALE

    def font(self, role: Role, *, bold: bool | None = None) -> QFont:
        """The font of a role; ``bold`` None: as bold as the role is."""
        key = (role, role.bold if bold is None else bold)
        if key not in self._fonts:
            font = QFont(FAMILY)
            font.setPixelSize(self.pixels(role))
            font.setBold(key[1])
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[key] = font
        return self._fonts[key]

    def pixels(self, role: Role) -> int:
        """The size of a role's text in logical pixels, never below its points at 96 dpi."""
        scale = self.scale if role.grows else 1.0
        return math.ceil(role.points * _PIXELS_PER_POINT * scale - 1e-6)

    def advance(self, text: str, role: Role, *, bold: bool | None = None) -> float:
        """How wide the text is on one line, logical pixels; remembered."""
        key = (text, role, role.bold if bold is None else bold)
        if key not in self._advances:
            if len(self._advances) > _MOST_REMEMBERED:
                self._advances.clear()
            metrics = QFontMetricsF(self.font(role, bold=bold))
            self._advances[key] = metrics.horizontalAdvance(text)
        return self._advances[key]

    def set_text(
        self, text: str, role: Role, width: int = UNBOUND, longest: int = LONGEST_LINE
    ) -> SetText:
        """The text set in a width, logical pixels; see ``typesetting.set_text``.

        Remembered, because layouts ask for the same text many times.
        """
        known = self._set.get((text, role, width, longest))
        if known is None:
            known = self._newly_set(text, role, width, longest)
            if len(self._set) > _MOST_REMEMBERED:
                self._set.clear()
            self._set[text, role, width, longest] = known
        return known

    def _newly_set(self, text: str, role: Role, width: int, longest: int) -> SetText:
        if width < UNBOUND:
            # A layout tries many widths, and in most of them nothing has to part.
            natural = self.set_text(text, role, UNBOUND, longest)
            if natural.width <= width:
                return natural
        return set_text(
            text, self.font(role), role.leading, width, smallest=SMALLEST, longest=longest
        )

    def widest_word(self, text: str, role: Role) -> int:
        """The width of the widest word in logical pixels, rounded up."""
        key = (text, role)
        if key not in self._words:
            if len(self._words) > _MOST_REMEMBERED:
                self._words.clear()
            self._words[key] = math.ceil(widest_word(text, self.font(role)))
        return self._words[key]

    def grown(self, length: int, role: Role = Role.BUTTON) -> int:
        """A height in logical pixels that holds a line of text, with that line grown to scale.

        The padding stays as it is, so that large text does not eat the page.
        """
        one_line = role.points * _PIXELS_PER_POINT * role.leading
        return round(length + one_line * (self.scale - 1.0))

    def colour(self, token: str) -> QColor:
        """The colour of a theme's token, for example "ink"."""
        return QColor(getattr(self.theme, token))

    def palette(self) -> QPalette:
        """The theme for the few parts that Qt paints itself (text fields, selections)."""
        group, palette = QPalette.ColorRole, QPalette()
        for role, token in (
            (group.Window, "paper"),
            (group.WindowText, "ink"),
            (group.Base, "card"),
            (group.AlternateBase, "hover"),
            (group.Text, "ink"),
            (group.PlaceholderText, "muted"),
            (group.Button, "card"),
            (group.ButtonText, "ink"),
            (group.Highlight, "accent"),
            (group.HighlightedText, "on_accent"),
            (group.ToolTipBase, "card"),
            (group.ToolTipText, "ink"),
            (group.Link, "accent_ink"),
        ):
            palette.setColor(role, self.colour(token))
        return palette

    def dress(self, window: QWidget) -> None:
        """Give a window palette and font, now; call again on ``changed``."""
        window.setPalette(self.palette())
        window.setFont(self.font(Role.BODY))

    def _tell(self) -> None:
        self.revision += 1
        self.changed.emit()


def _nearest(scale: float) -> int:
    """The one of TEXT_SIZES that is nearest to a scale."""
    return min(TEXT_SIZES, key=lambda size: abs(size - scale * 100))


def motion_is_reduced() -> bool:
    """Whether the machine's own settings ask for less motion (EN 301 549, 11.7).

    Qt tells it through its style: how long the style's own animations take.
    """
    from PySide6.QtWidgets import QStyle  # its many names are not needed before the first picture

    return not QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)


def theme_of_system() -> Theme:
    """The theme that the machine's own settings ask for (EN 301 549, 11.7)."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return HIGH_CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
