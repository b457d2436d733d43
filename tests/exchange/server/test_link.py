"""The way to the server: who it is, who we are, and what is said when something is wrong."""

import io
import logging
import os
from functools import partial

import pytest

from digitutor_app.exchange.server import errors
from digitutor_app.exchange.server.command import exchange, print_schema, run
from digitutor_app.exchange.server.link import connect
from digitutor_app.exchange.server.schema import schema
from digitutor_app.exchange.server.sentences import _WHAT, sentence
from digitutor_app.exchange.server.settings import read_settings
from tests.exchange.server.laptops import laptops, write_settings
from tests.exchange.server.lines import fact, push
from tests.exchange.server.postgres import free_port


def outcome(folder):
    """The error of one look at the server, or "well"."""
    try:
        with connect(read_settings(folder)) as link:
            link.read(0, [], chosen=False)
    except errors.ServerError as error:
        return type(error)
    return "well"


@pytest.fixture
def wrong(folder, organisation, gate):
    """Changes one thing in the settings, then looks."""

    def look(**changed):
        write_settings(folder, organisation, gate, **changed)
        return outcome(folder)

    return look


def test_all_is_well(folder):
    assert outcome(folder) == "well"


def test_the_line_is_encrypted_and_the_password_never_told(folder, organisation):
    with connect(read_settings(folder)) as link:
        connection = link._connection.pgconn
        assert connection.ssl_in_use
        options = {option.keyword: option.val for option in connection.info}
    assert options[b"sslmode"] == b"verify-full"
    assert options[b"require_auth"] == b"scram-sha-256"


def test_nobody_there(wrong):
    assert wrong(port=free_port()) is errors.ServerAwayError
    assert wrong(host="no-such-host.invalid") is errors.ServerAwayError


def test_a_wrong_password_and_a_wrong_role(wrong, folder, organisation):
    assert wrong(role="nobody_of_ours") is errors.ServerRefusesError
    assert wrong() == "well"
    (folder / "server.password").write_text("another", "utf-8")
    assert outcome(folder) is errors.ServerRefusesError


def test_a_role_that_may_not_log_in(wrong, postgres, organisation):
    postgres.sql(f"ALTER ROLE {organisation.role} NOLOGIN")
    assert wrong() is errors.ServerRefusesError


def test_a_certificate_of_somebody_else(wrong, folder, certificates):
    stranger = (certificates / "stranger.crt").read_bytes()
    (folder / "theirs.crt").write_bytes(stranger)
    assert wrong(ca="theirs.crt") is errors.ServerNotTrustedError


def test_a_certificate_of_another_name(wrong):
    assert wrong(host="127.0.0.1") is errors.ServerNotTrustedError


def test_a_certificate_file_that_is_none(wrong, folder):
    (folder / "empty.crt").write_text("", "utf-8")
    assert wrong(ca="empty.crt") is errors.ServerNotTrustedError


def test_a_server_that_does_not_encrypt(wrong, postgres):
    assert wrong(port=postgres.port) is errors.ServerNotTrustedError


def test_a_database_that_is_not_set_up(wrong, postgres, organisation):
    assert wrong(database="postgres") is errors.ServerNotSetUpError
    assert wrong(database="nowhere") is errors.ServerNotSetUpError


def test_a_role_without_organisation(wrong, postgres, organisation):
    postgres.sql(
        f"DELETE FROM digitutor_data.member WHERE role = '{organisation.role}'",
        organisation.database,
    )
    assert wrong() is errors.NoOrganisationError


@pytest.mark.parametrize(
    ("server", "error"), [(0, errors.ServerOlderError), (2, errors.ServerNewerError)]
)
def test_a_server_of_another_format(monkeypatch, folder, postgres, database, server, error):
    text = schema()
    monkeypatch.setattr("digitutor_app.exchange.server.schema.FORMAT", server)
    postgres.sql(schema(), database)
    try:
        assert outcome(folder) is error
    finally:
        postgres.sql(text, database)


