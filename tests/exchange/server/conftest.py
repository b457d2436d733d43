"""One PostgreSQL for all tests of a worker; a database with our schema; an organisation a test."""

import pytest

from tests.exchange.server.postgres import Organisation, Postgres, need_postgres, new_database


@pytest.fixture(scope="session")
def postgres():
    need_postgres()
    server = Postgres()
    try:
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def database(postgres):
    return new_database(postgres)


@pytest.fixture
def organisation(postgres, database):
    return Organisation(postgres, database)
