"""Every exercise keeps what the guards ask; what an author is told is what the test says."""

import pytest

from digitutor_app.app.exercise_check.case import UnsoundError
from digitutor_app.app.exercise_check.guards import GUARDS
from digitutor_app.app.exercise_check.texts import read
from tests.replays.found import CATALOGUE, every_case, folder_of, hold

CASES = [pytest.param(guard, case, id=f"{case}-{guard}") for guard, case in every_case()]


def test_there_are_exercises_for_every_guard():
    played = {case.values[0] for case in CASES}
    assert played == {guard.id for guard in GUARDS}


@pytest.mark.parametrize("exercise_id", CATALOGUE.ids())
def test_its_files_are_sound(exercise_id):
    folder = folder_of(exercise_id)
    found = [
        f"exercises/{folder.parent.name}/{folder.name}/{f}"
        for f in read(CATALOGUE, folder, exercise_id)
    ]
    if found:
        pytest.fail("\n".join(found), pytrace=False)


@pytest.mark.parametrize(("guard", "case"), CASES)
def test_it_holds(bench, guard, case):
    try:
        hold(bench, guard, case)
    except UnsoundError as error:
        folder = folder_of(case.exercise.id)
        place = f"exercises/{folder.parent.name}/{folder.name}"
        pytest.fail(f"{place}/exercise.toml: {error}", pytrace=False)
