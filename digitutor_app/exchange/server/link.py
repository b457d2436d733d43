"""The one connection to the server: its two functions, and its errors in our words."""

import json
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Lock, Timer
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from digitutor_app.exchange.server import errors
from digitutor_app.exchange.server.schema import FORMAT
from digitutor_app.exchange.server.settings import ServerSettings

if TYPE_CHECKING:
    from psycopg import Connection, Error

#: Seconds until a server that does not answer counts as away.
PATIENCE = 10
#: The same once it has let us in: the server itself ends a call after 120.
ANSWER = 150.0
#: Lines in one page that is read.
PAGE = 2000

_BY_STATE: dict[str, type[errors.ServerError]] = {
    "DT001": errors.ServerOlderError,
    "DT002": errors.ServerNewerError,
    "DT003": errors.NoOrganisationError,
    "53100": errors.ServerFullError,
    "3D000": errors.ServerNotSetUpError,
    "3F000": errors.ServerNotSetUpError,
    "42883": errors.ServerNotSetUpError,
    "42501": errors.ServerNotSetUpError,
    "28P01": errors.ServerRefusesError,
    "28000": errors.ServerRefusesError,
}
_AWAY = ("08", "57P")


class LinesRefusedError(Exception):
    """One of these lines cannot even be read by the server."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What the server did with some lines. ``before`` and ``n`` are the organisation's numbers
    around them; ``put_aside`` has the places of the lines that it did not take, and why."""

    epoch: str
    before: int
    n: int
    put_aside: Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Page:
    """Some news. ``until`` is where to read on; ``epoch`` changes when the server was restored."""

    epoch: str
    n: int
    until: int
    more: bool
    lines: Sequence[dict[str, Any]]


class Link:
    """An open connection; each call is a transaction of its own, and may be repeated."""

    def __init__(self, connection: "Connection[Any]") -> None:
        self._connection = connection
        self._gate = Lock()
        self._closed = False

    def merge(self, lines: str) -> Merged:
        """Hand over a JSON list of lines. Raises ServerError, and LinesRefusedError where the list
        cannot be read as it is."""
        said = self._call("SELECT digitutor.merge(%s, %s::jsonb)", [FORMAT, lines])
        aside = [(row["i"], row["why"]) for row in said["put_aside"]]
        return Merged(said["epoch"], said["before"], said["n"], aside)

    def read(self, since: int, tables: Sequence[str], *, chosen: bool, most: int = PAGE) -> Page:
        """The lines after a number: those of ``tables``, or (not ``chosen``) of all others;
        erasures always. Raises ServerError."""
        said = self._call(
            "SELECT digitutor.read(%s, %s, %s::text[], %s, %s)",
            [FORMAT, since, list(tables), chosen, most],
        )
        lines = [_wire_line(row) for row in said["rows"]]
        return Page(said["epoch"], said["n"], said["until"], said["more"], lines)

    def close(self) -> None:
        with self._gate:
            self._closed = True
            self._connection.close()

    def break_off(self) -> None:
        """End the call that waits for an answer, from another thread: it raises ServerAwayError."""
        with self._gate, suppress(OSError):
            if not self._closed and not self._connection.closed:
                family, kind = socket.AF_INET, socket.SOCK_STREAM
                with socket.fromfd(self._connection.fileno(), family, kind) as line:
                    line.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _call(self, statement: str, parameters: Sequence[Any]) -> dict[str, Any]:
        with _in_our_words(), self._patience():
            found = self._connection.execute(statement, parameters).fetchone()
            assert found is not None
            said: dict[str, Any] = found[0]
            return said

    @contextmanager
    def _patience(self) -> Iterator[None]:
        """A server that lets us in and then says nothing is away."""
        alarm = Timer(ANSWER, self.break_off)
        alarm.daemon = True
        alarm.start()
        try:
            yield
        finally:
            alarm.cancel()


def connect(settings: ServerSettings) -> Link:
    """Open the connection: encrypted, to a server whose certificate and name are checked, and to
    which the password itself is never told. Raises ServerError."""
    try:
        import psycopg
    except ImportError as error:
        raise errors.LibraryMissingError from error
    password = settings.password()
    with _in_our_words():
        connection = psycopg.connect(
            host=settings.host,
            port=settings.port,
            dbname=settings.database,
            user=settings.role,
            password=password,
            autocommit=True,
            sslmode="verify-full",
            sslrootcert=str(settings.ca),
            sslcertmode="disable",
            gssencmode="disable",
            require_auth="scram-sha-256",
            connect_timeout=PATIENCE,
            keepalives_idle=PATIENCE,
            keepalives_interval=5,
            keepalives_count=3,
            tcp_user_timeout=3 * PATIENCE * 1000,
            client_encoding="utf8",
            application_name="digitutor",
        )
    return Link(connection)


def wire_text(line: dict[str, Any], canonical: str) -> str:
    """A line as the server takes it: what it says is a text, so that not a letter changes."""
    return json.dumps({**line, "p": canonical} if "p" in line else line, ensure_ascii=False)


def _wire_line(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "p": json.loads(row["p"])} if "p" in row else row


@contextmanager
def _in_our_words() -> Iterator[None]:
    import psycopg

    try:
        yield
    except psycopg.DataError as error:
        raise LinesRefusedError(error.sqlstate) from error
    except psycopg.Error as error:
        # The original is left out of the chain: it may quote what was sent.
        raise _translated(error) from None


def _translated(error: "Error") -> errors.ServerError:
    state = error.sqlstate or ""
    if found := _BY_STATE.get(state):
        return found(state)
    if state and not state.startswith(_AWAY):
        return errors.ServerTroubleError(state)
    return _of_connecting(error, str(error).strip().partition("\n")[0])


def _of_connecting(error: "Error", told: str) -> errors.ServerError:
    """Which of the errors without a number this is: libpq tells them apart in words only."""
    for kind, words in _BY_WORDS:
        if any(word in told for word in words):
            return kind(told)
    refused = "FATAL" in told and getattr(error.pgconn, "used_password", False)
    return errors.ServerRefusesError(told) if refused else errors.ServerAwayError(told)


#: In this order. A server that speaks another language than English is seen to refuse by its
#: having asked for the password.
_BY_WORDS: tuple[tuple[type[errors.ServerError], tuple[str, ...]], ...] = (
    (
        errors.ServerNotTrustedError,
        (
            "certificate",
            "does not support SSL",
            "unsupported protocol",
            "protocol version",
            "authentication method requirement",
        ),
    ),
    (errors.ServerRefusesError, ("password authentication failed", "not permitted to log in")),
    (errors.ServerTroubleError, ("too many connections", "too many clients")),
    (errors.ServerNotSetUpError, ("does not exist", "permission denied for database")),
)
