"""Which rows the server has: a short digest of each, in a file beside the store.

It only saves work. Without it (or with a damaged one) everything is sent again, which changes
nothing on the server.
"""

import hashlib
import secrets
from array import array
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

_MARK = b"digitutor known 1\n"
_WIDTH = 8


def digest(line: Mapping[str, Any]) -> int:
    """64 bits of what tells this version of this row from every other."""
    stamp = line.get("h") or line.get("v") or f"{line.get('at')}{line.get('by')}{line.get('sig')}"
    told = "\n".join((line["t"], line["s"], line.get("id", ""), stamp, line.get("r", "")))
    return int.from_bytes(hashlib.blake2b(told.encode(), digest_size=_WIDTH).digest())


class Known:
    """The digests, for one epoch of the server."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.epoch = ""
        self._digests: set[int] = set()
        self._changed = False
        with suppress(OSError, ValueError):
            self._read(path.read_bytes())

    def __contains__(self, number: int) -> bool:
        return number in self._digests

    def __len__(self) -> int:
        return len(self._digests)

    def add(self, digests: Iterable[int]) -> None:
        before = len(self._digests)
        self._digests.update(digests)
        self._changed |= len(self._digests) != before

    def begin(self, epoch: str) -> None:
        """Know nothing any more; what is added from here on holds for this epoch."""
        self.epoch, self._digests, self._changed = epoch, set(), True

    def save(self) -> None:
        """Write the file in one move. A disk that refuses costs only time later."""
        if not self._changed:
            return
        draft = self._path.with_name(f"{self._path.name}.new-{secrets.token_hex(4)}")
        with suppress(OSError):
            try:
                draft.write_bytes(self._bytes())
                draft.replace(self._path)
                self._changed = False
            finally:
                draft.unlink(missing_ok=True)

    def _bytes(self) -> bytes:
        numbers = array("Q", self._digests).tobytes()
        body = self.epoch.encode() + b"\n" + numbers
        return _MARK + hashlib.blake2b(body, digest_size=_WIDTH).digest() + body

    def _read(self, content: bytes) -> None:
        check, body = content[len(_MARK) : len(_MARK) + _WIDTH], content[len(_MARK) + _WIDTH :]
        sound = hashlib.blake2b(body, digest_size=_WIDTH).digest() == check
        if not content.startswith(_MARK) or not sound:
            return
        epoch, _line, numbers = body.partition(b"\n")
        self.epoch, self._digests = epoch.decode(), set(array("Q", numbers))
