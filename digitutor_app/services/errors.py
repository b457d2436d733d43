"""What services may refuse."""

from digitutor_app.domain.errors import WorldError


class NotACodeError(WorldError):
    """What was typed is not a participant code."""


class NothingToPractiseError(WorldError):
    """No exercise can be done in this language: every folder is missing or broken."""


class ShortPassphraseError(WorldError):
    """The passphrase that was chosen is too short to protect anything."""


class NotALaptopNumberError(WorldError):
    """What was typed is not a number that a laptop may have."""
