"""The PIN of a laptop, kept as an Argon2id hash. It gates a page and is never a key."""

from digitutor_app.trust.cost import SMALL, Cost


def pin_hash(pin: str, cost: Cost = SMALL) -> str:
    """The text to keep: cost, salt and hash in libsodium's own form.

    Takes as long as the cost: call it on a worker. A few digits can be guessed by whoever holds
    the hash, whatever it costs; what protects the page is the wait after a wrong one.
    """
    from nacl.pwhash import argon2id

    made = argon2id.str(pin.encode(), cost.passes, cost.memory)
    return made.rstrip(b"\x00").decode("ascii")


def pin_fits(pin: str, kept: str) -> bool:
    """Whether this is the PIN that was hashed; nothing fits what is no hash."""
    from nacl.exceptions import InvalidkeyError
    from nacl.pwhash import argon2id

    try:
        return argon2id.verify(kept.encode(), pin.encode())
    except InvalidkeyError:
        return False
