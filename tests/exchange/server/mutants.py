"""Servers whose rule is broken in one place, to show that the histories notice it."""

from digitutor_app.exchange.server.schema import schema
from tests.exchange.server import histories
from tests.exchange.server.postgres import new_database

MUTANTS = {
    "the later one stays, not the larger": ("WHERE excluded.v > old.v", "WHERE true"),
    "the smaller one stays": ("WHERE excluded.v > old.v", "WHERE excluded.v < old.v"),
    "the clock alone counts": (
        "WHERE excluded.v > old.v",
        "WHERE left(excluded.v, 12) > left(old.v, 12)",
    ),
    "facts of one id replace each other": ("l.id, l.h, l.r, l.p", "l.id, 'h', l.r, l.p"),
    "erased people come back": (
        "WHERE e.organisation = mine AND e.subject = l.s",
        "WHERE false",
    ),
    "what was there of the erased stays": ("DELETE FROM digitutor_data.fact AS f WHERE",
                                           "DELETE FROM digitutor_data.fact AS f WHERE false AND"),
    "an erasure is no news": (
        "decode(l.sig, 'base64'), base + l.i\n    FROM unnest(good) AS l WHERE l.t = 'erased'",
        "decode(l.sig, 'base64'), 0\n    FROM unnest(good) AS l WHERE l.t = 'erased'",
    ),
    "a changed row is no news": ("p = excluded.p, n = excluded.n", "p = excluded.p"),
}  # fmt: skip


def broken(what):
    """The schema with that one place broken."""
    sound, instead = MUTANTS[what]
    return schema().replace(sound, instead)


def noticed(postgres, what):
    """Whether random histories find that the picture is another one."""
    import psycopg

    database = new_database(postgres, broken(what))
    try:
        histories.run(postgres, database, histories=200, shortest=False)
    except (AssertionError, psycopg.Error, ExceptionGroup):
        return True
    return False
