"""Every room that is found keeps the contract of house.md, "A room"; exemptions have a reason."""

import pytest

from digitutor_app.app.exercise_check.case import Case, UnsoundError
from digitutor_app.app.rooms_found import RoomsFound
from digitutor_app.domain.attempts import Mode
from tests.replays.found import CATALOGUE
from tests.rooms.contract.parts import PARTS

ROOMS = {info.id: info for info in RoomsFound().infos}
#: Parts that look at every exercise of the room; the others look at its first one.
WIDE = ("undo", "resume", "targets")


def exercises_of(room):
    every = [CATALOGUE.exercise(exercise_id) for exercise_id in CATALOGUE.sound_ids("fi")]
    return [exercise.id for exercise in every if exercise.room == room]


def promises():
    """Room, part, exercise."""
    for room in ROOMS:
        for part in PARTS:
            for exercise_id in exercises_of(room)[: None if part in WIDE else 1]:
                yield pytest.param(room, part, exercise_id, id=f"{room}-{part}-{exercise_id}")


@pytest.mark.parametrize("room", ROOMS)
def test_there_is_an_exercise_to_prove_the_room_by(room):
    assert exercises_of(room)


@pytest.mark.parametrize("room", ROOMS)
def test_exemptions_are_parts_of_the_contract_with_a_reason(room):
    exempt = ROOMS[room].exempt
    assert set(exempt) <= set(PARTS)
    assert all(len(reason.split()) >= 4 for reason in exempt.values())


@pytest.mark.parametrize(("room", "part", "exercise_id"), list(promises()))
def test_the_room_keeps(bench, room, part, exercise_id):
    if reason := ROOMS[room].exempt.get(part):
        pytest.skip(reason)
    exercise = bench.catalogue.exercise(exercise_id)
    try:
        PARTS[part](bench, Case(exercise, exercise.data[0], Mode.ALONE))
    except UnsoundError as error:
        pytest.fail(f"room {room}, {part}, exercise {exercise_id}: {error}", pytrace=False)
