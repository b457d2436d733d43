"""Random histories of an organisation: laptops that write, erase, exchange, forget and replay.

Whatever happened, the server shows what a store shows that was told the same; and when everybody
has exchanged, everybody shows the same.
"""

import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from digitutor_app.exchange.server.client import Share
from digitutor_app.exchange.server.link import Link
from digitutor_app.store.merging import merge, outgoing
from digitutor_app.store.rows import Row, add_fact, delete
from digitutor_app.store.tables import PERSON, WITHDRAWN
from digitutor_app.store.values import canonical
from tests.exchange.server.laptops import RULES, Laptop
from tests.exchange.server.lines import TUTOR, fact, picture_there, push, version
from tests.exchange.server.postgres import Organisation
from tests.fakes.clock import FakeClock

EVERYTHING = Share(tables=frozenset(), chosen=False)
STEPS = 20
MOST_REPLAYED = 20
LAPTOPS = st.integers(0, 1)
PEOPLE = st.sampled_from(["aino", "eero"])
WORDS = st.sampled_from(["a", "b", 'ä\u0301 "\\\n', "😀"])
CLOCKS = st.sampled_from(
    [
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
        datetime(2026, 3, 2, 9, 1, tzinfo=UTC),
        datetime(2099, 12, 31, 23, 59, tzinfo=UTC),
    ]
)


def run(postgres, database, *, histories, number=0, steps=STEPS, shortest=True):
    """Live that many histories; raises where a promise is broken. ``number`` names the dice;
    ``shortest`` looks for the shortest history that breaks it."""

    class OfThisServer(History):
        server = postgres, database

    how = settings(
        max_examples=histories,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=list(Phase) if shortest else [Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(number)(OfThisServer), settings=how)


class TellingLink(Link):
    """A link that also tells a store, the mirror, what it hands to the server."""

    def __init__(self, connection, mirror):
        super().__init__(connection)
        self._mirror = mirror

    def merge(self, lines):
        answer = super().merge(lines)
        told = [
            {**row, "p": json.loads(row["p"])} if "p" in row else row for row in json.loads(lines)
        ]
        report = merge(self._mirror.store, told, RULES)
        assert [aside.reason for aside in report.put_aside] == []
        return answer


class History(RuleBasedStateMachine):
    """One organisation with two laptops and the mirror."""

    server = None

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="history-")
        self.organisation = Organisation(*self.server)
        self.connection = self.organisation.connect()
        self.clocks = [FakeClock(), FakeClock()]
        self.clocks[1].forward(60)
        path = Path(self.folder.name)
        self.laptops = [Laptop(path / f"{n}", self.clocks[n], EVERYTHING) for n in (0, 1)]
        self.mirror = Laptop(path / "mirror", FakeClock(), EVERYTHING)
        self.link = TellingLink(self.connection, self.mirror)
        self.seen = {}

    @rule(at=LAPTOPS, moment=CLOCKS)
    def set_the_clock(self, at, moment):
        self.clocks[at].set_wall(moment)

    @rule(at=LAPTOPS, who=PEOPLE, word=WORDS)
    def write(self, at, who, word):
        self.laptops[at].person(who, code=word)

    @rule(at=LAPTOPS, who=PEOPLE, into=PEOPLE)
    def join(self, at, who, into):
        if who != into:
            self.laptops[at].person(who, merged_into=into)

    @rule(at=LAPTOPS, who=PEOPLE)
    def take_away(self, at, who):
        delete(self.laptops[at].store.database, PERSON, (who, who), self.clocks[at].now())

    @rule(at=LAPTOPS, who=PEOPLE, which=st.integers(0, 2), word=WORDS)
    def add(self, at, who, which, word):
        said = {"kind": word, "at": self.clocks[at].now()}
        row = Row(id=f"f{which}", subject=who, values=said)
        add_fact(self.laptops[at].store.database, WITHDRAWN, row)

    @rule(at=LAPTOPS, who=PEOPLE, word=WORDS, clock=st.integers(0, 3), mutable=st.booleans())
    def hear_of_a_table_of_tomorrow(self, at, who, word, clock, mutable):
        line = (
            version("plan", "x", who, clock, words=word)
            if mutable
            else fact("hobby", "x", who, of=[word])
        )
        merge(self.laptops[at].store, [line], RULES)

    @rule(at=LAPTOPS, who=PEOPLE)
    def erase(self, at, who):
        self.laptops[at].store.erasures.add(who, TUTOR.public.hex(), TUTOR.sign)

    @rule(at=LAPTOPS, pull=st.booleans(), send=st.booleans())
    def exchange(self, at, pull, send):
        done = self.laptops[at].once(self.link, pull=pull, push=send)
        assert (done.put_aside, done.refused) == (0, {})
        self.server_shows_what_the_mirror_shows()

    @rule(at=LAPTOPS)
    def carry_a_bundle(self, at):
        merge(self.laptops[1 - at].store, list(outgoing(self.laptops[at].store)), RULES)

    @rule(at=LAPTOPS, whole=st.booleans())
    def forget_what_the_server_has(self, at, whole):
        if whole:
            self.laptops[at].exchange.everything()
        else:
            self.laptops[at].known.unlink(missing_ok=True)

    @rule(dice=st.randoms(use_true_random=False))
    def replay_old_lines(self, dice):
        self.replay(dice.sample(list(self.seen.values()), min(len(self.seen), 6)))
        self.server_shows_what_the_mirror_shows()

    def replay(self, lines):
        push(self.connection, *lines)
        assert merge(self.mirror.store, lines[::-1], RULES).put_aside == ()

    @invariant()
    def remember(self):
        for laptop in self.laptops:
            self.seen |= {canonical(line): line for line in outgoing(laptop.store)}

    def server_shows_what_the_mirror_shows(self):
        assert picture_there(self.connection) == self.mirror.picture()

    def teardown(self):
        try:
            told = list(self.seen.values())[-MOST_REPLAYED:]
            for line in (*told, *reversed(told)):
                push(self.connection, line)
            merge(self.mirror.store, told, RULES)
            self.server_shows_what_the_mirror_shows()
            for laptop in (*self.laptops, *self.laptops):
                laptop.once(self.link)
            self.server_shows_what_the_mirror_shows()
            for laptop in self.laptops:
                assert laptop.picture() == self.mirror.picture()
        finally:
            for laptop in (*self.laptops, self.mirror):
                laptop.close()
            self.connection.close()
            self.folder.cleanup()
