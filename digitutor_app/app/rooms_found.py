"""Finds the rooms by looking in the folder ``rooms``; parts are imported when first used."""

import importlib
import pkgutil
from typing import Any, cast

from digitutor_app import rooms
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.engine.vocabulary import Check, Vocabulary
from digitutor_app.practice.conditions import CONDITIONS
from digitutor_app.practice.room_info import RoomInfo


class RoomsFound:
    """The rooms of this program."""

    def __init__(self) -> None:
        names = [found.name for found in pkgutil.iter_modules(rooms.__path__) if found.ispkg]
        self.infos: tuple[RoomInfo, ...] = tuple(
            importlib.import_module(f"{rooms.__name__}.{name}.info").INFO for name in names
        )

    def vocabulary(self) -> Vocabulary:
        """Every kind of condition: those of the practice computer and those of all rooms."""
        functions: list[Check] = list(CONDITIONS)
        for info in self.infos:
            functions.extend(_part(info.conditions))
        return Vocabulary(functions)

    def needs_pointer(self, room_id: str) -> bool:
        """Whether what is practised in this room cannot be done with the keyboard alone."""
        return any(info.id == room_id and "keyboard only" in info.exempt for info in self.infos)

    def room_class(self, program: str) -> Any:
        """The class of the room that shows the program's windows (this imports Qt)."""
        for info in self.infos:
            if program in info.programs:
                return _part(info.room)
        raise OurMistakeError(f"no room has the program {program!r}")


def _part(path: str) -> Any:
    module, _, name = path.partition(":")
    return cast(Any, getattr(importlib.import_module(module), name))
