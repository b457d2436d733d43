"""How the slots stand in their file: one JSON text, read with suspicion.

``{"format": 1, "slots": [{"kind", "label", "kdf": {"name", "passes", "memory", "salt"}, "public",
"wrap", "sealed"}]}``; salt, public, wrap and sealed are base64. Each slot has a pair of keys: the
wrap is its private half in a SecretBox (72 bytes), locked with Argon2id of the passphrase; sealed
is the store's key in a SealedBox (80 bytes) for its public half. So the store can get a new key
for everybody without anybody's passphrase.
"""

import base64
import binascii
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from digitutor_app.trust.cost import Cost
from digitutor_app.trust.errors import KeyDamagedError, SlotsNewerError

FORMAT = 1
KDF = "argon2id13"
KEY_LENGTH = 32
SALT_LENGTH = 16
WRAP_LENGTH = 72
SEALED_LENGTH = 80
LARGEST_FILE = 1_000_000


class SlotKind(StrEnum):
    """Whose slot it is: a tutor's own words, or the recovery key on paper."""

    TUTOR = "tutor"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the store's key. ``label`` says whose it is; nothing in it is secret by itself."""

    kind: SlotKind
    label: str
    cost: Cost
    salt: bytes
    public: bytes
    wrap: bytes
    sealed: bytes

    @property
    def id(self) -> str:
        """Names the slot: no two have the same public half."""
        return self.public.hex()[:16]


def to_text(slots: Iterable[Slot]) -> str:
    """The whole file."""
    listed = [
        {
            "kind": slot.kind.value,
            "label": slot.label,
            "kdf": {
                "name": KDF,
                "passes": slot.cost.passes,
                "memory": slot.cost.memory,
                "salt": _base64(slot.salt),
            },
            "public": _base64(slot.public),
            "wrap": _base64(slot.wrap),
            "sealed": _base64(slot.sealed),
        }
        for slot in slots
    ]
    return json.dumps({"format": FORMAT, "slots": listed}, ensure_ascii=False, indent=2) + "\n"


def from_bytes(content: bytes, path: Path) -> list[Slot]:
    """The slots of the file; raises KeyDamagedError or SlotsNewerError about ``path``."""
    try:
        said = json.loads(content)
        number = said["format"]
        if isinstance(number, int) and number > FORMAT:
            raise SlotsNewerError(path, number)
        slots = [_slot(one) for one in said["slots"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise KeyDamagedError(path, str(error)) from error
    if number != FORMAT or not slots:
        raise KeyDamagedError(path, "no slots")
    return slots


def _slot(said: Mapping[str, object]) -> Slot:
    """One slot; raises ValueError, KeyError or TypeError for anything we would not write."""
    kdf = said["kdf"]
    label = said["label"]
    if not isinstance(kdf, dict) or not isinstance(label, str) or kdf["name"] != KDF:
        raise ValueError("unknown kind of slot")
    if not isinstance(kdf["passes"], int) or not isinstance(kdf["memory"], int):
        raise TypeError("cost")
    cost = Cost(kdf["passes"], kdf["memory"])
    slot = Slot(
        SlotKind(str(said["kind"])),
        label,
        cost,
        _bytes(kdf["salt"], SALT_LENGTH),
        _bytes(said["public"], KEY_LENGTH),
        _bytes(said["wrap"], WRAP_LENGTH),
        _bytes(said["sealed"], SEALED_LENGTH),
    )
    if not cost.sane():
        raise ValueError("impossible cost")
    return slot


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _bytes(text: object, length: int) -> bytes:
    if not isinstance(text, str):
        raise TypeError("not text")
    try:
        content = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from error
    if len(content) != length:
        raise ValueError(f"{len(content)} bytes, not {length}")
    return content
