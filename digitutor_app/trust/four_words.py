"""Four Finnish words: to compare two machines by ear, and to offer as a passphrase."""

import functools
import hashlib
import secrets
from pathlib import Path

from digitutor_app.i18n.places import resources

COUNT = 4
BITS = 11
_ALL = 2**BITS


@functools.cache
def words() -> tuple[str, ...]:
    """The 2,048 words of resources/words, in the order that never changes."""
    return tuple(_file().read_text(encoding="utf-8").split())


def words_of(public_key: bytes) -> tuple[str, ...]:
    """The four words of a public key (44 bits of its SHA-256), the same on every machine."""
    number = int.from_bytes(hashlib.sha256(public_key).digest()) >> (256 - COUNT * BITS)
    places = [number >> BITS * place & _ALL - 1 for place in reversed(range(COUNT))]
    return tuple(words()[place] for place in places)


def offer_passphrase() -> str:
    """Four words by chance (44 bits), with spaces between; no word twice."""
    return " ".join(secrets.SystemRandom().sample(words(), COUNT))


def _file() -> Path:
    return resources() / "words" / "words.fi.txt"
