"""What may be wrong with the workshop's stick; each tells apart something a person can act on."""

from digitutor_app.domain.errors import WorldError


class StickError(WorldError):
    """Root of what may be wrong with a stick or its files."""


class StickFileError(StickError):
    """A file of the stick is torn, changed, or not what its name says; ``what`` is its kind."""

    def __init__(self, what: str, detail: str) -> None:
        super().__init__(f"{what}: {detail}")
        self.what = what
        self.detail = detail


class StickFileNewerError(StickFileError):
    """A newer program has written the file."""


class NoStickError(StickError):
    """There is no workshop in this folder (any more)."""


class OtherOrganiserError(StickError):
    """The stick is of another organiser than the one whom this laptop knows."""


class StrangersSheetError(StickError):
    """The stick says it is of our organiser, and nobody we know has signed it."""


class NumbersTakenError(StickError):
    """Every laptop number of the stick has been given."""


class StickRefusedError(StickError):
    """The stick cannot be written: full, locked, pulled out."""
