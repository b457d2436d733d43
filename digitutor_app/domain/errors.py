"""The two kinds of error that the core may raise. Only screens turn them into sentences."""


class DigitutorError(Exception):
    """Root of the family."""


class WorldError(DigitutorError):
    """The world is not as we hoped (a full disk, a damaged file): a person can do something."""


class OurMistakeError(DigitutorError):
    """We made a mistake (a missing target, an impossible state): a developer must do something."""
