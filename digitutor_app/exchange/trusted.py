"""Whose signature counts here: the machines that were introduced, by their public keys."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from digitutor_app.store.erasures import erasure_message
from digitutor_app.store.merging import Role
from digitutor_app.trust.signing import verify

_PUBLIC = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Trusted:
    """``roles``: public key (hex) to role. ``former_tutors``: keys of machines that deliver
    nothing any more, but whose erasures hold for ever."""

    roles: Mapping[str, Role] = field(default_factory=dict)
    former_tutors: frozenset[str] = frozenset()

    def role_of(self, device: str) -> Role | None:
        """What a machine may deliver; None for a stranger."""
        return self.roles.get(device)

    def erasure_holds(self, subject: str, at: int, by: str, signature: bytes) -> bool:
        """Whether a tutor, present or former, has signed this erasure."""
        if self.roles.get(by) is not Role.TUTOR and by not in self.former_tutors:
            return False
        if not _PUBLIC.fullmatch(by):
            return False
        return verify(bytes.fromhex(by), erasure_message(subject, at), signature)
