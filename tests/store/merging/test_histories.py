"""Whatever happens to several laptops, they end up saying the same, and nothing is lost."""

import pytest

from tests.store.merging.histories import some_histories
from tests.store.merging.mutants import killed

HISTORIES = 300


def test_random_histories():
    some_histories(HISTORIES)()


@pytest.mark.parametrize(
    "name", ["the_older_version_stays", "the_erased_come_back", "unknown_fields_are_dropped"]
)
def test_the_histories_notice_a_wrong_rule(name):
    """All mutants are in the long run (tests/soak/proof_merging.py)."""
    assert killed(name)
