"""Identity of rows: random, so that laptops that never met cannot give the same one."""

import uuid


def new_id() -> str:
    """A random UUIDv4 as text; it tells neither time nor machine."""
    return str(uuid.uuid4())


def moved_id(row_id: str, to: str) -> str:
    """The id of the copy that is made when a fact moves to the person ``to``.

    The same wherever it is made: two tutors who move the same fact to the same person make one
    copy, not two. Moved back, the copy's copy has an id of its own again.
    """
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{row_id}>{to}"))
