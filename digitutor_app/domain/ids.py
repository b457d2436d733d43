"""Identity of rows: random, so that laptops that never met cannot give the same one."""

import random
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_SYSTEM = random.SystemRandom()
_SOURCE: ContextVar[random.Random] = ContextVar("ids", default=_SYSTEM)


def new_id() -> str:
    """A random UUIDv4 as text; it tells neither time nor machine."""
    return str(uuid.UUID(int=_SOURCE.get().getrandbits(128), version=4))


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Inside, on this thread, the same ids come in the same order each time: only for people who
    are invented."""
    before = _SOURCE.set(random.Random(seed))
    try:
        yield
    finally:
        _SOURCE.reset(before)


def moved_id(row_id: str, to: str) -> str:
    """The id of the copy that is made when a fact moves to the person ``to``.

    The same wherever it is made: two tutors who move the same fact to the same person make one
    copy, not two. Moved back, the copy's copy has an id of its own again.
    """
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{row_id}>{to}"))
