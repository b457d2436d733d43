"""Signatures (Ed25519): who wrote something, and that nobody has changed it since."""

import secrets

SEED_LENGTH = 32
PUBLIC_LENGTH = 32
SIGNATURE_LENGTH = 64


class SigningKey:
    """A key that signs. ``seed`` is its secret: 32 bytes, from which it can be made again."""

    def __init__(self, seed: bytes) -> None:
        from nacl.signing import SigningKey as Ed25519

        self._key = Ed25519(seed)
        self.public: bytes = bytes(self._key.verify_key)

    @classmethod
    def new(cls) -> "SigningKey":
        """A random key that nobody has seen."""
        return cls(secrets.token_bytes(SEED_LENGTH))

    @property
    def seed(self) -> bytes:
        """The secret itself, to be kept in a store."""
        return bytes(self._key)

    def sign(self, message: bytes) -> bytes:
        """The 64 bytes that only this key can make for this message."""
        return bytes(self._key.sign(message).signature)


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the owner of this public key signed this message; nothing fits what is no key."""
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    if len(public) != PUBLIC_LENGTH or len(signature) != SIGNATURE_LENGTH:
        return False
    try:
        VerifyKey(public).verify(message, signature)
    except BadSignatureError:
        return False
    return True
