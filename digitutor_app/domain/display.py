"""How a person wants to see and hold the computer; it follows them from laptop to laptop."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

#: Text size and pointer size, in percent of the usual one (domain/7, "Text size" and "Pointer").
TEXT_SIZES: Final = (100, 125, 150, 200)
POINTER_SIZES: Final = (100, 150, 200, 300)
#: "" is what the machine itself is set to.
THEMES: Final = ("", "light", "dark", "high_contrast")


@dataclass(frozen=True, slots=True, kw_only=True)
class Display:
    """One person's own settings; each has a value that changes nothing, and begins with it.

    ``text`` and ``pointer`` are percent, one of TEXT_SIZES and POINTER_SIZES; ``theme`` is one of
    THEMES. ``left_handed``: the mouse is on the left, so its buttons are exchanged. ``calm``:
    presses have more room and more time (domain/7, "Motor", Rauhallinen osoitin). ``motion``: what
    only draws the eye may move; a demonstration always does.
    """

    text: int = 100
    pointer: int = 100
    theme: str = ""
    left_handed: bool = False
    calm: bool = False
    motion: bool = True

    def to_plain(self) -> dict[str, Any]:
        """What differs from the usual, as plain data; {} for somebody who has changed nothing."""
        return {name: value for name, value in asdict(self).items() if value != _USUAL[name]}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Display":
        """The settings that ``to_plain`` told. What it does not know becomes the usual."""
        return cls(**{name: plain[name] for name in _USUAL if _known(name, plain.get(name))})


#: The settings of somebody who has changed nothing.
USUAL: Final = Display()
_USUAL: Final = asdict(USUAL)
_CHOICES: Final[Mapping[str, tuple[Any, ...]]] = {
    "text": TEXT_SIZES,
    "pointer": POINTER_SIZES,
    "theme": THEMES,
}


def _known(name: str, value: object) -> bool:
    """Whether a setting may have this value; 1 is not True, and 100.0 is not 100."""
    choices = _CHOICES.get(name, (False, True))
    return any(type(value) is type(choice) and value == choice for choice in choices)
