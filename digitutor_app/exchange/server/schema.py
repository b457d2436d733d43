"""The server's schema as one SQL text, made from the replicated tables.

Every row is kept as it travels: its key, its version or sha, and what it says as the canonical
JSON text over which the sha was taken. So a row of a newer program (unknown fields, unknown
tables) follows the same rule as any other, the server needs no change with a new column, and it
can recompute every sha byte for byte. The organisation is the first key column of every table.
"""

from digitutor_app.exchange.server.functions import FUNCTIONS
from digitutor_app.store.tables import EXTRA, TABLES, Kind, Table

#: The version of the two functions; a client and a server of two formats refuse each other.
FORMAT = 1
#: Most bytes that one character of a text takes in UTF-8 JSON ("\\u0001").
_WIDEST = 6
_NAMES_AND_MARKS = 1_000
#: Hash partitions of each table; 1 makes plain tables.
MOST_PARTITIONS = 1024


def schema(partitions: int = 1) -> str:
    """The SQL text that sets the server up, run by its superuser in an empty UTF-8 database.

    It may be run again over an older one of the same format. ``partitions`` above 1 spreads each
    table by organisation; that is chosen once, for a new server. Raises ValueError.
    """
    if not 1 <= partitions <= MOST_PARTITIONS:
        raise ValueError(partitions)
    parts = [_HEAD, *(_table(name, partitions) for name in _SPREAD), _kinds(), FUNCTIONS, _RIGHTS]
    return "\n".join(part.strip() + "\n" for part in parts).replace("{format}", str(FORMAT))


def cap(table: Table) -> int:
    """The most bytes that what a row of the table says may have as JSON."""
    return _NAMES_AND_MARKS + sum(
        column.cap * 4 // 3 if column.kind is Kind.BLOB else column.cap * _WIDEST
        for column in (*table.columns, EXTRA)
    )


def _kinds() -> str:
    rows = ",\n    ".join(
        f"('{table.name}', {str(table.mutable).lower()}, {cap(table)})" for table in TABLES
    )
    return f"""
INSERT INTO digitutor_data.kind (name, mutable, cap) VALUES
    {rows}
ON CONFLICT (name) DO UPDATE SET mutable = excluded.mutable, cap = excluded.cap;
"""


def _table(name: str, partitions: int) -> str:
    spread = " PARTITION BY HASH (organisation)" if partitions > 1 else ""
    lines = [f"CREATE TABLE IF NOT EXISTS digitutor_data.{name} ({_SPREAD[name]}){spread};"]
    if partitions > 1:
        lines += [
            f"CREATE TABLE IF NOT EXISTS digitutor_data.{name}_{part} PARTITION OF"
            f" digitutor_data.{name} FOR VALUES WITH (MODULUS {partitions}, REMAINDER {part});"
            for part in range(partitions)
        ]
    lines += [
        f"CREATE INDEX IF NOT EXISTS {name}_news ON digitutor_data.{name} (organisation, n);",
        f"ALTER TABLE digitutor_data.{name} ENABLE ROW LEVEL SECURITY;",
        f"ALTER TABLE digitutor_data.{name} FORCE ROW LEVEL SECURITY;",
    ]
    return "\n".join(lines)


_HEAD = """
-- Digitutor: the server of organisations. Run by the superuser in a database of its own.
\\set ON_ERROR_STOP on
BEGIN;
DO $head$
BEGIN
    IF pg_encoding_to_char((SELECT encoding FROM pg_database WHERE datname = current_database()))
        <> 'UTF8' THEN
        RAISE EXCEPTION 'the database must be in UTF8';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'digitutor_owner') THEN
        CREATE ROLE digitutor_owner NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'digitutor_client') THEN
        CREATE ROLE digitutor_client NOLOGIN;
    END IF;
END
$head$;
CREATE SCHEMA IF NOT EXISTS digitutor AUTHORIZATION digitutor_owner;
CREATE SCHEMA IF NOT EXISTS digitutor_data AUTHORIZATION digitutor_owner;
-- One row for each organisation: its lock, and the number of the last row that was written.
CREATE TABLE IF NOT EXISTS digitutor_data.organisation (
    name text COLLATE "C" PRIMARY KEY,
    n bigint NOT NULL DEFAULT 0,
    epoch text NOT NULL DEFAULT gen_random_uuid()::text
);
CREATE TABLE IF NOT EXISTS digitutor_data.member (
    role name PRIMARY KEY,
    organisation text COLLATE "C" NOT NULL REFERENCES digitutor_data.organisation
);
CREATE TABLE IF NOT EXISTS digitutor_data.kind (
    name text COLLATE "C" PRIMARY KEY, mutable boolean NOT NULL, cap bigint NOT NULL
);
"""

