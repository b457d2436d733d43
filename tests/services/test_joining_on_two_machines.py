"""Joined and parted in any order on two machines: both show the same people, and every attempt
once."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from digitutor_app.domain.skills import SkillState
from digitutor_app.services.same_person import SamePerson
from digitutor_app.store.day_rows import people_of_day
from digitutor_app.store.merging import Role, RowRules, merge, outgoing
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from tests.store.makers import KEY, MORNING, a_person, a_visit, an_attempt

#: As many people, of few codes and names: every second pair is alike.
CODES, NAMES = ("sininen-kettu-27", "punainen-karhu-31", ""), ("", "Aino", "Maria")
PEOPLE = 6
RULES = RowRules(role=Role.TUTOR, erasure_holds=lambda *_said: True)

machines = st.integers(0, 1)
people = st.integers(0, PEOPLE - 1)
act = st.one_of(
    st.tuples(st.sampled_from(["join", "part", "apart", "name"]), machines, people, people),
    st.tuples(st.sampled_from(["by code", "carry"]), machines, st.just(0), st.just(0)),
)

#: Each machine knows another one's name, and joins the two the other way round.
CIRCLE = [
    *(("name", at, mine, 1) for at, mine in ((0, 0), (1, 1))),
    *(("name", at, theirs, number) for at, theirs in ((0, 1), (1, 0)) for number in (1, 0)),
    *(("join", at, 0, 1) for at in (0, 1)),
    ("carry", 0, 0, 0),
]


class Machine:
    """A tutor's machine with its store."""

    def __init__(self, path, clock):
        self.worker = StoreWorker.start(lambda: open_store(path, KEY, clock))
        self.desk = SamePerson(self.worker)

    def take(self, other):
        rows = other.worker.ask(lambda store: list(outgoing(store)))
        self.worker.ask(lambda store: merge(store, rows, RULES))

    def seen(self):
        """What its pages show: whoever stands for themselves, with everything that is theirs."""

        def read(store):
            return {
                person.id: (
                    store.people.one_person(person.id),
                    [attempt.id for attempt in store.attempts.of_person(person.id)],
                    store.attempts.skill_states(person.id),
                )
                for person in store.people.all_heads()
            }

        return self.worker.ask(read)

    def today(self):
        return self.worker.ask(
            lambda store: {each.person.id: each for each in people_of_day(store, MORNING.date())}
        )


@pytest.fixture
def rooms(tmp_path, clock):
    """Pairs of machines; all are closed at the end."""
    numbers, opened = count(), []

    def pair():
        made = [Machine(tmp_path / f"{next(numbers)}" / "practice.db", clock) for _ in range(2)]
        opened.extend(made)
        return made

    yield pair
    for machine in opened:
        machine.worker.close()


def fill(machine):
    """Everybody has been here once and has done one exercise; returns ids of people, attempts."""
    them = [a_person(CODES[n % 3], NAMES[n // 2 % 3]) for n in range(PEOPLE)]
    done = []

    def save(store):
        for number, person in enumerate(them):
            at = MORNING + timedelta(minutes=20 * number)
            store.people.put(person)
            store.visits.put(a_visit(person.id, at, left=at + timedelta(minutes=15)))
            attempt = an_attempt(person.id, ended=at, data_set="ab"[number % 2])
            store.attempts.add(attempt)
            done.append(attempt.id)

    machine.worker.ask(save)
    return [person.id for person in them], done


def do(both, ids, said):
    verb, at, one, other = said
    machine = both[at]
    if verb == "join":
        machine.desk.join(ids[one], ids[other])
    elif verb == "part":
        machine.desk.take_back(ids[one])
    elif verb == "apart" and one != other:
        machine.desk.keep_apart(ids[one], ids[other])
    elif verb == "name":
        machine.worker.ask(lambda store: name(store, ids[one], NAMES[other % 3]))
    elif verb == "by code":
        machine.desk.join_by_code()
    elif verb == "carry":
        machine.take(both[1 - at])


def name(store, person_id, first_name):
    """Who stands for both is decided by the name: here two machines come to differ."""
    store.people.put(replace(store.people.get(person_id), first_name=first_name))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example(CIRCLE)
@given(st.lists(act, max_size=14))
def test_both_machines_show_the_same_people_and_every_attempt_once(rooms, acts):
    both = rooms()
    ids, attempts = fill(both[0])
    both[1].take(both[0])
    for said in acts:
        do(both, ids, said)
        for machine in both:
            holds_together(machine, ids, attempts)
    for at in (0, 1, 0):
        both[at].take(both[1 - at])
    assert both[0].seen() == both[1].seen()
    assert both[0].today() == both[1].today()
    for machine in both:
        holds_together(machine, ids, attempts)


def holds_together(machine, ids, attempts):
    """Everybody is in just one group, and what they did counts there once."""
    seen = machine.seen()
    assert sorted(each for group, _done, _skills in seen.values() for each in group) == sorted(ids)
    shown = [each for _group, done, _skills in seen.values() for each in done]
    assert sorted(shown) == sorted(attempts)
    for head, (group, done, skills) in seen.items():
        assert group[0] == head
        several = len({ids.index(each) % 2 for each in group}) == 2
        assert skills == {"files.move": SkillState.CAN if several else SkillState.ALONE}, done
    assert set(machine.today()) == set(seen)
    assert {j.into.id: j for j in machine.desk.joined()}.keys() <= seen.keys()
    assert len(machine.desk.joined()) == machine.desk.count_joined() == len(ids) - len(seen)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example(CIRCLE)
@given(st.lists(act, max_size=10))
def test_parted_one_after_the_other_everybody_is_alone_again(rooms, acts):
    """However people came together, "Erota" on every line of the page takes them apart."""
    both = rooms()
    ids, attempts = fill(both[0])
    both[1].take(both[0])
    for said in acts:
        do(both, ids, said)
    machine = both[0]
    machine.take(both[1])
    while joined := machine.desk.joined():
        machine.desk.take_back(joined[0].known.person.id)
    assert set(machine.seen()) == set(ids)
    holds_together(machine, ids, attempts)
