"""What hands do with mouse and keyboard, without any meaning yet: the signs of common mistakes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Press:
    """A mouse button goes down on the practice computer.

    ``main``: the button under the index finger. ``target`` is the name of what lies under the
    pointer ("" for nothing with a name); ``near`` the wanted target that it missed by at most 24
    logical pixels, or "".
    """

    main: bool
    target: str = ""
    near: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """The button comes up again; ``moved`` tells that it was a drag, not a click."""

    moved: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """A key goes down on the practice computer.

    ``letter``: it writes something. ``capital``: it writes a capital letter without Shift, or a
    small one with it. ``times``: how often it has come without being let go (1 for a plain press).
    ``into_field``: what has the keyboard takes text.
    """

    letter: bool
    capital: bool = False
    times: int = 1
    into_field: bool = True
