"""A role of an organisation can call the two functions, for its own organisation, and nothing else.

What is tried here is tried with the role's own password, on the server as it was set up.
"""

import pytest

from digitutor_app.exchange.server.schema import FORMAT
from tests.exchange.server.lines import EERO, fact, picture, picture_there, push, version
from tests.exchange.server.postgres import Organisation

TABLES = ("organisation", "member", "kind", "fact", "version", "erased")
DENIED = "InsufficientPrivilege"


@pytest.fixture
def victim(postgres, database):
    """Another organisation with something to steal."""
    other = Organisation(postgres, database)
    with other.connect() as connection:
        push(connection, fact(hint=1), version(code="sininen-kettu-27"))
        yield other
        assert picture_there(connection) == picture(
            [fact(hint=1), version(code="sininen-kettu-27")]
        )


@pytest.fixture
def thief(organisation, victim):
    with organisation.connect() as connection:
        push(connection, fact(subject=EERO, hint=9))
        yield connection
        assert picture_there(connection) == picture([fact(subject=EERO, hint=9)])


def refusal(connection, statement):
    """The name of the error, or what the statement gave."""
    import psycopg

    try:
        return connection.execute(statement).statusmessage
    except psycopg.Error as error:
        connection.rollback()
        return type(error).__name__


def on_each_table(table):
    return (
        f"SELECT * FROM digitutor_data.{table}",
        f"SELECT count(*) FROM digitutor_data.{table}",
        f"INSERT INTO digitutor_data.{table} SELECT * FROM digitutor_data.{table}",
        f"UPDATE digitutor_data.{table} SET organisation = 'x'",
        f"DELETE FROM digitutor_data.{table}",
        f"TRUNCATE digitutor_data.{table}",
        f"BEGIN; LOCK TABLE digitutor_data.{table}",
        f"COPY digitutor_data.{table} TO STDOUT",
        f"ALTER TABLE digitutor_data.{table} DISABLE ROW LEVEL SECURITY",
        f"DROP TABLE digitutor_data.{table}",
        f"CREATE TRIGGER t BEFORE INSERT ON digitutor_data.{table} EXECUTE FUNCTION version()",
        f"CREATE POLICY p ON digitutor_data.{table} USING (true)",
    )


def test_no_table_can_be_touched(thief):
    tried = [statement for table in TABLES for statement in on_each_table(table)]
    let_in = {
        statement: told for statement in tried if (told := refusal(thief, statement)) != DENIED
    }
    assert let_in == {}


OTHERS = (
    "SELECT digitutor_data.mine()",
    f"SELECT digitutor_data.welcome({FORMAT}, 'x')",
    "SELECT digitutor_data.is_object('{}')",
    "CALL digitutor_data.enrol(current_user, 'x')",
    "CALL digitutor_data.renew()",
    "SET ROLE digitutor_owner",
    "SET ROLE postgres",
    "SET SESSION AUTHORIZATION postgres",
    "SET SESSION AUTHORIZATION digitutor_owner",
    "CREATE ROLE another",
    "ALTER ROLE postgres PASSWORD 'x'",
    "GRANT digitutor_owner TO CURRENT_USER",
    "CREATE SCHEMA mine",
    "CREATE TABLE public.mine (a int)",
    "CREATE TABLE digitutor.mine (a int)",
    "CREATE TEMP TABLE organisation (name text)",
    "CREATE TEMP VIEW mine AS SELECT 1",
    "CREATE FUNCTION pg_temp.mine() RETURNS text LANGUAGE sql AS 'SELECT 1::text'",
    "CREATE FUNCTION digitutor.mine() RETURNS text LANGUAGE sql AS 'SELECT 1::text'",
    "CREATE FUNCTION public.mine() RETURNS text LANGUAGE plpgsql AS 'BEGIN END'",
    "CREATE OR REPLACE FUNCTION digitutor.read(integer, bigint, text[], boolean, integer)"
    " RETURNS json LANGUAGE sql AS 'SELECT NULL'",
    "ALTER FUNCTION digitutor.merge(integer, jsonb) SECURITY INVOKER",
    "ALTER FUNCTION digitutor.merge(integer, jsonb) RESET search_path",
    "DO 'BEGIN PERFORM 1; END'",
    "DROP EXTENSION plpgsql",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "COPY (SELECT 1) TO '/etc/x'",
    "SELECT pg_read_file('postgresql.conf')",
    "SELECT pg_ls_dir('.')",
    "SELECT * FROM pg_authid",
    "SELECT * FROM pg_largeobject",
    "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, 'x')",
    "SELECT lo_creat(0)",
    "SELECT lo_import('/etc/passwd')",
    "SET session_replication_role = replica",
    "SET lc_messages = 'C'",
    "ALTER SYSTEM SET work_mem = '1GB'",
    "SELECT pg_reload_conf()",
    "CREATE DATABASE mine",
)


