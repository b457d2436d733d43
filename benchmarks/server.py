"""The organisation's server on this machine: rows sent and fetched, and the bytes they take there.

The server of the tests is started for it, on this machine, and does wait for its disk.
"""

import secrets
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from benchmarks.measuring import Line, Size, seconds
from digitutor_app.domain.clock import SystemClock
from digitutor_app.domain.ids import new_id
from digitutor_app.exchange.server.client import PRACTICE, Exchange
from digitutor_app.exchange.server.link import Link
from digitutor_app.store.merging import Role, RowRules, merge, outgoing
from digitutor_app.store.opening import open_store
from digitutor_app.store.store import Store
from digitutor_app.store.values import canonical, sha

KEY = bytes(range(32))
MORNING = "2026-03-02T09:00+02:00"
STEPS, ATTEMPTS = 5, 60
BARE_TABLE = (
    "CREATE TABLE bare (organisation text, subject text, t text, id text, sha text, p text,"
    " PRIMARY KEY (organisation, subject, t, id, sha))"
)
BARE_INSERT = "INSERT INTO bare VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING"
SIZES = (
    "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c"
    " WHERE c.oid IN ('digitutor_data.fact'::regclass, 'digitutor_data.version'::regclass)"
)


def measure(folder: Path, size: Size) -> Iterator[Line]:
    from tests.exchange.server.postgres import Organisation, Postgres, new_database, why_not

    if reason := why_not():
        yield Line("the server", 0.0, 0.0, "x", f"not measured: {reason}")
        return
    running = Postgres(hasty=False)
    try:
        running.start()
        organisation = Organisation(running, new_database(running))
        with organisation.connect() as connection, running.connect(organisation.database) as care:
            yield from Measured(folder, size, Link(connection), care).lines()
    finally:
        running.stop()


class Measured:
    """Two stores of an organisation and what their exchange costs."""

    def __init__(self, folder: Path, size: Size, link: Link, care: Any) -> None:
        self._folder = folder
        self._people = size.of(100, 2)
        self._link = link
        self._care = care
        self._rules = RowRules(role=Role.TUTOR, erasure_holds=_nobody)

    def lines(self) -> Iterator[Line]:
        with closing(self._store("one")) as one, closing(self._store("two")) as two:
            merge(one, everybody(self._people), self._rules)
            rows = list(outgoing(one))
            sent = self._exchange(one)
            bare = seconds(lambda: self._insert(rows))
            yield _rate("rows sent to the server", len(rows), sent, bare, 8.0)
            (one_folder := self._folder / "one.known").unlink()
            again = self._exchange(one)
            yield _rate("the same rows sent again", len(rows), again, sent, 1.5)
            assert one_folder.exists()
            fetched = self._exchange(two)
            with closing(self._store("three")) as three:
                merged = seconds(lambda: merge(three, rows, self._rules))
            yield _rate("rows fetched from the server", len(rows), fetched, merged, 5.0)
            yield self._nothing_new(two, len(rows), fetched)
            yield self._bytes(rows)

    def _nothing_new(self, store: Store, rows: int, fetched: float) -> Line:
        took = self._exchange(store)
        told = f"{took * 1000:.0f} ms with {rows} rows here / {fetched * 1000:.0f} ms"
        return Line("nothing new, against all of it", took / fetched, 0.5, "x", told)

    def _bytes(self, rows: list[dict[str, Any]]) -> Line:
        self._care.execute("VACUUM ANALYZE")
        stored = float(self._care.execute(SIZES).fetchone()[0]) / len(rows)
        said = sum(len(canonical(row).encode()) for row in rows) / len(rows)
        told = f"{stored:.0f} B a row with its keys / {said:.0f} B as JSON"
        return Line("bytes on the server", stored / said, 3.0, "x", told)

    def _store(self, name: str) -> Store:
        return open_store(self._folder / f"{name}.db", KEY, SystemClock())

    def _exchange(self, store: Store) -> float:
        known = store.path.with_suffix(".known")
        exchange = Exchange(lambda job: job(store), PRACTICE, known)
        return seconds(lambda: exchange.once(self._link, self._rules, SystemClock()))

    def _insert(self, rows: list[dict[str, Any]]) -> None:
        self._care.execute(BARE_TABLE)
        said = [
            ("org", row["s"], row["t"], row["id"], row.get("h", row.get("v")), canonical(row["p"]))
            for row in rows
        ]
        with self._care.transaction(), self._care.cursor() as cursor:
            cursor.executemany(BARE_INSERT, said)


def _rate(what: str, rows: int, ours: float, other: float, budget: float) -> Line:
    told = f"{rows / ours:.0f} / {rows / other:.0f} rows a second, {rows} rows"
    return Line(what, ours / other, budget, "x", told)


def everybody(people: int) -> Iterator[dict[str, Any]]:
    """What people leave behind in a year: attempts of some steps each."""
    for _person in range(people):
        subject = new_id()
        for number in range(ATTEMPTS):
            attempt_id, exercise = new_id(), f"files-{number % 13:02}"
            for step in range(STEPS):
                yield _fact("step_done", new_id(), subject, {
                    "attempt_id": attempt_id, "exercise": exercise, "step": f"step-{step}",
                    "number": step + 1, "of": STEPS, "mode": "guided", "at": MORNING,
                })  # fmt: skip
            yield _fact("attempt", attempt_id, subject, {
                "exercise": exercise, "content_version": "3", "data_set": "a", "mode": "guided",
                "end": "done", "started": MORNING, "ended": MORNING, "steps_done": STEPS,
                "hint": 1, "device": "mouse", "skills": ["files.move", "files.find"],
                "mistakes": {secrets.choice(["parent_folder", "copied"]): 1},
            })  # fmt: skip


def _fact(table: str, row_id: str, subject: str, said: dict[str, Any]) -> dict[str, Any]:
    return {"t": table, "id": row_id, "s": subject, "h": sha(said), "p": said}


def _nobody(_subject: str, _at: int, _by: str, _signature: bytes) -> bool:
    return False
