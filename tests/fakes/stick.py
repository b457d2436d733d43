"""A stick in memory that does what sticks do: fills up, is locked, is pulled out, lies."""

import random
from collections.abc import Callable

from digitutor_app.exchange.errors import (
    PlaceFullError,
    PlaceGoneError,
    PlaceReadOnlyError,
    PlaceTroubleError,
)
from digitutor_app.exchange.place import Entry


class FakeStick:
    """Implements ``digitutor_app.exchange.place.Place``.

    ``capacity`` in bytes; ``read_only``; ``pull_after(n)`` pulls it out when n more bytes have
    been written or steps done; ``lies`` keeps another byte than it was given; ``forgets`` loses
    what was not yet synced when it is pulled out; ``slow`` is called before each step.
    """

    def __init__(self, capacity: int = 64 * 1024 * 1024, seed: int = 0) -> None:
        self.capacity = capacity
        self.read_only = False
        self.lies = False
        self.forgets = True
        self.slow: Callable[[str], None] | None = None
        self.steps: list[str] = []
        self._files: dict[str, bytearray] = {}
        self._changed: dict[str, int] = {}
        self._unsynced: set[str] = set()
        self._left: int | None = None
        self._out = False
        self._ticks = 0
        self._random = random.Random(seed)

    def pull_after(self, units: int) -> None:
        """Pulled out after so many more bytes and steps."""
        self._left = units

    def plug_in(self) -> None:
        """The same stick again, with what it had kept."""
        self._out = False
        self._left = None

    @property
    def out(self) -> bool:
        return self._out

    @property
    def content(self) -> dict[str, bytes]:
        """Every file as it stands."""
        return {name: bytes(content) for name, content in self._files.items()}

    def put(self, name: str, content: bytes) -> None:
        """A file that somebody else has put there."""
        self._files[name] = bytearray(content)
        self._touch(name)

    def free(self) -> int | None:
        self._step("free")
        return self._room()

    def entries(self) -> list[Entry]:
        self._step("entries")
        return [
            Entry(name, len(content), self._changed[name]) for name, content in self._files.items()
        ]

    def read(self, name: str, most: int) -> bytes:
        self._step(f"read {name}")
        if name not in self._files:
            raise PlaceGoneError(name)
        return bytes(self._files[name][:most])

    def write_new(self, name: str, content: bytes) -> None:
        self._step(f"write {name}")
        if self.read_only:
            raise PlaceReadOnlyError(name)
        if name in self._files:
            raise PlaceTroubleError(f"{name} is there")
        self._files[name] = bytearray()
        self._unsynced.add(name)
        self._touch(name)
        fits = content[: self._room()]
        self._files[name] += fits if self._left is None else fits[: self._left]
        self._spend(len(fits))
        if len(fits) < len(content):
            raise PlaceFullError
        if self.lies and content:
            self._files[name][self._random.randrange(len(content))] ^= 1
        self._unsynced.discard(name)

    def rename(self, old: str, new: str) -> None:
        self._step(f"rename {old}")
        if old not in self._files:
            raise PlaceGoneError(old)
        self._files[new] = self._files.pop(old)
        self._unsynced.add(new)
        self._touch(new)

    def sync(self, name: str) -> None:
        self._step(f"sync {name}")
        self._unsynced.discard(name)

    def remove(self, name: str) -> None:
        self._step(f"remove {name}")
        if self.read_only:
            raise PlaceReadOnlyError(name)
        self._files.pop(name, None)

    def _room(self) -> int:
        return max(0, self.capacity - sum(map(len, self._files.values())))

    def _touch(self, name: str) -> None:
        self._ticks += 1
        self._changed[name] = self._ticks

    def _step(self, what: str) -> None:
        if self.slow:
            self.slow(what)
        self.steps.append(what)
        self._spend(1)

    def _spend(self, units: int) -> None:
        if self._left is not None:
            self._left -= units
            if self._left < 0 and not self._out:
                self._pull()
        if self._out:
            raise PlaceGoneError("pulled out")

    def _pull(self) -> None:
        self._out = True
        for name in self._unsynced & self._files.keys() if self.forgets else ():
            # A renamed file may stand under its new name with part of its content only.
            del self._files[name][self._random.randrange(len(self._files[name]) + 1) :]
        self._unsynced.clear()