def test_a_full_disk_over_there(folder, postgres, database, organisation, clock, tmp_path):
    """The server's answer to a full disk, given by a trigger: its disk is not filled here."""
    postgres.sql(
        "CREATE FUNCTION public.full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;"
        "CREATE TRIGGER full_disk BEFORE INSERT ON digitutor_data.version"
        " FOR EACH ROW EXECUTE FUNCTION public.full();"
        "GRANT USAGE ON SCHEMA public TO digitutor_owner",
        database,
    )
    with laptops(tmp_path, clock, 1) as [laptop]:
        laptop.person("aino", code="sininen-kettu-27")
        try:
            told = io.StringIO()
            assert run(told, partial(exchange, folder, [laptop.side()], clock)) == 2
            assert told.getvalue().startswith(sentence(errors.ServerFullError()))
        finally:
            postgres.sql(
                "DROP TRIGGER full_disk ON digitutor_data.version;"
                "DROP FUNCTION public.full();"
                "REVOKE USAGE ON SCHEMA public FROM digitutor_owner",
                database,
            )
        told = io.StringIO()
        assert run(told, partial(exchange, folder, [laptop.side()], clock)) == 0
        assert told.getvalue() == "Lähetetty 1 riviä, haettu 0 riviä.\n"


def test_a_line_that_breaks_in_the_middle(folder, gate, organisation):
    with connect(read_settings(folder)) as link:
        gate.left = 0
        with pytest.raises(errors.ServerAwayError):
            link.read(0, [], chosen=False)


def test_a_server_that_is_stopped_meanwhile(folder, postgres):
    with connect(read_settings(folder)) as link:
        pid = link._connection.info.backend_pid
        postgres.sql(f"SELECT pg_terminate_backend({pid})")
        with pytest.raises(errors.ServerAwayError):
            link.read(0, [], chosen=False)


def test_a_server_too_busy(wrong, postgres, organisation):
    postgres.sql(f"ALTER ROLE {organisation.role} CONNECTION LIMIT 0")
    assert wrong() is errors.ServerTroubleError


def test_work_that_takes_too_long(folder, postgres, organisation):
    with organisation.connect() as other, other.transaction():
        postgres.sql(f"ALTER ROLE {organisation.role} SET statement_timeout = '1ms'")
        push(other, fact())
        with connect(read_settings(folder)) as link, pytest.raises(errors.ServerTroubleError):
            link.merge("[]")


def test_settings_that_are_not_there_or_not_right(wrong, folder):
    assert wrong(host="") is errors.ServerSettingsError
    assert wrong(port=0) is errors.ServerSettingsError
    assert wrong(port=True) is errors.ServerSettingsError
    assert wrong(sslmode="disable") is errors.ServerSettingsError
    assert wrong(ca="nowhere.crt") is errors.ServerSettingsError
    (folder / "server.toml").write_text("host = ", "utf-8")
    assert outcome(folder) is errors.ServerSettingsError
    (folder / "server.toml").unlink()
    assert outcome(folder) is errors.NoServerError


def test_a_password_that_is_not_there(folder):
    (folder / "server.password").write_text("\n", "utf-8")
    assert outcome(folder) is errors.PasswordMissingError
    (folder / "server.password").unlink()
    assert outcome(folder) is errors.PasswordMissingError


@pytest.mark.skipif(os.name != "posix", reason="permissions of files as POSIX has them")
def test_a_password_that_others_can_read(folder):
    (folder / "server.password").chmod(0o640)
    assert outcome(folder) is errors.PasswordOpenError


def test_every_error_has_its_sentence_and_says_what_is_safe():
    kinds = [kind for kind in vars(errors).values() if _is_ours(kind)]
    assert set(_WHAT) == set(kinds)
    said = {sentence(kind()) for kind in kinds}
    assert len(said) == len(kinds)
    assert all("Tietosi ovat tallessa tällä koneella." in words for words in said)


def _is_ours(kind):
    root = errors.ServerError
    return isinstance(kind, type) and issubclass(kind, root) and kind is not root


def test_the_password_is_in_no_log_and_no_sentence(
    caplog, wrong, folder, organisation, postgres, clock
):
    caplog.set_level(logging.DEBUG)
    told = io.StringIO()
    for changed in ({"role": "nobody_of_ours"}, {"host": "127.0.0.1"}, {"port": free_port()}):
        wrong(**changed)
        assert run(told, partial(exchange, folder, [], clock)) == 2
    password = organisation.password
    said = told.getvalue() + caplog.text + postgres.said()
    assert password not in said
    assert told.getvalue().count("Ylläpitäjälle: ") == 3


def test_the_command_prints_the_schema():
    told = io.StringIO()
    assert print_schema(told) == 0
    assert told.getvalue() == schema()
    assert print_schema(io.StringIO(), partitions=0) == 2
