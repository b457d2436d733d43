"""The keys inside the tutor's store that follow who opens it.

A new recovery key goes into two places: a slot, and the store, which seals for it what is carried.
Between the two the power may go. So its slot says for whom to seal, in words that just the store's
key opens, and whoever opens the store next makes up for what is missing.
"""

from collections.abc import Iterable

from digitutor_app.store.store import Store
from digitutor_app.trust import recovery
from digitutor_app.trust.locked_note import lock_note, read_note
from digitutor_app.trust.slot_file import Slot, SlotKind
from digitutor_app.trust.slots import Words


def recovery_words(secret: str, key: bytes) -> Words:
    """What makes the slot of this recovery key; ``key`` is the store's."""
    recipient = recovery.checked(secret).recipient
    return Words(secret, lock_note(recipient, key), SlotKind.RECOVERY)


def seal_as_slots_say(store: Store, slots: Iterable[Slot], key: bytes) -> None:
    """What is carried from now on opens with the recovery key that opens the store.

    A slot from before the store got another key says nothing that this one opens: then the store
    knew already, or nobody would have given it another.
    """
    from digitutor_app.services.organisation import Organisation

    notes = (read_note(slot.label, key) for slot in slots if slot.kind is SlotKind.RECOVERY)
    recipient = next(filter(None, notes), "")
    if recipient and (ours := Organisation(store)).recovery != recipient:
        ours.recover_with(recipient)


def renew_keys(store: Store) -> None:
    """Whoever was removed could read the keys with which this machine signs and opens."""
    from digitutor_app.services.organisation import renew_organisation

    renew_organisation(store)
