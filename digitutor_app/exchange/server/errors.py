"""What may go wrong between this laptop and the organisation's server."""

from digitutor_app.domain.errors import WorldError


class ServerError(WorldError):
    """Root of the family; nothing on this laptop is touched, and trying again is always safe.

    ``detail`` is for the one who looks after the server; it holds no password and no row.
    """

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class NoServerError(ServerError):
    """This laptop has no settings of a server: there is nothing to do."""


class ServerSettingsError(ServerError):
    """The settings cannot be read, or name a file that is not there."""


class PasswordMissingError(ServerError):
    """There is no file with a password."""


class PasswordOpenError(ServerError):
    """Other users of this machine can read the password."""


class LibraryMissingError(ServerError):
    """The program was installed without what speaks to PostgreSQL."""


class ServerAwayError(ServerError):
    """No network, no server, or the connection broke off."""


class ServerRefusesError(ServerError):
    """The server does not accept the role and its password."""


class ServerNotTrustedError(ServerError):
    """The server could not prove that it is ours, or does not encrypt. Nothing was sent."""


class ServerNotSetUpError(ServerError):
    """The database, or our part of it, is not there."""


class NoOrganisationError(ServerError):
    """The role belongs to no organisation."""


class ServerOlderError(ServerError):
    """The server speaks an older format than this program."""


class ServerNewerError(ServerError):
    """The server speaks a newer format than this program."""


class ServerFullError(ServerError):
    """No room on the server's disk."""


class ServerTroubleError(ServerError):
    """The server broke off the work for some other reason."""
