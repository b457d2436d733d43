"""The server's functions: ``merge`` and ``read`` for clients, and what they stand on.

No backslash stands in a body: how one is read is a setting of the session that calls.
"""

#: The first statement of a merge: merges of one organisation wait for each other, so that none
#: inserts rows of a person whom another is erasing.
LOCK = """
    UPDATE digitutor_data.organisation AS o SET n = o.n + many WHERE o.name = mine
        RETURNING o.n - many, o.epoch INTO base, era;
"""

_PINNED = """SET search_path = pg_catalog, pg_temp
    SET row_security = on SET standard_conforming_strings = on"""

_GROUND = """
DO $ground$
BEGIN
    IF to_regtype('digitutor_data.line') IS NULL THEN
        CREATE TYPE digitutor_data.line AS (
            i bigint, t text, s text, id text, h text, v text, d text, e text, p text,
            at text, signer text, sig text, r text
        );
    END IF;
END
$ground$;
-- The organisation of the role that has logged in, whatever role it has put on since.
CREATE OR REPLACE FUNCTION digitutor_data.mine() RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $mine$
    SELECT m.organisation FROM digitutor_data.member AS m WHERE m.role = session_user
$mine$;
CREATE OR REPLACE FUNCTION digitutor_data.welcome(format integer, mine text) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $welcome$
BEGIN
    IF mine IS NULL THEN
        RAISE EXCEPTION 'this role belongs to no organisation' USING ERRCODE = 'DT003';
    ELSIF format IS NULL OR format > {format} THEN
        RAISE EXCEPTION 'the server is older than the client' USING ERRCODE = 'DT001';
    ELSIF format < {format} THEN
        RAISE EXCEPTION 'the server is newer than the client' USING ERRCODE = 'DT002';
    END IF;
END
$welcome$;
CREATE OR REPLACE FUNCTION digitutor_data.is_object(p text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $is_object$
BEGIN
    RETURN jsonb_typeof(p::jsonb) = 'object';
EXCEPTION WHEN OTHERS THEN
    RETURN false;
END
$is_object$;
"""

#: Why a line is not kept: a word, or NULL where it is sound. ``mutable`` and ``cap`` are those of
#: its table, NULL where this server does not know the table; then ``largest`` holds.
_WHY_NOT = """CASE
            WHEN x.t IS NULL OR x.t !~ '^[a-z][a-z_]{0,40}$' OR x.s IS NULL
                OR x.s !~ '^[0-9A-Za-z_-]{1,64}$' THEN 'shape'
            WHEN x.t = 'erased' THEN CASE
                WHEN x.at IS NULL OR x.at !~ '^[0-9]{1,13}$' THEN 'shape'
                WHEN x.signer IS NULL OR x.signer !~ '^[0-9a-f]{64}$' THEN 'signature'
                WHEN x.sig IS NULL OR x.sig !~ '^[0-9A-Za-z+/]{86}==$' THEN 'signature'
                WHEN x.at::bigint > 7258118400000 THEN 'clock'
            END
            WHEN x.id IS NULL OR x.id !~ '^[0-9A-Za-z_-]{1,64}$' OR x.p IS NULL
                OR (x.h IS NULL) = (x.v IS NULL) OR k.mutable = (x.v IS NULL)
                OR x.r NOT IN ('', 'practice') THEN 'shape'
            WHEN octet_length(x.p) > coalesce(k.cap, largest) THEN 'size'
            WHEN NOT digitutor_data.is_object(x.p) THEN 'json'
            WHEN x.h IS NOT NULL THEN CASE
                WHEN x.h <> left(encode(sha256(convert_to(x.p, 'UTF8')), 'hex'), 16) THEN 'sha'
            END
            WHEN x.v !~ '^[0-9a-f]{28}$' OR x.d IS NULL OR x.d NOT IN ('0', '1') OR x.e IS NULL
                OR x.e !~ '^[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}$'
                OR (x.d = '1' AND x.p <> '{}') THEN 'shape'
            WHEN left(x.v, 12) COLLATE "C" > '0699e991a800' THEN 'clock'
            WHEN right(x.v, 16) <> left(encode(sha256(convert_to('{"deleted":' || x.d
                || ',"edited_at":"' || x.e || '","payload":' || x.p || '}', 'UTF8'
            )), 'hex'), 16) THEN 'sha'
        END"""

