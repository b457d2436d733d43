"""What may be wrong with a bundle or the place where it lies; each tells apart something a person
can act on."""

from datetime import datetime

from digitutor_app.domain.errors import WorldError


class BundleError(WorldError):
    """Root of the reasons why a file is not taken as a bundle. Nothing of it was used."""


class BundleTornError(BundleError):
    """Not a bundle, or one that was half copied or damaged on the way: copy it again."""


class BundleNotForUsError(BundleError):
    """Sealed for other machines: the sender did not know this one."""


class BundleStrangerError(BundleError):
    """Whole, and signed by a machine that nobody here has introduced; ``device`` is its public
    key (hex)."""

    def __init__(self, device: str) -> None:
        super().__init__(device)
        self.device = device


class BundleOtherOrganisationError(BundleError):
    """From a machine we know, for another organisation."""

    def __init__(self, organisation: str) -> None:
        super().__init__(organisation)
        self.organisation = organisation


class BundleAlteredError(BundleError):
    """Not what its writer signed, or not what a writer of ours writes."""


class BundleTooLargeError(BundleError):
    """Larger than any bundle may be."""


class BundleOldError(BundleError):
    """Made more than 180 days ago: taken in only when a tutor says so."""

    def __init__(self, created: datetime) -> None:
        super().__init__(created.isoformat())
        self.created = created


class NewerSchemaError(BundleError):
    """A newer program has written it: to be kept whole until this program is renewed."""

    def __init__(self, schema: str, program: str) -> None:
        super().__init__(f"{schema} of {program}")
        self.schema = schema
        self.program = program


class PlaceError(WorldError):
    """Root of what may go wrong with a stick or folder. Nothing here has been lost."""


class PlaceGoneError(PlaceError):
    """The stick was pulled out, or the folder is not (any longer) there."""


class PlaceFullError(PlaceError):
    """Not enough room; ``needed`` is in bytes, 0 where it is not known."""

    def __init__(self, needed: int = 0) -> None:
        super().__init__(f"{needed} bytes needed")
        self.needed = needed


class PlaceReadOnlyError(PlaceError):
    """Nothing may be written there."""


class PlaceUntrueError(PlaceError):
    """What was written reads back as something else: the stick is failing."""


class PlaceTroubleError(PlaceError):
    """The machine refuses for another reason."""
