"""A small signed text file: whose it is and that nobody has changed it, in one look.

Three lines: the kind of file and its format ("digitutor-workshop 1"), the writer's public key and
signature in hex, and the said in canonical JSON. The signature covers the first and third line.
A torn file has a wrong signature and is not believed.
"""

from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from digitutor_app.exchange.stick.errors import StickFileError, StickFileNewerError
from digitutor_app.store.values import canonical
from digitutor_app.trust.signing import PUBLIC_LENGTH, SIGNATURE_LENGTH, SigningKey, verify

FORMAT = 1
LARGEST = 4_000_000

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of file it is: the first word of its first line."""

    name: str

    @property
    def head(self) -> bytes:
        return f"digitutor-{self.name} {FORMAT}".encode()


def written(kind: Kind, said: Any, key: SigningKey) -> bytes:
    """The file's bytes; ``said`` is plain data or a msgspec structure."""
    body = canonical(msgspec.to_builtins(said)).encode()
    signature = key.sign(_message(kind, body))
    return b"\n".join((kind.head, f"{key.public.hex()} {signature.hex()}".encode(), body, b""))


def read(kind: Kind, content: bytes, shape: type[T]) -> tuple[bytes, T]:
    """Who signed it (a public key) and what it says.

    Raises StickFileNewerError for a later format, StickFileError for everything that is not
    exactly such a file. Whether the writer is to be trusted is for the caller to decide.
    """
    if len(content) > LARGEST:
        raise StickFileError(kind.name, "too large")
    try:
        head, keys, body, rest = content.split(b"\n")
        public, signature = (bytes.fromhex(word) for word in keys.decode("ascii").split(" "))
    except ValueError as error:
        raise StickFileError(kind.name, "not whole") from error
    _check_head(kind, head)
    fits = len(public) == PUBLIC_LENGTH and len(signature) == SIGNATURE_LENGTH and not rest
    if not fits or not verify(public, _message(kind, body), signature):
        raise StickFileError(kind.name, "the signature does not fit")
    try:
        return public, msgspec.json.decode(body, type=shape)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise StickFileError(kind.name, str(error)) from error


def _check_head(kind: Kind, head: bytes) -> None:
    if head == kind.head:
        return
    name, _space, number = head.partition(b" ")
    if name == kind.head.partition(b" ")[0] and number.isdigit() and int(number) > FORMAT:
        raise StickFileNewerError(kind.name, f"format {int(number)}")
    raise StickFileError(kind.name, "another kind of file")


def _message(kind: Kind, body: bytes) -> bytes:
    return kind.head + b"\n" + body
