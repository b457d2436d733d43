"""Wrong passphrases at the gate: counted, slowed down, and told to whoever opens next."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from digitutor_app.domain.clock import Clock, minute
from digitutor_app.services.errors import GateWaitError
from digitutor_app.trust.new_file import write_over

#: So many wrong ones cost nothing: fingers slip.
FREE: Final = 2
LONGEST: Final = 300
_MOST: Final = 1_000_000
_LARGEST: Final = 1_000


@dataclass(frozen=True, slots=True)
class WrongTries:
    """How many wrong ones came before the last opening, and when the last of them did."""

    count: int
    last: datetime | None


NO_TRIES: Final = WrongTries(0, None)


def wait_after(wrong: int) -> int:
    """Seconds to wait after so many wrong ones: 0, 0, 1, 2, 4 … 300."""
    return 0 if wrong <= FREE else min(2 ** min(wrong - FREE - 1, 30), LONGEST)


class GateWait:
    """Kept in a file, so that a restart does not reset it.

    The wait is counted by the clock that never jumps: setting the wall clock helps nobody, and a
    restart begins the wait anew. Who can write in the folder can delete the file; what a guess
    costs (Argon2id) is the bound that holds.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._since = clock.seconds()
        self._wrong, self._last = _read(path)
        self._last_before = self._last
        self.before = NO_TRIES

    def wait(self) -> int:
        """So many full seconds until a passphrase is looked at again; 0 for now."""
        left = wait_after(self._wrong) - (self._clock.seconds() - self._since)
        return max(0, -int(-left // 1))

    def begin(self) -> None:
        """Count a try as wrong before it is looked at: pulling the plug then gains nothing.

        Raises GateWaitError while one has to wait.
        """
        if seconds := self.wait():
            raise GateWaitError(seconds)
        self._wrong = min(self._wrong + 1, _MOST)
        self._last_before, self._last = self._last, minute(self._clock.now())
        self._save()
        self._since = self._clock.seconds()

    def refused(self) -> None:
        """The try that was begun was a wrong one: the wait begins now."""
        self._since = self._clock.seconds()

    def not_a_guess(self) -> None:
        """The try that was begun could not be looked at: it does not count."""
        self._wrong, self._last = max(0, self._wrong - 1), self._last_before
        self._save()

    def right(self) -> None:
        """The try that was begun has opened; ``before`` tells of those before it."""
        wrong = self._wrong - 1
        self.before = WrongTries(wrong, self._last_before) if wrong > 0 else NO_TRIES
        self._wrong, self._last = 0, None
        self._save()

    def _save(self) -> None:
        last = self._last.isoformat() if self._last else ""
        content = json.dumps({"wrong": self._wrong, "last": last}) + "\n"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_over(self._path, content.encode())
        except OSError:
            # A full disk must not keep tutors out; while the program runs it is counted anyway.
            return


def _read(path: Path) -> tuple[int, datetime | None]:
    """What was kept; a file that makes no sense counts as the first that has to wait."""
    try:
        if path.stat().st_size > _LARGEST:
            return FREE + 1, None
        said = json.loads(path.read_bytes())
        wrong, last = said["wrong"], said["last"]
        moment = datetime.fromisoformat(last) if last else None
    except FileNotFoundError:
        return 0, None
    except (OSError, ValueError, KeyError, TypeError):
        return FREE + 1, None
    if type(wrong) is not int or not 0 <= wrong <= _MOST:
        return FREE + 1, None
    return wrong, moment
