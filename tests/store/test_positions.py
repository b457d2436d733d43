"""Where a person is: one place a person, letter by letter as it was."""

from dataclasses import replace

import pytest

from digitutor_app.store.errors import UnfitValueError
from tests.store.makers import a_step, after


def test_a_person_is_in_one_place(store):
    first, second = after(a_step("p-1", 1)), after(a_step("p-1", 2))
    for position in (first, after(a_step("p-2")), second):
        store.positions.put(position)
    assert store.positions.get("p-1") == second
    store.positions.clear("p-1")
    assert store.positions.get("p-1") is None
    assert store.positions.get("p-2") is not None


def test_what_was_typed_stays_as_typed(store):
    position = after(a_step("p-1"), '{"typed": "e\u0301 \\ud83d \U0001f98a"}')
    store.positions.put(position)
    assert store.positions.get("p-1") == position


@pytest.mark.parametrize("snapshot", ["\x00", "x" * 4_000_001])
def test_an_impossible_snapshot_is_refused_and_the_old_one_stays(store, snapshot):
    position = after(a_step("p-1"))
    store.positions.put(position)
    with pytest.raises(UnfitValueError):
        store.positions.put(replace(position, snapshot=snapshot))
    assert store.positions.get("p-1") == position
