"""Where the organisation's server is: ``server.toml`` in the data folder, and the password."""

import os
import stat
import tomllib
from dataclasses import dataclass
from pathlib import Path

from digitutor_app.exchange.server.errors import (
    NoServerError,
    PasswordMissingError,
    PasswordOpenError,
    ServerSettingsError,
)

FILE = "server.toml"
_LONGEST = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSettings:
    """``ca`` is the file with the certificate that the server's own must come from, and
    ``password_file`` that with the password: both beside server.toml, or full paths."""

    host: str
    role: str
    ca: Path
    password_file: Path
    port: int = 5432
    database: str = "digitutor"

    def password(self) -> str:
        """The first line of the file. Raises PasswordMissingError, and PasswordOpenError where
        others than this user may read it."""
        try:
            mode = stat.S_IMODE(self.password_file.stat().st_mode)
            if os.name == "posix" and mode & 0o077:
                raise PasswordOpenError(self.password_file.name)
            with self.password_file.open(encoding="utf-8") as file:
                word = file.readline(_LONGEST).rstrip("\r\n")
        except (OSError, ValueError) as error:
            raise PasswordMissingError(self.password_file.name) from error
        if not word:
            raise PasswordMissingError(self.password_file.name)
        return word


def read_settings(folder: Path) -> ServerSettings:
    """The settings of this data folder. Raises NoServerError where there are none,
    ServerSettingsError where they are not as they should be."""
    path = folder / FILE
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise NoServerError(path.name) from None
    except (OSError, ValueError) as error:
        raise ServerSettingsError(f"{path.name}: {error}") from error
    texts = {name: found.pop(name, default) for name, default in _TEXTS.items()}
    port = found.pop("port", 5432)
    for name, text in texts.items():
        if not isinstance(text, str) or not text or "\0" in text:
            raise ServerSettingsError(f"{path.name}: {name}")
    if type(port) is not int or not 0 < port < 65536:
        raise ServerSettingsError(f"{path.name}: port")
    if found:
        raise ServerSettingsError(f"{path.name}: {', '.join(sorted(found))}")
    settings = ServerSettings(
        host=texts["host"],
        role=texts["role"],
        database=texts["database"],
        ca=folder / texts["ca"],
        password_file=folder / texts["password_file"],
        port=port,
    )
    if not settings.ca.is_file():
        raise ServerSettingsError(f"{path.name}: ca: {settings.ca.name}")
    return settings


_TEXTS = {
    "host": "",
    "role": "",
    "database": "digitutor",
    "ca": "server-ca.crt",
    "password_file": "server.password",
}
