"""Calls come back, and only those that wait are open."""

from dataclasses import replace
from datetime import timedelta

from digitutor_app.domain.calls import Call, CallEnd, Coming
from digitutor_app.domain.ids import new_id
from tests.store.makers import MORNING


def a_call(person_id, minutes=0):
    return Call(
        id=new_id(),
        person_id=person_id,
        called=MORNING + timedelta(minutes=minutes),
        exercise="files-04",
        step="move",
    )


def test_the_longest_waiting_comes_first(store):
    late, early = a_call("p-1", 5), a_call("p-2")
    for call in (late, early):
        store.calls.put(call)
    assert store.calls.open_calls() == [early, late]


def test_every_end_closes_a_call(store):
    for end in set(CallEnd) - {CallEnd.OPEN}:
        call = a_call("p-1")
        store.calls.put(call)
        store.calls.put(replace(call, end=end, ended=MORNING + timedelta(minutes=2)))
    assert store.calls.open_calls() == []
    assert {call.end for call in store.calls.of_person("p-1")} == set(CallEnd) - {CallEnd.OPEN}


def test_calls_of_a_person_come_in_order(store):
    calls = [a_call("p-1", minutes) for minutes in (3, 1, 2)]
    for call in (*calls, a_call("p-2")):
        store.calls.put(call)
    assert store.calls.of_person("p-1") == [calls[1], calls[2], calls[0]]


def test_who_is_on_the_way_is_known_until_it_is_taken_back(store):
    later, first = (
        Coming(id=new_id(), person_id="p-1", about="c", since=MORNING + timedelta(minutes=minutes))
        for minutes in (4, 2)
    )
    for coming in (later, first):
        assert store.calls.put_coming(coming)
    assert store.calls.coming_to("p-1") == [first, later]
    assert store.calls.coming_to("p-2") == []
    store.calls.put_coming(replace(first, ended=MORNING + timedelta(minutes=5)))
    assert store.calls.coming_to("p-1") == [later]
