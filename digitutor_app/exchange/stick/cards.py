"""The laptops' cards on the stick: each takes the next free number and leaves its public key.

A card is signed by the laptop and carries a proof that it was made with the stick at hand, so the
tutor's machine needs to compare nothing: the stick was the introduction.
"""

import hmac
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from digitutor_app.exchange.plain_file import read_plain, real_folder
from digitutor_app.exchange.stick.errors import (
    NumbersTakenError,
    StickFileError,
    StickRefusedError,
)
from digitutor_app.exchange.stick.sheet import Id, Public
from digitutor_app.exchange.stick.signed import Kind, read, written
from digitutor_app.trust.new_file import write_new
from digitutor_app.trust.signing import SigningKey

KIND = Kind("laptop")
FOLDER = "laptops"
SUFFIX = ".dgt"
LARGEST_NUMBER = 99
LARGEST_CARD = 10_000


class LaptopCard(Struct, frozen=True):
    """One laptop of the workshop."""

    number: Annotated[int, Meta(ge=1, le=LARGEST_NUMBER)]
    public: Public
    workshop: Id
    proof: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]


def take_number(folder: Path, workshop: str, secret: str, key: SigningKey) -> LaptopCard:
    """This laptop's card on the stick: the one it has there, or the next free number.

    ``folder`` is the stick's own folder. Raises NumbersTakenError and StickRefusedError.
    """
    public = key.public.hex()
    own = _own_folder(folder, workshop)
    taken = set()
    for card in cards(folder, workshop, secret):
        if card.public == public:
            return card
        taken.add(card.number)
    for number in range(1, LARGEST_NUMBER + 1):
        file = own / _name(number)
        if number in taken or file.exists():
            continue
        card = LaptopCard(number, public, workshop, _proof(secret, workshop, number, public))
        try:
            write_new(file, written(KIND, card, key), make_folder=False)
        except FileExistsError:
            continue
        except OSError as error:
            raise StickRefusedError(str(error)) from error
        return card
    raise NumbersTakenError


def cards(folder: Path, workshop: str, secret: str) -> Iterator[LaptopCard]:
    """The cards of laptops that were at the stick, by number; what is no sound card is left out."""
    own = folder / FOLDER / workshop
    if not own.is_dir():
        return
    for number in range(1, LARGEST_NUMBER + 1):
        card = _card(own / _name(number), workshop, secret)
        if card is not None:
            yield card


def _card(file: Path, workshop: str, secret: str) -> LaptopCard | None:
    try:
        public, card = read(KIND, read_plain(file, LARGEST_CARD), LaptopCard)
    except (OSError, StickFileError):
        return None
    expected = _proof(secret, workshop, card.number, card.public)
    own = public.hex() == card.public and card.workshop == workshop
    return card if own and hmac.compare_digest(card.proof, expected) else None


def _name(number: int) -> str:
    return f"{number:02d}{SUFFIX}"


def _own_folder(folder: Path, workshop: str) -> Path:
    """The workshop's place for cards; the stick's own folder is never made where it is gone."""
    own = folder / FOLDER / workshop
    try:
        real_folder(own.parent)
        real_folder(own)
    except OSError as error:
        raise StickRefusedError(str(error)) from error
    return own


def _proof(secret: str, workshop: str, number: int, public: str) -> str:
    message = f"{workshop} {number} {public}".encode()
    return hmac.digest(bytes.fromhex(secret), message, "sha256").hex()
