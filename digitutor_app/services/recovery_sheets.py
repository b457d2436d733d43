"""Recovery keys and their sheets: made, printed, and two of the groups typed back."""

import platform
import secrets

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.sheets import RecoverySheet
from digitutor_app.trust import recovery


class NewRecovery:
    """A recovery key that is on paper first: it opens nothing until the gate has taken it."""

    def __init__(self, clock: Clock, laptop: str = "", secret: str = "") -> None:
        """``laptop`` is what the laptop is called; else its name in the network is printed.
        ``secret`` stands in for a new one."""
        self.secret = secret or recovery.new_key().secret
        self._day = clock.now().date()
        self._machine = laptop or platform.node().encode("ascii", "ignore").decode()
        count = len(recovery.groups(self.secret))
        first = secrets.randbelow(count // 2)
        #: The numbers of the groups to type back, one of each half.
        self.asked = (first + 1, count // 2 + secrets.randbelow(count - count // 2) + 1)

    def fits(self, number: int, typed: str) -> bool:
        """Whether this is that group (from 1)."""
        return recovery.fits_group(self.secret, number, typed)

    def pdf(self, language: str) -> bytes:
        """The sheet as it will be printed."""
        from digitutor_app.printing.sheets.recovery_key import recovery_key_pdf

        return recovery_key_pdf(
            RecoverySheet(
                language=language,
                prefix=recovery.PREFIX,
                groups=recovery.groups(self.secret),
                machine=self._machine,
                made=self._day,
            )
        )
