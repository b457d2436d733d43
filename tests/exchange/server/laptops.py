"""A tutor's laptops for the tests: a data folder that knows the server, stores, exchanges."""

import shutil
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone

from digitutor_app.exchange.server.client import PRACTICE, Exchange
from digitutor_app.exchange.server.command import Side
from digitutor_app.store.merging import Role, RowRules, outgoing
from digitutor_app.store.opening import open_store
from digitutor_app.store.rows import Row, edit
from digitutor_app.store.tables import PERSON
from tests.exchange.server.lines import erasure_holds, picture

KEY = bytes(range(32))
RULES = RowRules(role=Role.TUTOR, erasure_holds=erasure_holds)
MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=2)))


def write_settings(folder, organisation, gate, **changed):
    """What the one who looks after the server hands out: settings, certificate, password."""
    said = {"host": "localhost", "port": gate.port, "database": organisation.database,
            "role": organisation.role, **changed}  # fmt: skip
    lines = [f"{name} = {value!r}".replace("'", '"') for name, value in said.items()]
    (folder / "server.toml").write_text("\n".join(lines), "utf-8")
    shutil.copy(gate.ca, folder / "server-ca.crt")
    word = folder / "server.password"
    word.touch(0o600)
    word.write_text(f"{organisation.password}\n", "utf-8")


class Laptop:
    """One store and its part in the exchange."""

    def __init__(self, folder, clock, share=PRACTICE):
        folder.mkdir(exist_ok=True)
        self.clock = clock
        self.store = open_store(folder / "practice.db", KEY, clock)
        self.known = folder / "server-practice.known"
        self.share = share

    @property
    def exchange(self):
        return Exchange(self.on_store, self.share, self.known)

    def side(self):
        return Side(exchange=self.exchange, rules=RULES)

    def on_store(self, job):
        return job(self.store)

    def once(self, link, **how):
        return self.exchange.once(link, RULES, self.clock, **how)

    def person(self, who, **said):
        """Write or change a person."""
        edit(self.store.database, PERSON, Row(id=who, subject=who, values=said), self.clock.now())

    def picture(self):
        return picture(outgoing(self.store))

    def close(self):
        self.store.close()


@contextmanager
def laptops(folder, clock, count):
    """Some laptops, each with a folder of its own."""
    opened = [Laptop(folder / f"laptop-{number}", clock) for number in range(count)]
    try:
        yield opened
    finally:
        for laptop in opened:
            laptop.close()
