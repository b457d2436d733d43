"""The store and the server keep one rule: random histories leave the same picture in both.

The long run lives 1,000 histories, and shows for each mutant of the rule that they notice it.
"""

import pytest

from digitutor_app.exchange.server.schema import schema
from tests.exchange.server import histories, mutants
from tests.exchange.server.postgres import new_database

HISTORIES = 20


def test_the_server_shows_what_a_store_shows(postgres, database):
    histories.run(postgres, database, histories=HISTORIES)


def test_partitions_change_nothing(postgres):
    spread = new_database(postgres, schema(partitions=3))
    histories.run(postgres, spread, histories=3)


@pytest.mark.parametrize("what", ["the smaller one stays", "facts of one id replace each other"])
def test_the_histories_notice_a_broken_rule(postgres, what):
    assert mutants.noticed(postgres, what)


def test_every_mutant_changes_the_schema():
    assert len({mutants.broken(what) for what in mutants.MUTANTS} | {schema()}) == 9
