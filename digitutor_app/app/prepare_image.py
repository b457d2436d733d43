"""``digitutor prepare-image``: a laptop forgets who it is, before its disk is copied to others."""

from pathlib import Path
from typing import TextIO

from digitutor_app.app.data_folder import DataFolder
from digitutor_app.domain.clock import Clock
from digitutor_app.domain.errors import WorldError
from digitutor_app.exchange.identity import Identities
from digitutor_app.i18n import _
from digitutor_app.services.gate import SLOTS
from digitutor_app.store.errors import StoreInUseError
from digitutor_app.store.opening import open_store
from digitutor_app.trust.practice_key import practice_key

GOOD, REFUSED = 0, 2


def prepare_image(out: TextIO, folder: DataFolder, clock: Clock) -> int:
    """Forget the identity and say so in one sentence; 2 with a sentence where that is not done."""
    if (folder.path / SLOTS).exists():
        out.write(
            _("Tämä on tutorin kone, eikä sen levyä voi kopioida muille. Mitään ei muuttunut.")
            + "\n"
        )
        return REFUSED
    try:
        for data in (folder, folder.rehearsal):
            if data.practice_store.exists():
                _forget(data.practice_store, data.practice_key, clock)
    except StoreInUseError:
        out.write(_("Digitutor on auki. Sulje sen ikkuna ja yritä uudelleen.") + "\n")
        return REFUSED
    except WorldError as error:
        told = _("Tiedot eivät avautuneet. Mitään ei muuttunut. ({kind})")
        out.write(told.format(kind=type(error).__name__) + "\n")
        return REFUSED
    out.write(
        _(
            "Kone unohti tunnuksensa: jokainen levyn kopio saa oman tunnuksen, "
            "kun avaat siinä Digitutorin."
        )
        + "\n"
    )
    return GOOD


def _forget(path: Path, key: Path, clock: Clock) -> None:
    store = open_store(path, practice_key(key, path), clock)
    try:
        Identities(store).forget()
    finally:
        store.close()