_KEY = """
    organisation text COLLATE "C" NOT NULL, subject text COLLATE "C" NOT NULL,"""
_SPREAD = {
    "fact": f"""{_KEY}
    t text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, sha text COLLATE "C" NOT NULL,
    r text COLLATE "C" NOT NULL, p text NOT NULL, n bigint NOT NULL,
    PRIMARY KEY (organisation, subject, t, id, sha, r)
""",
    "version": f"""{_KEY}
    t text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, v text COLLATE "C" NOT NULL,
    deleted smallint NOT NULL, edited_at text NOT NULL,
    r text COLLATE "C" NOT NULL, p text NOT NULL, n bigint NOT NULL,
    PRIMARY KEY (organisation, subject, t, id, r)
""",
    "erased": f"""{_KEY}
    at bigint NOT NULL, signer text COLLATE "C" NOT NULL, sig bytea NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (organisation, subject, at, signer, sig)
""",
}

_RIGHTS = """
-- Row-level security stands behind the two functions: a mistake in them would still see only rows
-- of the organisation of the role that has logged in.
DO $rights$
DECLARE
    named text;
BEGIN
    FOREACH named IN ARRAY ARRAY['fact', 'version', 'erased'] LOOP
        EXECUTE format('DROP POLICY IF EXISTS own ON digitutor_data.%I', named);
        EXECUTE format('CREATE POLICY own ON digitutor_data.%I USING'
            ' (organisation = (SELECT digitutor_data.mine()))', named);
    END LOOP;
    FOR named IN SELECT c.oid::regclass::text FROM pg_class c
        WHERE c.relnamespace = 'digitutor_data'::regnamespace AND c.relkind IN ('r', 'p') LOOP
        EXECUTE format('ALTER TABLE %s OWNER TO digitutor_owner', named);
    END LOOP;
    FOR named IN SELECT p.oid::regprocedure::text FROM pg_proc p
        WHERE p.pronamespace IN ('digitutor'::regnamespace, 'digitutor_data'::regnamespace) LOOP
        EXECUTE format('ALTER ROUTINE %s OWNER TO digitutor_owner', named);
    END LOOP;
    ALTER TYPE digitutor_data.line OWNER TO digitutor_owner;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO digitutor_client', current_database());
END
$rights$;
REVOKE ALL ON ALL TABLES IN SCHEMA digitutor_data FROM PUBLIC;
REVOKE ALL ON ALL ROUTINES IN SCHEMA digitutor, digitutor_data FROM PUBLIC;
REVOKE ALL ON TYPE digitutor_data.line FROM PUBLIC;
REVOKE ALL ON SCHEMA digitutor, digitutor_data, public FROM PUBLIC;
REVOKE ALL ON LANGUAGE plpgsql, sql FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql, sql TO digitutor_owner;
-- Large objects belong to whoever makes them: nobody here needs any.
REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea),
    lo_open(oid, integer), lo_put(oid, bigint, bytea), lowrite(integer, bytea) FROM PUBLIC;
GRANT USAGE ON SCHEMA digitutor TO digitutor_client;
GRANT EXECUTE ON FUNCTION digitutor.merge(integer, jsonb) TO digitutor_client;
GRANT EXECUTE ON FUNCTION digitutor.read(integer, bigint, text[], boolean, integer)
    TO digitutor_client;
COMMIT;
"""
