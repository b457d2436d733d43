"""The door plate of a room: what it is called and where its parts are, without importing them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomInfo:
    """One room.

    ``programs`` are the programs whose windows it shows (the part of a window's id before ":").
    ``room`` names the class and ``conditions`` the tuple of condition functions, each as
    "module:name". ``exempt`` maps parts of the room contract that cannot hold here to the reason.
    """

    id: str
    programs: tuple[str, ...]
    room: str
    conditions: str
    exempt: Mapping[str, str] = field(default_factory=dict)
