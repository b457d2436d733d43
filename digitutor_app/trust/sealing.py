"""Sealing (age): only the owners of the named keys can open what was closed.

The result is a plain age file (age-encryption.org/v1, X25519): any age program opens it with the
secret key. age does not say who closed it; that is what signatures are for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from digitutor_app.domain.errors import WorldError

FIRST_LINE = b"age-encryption.org/v1\n"
_NO_KEY_FITS = "No matching keys found"


class SealError(WorldError):
    """Root of what may go wrong when a sealed file is opened."""


class NotSealedForUsError(SealError):
    """None of our keys is among those that it was closed for (or their lines were damaged)."""


class SealBrokenError(SealError):
    """Not a sealed file, or not the whole of it, or a changed one."""


class NotAKeyError(WorldError):
    """A text that should be a key (``AGE-SECRET-KEY-1…`` or ``age1…``) is none."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The two halves of a key: ``recipient`` closes and is public, ``secret`` opens."""

    recipient: str
    secret: str = field(repr=False)

    @classmethod
    def new(cls) -> "Identity":
        """A random key that nobody has seen."""
        from pyrage import x25519

        made = x25519.Identity.generate()
        return cls(str(made.to_public()), str(made))

    @classmethod
    def of(cls, secret: str) -> "Identity":
        """The key with this secret half; raises NotAKeyError."""
        from pyrage import IdentityError, x25519

        try:
            found = x25519.Identity.from_str(secret)
        except IdentityError as error:
            raise NotAKeyError(str(error)) from error
        return cls(str(found.to_public()), str(found))


def seal(content: bytes, recipients: Sequence[str]) -> bytes:
    """Close the content for everyone in ``recipients`` (at least one); raises NotAKeyError."""
    import pyrage

    try:
        keys = [pyrage.x25519.Recipient.from_str(text) for text in dict.fromkeys(recipients)]
        sealed: bytes = pyrage.encrypt(content, keys)
    except (pyrage.RecipientError, pyrage.EncryptError) as error:
        raise NotAKeyError(str(error)) from error
    return sealed


def unseal(sealed: bytes, identities: Sequence[Identity]) -> bytes:
    """What was closed; raises NotSealedForUsError and SealBrokenError.

    Only the binary form is opened, so that one content has one form.
    """
    import pyrage

    if not sealed.startswith(FIRST_LINE):
        raise SealBrokenError("not an age file")
    keys = [pyrage.x25519.Identity.from_str(identity.secret) for identity in identities]
    try:
        content: bytes = pyrage.decrypt(sealed, keys)
    except pyrage.DecryptError as error:
        if str(error) == _NO_KEY_FITS:
            raise NotSealedForUsError from error
        raise SealBrokenError(str(error)) from error
    return content