_MERGE = f"""
-- Merge up to 5,000 lines into the organisation of the role: one transaction, erasures first.
CREATE OR REPLACE FUNCTION digitutor.merge(format integer, rows jsonb) RETURNS json
LANGUAGE plpgsql VOLATILE SECURITY DEFINER {_PINNED} AS $merge$
DECLARE
    mine CONSTANT text := digitutor_data.mine();
    many integer;
    base bigint;
    era text;
    good digitutor_data.line[];
    aside json;
    largest bigint;
    forgotten bigint;
    facts bigint;
    versions bigint;
BEGIN
    PERFORM digitutor_data.welcome(format, mine);
    IF jsonb_typeof(rows) IS DISTINCT FROM 'array' OR jsonb_array_length(rows) > 5000 THEN
        RAISE EXCEPTION 'not a list of at most 5000 lines' USING ERRCODE = 'DT004';
    END IF;
    many := jsonb_array_length(rows);
{LOCK}
    SELECT max(k.cap) INTO largest FROM digitutor_data.kind AS k;
    SELECT array_agg(ROW(
            c.i, c.t, c.s, c.id, c.h, c.v, c.d, c.e, c.p, c.at, c.signer, c.sig, c.r
        )::digitutor_data.line) FILTER (WHERE c.why IS NULL),
        json_agg(json_build_object('i', c.i - 1, 'why', c.why)) FILTER (WHERE c.why IS NOT NULL)
    INTO good, aside
    FROM (
        SELECT x.*, {_WHY_NOT} AS why
        FROM (
            SELECT r.i, r.o ->> 't' AS t, r.o ->> 's' AS s, r.o ->> 'id' AS id, r.o ->> 'h' AS h,
                r.o ->> 'v' AS v, r.o ->> 'd' AS d, r.o ->> 'e' AS e, r.o ->> 'p' AS p,
                r.o ->> 'at' AS at, r.o ->> 'by' AS signer, r.o ->> 'sig' AS sig,
                coalesce(r.o ->> 'r', '') AS r
            FROM jsonb_array_elements(rows) WITH ORDINALITY AS r(o, i) OFFSET 0
        ) AS x
        LEFT JOIN digitutor_data.kind AS k ON k.name = x.t
    ) AS c;

    -- Each claim by itself: nobody here can tell which one a tutor has signed.
    INSERT INTO digitutor_data.erased (organisation, subject, at, signer, sig, n)
    SELECT mine, l.s, l.at::bigint, l.signer, decode(l.sig, 'base64'), base + l.i
    FROM unnest(good) AS l WHERE l.t = 'erased'
    ORDER BY l.s COLLATE "C", l.at::bigint, l.signer COLLATE "C", decode(l.sig, 'base64')
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS forgotten = ROW_COUNT;
    DELETE FROM digitutor_data.fact AS f WHERE f.organisation = mine
        AND f.subject IN (SELECT l.s FROM unnest(good) AS l WHERE l.t = 'erased');
    DELETE FROM digitutor_data.version AS f WHERE f.organisation = mine
        AND f.subject IN (SELECT l.s FROM unnest(good) AS l WHERE l.t = 'erased');

    INSERT INTO digitutor_data.fact AS old (organisation, subject, t, id, sha, r, p, n)
    SELECT mine, l.s, l.t, l.id, l.h, l.r, l.p, base + l.i
    FROM unnest(good) AS l
    WHERE l.h IS NOT NULL AND l.t <> 'erased' AND NOT EXISTS (
        SELECT 1 FROM digitutor_data.erased AS e WHERE e.organisation = mine AND e.subject = l.s
    )
    ORDER BY l.s COLLATE "C", l.t COLLATE "C", l.id COLLATE "C", l.h COLLATE "C", l.r COLLATE "C"
    ON CONFLICT (organisation, subject, t, id, sha, r) DO NOTHING;
    GET DIAGNOSTICS facts = ROW_COUNT;

    INSERT INTO digitutor_data.version AS old
        (organisation, subject, t, id, v, deleted, edited_at, r, p, n)
    SELECT DISTINCT ON (l.s COLLATE "C", l.t COLLATE "C", l.id COLLATE "C", l.r COLLATE "C")
        mine, l.s, l.t, l.id, l.v, l.d::smallint, l.e, l.r, l.p, base + l.i
    FROM unnest(good) AS l
    WHERE l.v IS NOT NULL AND l.t <> 'erased' AND NOT EXISTS (
        SELECT 1 FROM digitutor_data.erased AS e WHERE e.organisation = mine AND e.subject = l.s
    )
    ORDER BY l.s COLLATE "C", l.t COLLATE "C", l.id COLLATE "C", l.r COLLATE "C",
        l.v COLLATE "C" DESC
    ON CONFLICT (organisation, subject, t, id, r) DO UPDATE
    SET v = excluded.v, deleted = excluded.deleted, edited_at = excluded.edited_at,
        p = excluded.p, n = excluded.n
    WHERE excluded.v > old.v;
    GET DIAGNOSTICS versions = ROW_COUNT;

    RETURN json_build_object(
        'epoch', era, 'before', base, 'n', base + many,
        'erased', forgotten, 'facts', facts, 'versions', versions,
        'put_aside', coalesce(aside, '[]'::json)
    );
END
$merge$;
"""

