"""What may go wrong with keys; nothing here ever holds a key or a passphrase."""

from pathlib import Path

from digitutor_app.domain.errors import WorldError


class KeyFileError(WorldError):
    """Root of the errors about one key file; ``path`` is that file."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(f"{path.name}: {detail}" if detail else path.name)
        self.path = path
        self.detail = detail


class KeyMissingError(KeyFileError):
    """The file is not there; ``store`` is the store that only its key would open, if known."""

    def __init__(self, path: Path, store: Path | None = None) -> None:
        super().__init__(path, f"no key for {store.name}" if store else "not there")
        self.store = store


class KeyDamagedError(KeyFileError):
    """The file is there and does not hold what we wrote into it."""


class KeyUnreadableError(KeyFileError):
    """The machine refuses to read or write the file."""


class SlotsNewerError(KeyFileError):
    """A newer program has written the slots; ``format`` is its number."""

    def __init__(self, path: Path, number: int) -> None:
        super().__init__(path, f"format {number}")
        self.format = number


class SlotsExistError(KeyFileError):
    """There are slots already; writing new ones would lose the key inside."""


class WrongPassphraseError(KeyFileError):
    """No slot opens with this passphrase."""


class TooLittleMemoryError(KeyFileError):
    """The machine has not the memory that opening the slots takes; ``needed`` is in bytes."""

    def __init__(self, path: Path, needed: int) -> None:
        super().__init__(path, f"{needed} bytes of memory")
        self.needed = needed
