"""The colours inside the practice frame: those of an ordinary desktop, in three themes."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor, QPalette

from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskColours:
    """Every colour is "#RRGGBB".

    ``window`` is the inside of a window and of menus, ``title`` the bar of the window on top and
    ``title_back`` of the others. ``task_*`` stand on the taskbar. ``selected`` is the ground of a
    selected item, ``hover`` of one under the pointer, ``drop`` of the place where it would fall.
    ``target`` is the frame that says "this one".
    """

    wallpaper: str
    window: str
    title: str
    title_back: str
    edge: str
    edge_back: str
    ink: str
    muted: str
    line: str
    border: str
    hover: str
    selected: str
    selected_edge: str
    drop: str
    target: str
    folder: str
    paper: str
    picture_edge: str
    taskbar: str
    task_ink: str
    task_plain: str
    task_top: str
    task_mark: str
    shade: str


LIGHT: Final = DeskColours(
    wallpaper="#DCE7F5",
    window="#FFFFFF",
    title="#EDF1F6",
    title_back="#F6F8FA",
    edge="#587882",
    edge_back="#6E8792",
    ink="#1B1B1B",
    muted="#474E58",
    line="#DDE2E8",
    border="#838C97",
    hover="#EEF3F9",
    selected="#CBDFF6",
    selected_edge="#2464B4",
    drop="#DCEBDF",
    target="#E8A33D",
    folder="#F3D79B",
    paper="#FFFFFF",
    picture_edge="#6A6A6A",
    taskbar="#2C3A4B",
    task_ink="#FFFFFF",
    task_plain="#3E5069",
    task_top="#435872",
    task_mark="#9CC4EE",
    shade="#22303F",
)

DARK: Final = DeskColours(
    wallpaper="#1B2838",
    window="#1D2326",
    title="#2B3540",
    title_back="#232A31",
    edge="#8D9DAF",
    edge_back="#657483",
    ink="#F2F1EC",
    muted="#C6C9CC",
    line="#3A4246",
    border="#8D969B",
    hover="#283034",
    selected="#274468",
    selected_edge="#8DBBF4",
    drop="#24402B",
    target="#E8A33D",
    folder="#8A6A2A",
    paper="#2A3135",
    picture_edge="#B9BEC1",
    taskbar="#0C1117",
    task_ink="#FFFFFF",
    task_plain="#26323F",
    task_top="#3B5069",
    task_mark="#9CC4EE",
    shade="#000000",
)

HIGH_CONTRAST: Final = DeskColours(
    wallpaper="#000000",
    window="#000000",
    title="#1F1F1F",
    title_back="#000000",
    edge="#FFFFFF",
    edge_back="#FFFFFF",
    ink="#FFFFFF",
    muted="#FFFFFF",
    line="#FFFFFF",
    border="#FFFFFF",
    hover="#262626",
    selected="#003C7A",
    selected_edge="#00FFFF",
    drop="#004D1A",
    target="#FFC14D",
    folder="#3A2D00",
    paper="#000000",
    picture_edge="#FFFFFF",
    taskbar="#000000",
    task_ink="#FFFFFF",
    task_plain="#000000",
    task_top="#003C7A",
    task_mark="#00FFFF",
    shade="#000000",
)

_BY_NAME: Final = {"light": LIGHT, "dark": DARK, "high_contrast": HIGH_CONTRAST}


def desk_colours(theme: Theme) -> DeskColours:
    """The colours of the practice computer that go with a theme of ours."""
    return _BY_NAME[theme.name]


def desk_palette(look: Look) -> QPalette:
    """The colours for what Qt paints itself inside windows (text fields, selected text)."""
    colours, palette, role = desk_colours(look.theme), look.palette(), QPalette.ColorRole
    palette.setColor(role.Base, QColor(colours.window))
    palette.setColor(role.Window, QColor(colours.window))
    palette.setColor(role.Text, QColor(colours.ink))
    palette.setColor(role.Highlight, QColor(colours.selected))
    palette.setColor(role.HighlightedText, QColor(colours.ink))
    return palette
