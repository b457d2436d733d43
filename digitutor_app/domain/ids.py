"""Identity of rows: random, so that laptops that never met cannot give the same one."""

import uuid


def new_id() -> str:
    """A random UUIDv4 as text; it tells neither time nor machine."""
    return str(uuid.uuid4())
