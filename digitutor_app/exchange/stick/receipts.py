"""What the tutor's machine answers on the stick: whose bundles have arrived, who was erased.

Laptops clear nothing away, and nobody wipes a laptop, before its receipt is there.
"""

from typing import Annotated, Any

from msgspec import Meta, Struct

from digitutor_app.exchange.stick.sheet import Id, Public
from digitutor_app.exchange.stick.signed import Kind, read, written
from digitutor_app.trust.signing import SigningKey

KIND = Kind("receipts")
NAME = "receipts.dgt"


class Receipt(Struct, frozen=True):
    """The last bundle of one laptop that has been taken in: its number and its SHA-256."""

    public: Public
    sequence: Annotated[int, Meta(ge=1, le=2**53)]
    sha: Public


class Receipts(Struct, frozen=True):
    """All receipts, and the rows of erased people (each signed by the tutor who decided it)."""

    made: Annotated[str, Meta(max_length=40)]
    organisation: Id
    receipts: Annotated[list[Receipt], Meta(max_length=10_000)] = []
    erased: Annotated[list[dict[str, Any]], Meta(max_length=20_000)] = []

    def of(self, public: bytes) -> Receipt | None:
        """The receipt for this laptop, or None."""
        return next((one for one in self.receipts if one.public == public.hex()), None)


def written_receipts(receipts: Receipts, key: SigningKey) -> bytes:
    """The file, signed by the tutor's machine."""
    return written(KIND, receipts, key)


def read_receipts(content: bytes) -> tuple[bytes, Receipts]:
    """Who signed, and what; raises StickFileError. Believe it only of a known tutor's machine."""
    return read(KIND, content, Receipts)