_READ = f"""
-- The lines written after number ``since``, in the order in which they were: at most ``most`` of
-- them and about 8 MB. With ``chosen`` those of ``tables`` and whatever only a practice laptop has
-- signed, without it all others; erasures always. The answer holds the number to read on from.
CREATE OR REPLACE FUNCTION digitutor.read(
    format integer, since bigint, tables text[], chosen boolean, most integer
) RETURNS json
LANGUAGE plpgsql STABLE SECURITY DEFINER {_PINNED} AS $read$
DECLARE
    mine CONSTANT text := digitutor_data.mine();
    room CONSTANT integer := least(greatest(coalesce(most, 0), 1), 5000);
    last_n bigint;
    era text;
    lines json;
    told bigint;
    found bigint;
    until bigint;
BEGIN
    PERFORM digitutor_data.welcome(format, mine);
    SELECT o.n, o.epoch INTO last_n, era FROM digitutor_data.organisation AS o WHERE o.name = mine;
    WITH news AS (
        (SELECT f.n, f.t, f.id, f.subject AS s, f.sha AS h, NULL::text AS v, NULL::smallint AS d,
            NULL::text AS e, f.p, f.r, NULL::bigint AS at, NULL::text AS signer, NULL::bytea AS sig
        FROM digitutor_data.fact AS f
        WHERE f.organisation = mine AND f.n > since AND (f.t = ANY (tables) OR f.r <> '') = chosen
        ORDER BY f.n LIMIT room + 1)
        UNION ALL
        (SELECT f.n, f.t, f.id, f.subject, NULL, f.v, f.deleted, f.edited_at, f.p, f.r,
            NULL, NULL, NULL
        FROM digitutor_data.version AS f
        WHERE f.organisation = mine AND f.n > since AND (f.t = ANY (tables) OR f.r <> '') = chosen
        ORDER BY f.n LIMIT room + 1)
        UNION ALL
        (SELECT f.n, 'erased', NULL, f.subject, NULL, NULL, NULL, NULL, NULL, NULL,
            f.at, f.signer, f.sig
        FROM digitutor_data.erased AS f
        WHERE f.organisation = mine AND f.n > since
        ORDER BY f.n LIMIT room + 1)
    ), measured AS (
        SELECT x.*, row_number() OVER w AS place,
            coalesce(sum(octet_length(x.p)) OVER (w ROWS UNBOUNDED PRECEDING), 0) AS bytes
        FROM (SELECT * FROM news ORDER BY n LIMIT room + 1) AS x WINDOW w AS (ORDER BY x.n)
    )
    SELECT json_agg(json_strip_nulls(json_build_object(
            't', m.t, 'id', m.id, 's', m.s, 'h', m.h, 'v', m.v, 'd', m.d, 'e', m.e, 'p', m.p,
            'r', nullif(m.r, ''), 'at', m.at, 'by', m.signer,
            'sig', replace(encode(m.sig, 'base64'), chr(10), '')
        )) ORDER BY m.n) FILTER (WHERE m.told),
        count(*) FILTER (WHERE m.told), count(*), max(m.n) FILTER (WHERE m.told)
    INTO lines, told, found, until
    FROM (
        SELECT a.*, a.place = 1 OR (a.place <= room AND a.bytes <= 8000000) AS told
        FROM measured AS a
    ) AS m;
    RETURN json_build_object(
        'epoch', era, 'n', last_n, 'more', found > told,
        'until', CASE WHEN found > told THEN until ELSE last_n END,
        'rows', coalesce(lines, '[]'::json)
    );
END
$read$;
"""

_CARE = """
-- For the one who looks after the server: CALL digitutor_data.enrol('role', 'organisation').
CREATE OR REPLACE PROCEDURE digitutor_data.enrol(who name, named text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $enrol$
BEGIN
    INSERT INTO digitutor_data.organisation (name) VALUES (named) ON CONFLICT DO NOTHING;
    INSERT INTO digitutor_data.member (role, organisation) VALUES (who, named);
    EXECUTE format('GRANT digitutor_client TO %I', who);
    EXECUTE format('ALTER ROLE %I CONNECTION LIMIT 32', who);
    EXECUTE format('ALTER ROLE %I SET statement_timeout = ''120s''', who);
    EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = ''30s''', who);
END
$enrol$;
-- After the server was brought back from a backup: every client sends and reads everything anew.
CREATE OR REPLACE PROCEDURE digitutor_data.renew()
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $renew$
    UPDATE digitutor_data.organisation SET epoch = gen_random_uuid()::text
$renew$;
-- After a password was stolen: no erasure counts any more, and every client sends everything anew;
-- those that tutors have signed come back with it.
CREATE OR REPLACE PROCEDURE digitutor_data.disown(named text)
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $disown$
    DELETE FROM digitutor_data.erased AS e WHERE e.organisation = named;
    UPDATE digitutor_data.organisation AS o SET epoch = gen_random_uuid()::text
        WHERE o.name = named
$disown$;
"""

FUNCTIONS = "\n".join((_GROUND, _MERGE, _READ, _CARE))
