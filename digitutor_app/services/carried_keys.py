"""The keys inside the tutor's store that follow who opens it."""

from digitutor_app.store.store import Store
from digitutor_app.trust import recovery


def seal_for_recovery(secret: str, store: Store) -> None:
    """What is carried from now on opens with this recovery key too."""
    from digitutor_app.services.organisation import Organisation

    Organisation(store).recover_with(recovery.checked(secret).recipient)


def renew_keys(store: Store) -> None:
    """Whoever was removed could read the keys with which this machine signs and opens."""
    from digitutor_app.services.organisation import renew_organisation

    renew_organisation(store)
