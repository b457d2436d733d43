"""The colours: one set of tokens, three themes."""

from typing import Final, NamedTuple


class Theme(NamedTuple):
    """One theme. Every colour is "#RRGGBB".

    Grounds are ``paper`` (page), ``card``, ``hover`` (under the pointer) and the soft ones.
    ``line`` parts things that can also be told apart without it; ``border`` is the edge of what
    can be pressed or filled in. ``now`` fills the dot of the present step.
    Source of the light theme: design/look.md.
    """

    name: str
    dark: bool
    paper: str
    card: str
    hover: str
    ink: str
    muted: str
    line: str
    border: str
    accent: str
    on_accent: str
    accent_hover: str
    soft_accent: str
    accent_ink: str
    amber: str
    soft_amber: str
    pale_amber: str
    amber_ink: str
    now: str
    practice: str
    soft_practice: str
    focus: str

    def colours(self) -> dict[str, str]:
        """Token -> colour, for checks that must see all of them."""
        return {name: getattr(self, name) for name in self._fields if name not in ("name", "dark")}


LIGHT: Final = Theme(
    name="light",
    dark=False,
    paper="#FAFAF7",
    card="#FFFFFF",
    hover="#F5F4EF",
    ink="#1B1B1B",
    muted="#565248",
    line="#DEDBD2",
    border="#908B7F",
    accent="#0B4F5C",
    on_accent="#FFFFFF",
    accent_hover="#083F4A",
    soft_accent="#E4F0F1",
    accent_ink="#0B4F5C",
    amber="#B36B00",
    soft_amber="#FCE9C8",
    pale_amber="#FFF6E9",
    amber_ink="#5A3600",
    now="#E8A33D",
    practice="#2464B4",
    soft_practice="#DCE8F6",
    focus="#1B1B1B",
)

DARK: Final = Theme(
    name="dark",
    dark=True,
    paper="#15191B",
    card="#1D2326",
    hover="#283034",
    ink="#F2F1EC",
    muted="#C6C2B8",
    line="#3A4246",
    border="#8D969B",
    accent="#83D2DF",
    on_accent="#06262C",
    accent_hover="#A5E2EC",
    soft_accent="#1E3A40",
    accent_ink="#A6E4EE",
    amber="#E0A23C",
    soft_amber="#3A2B10",
    pale_amber="#2A2214",
    amber_ink="#FFE0AA",
    now="#E8A33D",
    practice="#6FA8F0",
    soft_practice="#1F2C3F",
    focus="#FFFFFF",
)

HIGH_CONTRAST: Final = Theme(
    name="high_contrast",
    dark=True,
    paper="#000000",
    card="#000000",
    hover="#262626",
    ink="#FFFFFF",
    muted="#FFFFFF",
    line="#FFFFFF",
    border="#FFFFFF",
    accent="#FFFF00",
    on_accent="#000000",
    accent_hover="#FFFFB0",
    soft_accent="#00343B",
    accent_ink="#FFFF00",
    amber="#FFC14D",
    soft_amber="#2B1D00",
    pale_amber="#1A1200",
    amber_ink="#FFE7B8",
    now="#FFC14D",
    practice="#5CB3FF",
    soft_practice="#00182E",
    focus="#00FFFF",
)

THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK, HIGH_CONTRAST)}

#: Words and the grounds they may stand on: at least 7:1 (domain/7-accessibility, "Contrast").
TEXT_PAIRS: Final = (
    *((word, ground) for word in ("ink", "muted") for ground in ("paper", "card", "hover")),
    *(("ink", ground) for ground in ("soft_accent", "soft_amber", "pale_amber", "soft_practice")),
    *(("accent_ink", ground) for ground in ("paper", "card", "hover", "soft_accent")),
    *(("amber_ink", ground) for ground in ("paper", "card", "soft_amber", "pale_amber")),
    ("muted", "pale_amber"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
)

#: Edges, drawn shapes and the focus ring against what lies beside them: at least 3:1.
SHAPE_PAIRS: Final = (
    *(("border", ground) for ground in ("paper", "card", "hover")),
    *(("accent", ground) for ground in ("paper", "card", "hover", "soft_accent")),
    *(("amber", ground) for ground in ("paper", "card", "soft_amber", "pale_amber")),
    *(("practice", ground) for ground in ("paper", "card", "soft_practice")),
    *(
        ("focus", ground)
        for ground in ("paper", "card", "hover", "soft_accent", "soft_amber", "pale_amber")
    ),
)


def contrast(one: str, other: str) -> float:
    """The contrast of two "#RRGGBB" colours, 1.0 to 21.0 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
