"""A tutor's store that no longer reads: what can be offered, and a sound one in its place."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from digitutor_app.domain.clock import Clock
from digitutor_app.store.errors import StoreDamagedError
from digitutor_app.store.store import Store

# Restoring is needed on no ordinary day, and comes when it is.
if TYPE_CHECKING:
    from digitutor_app.store.restoring import Rescue

#: Told on whatever thread mends: what came out of it.
OnMended = Callable[["Rescue"], None]


class GateDamagedError(StoreDamagedError):
    """The words were right, and the store does not read; ``copied``: when its newest sound copy
    was made, None where there is none."""

    def __init__(self, cause: StoreDamagedError, copied: datetime | None) -> None:
        super().__init__(cause.path, cause.detail)
        self.copied = copied


class GateRescue:
    """Puts a sound store in the place of a damaged one, with the key of whoever has opened it."""

    def __init__(self, path: Path, clock: Clock, on_mended: OnMended | None) -> None:
        self._path = path
        self._clock = clock
        self._on_mended = on_mended

    @contextmanager
    def offered(self, key: bytes) -> Iterator[None]:
        """Inside, damage is raised as GateDamagedError."""
        try:
            yield
        except StoreDamagedError as error:
            from digitutor_app.store.backups import newest_good

            copy = newest_good(self._path, key)
            local = None if copy is None else copy.made.astimezone(self._clock.now().tzinfo)
            raise GateDamagedError(error, local) from error

    def mended(self, key: bytes) -> Store:
        """The sound store, open; the damaged one must be closed. Raises StoreError."""
        from digitutor_app.store.restoring import mended

        return mended(self._path, key, self._clock, self._tell)

    def _tell(self, done: "Rescue") -> None:
        if self._on_mended is not None:
            self._on_mended(done)
