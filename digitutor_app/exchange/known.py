"""Which bundles a store has taken in: so that none is taken twice, and a copied machine is seen.

Kept in the store itself, in one transaction with the rows.
"""

from collections.abc import Sequence

import msgspec

from digitutor_app.exchange.bundle import Bundle, Kind
from digitutor_app.store.store import Store

SETTING = "exchange.taken."
MOST = 60


class Taken(msgspec.Struct, frozen=True):
    """One bundle that was taken in."""

    sequence: int
    sha256: str
    previous: str
    created: str
    kind: Kind = Kind.BUNDLE


class TakenBundles:
    """The bundles that one store has taken in, by machine."""

    def __init__(self, store: Store) -> None:
        self._settings = store.settings

    def has(self, bundle: Bundle) -> bool:
        """Whether exactly this file has been taken in."""
        return any(one.sha256 == bundle.sha256 for one in self.of(bundle.header.device))

    def add(self, bundle: Bundle) -> None:
        """Remember it; to be called in the transaction that takes in its rows."""
        header = bundle.header
        moment = header.created.isoformat(timespec="minutes")
        one = Taken(header.sequence, bundle.sha256, header.previous, moment, header.kind)
        taken = [each for each in self.of(header.device) if each.sha256 != bundle.sha256]
        self._settings.put(SETTING + header.device, _text(_last([*taken, one])))

    def of(self, device: str) -> list[Taken]:
        """What was taken in from one machine, the latest sequence last."""
        return _read(self._settings.get(SETTING + device))

    def all(self) -> dict[str, list[Taken]]:
        """What was taken in, by public key (hex)."""
        return {name: _read(text) for name, text in self._settings.starting(SETTING).items()}

    def parted(self, bundle: Bundle) -> bool:
        """Whether two machines seem to use this one's key: another bundle of the same number, or
        one that follows another than was taken."""
        header = bundle.header
        by_number = {one.sequence: one for one in self.of(header.device)}
        same = by_number.get(header.sequence)
        before = by_number.get(header.sequence - 1)
        after = by_number.get(header.sequence + 1)
        return bool(
            (same and same.sha256 != bundle.sha256)
            or (before and header.previous and header.previous != before.sha256)
            or (after and after.previous and after.previous != bundle.sha256)
        )


def _last(taken: Sequence[Taken]) -> list[Taken]:
    """The latest of each kind, in the order of their numbers."""
    ordered = sorted(taken, key=_number)
    kept = {one.sha256 for kind in Kind for one in [x for x in ordered if x.kind is kind][-MOST:]}
    return [one for one in ordered if one.sha256 in kept]


def _number(taken: Taken) -> int:
    return taken.sequence


def _read(text: str) -> list[Taken]:
    return msgspec.json.decode(text, type=list[Taken]) if text else []


def _text(taken: Sequence[Taken]) -> str:
    return msgspec.json.encode(taken).decode()
