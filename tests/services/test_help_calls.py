"""Calls for the tutor."""

import pytest

from digitutor_app.domain.calls import CallEnd


def test_a_call_waits_until_somebody_ends_it(laptop, clock):
    person_id = laptop.arrive()
    assert laptop.calls.open_call(person_id) is None
    call = laptop.calls.call(person_id, "files-01", "move")
    assert (call.exercise, call.step, call.end) == ("files-01", "move", CallEnd.OPEN)
    assert laptop.calls.open_call(person_id) == call
    assert laptop.calls.open_call("somebody else") is None


@pytest.mark.parametrize("how", [CallEnd.TUTOR_CAME, CallEnd.WENT_ON, CallEnd.LEFT])
def test_however_it_ends_it_is_kept(laptop, clock, how):
    person_id = laptop.arrive()
    call = laptop.calls.call(person_id)
    clock.forward(150)
    ended = laptop.calls.end(call, how)
    assert laptop.calls.open_call(person_id) is None
    assert laptop.store(lambda store: store.calls.of_person(person_id)) == [ended]
    assert (ended.end, (ended.ended - ended.called).total_seconds()) == (how, 120)


def test_a_call_outlives_a_power_cut(laptop, start):
    person_id = laptop.arrive()
    call = laptop.calls.call(person_id)
    assert start(laptop).calls.open_call(person_id) == call
