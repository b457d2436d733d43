"""Stores that live in memory, with the real engine and the real tables, and one of an older schema.

The older schema is invented: a store from before notes, before people's own display and before
attempts told what the hands used.
"""

import hashlib
from functools import cache
from pathlib import Path

from sqlcipher3 import dbapi2

from digitutor_app.domain.skills import skill_state
from digitutor_app.store import engine, rows
from digitutor_app.store.attempt_rows import attempts_where
from digitutor_app.store.erasures import Erasure, erasure_line, erasure_message
from digitutor_app.store.merging import Role, RowRules, merge, outgoing
from digitutor_app.store.merging_later import take_up
from digitutor_app.store.merging_sums import count_people
from digitutor_app.store.migrations import STEPS
from digitutor_app.store.store import Store
from digitutor_app.store.tables import ATTEMPT, NOTE, PERSON, TABLES, Table
from digitutor_app.store.values import canonical, time_text
from digitutor_app.store.withdrawals import still_holds
from tests.fakes.clock import FakeClock
from tests.store.makers import KEY

TUTOR = "ab" * 32


def _without(table, name):
    columns = tuple(column for column in table.columns if column.name != name)
    return Table(table.name, table.mutable, columns, table.attempt_in)


OLD_PERSON, OLD_ATTEMPT = _without(PERSON, "display"), _without(ATTEMPT, "device")
OLD_TABLES = tuple(
    {PERSON: OLD_PERSON, ATTEMPT: OLD_ATTEMPT}.get(table, table)
    for table in TABLES
    if table is not NOTE
)


def sign(message, tutor=TUTOR):
    """A signature that only these tests believe."""
    return hashlib.sha256(f"tutor {tutor}".encode() + message).digest()


def holds(subject, at, by, signature):
    return signature == sign(erasure_message(subject, at), by)


RULES = RowRules(role=Role.TUTOR, erasure_holds=holds)
PRACTICE = RowRules(role=Role.PRACTICE, erasure_holds=holds, device="laptop-7")


def _in_memory():
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.execute(f'PRAGMA key="{engine.key_text(KEY)}"')
    return connection


@cache
def _template(old):
    connection = _in_memory()
    for step in STEPS:
        for statement in step.STATEMENTS:
            connection.execute(statement)
    if old:
        connection.execute('ALTER TABLE "attempt" DROP COLUMN "device"')
        connection.execute('ALTER TABLE "person" DROP COLUMN "display"')
        connection.execute('DROP TABLE "note"')
    return connection


class Replica:
    """One store, its clock, and the tables that its program knows."""

    def __init__(self, source=None, tables=TABLES, now=None):
        self.tables = tables
        self.clock = FakeClock(now)
        connection = _in_memory()
        (source or _template(tables is OLD_TABLES)).backup(connection)
        self.store = Store(connection, Path("in-memory"), KEY, self.clock)

    @property
    def database(self):
        return self.store.database

    @property
    def old(self):
        return self.tables is OLD_TABLES

    def table(self, name):
        """The table, or None where this program does not know it."""
        return next((table for table in self.tables if table.name == name), None)

    def close(self):
        self.database.tables.conn.close()

    def clone(self):
        """Another laptop with an image of this one's disk."""
        return Replica(self.database.tables.conn, self.tables, self.clock.now())

    def lines(self):
        return list(outgoing(self.store, self.tables))

    def state(self):
        return {canonical(line) for line in self.lines()}

    def take(self, lines, **more):
        return merge(self.store, lines, RULES, tables=self.tables, **more)

    def edit(self, name, row_id, subject, said):
        with self.store.transaction():
            row = rows.Row(id=row_id, subject=subject, values=said)
            return rows.edit(self.database, self.table(name), row, self.clock.now())

    def delete(self, name, row_id, subject):
        with self.store.transaction():
            key = row_id, subject
            return rows.delete(self.database, self.table(name), key, self.clock.now())

    def add(self, name, row_id, subject, said):
        with self.store.transaction():
            row = rows.Row(id=row_id, subject=subject, values=said)
            added = rows.add_fact(self.database, self.table(name), row)
            count_people(self.database, [subject] if added else [])
            return added

    def version(self, name, row_id, subject):
        """``v`` of a row, "" where there is none."""
        query = f'SELECT "v" FROM "{name}" WHERE "id" = ? AND "subject" = ?'
        found = self.database.first(query, [row_id, subject])
        return found[0] if found else ""

    def erase(self, subject):
        """What a tutor at this machine does; an older program knows it as we do."""
        if not self.old:
            return self.store.erasures.add(subject, TUTOR, sign)
        at = rows.wall_clock(self.clock.now())
        self.take([signed(subject, at)])
        return (subject,)

    def upgrade(self):
        """The program is replaced by a newer one."""
        connection = self.database.tables.conn
        connection.execute(
            """ALTER TABLE "attempt" ADD COLUMN "device" TEXT NOT NULL DEFAULT '' """
        )
        connection.execute(
            """ALTER TABLE "person" ADD COLUMN "display" TEXT NOT NULL DEFAULT '{}' """
        )
        [statement] = [s for step in STEPS for s in step.STATEMENTS if 'TABLE "note"' in s]
        connection.execute(statement)
        self.tables = TABLES
        return take_up(self.store, TABLES)

    def named(self, subjects):
        """In which tables anybody of these is named as the one a row is about."""
        marks = ", ".join("?" for _ in subjects)
        found = []
        for table in self.tables:
            query = f'SELECT 1 FROM "{table.name}" WHERE "subject" IN ({marks}) LIMIT 1'
            found += [table.name] if self.database.first(query, subjects) else []
        for name, column in _LOCAL:
            query = f'SELECT 1 FROM "{name}" WHERE "{column}" IN ({marks}) LIMIT 1'
            found += [name] if self.database.first(query, subjects) else []
        return found

    def shown_attempts(self):
        """Subject, id and sha of every attempt that counts."""
        query = f'SELECT "subject", "id", "sha" FROM "attempt" WHERE {still_holds(ATTEMPT)}'
        return set(self.database.rows(query))

    def sums(self):
        """What is kept per person and skill."""
        query = 'SELECT "person_id", "skill", "state", "attempts", "last" FROM "skill_sum"'
        return {found[:2]: found[2:] for found in self.database.rows(query)}

    def sums_from_attempts(self):
        """The same, counted from every attempt (not for an old store)."""
        by_skill = {}
        for attempt in attempts_where(self.database, "1"):
            for skill in attempt.skills:
                by_skill.setdefault((attempt.person_id, skill), []).append(attempt)
        return {
            key: (
                int(skill_state(attempts, observed=self._seen(*key))),
                len(attempts),
                time_text(max(attempt.ended for attempt in attempts)),
            )
            for key, attempts in by_skill.items()
        }

    def _seen(self, person_id, skill):
        seen = self.store.observations.of_people([person_id])
        return any(observation.skill == skill for observation in seen)


_LOCAL = (
    ("position", "person_id"),
    ("skill_sum", "person_id"),
    ("put_aside", "subject"),
    ("put_aside", "row_id"),
    ("parked", "subject"),
)


def signed(subject, at, by=TUTOR):
    """The wire row of a decision that holds."""
    return erasure_line(Erasure(subject, at, by, sign(erasure_message(subject, at), by)))
