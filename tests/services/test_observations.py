"""Näytti oikealla koneella: behind the gate, behind the PIN, confirmed, taken back."""

from datetime import timedelta

import pytest

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.skills import SkillState
from digitutor_app.domain.tutor_observations import MarkedBehind
from digitutor_app.services.observations import Observations, Seen
from tests.services.laptop import do_all

SKILL = "files.open"


@pytest.fixture
def behind_gate(laptop, clock, tutor):
    return Observations(laptop.worker, clock, tutor)


@pytest.fixture
def behind_pin(laptop, clock):
    return Observations(laptop.worker, clock)


@pytest.fixture
def aino(laptop):
    """Somebody who has done the exercise alone."""
    person_id = laptop.arrive()
    do_all(laptop, person_id, mode=Mode.ALONE)
    return person_id


def state(laptop, person_id):
    [line] = laptop.skills.of_person(person_id, "fi")
    return line.state


def facts(worker, person_id):
    return worker.ask(lambda store: store.observations.of_people([person_id]))


def skill_of(laptop, person_id):
    [skill] = laptop.skills.by_id(person_id, "fi")
    return skill


def test_behind_the_gate_it_is_confirmed_and_lies_in_both_stores(
    behind_gate, laptop, tutor, aino, clock
):
    skill = skill_of(laptop, aino)
    behind_gate.mark(aino, skill)
    assert behind_gate.of_person(aino) == {skill: Seen(clock.now().date(), confirmed=True)}
    assert state(laptop, aino) is SkillState.CAN
    assert facts(tutor, aino) == facts(laptop.worker, aino)
    assert facts(tutor, aino)[0].behind is MarkedBehind.TUTOR_GATE


def test_behind_the_pin_it_counts_and_waits_for_a_tutor(
    behind_pin, behind_gate, laptop, tutor, aino, clock
):
    skill, day = skill_of(laptop, aino), clock.now().date()
    behind_pin.mark(aino, skill)
    assert state(laptop, aino) is SkillState.CAN
    assert facts(tutor, aino) == []
    assert behind_pin.of_person(aino) == {skill: Seen(day, confirmed=False)}
    clock.forward(timedelta(days=1).total_seconds())
    behind_gate.confirm(aino, skill)
    behind_gate.confirm(aino, skill)
    assert behind_pin.of_person(aino) == {skill: Seen(day, confirmed=True)}
    assert len(facts(laptop.worker, aino)) == 2
    assert len(facts(tutor, aino)) == 1


def test_what_nobody_marked_cannot_be_confirmed(behind_gate, laptop, aino):
    behind_gate.confirm(aino, skill_of(laptop, aino))
    assert behind_gate.of_person(aino) == {}


def test_taken_back_nothing_is_left_of_it_in_either_store(
    behind_pin, behind_gate, laptop, tutor, aino
):
    skill = skill_of(laptop, aino)
    behind_pin.mark(aino, skill)
    behind_gate.confirm(aino, skill)
    behind_gate.withdraw(aino, skill)
    assert behind_gate.of_person(aino) == {}
    assert facts(tutor, aino) == facts(laptop.worker, aino) == []
    assert state(laptop, aino) is SkillState.ALONE
    behind_gate.mark(aino, skill)
    assert state(laptop, aino) is SkillState.CAN


def test_a_joined_person_was_seen_too(behind_gate, laptop, aino):
    other = laptop.arrive()
    person = laptop.store(lambda store: store.people.get(other))
    laptop.store(lambda store: store.people.join(person, aino))
    skill = skill_of(laptop, aino)
    behind_gate.mark(other, skill)
    assert list(behind_gate.of_person(aino)) == [skill]
    behind_gate.withdraw(aino, skill)
    assert behind_gate.of_person(other) == {}
