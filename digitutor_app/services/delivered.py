"""What each bundle of this laptop held, kept until the tutor's machine says that it has arrived."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from digitutor_app.exchange.export import rows_of
from digitutor_app.exchange.identity import Device
from digitutor_app.exchange.stick.receipts import Receipt
from digitutor_app.store.store import Store

_DIGESTS = "delivered:"
_RECEIPT, _RECEIPT_OF = "receipt", "receipt_of"
#: The bundles whose contents are remembered until a receipt comes: a shared folder gets one every
#: hour while the stick is on its way.
_MOST = 24
_PEOPLE = 1_000


@dataclass(frozen=True, slots=True)
class Delivery:
    """What of this laptop has reached the tutor's machine, as far as its receipts say.

    ``carried``: people of whom nothing has changed since; ``waiting``: the others.
    """

    carried: frozenset[str]
    waiting: frozenset[str]


def digests(lines: Iterable[bytes]) -> tuple[dict[str, str], int]:
    """For each subject of these wire rows 16 hex digits of all that is said about it, and how many
    people there are."""
    sums: dict[str, Any] = {}
    people = 0
    for line in lines:
        said = json.loads(line)
        if said["t"] != "erased":
            sums.setdefault(said["s"], hashlib.sha256()).update(line)
            people += said["t"] == "person"
    return {subject: found.hexdigest()[:16] for subject, found in sums.items()}, people


def remember(store: Store, device: Device, people: Mapping[str, str]) -> None:
    """Remember what the bundle held that this machine has just made."""
    with store.transaction():
        for later in store.settings.starting(_DIGESTS):
            if int(later) > device.sequence:  # of an identity that this laptop had before
                store.settings.forget(f"{_DIGESTS}{later}")
        kept = dict(sorted(people.items())[:_PEOPLE])
        store.settings.put(f"{_DIGESTS}{device.sequence:016d}", json.dumps(kept))
        for old in sorted(store.settings.starting(_DIGESTS))[:-_MOST]:
            store.settings.forget(f"{_DIGESTS}{old}")


def acknowledge(store: Store, receipt: Receipt, device: Device) -> None:
    """Keep what the acknowledged bundle held, if it is one of ours and newer than what we have."""
    ours = {own.sequence: own.sha256 for own in device.own}
    held = store.settings.get(f"{_DIGESTS}{receipt.sequence:016d}")
    public, _, last = store.settings.get(_RECEIPT_OF).partition(" ")
    older = public == device.public and receipt.sequence < int(last)
    if ours.get(receipt.sequence) == receipt.sha and held and not older:
        store.settings.put(_RECEIPT, held)
        store.settings.put(_RECEIPT_OF, f"{device.public} {receipt.sequence}")


def delivery(store: Store) -> Delivery:
    """What has reached the tutor's machine."""
    now, _people = digests(rows_of(store, tutors=False).texts())
    kept = store.settings.get(_RECEIPT)
    then: dict[str, str] = json.loads(kept) if kept else {}
    carried = frozenset(each for each, found in now.items() if then.get(each) == found)
    return Delivery(carried, frozenset(now) - carried)
