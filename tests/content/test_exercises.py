"""The exercises of the program can all be read; what they must keep is asked in tests/replays."""

import pytest

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.i18n.places import exercises
from tests.content.kinds import KINDS

CATALOGUE = Catalogue(exercises(), KINDS.problem)


def test_none_is_left_out():
    assert [str(error) for error in CATALOGUE.problems("fi")] == []
    assert {"files-01", "files-04", "files-07"} <= set(CATALOGUE.ids())


@pytest.mark.parametrize("exercise_id", CATALOGUE.ids())
def test_a_language_that_is_not_written_yet_leaves_it_out_and_says_so(exercise_id):
    problem = CATALOGUE.problem(exercise_id, "xx")
    assert problem is not None
    assert problem.file.name == "text.xx.toml"
