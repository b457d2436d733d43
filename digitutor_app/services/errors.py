"""What services may refuse."""

from datetime import datetime

from digitutor_app.domain.errors import WorldError


class NotACodeError(WorldError):
    """What was typed is not a participant code."""


class NothingToPractiseError(WorldError):
    """No exercise can be done in this language: every folder is missing or broken."""


class ShortPassphraseError(WorldError):
    """The passphrase that was chosen is too short to protect anything."""


class NotALaptopNumberError(WorldError):
    """What was typed is not a number that a laptop may have."""


class PrivateDataError(WorldError):
    """A note holds personal data that must not be kept; ``kind`` as practice.private_data says."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class UnfitPinError(WorldError):
    """A laptop's PIN is four to eight digits."""


class PinWaitError(WorldError):
    """Too many wrong PINs: the next one is looked at after ``seconds``."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"{seconds} s")
        self.seconds = seconds


class GateWaitError(WorldError):
    """Too many wrong passphrases: the next one is looked at after ``seconds``."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"{seconds} s")
        self.seconds = seconds


class CannotRemoveError(WorldError):
    """Nobody takes away the last way to the store, nor their own: another tutor does that."""


class RemovalFailedError(WorldError):
    """A tutor could not be removed because of ``cause``, and the store has been closed for it."""

    def __init__(self, cause: WorldError) -> None:
        super().__init__(str(cause))
        self.cause = cause


class NotConfirmedError(WorldError):
    """What was typed to confirm something that cannot be undone is not what was asked for."""


class WaitsToBeErasedError(WorldError):
    """One of two people waits to be erased, and whoever were joined with them would go with them;
    ``due`` is when."""

    def __init__(self, due: datetime) -> None:
        super().__init__(due.isoformat())
        self.due = due


class OtherOrganisationError(WorldError):
    """Two tutor machines have each begun an organisation on which others count already."""
