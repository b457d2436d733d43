"""The people (and workshops) that this store has forgotten for good."""

import base64
import binascii
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from digitutor_app.domain.clock import Clock
from digitutor_app.store import values
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.errors import UnfitValueError
from digitutor_app.store.joined import joined_ids
from digitutor_app.store.merging_sums import count_people
from digitutor_app.store.moves import forget_originals, settle_copies
from digitutor_app.store.rows import LAST_CLOCK, wall_clock
from digitutor_app.store.tables import TABLES, WORKSHOP, Table
from digitutor_app.store.values import fit_id

# The earliest decision counts; of two of the same moment always the same one.
_ADD = """
    INSERT INTO "erased" ("subject", "at", "by", "sig") VALUES (?, ?, ?, ?)
    ON CONFLICT ("subject") DO UPDATE SET
        "at" = "excluded"."at", "by" = "excluded"."by", "sig" = "excluded"."sig"
    WHERE ("excluded"."at", "excluded"."by", "excluded"."sig")
        < ("erased"."at", "erased"."by", "erased"."sig")
"""
#: What travels: decisions that somebody has signed.
ERASED = """
    SELECT "subject", "at", "by", "sig" FROM "erased" WHERE length("sig") > 0 ORDER BY "subject"
"""
#: What never travels and is about one person.
LOCAL = ("position", "skill_sum")
_NAMED = ("put_aside", "parked")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Erasure:
    """One decision: whom, when (milliseconds of the wall clock), whose key, and its signature."""

    subject: str
    at: int
    by: str = ""
    signature: bytes = b""

    @property
    def order(self) -> tuple[int, str, bytes]:
        """The smallest of several decisions about one subject is the one that stays."""
        return self.at, self.by, self.signature

    @classmethod
    def from_line(cls, line: Mapping[str, Any]) -> Self:
        """The decision in a wire row; raises UnfitValueError."""
        subject, by, sig = line.get("s"), line.get("by"), line.get("sig")
        if not isinstance(subject, str) or not values.is_id(subject):
            raise UnfitValueError("erased.subject", "not an id")
        at = values.fit_int("erased.at", line.get("at"))
        if not 0 <= at <= LAST_CLOCK:
            raise UnfitValueError("erased.at", "a clock beyond the year 2200")
        if not isinstance(sig, str) or not sig.isascii() or len(sig) > _LONGEST:
            raise UnfitValueError("erased.sig", "not a signature")
        try:
            signature = base64.b64decode(sig, validate=True)
        except (binascii.Error, ValueError) as error:
            raise UnfitValueError("erased.sig", "not a signature") from error
        return cls(subject, at, values.fit_text("erased.by", by, _LONGEST), signature)


def erasure_line(erasure: Erasure) -> dict[str, Any]:
    """The decision as it travels."""
    signature = base64.b64encode(erasure.signature).decode("ascii")
    said = {"at": erasure.at, "by": erasure.by, "sig": signature}
    return {"t": "erased", "s": erasure.subject, **said}


def erasure_message(subject: str, at: int) -> bytes:
    """What a tutor signs."""
    return f"digitutor erasure\n{subject}\n{at}".encode()


def erased_subjects(database: StoreDatabase) -> dict[str, tuple[int, str, bytes]]:
    """The order of each decision, by subject."""
    return {
        subject: (at, by, signature)
        for subject, at, by, signature in database.rows(
            'SELECT "subject", "at", "by", "sig" FROM "erased"'
        )
    }


def erase(
    database: StoreDatabase, erasure: Erasure, tables: Iterable[Table] = TABLES
) -> dict[str, int]:
    """Forget one subject, in the caller's transaction; returns how many rows went, by table."""
    subject = erasure.subject
    database.run(_ADD, [subject, erasure.at, erasure.by, erasure.signature])
    removed = {
        table.name: database.run(f'DELETE FROM "{table.name}" WHERE "subject" = ?', [subject])
        for table in tables
    }
    for name in _NAMED:
        database.run(f'DELETE FROM "{name}" WHERE "subject" = ? OR "row_id" = ?', [subject] * 2)
    for name in LOCAL:
        database.run(f'DELETE FROM "{name}" WHERE "person_id" = ?', [subject])
    return {name: count for name, count in removed.items() if count}


def erasure_hash(database: StoreDatabase) -> str:
    """16 hex digits that are the same in two stores which have forgotten the same subjects."""
    query = 'SELECT "subject" FROM "erased" WHERE length("sig") > 0 ORDER BY "subject"'
    return values.sha({"erased": [subject for (subject,) in database.rows(query)]})


def joined_with_erased(database: StoreDatabase) -> tuple[str, ...]:
    """People who are here and were joined with somebody erased; no tutor has signed for them."""
    query = """
        SELECT "id" FROM "person" WHERE "deleted" = 0 AND "merged_into" <> ''
            AND "merged_into" IN (SELECT "subject" FROM "erased") ORDER BY "id"
    """
    return tuple(row_id for (row_id,) in database.rows(query))


class Erasures:
    """A set that only grows; nothing about a subject in it is ever written again."""

    def __init__(self, database: StoreDatabase, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(
        self, subject: str, by: str = "", sign: Callable[[bytes], bytes] | None = None
    ) -> tuple[str, ...]:
        """Forget everything about a subject and everybody joined with them, for ever.

        ``by`` is the public key (hex) of the tutor who decided it and ``sign`` signs with it:
        only what is signed travels. Returns the subjects. Said again, it also covers people who
        have been joined with the subject since.
        """
        fit_id(WORKSHOP, subject)
        at = wall_clock(self._clock.now())
        with self._database.transaction():
            ids = joined_ids(self._database, subject)
            for each in ids:
                signature = sign(erasure_message(each, at)) if sign else b""
                erase(self._database, Erasure(each, at, by, signature))
            forget_originals(self._database)
            sums = settle_copies(self._database)
            count_people(self._database, sorted(sums - set(ids)))
        self._database.empty_log()
        return ids

    def signed(self) -> int:
        """How many subjects have been forgotten everywhere."""
        found = self._database.first('SELECT count(*) FROM "erased" WHERE length("sig") > 0')
        return int(found[0]) if found else 0

    def has(self, subject: str) -> bool:
        """Whether the subject has been forgotten."""
        query = 'SELECT 1 FROM "erased" WHERE "subject" = ?'
        return self._database.first(query, [subject]) is not None