def test_nothing_else_can_be_done(thief):
    closed = (DENIED, "InvalidSchemaName")
    done = {words: told for words in OTHERS if (told := refusal(thief, words)) not in closed}
    assert done == {}


def test_nobody_else_can_be_ended(thief, victim):
    with victim.connect() as other:
        ended = f"SELECT pg_terminate_backend({other.info.backend_pid})"
        assert refusal(thief, ended) == DENIED
        assert other.execute("SELECT 1").fetchone() == (1,)


def test_what_the_role_may_execute_and_use_is_this_and_no_more(postgres, database, organisation):
    with postgres.connect(database) as connection:
        functions = connection.execute(
            "SELECT p.oid::regproc::text FROM pg_proc p JOIN pg_namespace n ON n.oid ="
            " p.pronamespace WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')"
            " AND has_function_privilege(%s, p.oid, 'EXECUTE') ORDER BY 1",
            [organisation.role],
        ).fetchall()
        relations = connection.execute(
            "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid ="
            " c.relnamespace WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')"
            " AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND has_table_privilege("
            "%s, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')",
            [organisation.role],
        ).fetchall()
        definers = connection.execute(
            "SELECT proname FROM pg_proc WHERE prosecdef AND NOT pronamespace ="
            " 'pg_catalog'::regnamespace ORDER BY 1"
        ).fetchall()
        owner = connection.execute(
            "SELECT rolsuper, rolbypassrls, rolcanlogin FROM pg_roles"
            " WHERE rolname = 'digitutor_owner'"
        ).fetchone()
    assert [name for (name,) in functions] == ["digitutor.merge", "digitutor.read"]
    assert relations == []
    assert [name for (name,) in definers] == ["merge", "read"]
    assert owner == (False, False, False)


def test_putting_on_another_role_changes_no_organisation(thief):
    thief.execute("SET ROLE digitutor_client")
    push(thief, fact(subject=EERO, hint=9))
    assert picture_there(thief) == picture([fact(subject=EERO, hint=9)])
    thief.execute("RESET ROLE")


@pytest.mark.parametrize(
    "setting",
    [
        "search_path = pg_temp, digitutor_data, public",
        "row_security = off",
        "standard_conforming_strings = off",
        "transform_null_equals = on",
        "DateStyle = 'German'",
        "bytea_output = 'escape'",
        "TimeZone = 'Asia/Tokyo'",
        "default_transaction_isolation = 'serializable'",
        "client_min_messages = 'debug5'",
        "array_nulls = off",
    ],
)
def test_settings_of_the_session_change_nothing(thief, setting):
    assert refusal(thief, f"SET {setting}") in (
        "SET",
        "FeatureNotSupported",
        "InvalidParameterValue",
    )
    push(thief, fact(subject=EERO, hint=9), {**fact(hint=1), "h": "0" * 16})
    assert picture_there(thief) == picture([fact(subject=EERO, hint=9)])


@pytest.mark.parametrize(
    "tables", ["'{}'", "NULL", "ARRAY['x'') OR true --']", "ARRAY[NULL]::text[]"]
)
def test_no_parameter_leads_to_others(thief, tables):
    statement = f"SELECT digitutor.read({FORMAT}, -9223372036854775808, {tables}, %s, 2147483647)"
    for chosen in (True, False, None):
        lines = thief.execute(statement, [chosen]).fetchone()[0]["rows"]
        assert {row["s"] for row in lines} <= {EERO}


def test_even_a_mistake_in_a_function_would_see_only_its_own(
    postgres, database, thief, organisation
):
    postgres.sql(
        "CREATE FUNCTION digitutor.careless() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS"
        " 'SELECT count(*) FROM digitutor_data.fact';"
        "ALTER FUNCTION digitutor.careless() OWNER TO digitutor_owner",
        database,
    )
    try:
        postgres.sql("GRANT EXECUTE ON FUNCTION digitutor.careless() TO digitutor_client", database)
        assert thief.execute("SELECT digitutor.careless()").fetchone() == (1,)
    finally:
        postgres.sql("DROP FUNCTION digitutor.careless()", database)


def test_a_role_without_an_organisation_gets_nothing(postgres, database, organisation):
    import psycopg

    postgres.sql(f"DELETE FROM digitutor_data.member WHERE role = '{organisation.role}'", database)
    with organisation.connect() as connection:
        for call in ("merge(1, '[]')", "read(1, 0, '{}', false, 9)"):
            with pytest.raises(psycopg.Error) as caught:
                connection.execute(f"SELECT digitutor.{call}")
            assert caught.value.sqlstate == "DT003"


def test_a_stranger_is_not_let_into_the_database(postgres, database):
    import psycopg

    postgres.sql("CREATE ROLE stranger LOGIN PASSWORD 'x'")
    try:
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            postgres.connect(database, "stranger", "x")
    finally:
        postgres.sql("DROP ROLE stranger")
