"""A line of text that only who has a store's key can read, as text."""

import base64
import binascii


def lock_note(note: str, key: bytes) -> str:
    """The line closed with the key (32 bytes); no two are alike."""
    from nacl.secret import SecretBox

    return base64.b64encode(bytes(SecretBox(key).encrypt(note.encode()))).decode()


def read_note(locked: str, key: bytes) -> str:
    """The line again, "" for whatever this key has not closed."""
    from nacl.exceptions import CryptoError
    from nacl.secret import SecretBox

    try:
        return SecretBox(key).decrypt(base64.b64decode(locked, validate=True)).decode()
    except (CryptoError, binascii.Error, ValueError):
        return ""
