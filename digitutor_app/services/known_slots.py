"""Which slots the tutor's store itself knows: those made by somebody who had it open.

A slot that was written into the key file from outside is not among them, so it never gets a new
key. Kept as settings of the store.
"""

import json
from collections.abc import Iterable

from digitutor_app.store.store import Store
from digitutor_app.trust.slot_file import Slot

_KNOWN = "slot_keys"
_REMOVING = "slot_removing"


def known_slots(store: Store) -> set[bytes]:
    """The public halves of the slots."""
    kept = store.settings.get(_KNOWN)
    return {bytes.fromhex(public) for public in json.loads(kept)} if kept else set()


def know(store: Store, slots: Iterable[Slot], forget: Slot | None = None) -> None:
    """Know these too, and one no longer."""
    before = known_slots(store)
    after = (before | {slot.public for slot in slots}) - ({forget.public} if forget else set())
    if after != before:
        _keep(store, after)


def know_no_others(store: Store, slots: Iterable[Slot]) -> None:
    """Of those that are known, keep only these."""
    _keep(store, known_slots(store) & {slot.public for slot in slots})


def note_removal(store: Store, slot_id: str) -> None:
    """This slot is being taken away; "" when that is over."""
    store.settings.put(_REMOVING, slot_id)


def being_removed(store: Store) -> str:
    """The slot that was being taken away when the store was written last, "" for none."""
    return store.settings.get(_REMOVING)


def _keep(store: Store, publics: Iterable[bytes]) -> None:
    store.settings.put(_KNOWN, json.dumps(sorted(public.hex() for public in publics)))
