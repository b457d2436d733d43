"""Where there can be no server the tests say so; on a build server that is a failure."""

import os

import pytest

from tests.exchange.server import postgres as here


@pytest.fixture
def nothing_installed(monkeypatch):
    monkeypatch.setattr(here, "programs", lambda: None)


def test_people_see_why_it_is_skipped(nothing_installed, monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no PostgreSQL"):
        here.need_postgres()


def test_a_build_server_must_have_it(nothing_installed, monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="must have PostgreSQL"):
        here.need_postgres()


@pytest.mark.skipif(os.name != "posix", reason="users as POSIX has them")
def test_the_server_does_not_run_as_root(postgres):
    assert postgres.folder.joinpath("data").stat().st_uid != 0
