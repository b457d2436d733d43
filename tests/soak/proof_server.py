"""The organisation's server, on a real PostgreSQL: histories that leave one picture in store and
server, clients that push at once, erasures that race imports, mutants of the rule."""

import atexit
from functools import cache

from tests.soak.soak import Found

CLIENTS, PUSHES = 16, 100
TOTAL = {"histories": 1000, "pushes": CLIENTS * PUSHES, "races": 200, "mutants": 8}
PIECE = {"histories": 50, "pushes": CLIENTS * PUSHES, "races": 50, "mutants": 1}


def play(row, number, folder):
    """One piece, on the server of this process."""
    from tests.exchange.server.postgres import why_not

    if reason := why_not():
        return Found({}, [f"not run: {reason}"])
    return {"histories": histories, "pushes": pushes, "races": races, "mutants": mutants}[row](
        number
    )


def histories(number):
    from tests.exchange.server import histories as lived

    try:
        lived.run(*server(), histories=PIECE["histories"], number=number)
    except AssertionError as error:
        return Found({"histories": PIECE["histories"]}, [f"dice {number}: {error}"])
    return Found({"histories": PIECE["histories"]}, [])


def pushes(_number):
    from tests.exchange.server.crowd import push_at_once
    from tests.exchange.server.lines import picture_there
    from tests.exchange.server.postgres import Organisation

    organisation = Organisation(*server())
    expected, errors = push_at_once(organisation, clients=CLIENTS, pushes=PUSHES, lines=100)
    with organisation.connect() as connection:
        if picture_there(connection) != expected:
            errors.append("the picture is another one")
    return Found({"clients": CLIENTS, "pushes": CLIENTS * PUSHES}, errors)


def races(number):
    from tests.exchange.server.lines import erasure
    from tests.exchange.server.postgres import Organisation
    from tests.exchange.server.racing import IMPORT, race

    left = 0
    for turn in range(PIECE["races"]):
        organisation = Organisation(*server())
        sides = [(erasure(),), IMPORT]
        left += len(race(server()[0], organisation, *(sides if turn % 2 else sides[::-1])))
    return Found({"races": PIECE["races"]}, [f"{left} rows of the erased left"] if left else [])


def mutants(number):
    from tests.exchange.server.mutants import MUTANTS, noticed

    what = list(MUTANTS)[number - 1]
    seen = noticed(server()[0], what)
    return Found({"mutants": 1, "killed": int(seen)}, [] if seen else [f"survived: {what}"])


@cache
def server():
    """One PostgreSQL for all pieces of this process, and a database with the schema."""
    from tests.exchange.server.postgres import Postgres, new_database

    running = Postgres()
    running.start()
    atexit.register(running.stop)
    return running, new_database(running)
