"""The practice store's key a second time: in the keyring of the system, where one answers.

Nobody is asked anything for it: on Linux a keyring that is locked or has not been made is left
alone. Any program of the same user can read what lies there.
"""

import base64
import sys
from pathlib import Path

_SERVICE = "digitutor"
_LENGTH = 32


def keep_in_keyring(path: Path, key: bytes) -> bool:
    """Keep the key of this file; False where no keyring answers. It may take seconds."""
    if not _answers():
        return False
    import keyring
    from keyring.errors import KeyringError

    text = base64.b64encode(key).decode("ascii")
    try:
        if keyring.get_password(_SERVICE, _name(path)) != text:
            keyring.set_password(_SERVICE, _name(path), text)
        return keyring.get_password(_SERVICE, _name(path)) == text
    except (KeyringError, OSError, RuntimeError):
        return False


def key_in_keyring(path: Path) -> bytes | None:
    """The key that was kept for this file, or None."""
    if not _answers():
        return None
    import keyring
    from keyring.errors import KeyringError

    try:
        text = keyring.get_password(_SERVICE, _name(path))
        key = base64.b64decode(text, validate=True) if text else b""
    except (KeyringError, OSError, RuntimeError, ValueError):
        return None
    return key if len(key) == _LENGTH else None


def forget_in_keyring(path: Path) -> bool:
    """Forget the key of this file; False where no keyring answers. It may take seconds."""
    if not _answers():
        return False
    import keyring
    from keyring.errors import KeyringError

    try:
        if keyring.get_password(_SERVICE, _name(path)) is not None:
            keyring.delete_password(_SERVICE, _name(path))
    except (KeyringError, OSError, RuntimeError):
        return False
    return True


def _name(path: Path) -> str:
    return str(path.resolve())


def _answers() -> bool:
    """Whether there is a keyring that answers without asking a person for anything."""
    import keyring
    from keyring.backends import fail, null

    if isinstance(keyring.get_keyring(), (fail.Keyring, null.Keyring)):
        return False
    if sys.platform == "linux" and _is_secret_service():
        return _secret_service_is_open()
    return True


def _is_secret_service() -> bool:
    import keyring
    from keyring.backends import SecretService, chainer

    used = keyring.get_keyring()
    first = next(iter(used.backends), used) if isinstance(used, chainer.ChainerBackend) else used
    return isinstance(first, SecretService.Keyring)


def _secret_service_is_open() -> bool:
    """The usual collection is there and unlocked: opening it would ask for a password."""
    import secretstorage
    from secretstorage.exceptions import SecretStorageException

    try:
        connection = secretstorage.dbus_init()
        try:
            collection = secretstorage.collection.get_collection_by_alias(connection, "default")
            return not collection.is_locked()
        finally:
            connection.close()
    except (SecretStorageException, OSError):
        return False
