"""Random histories of several stores, and what must hold whatever happens (design, data 2.3)."""

import random
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, get_state_machine_test, rule

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.ids import moved_id
from digitutor_app.store.attempt_rows import attempts_where
from digitutor_app.store.rows import CLOCK_DIGITS
from digitutor_app.store.values import canonical
from tests.store.makers import MORNING
from tests.store.merging.model import Model
from tests.store.merging.replicas import OLD_TABLES, Replica
from tests.store.merging.writings import FACTS, MUTABLE, PEOPLE, newer_fields, poisoned, words_of

STEPS_OF_A_HISTORY = 30
MOST_REPLICAS, MOST_BUNDLES = 5, 12
#: Seconds by which a clock jumps, then years to which somebody sets it.
JUMPS = (0, 0.001, 0.5, 60, 1000, 10**9)
YEARS = (1970, 2099)

small = st.integers(0, 11)
WRITES = st.sampled_from(("edit",) * 6 + ("fact",) * 5 + ("move",) * 2 + ("delete", "erase"))
EVENTS = st.sampled_from(
    ("take_old", "laws", "turn_the_clock", "clone", "restore", "update_the_program")
)


class Histories(RuleBasedStateMachine):
    """Laptops that are used, cloned, restored, updated, and exchange bundles of any age."""

    def __init__(self):
        super().__init__()
        self.replicas = [Replica(), Replica(), Replica(tables=OLD_TABLES)]
        self.models = [Model() for _ in self.replicas]
        self.bundles = []
        self.everything = []
        self.fine = True

    def pick(self, number):
        index = number % len(self.replicas)
        return index, self.replicas[index]

    def wrote(self, index):
        """Take what the store says beyond the model as what has just been written."""
        replica, model = self.replicas[index], self.models[index]
        before = model.state()
        said = {canonical(line): line for line in replica.lines()}
        written = [line for text, line in said.items() if text not in before]
        model.add(written)
        self.everything += written
        self.check(index, said.keys())
        return written

    def check(self, index, said=None):
        """The store says what the model says, shows what it shows, and names nobody erased."""
        replica, model = self.replicas[index], self.models[index]
        self.fine = False
        assert (replica.state() if said is None else said) == model.state()
        assert replica.shown_attempts() == model.shown_attempts()
        if model.erased:
            assert replica.named(sorted(model.erased)) == []
        self.fine = True

    @rule(writes=st.lists(st.tuples(WRITES, small, small, small, small), min_size=1, max_size=4))
    def write(self, writes):
        """Somebody does something at one of the laptops."""
        for what, *numbers in writes:
            index, replica = self.pick(numbers[0])
            getattr(self, what)(index, replica, *numbers[1:])

    def edit(self, index, replica, t, who, n):
        word = n + t
        name, subject = MUTABLE[t % len(MUTABLE)], PEOPLE[who % 4]
        if replica.table(name) is None:
            return
        row_id = subject if name == "person" else f"{name}-{n % 2}"
        said = words_of(name, n, word, n) | newer_fields(replica, name, word)
        seen = replica.version(name, row_id, subject)
        changed = replica.edit(name, row_id, subject, said)
        written = self.wrote(index)
        assert len(written) == changed
        if changed:
            self.stamped_after(seen, written[0])

    def delete(self, index, replica, t, who, n):
        name, subject = MUTABLE[t % len(MUTABLE)], PEOPLE[who % 4]
        if replica.table(name) is None:
            return
        row_id = subject if name == "person" else f"{name}-{n % 2}"
        seen = replica.version(name, row_id, subject)
        if replica.delete(name, row_id, subject):
            [written] = self.wrote(index)
            assert (written["d"], written["p"]) == (1, {})
            self.stamped_after(seen, written)

    def stamped_after(self, seen, written):
        """An edit wins over what it has seen by its clock, not by the luck of its sha."""
        if seen:
            assert written["v"][:CLOCK_DIGITS] > seen[:CLOCK_DIGITS]

    def fact(self, index, replica, t, who, n):
        word = n + t
        name, subject = FACTS[t % len(FACTS)], PEOPLE[who % 4]
        said = words_of(name, n, word, n) | newer_fields(replica, name, word)
        added = replica.add(name, f"{name}-{n % 3}", subject, said)
        assert len(self.wrote(index)) == added

    def move(self, index, replica, n, to, minutes):
        """An attempt goes to another person; at times a second tutor moves the same one."""
        found = self.move_one(index, replica, n, to, minutes)
        other, second = self.pick(index + 1)
        if found and minutes % 2 and found in second.shown_attempts():
            shown = [(a.person_id, a.id) for a in attempts_where(second.database, "1")]
            self.move_one(other, second, shown.index(found[:2]), to + 1, minutes // 3)

    def move_one(self, index, replica, n, to, minutes):
        if replica.old or not (found := attempts_where(replica.database, "1")):
            return None
        attempt, to = found[n % len(found)], PEOPLE[to % 4]
        if attempt.person_id == to:
            return None
        before = replica.shown_attempts()
        try:
            replica.store.attempts.move(attempt, to, MORNING + timedelta(minutes=minutes))
        except OurMistakeError:
            assert self.gone_with_somebody(self.models[index], to, moved_id(attempt.id, to))
            return None
        self.wrote(index)
        return next(iter(before - replica.shown_attempts()), None)

    def gone_with_somebody(self, model, person_id, copy_id):
        """Who it moves to is erased; or the copy would be one that went with somebody erased, for
        here two people's attempts may have one id, which no laptop ever makes."""
        return person_id in model.erased or (person_id, copy_id) in model.originals_of_the_erased()

    def erase(self, index, replica, who, sure, minutes):
        """A tutor erases somebody; at times a second one does at another machine."""
        if sure > 5:
            return
        gone = replica.erase(PEOPLE[who % 4])
        self.wrote(index)
        assert set(gone) <= self.models[index].erased.keys()
        if sure % 2:
            other, second = self.pick(index + 1)
            second.clock.forward(minutes * 60)
            second.erase(PEOPLE[who % 4])
            self.wrote(other)

    @rule(r=small, s=small, skip=small, seed=small)
    def meet(self, r, s, skip, seed):
        """One laptop carries what it knows, or a part of it, to another one."""
        lines = self.pick(r)[1].lines()
        bundle = lines[skip % 3 :: skip % 3 + 1] if skip > 8 else lines
        if len(self.bundles) < MOST_BUNDLES:
            self.bundles.append(bundle)
        self.take(s, bundle, seed, poison=seed == 0)

    def take(self, s, bundle, seed, *, poison=False):
        index, replica = self.pick(s)
        bundle = list(bundle)
        looked = replica.take(bundle, keep=False)
        self.check(index)
        self.models[index].add(bundle)
        if seed % 3 == 0:
            report = replica.take(bundle + (poisoned(bundle) if poison else []))
            assert (looked.new, looked.changed) == (report.new, report.changed)
            assert (looked.removed, looked.erased) == (report.removed, report.erased)
        else:
            random.Random(seed).shuffle(bundle)
            for line in bundle:
                replica.take([line])
        self.check(index)
        assert replica.take(bundle).nothing

    @rule(what=EVENTS, r=small, x=small, y=small)
    def something_happens(self, what, r, x, y):
        index, replica = self.pick(r)
        getattr(self, what)(index, replica, x, y)

    def take_old(self, index, _replica, x, y):
        if self.bundles:
            self.take(index, self.bundles[x % len(self.bundles)], y)

    def turn_the_clock(self, _index, replica, x, _y):
        if x < 2:
            replica.clock.set_wall(datetime(YEARS[x], 1, 2, tzinfo=UTC))
        elif replica.clock.now().year < 2100:
            replica.clock.forward(JUMPS[x % len(JUMPS)])

    def clone(self, index, replica, _x, _y):
        if len(self.replicas) < MOST_REPLICAS:
            self.replicas.append(replica.clone())
            self.models.append(self.models[index].copy())

    def restore(self, index, replica, b, sure):
        """The disk broke; what it held was carried away before, and an old bundle is all it has."""
        if not self.bundles or sure > 5:
            return
        self.bundles.append(replica.lines())
        bundle = self.bundles[b % len(self.bundles)]
        replica.close()
        self.replicas[index] = Replica(tables=replica.tables, now=replica.clock.now())
        self.replicas[index].take(bundle)
        self.models[index] = Model(bundle)
        self.check(index)

    def update_the_program(self, index, replica, sure, _y):
        if replica.old and sure < 3:
            replica.upgrade()
            self.check(index)

    def laws(self, _index, replica, x, y):
        if not self.bundles:
            return
        one, other = (self.bundles[number % len(self.bundles)] for number in (x, y))
        ends = [
            after(replica, [one, other]),
            after(replica, [other, one]),
            after(replica, [one, other, one]),
            after(replica, [together(one, other)]),
        ]
        assert all(end == ends[0] for end in ends)

    def teardown(self):
        try:
            if self.fine:
                self.everybody_meets()
        finally:
            for replica in self.replicas:
                replica.close()

    def everybody_meets(self):
        """All bundles there ever were, each time in another order: all stores say the same."""
        carried = [*self.bundles, *(replica.lines() for replica in self.replicas)]
        final = Model(self.everything)
        for number, replica in enumerate(self.replicas):
            random.Random(number).shuffle(carried)
            replica.take(line for bundle in carried for line in bundle)
            if replica.old:
                replica.upgrade()
            assert replica.state() == final.state()
            assert replica.shown_attempts() == final.shown_attempts()
            assert replica.named(sorted(final.erased)) == []
            assert replica.sums() == replica.sums_from_attempts()


def after(replica, bundles):
    """What a copy of the store says after these bundles."""
    copy = replica.clone()
    for bundle in bundles:
        copy.take(bundle)
    state = copy.state()
    copy.close()
    return state


def together(one, other):
    """What a store hands on that has met both first."""
    between = Replica()
    between.take(one)
    between.take(other)
    lines = between.lines()
    between.close()
    return lines


def some_histories(count, *, shrink=True):
    """A test that plays so many histories."""
    phases = [Phase.explicit, Phase.generate, *([Phase.shrink] if shrink else [])]
    return get_state_machine_test(
        Histories,
        settings=settings(
            max_examples=count,
            stateful_step_count=STEPS_OF_A_HISTORY,
            deadline=None,
            database=None,
            phases=phases,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
