"""One PostgreSQL for all tests of a worker; a database with our schema; an organisation a test."""

import pytest

from tests.exchange.server.gate import Gate, make_certificates
from tests.exchange.server.laptops import write_settings
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


@pytest.fixture(scope="session")
def certificates(postgres, tmp_path_factory):
    folder = tmp_path_factory.mktemp("certificates")
    make_certificates(folder)
    return folder


@pytest.fixture
def gate(postgres, certificates):
    opened = Gate(postgres, certificates)
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path, organisation, gate):
    """The data folder of a laptop that knows the server."""
    write_settings(tmp_path, organisation, gate)
    return tmp_path
