"""The PIN of a laptop, kept as an Argon2id hash. It gates a page and is never a key."""

import re

from digitutor_app.trust.cost import SMALL, Cost

#: Of libsodium's form: KiB of memory, passes.
_HASH = re.compile(r"\$argon2id\$v=19\$m=([0-9]{1,8}),t=([0-9]{1,8}),p=1\$", re.ASCII)
_LONGEST = 127


def pin_hash(pin: str, cost: Cost = SMALL) -> str:
    """The text to keep: cost, salt and hash in libsodium's own form.

    Takes as long as the cost: call it on a worker. A few digits can be guessed by whoever holds
    the hash, whatever it costs; what protects the page is the wait after a wrong one.
    """
    from nacl.pwhash import argon2id

    made = argon2id.str(pin.encode(), cost.passes, cost.memory)
    return made.rstrip(b"\x00").decode("ascii")


def pin_fits(pin: str, kept: str) -> bool:
    """Whether this is the PIN that was hashed; nothing fits what is no hash, nor one that would
    take this machine hours: it came on a stick."""
    from nacl.exceptions import InvalidkeyError
    from nacl.pwhash import argon2id

    made = _HASH.match(kept)
    if made is None or not Cost(int(made[2]), int(made[1]) * 1024).sane() or len(kept) > _LONGEST:
        return False
    try:
        return argon2id.verify(kept.encode(), pin.encode())
    except InvalidkeyError:
        return False
