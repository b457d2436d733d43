"""Many clients push to one organisation at the same moment, the same people in other orders."""

import random
import threading
from concurrent.futures import ThreadPoolExecutor

from tests.exchange.server.lines import erasure, fact, picture, push, version

PEOPLE = [f"person-{number}" for number in range(20)]


def push_at_once(organisation, *, clients, pushes, lines):
    """Returns the picture that must come of it, and the errors that there were."""
    import psycopg

    everything, errors = _everything(), []
    together = threading.Barrier(clients)

    def client(number):
        dice = random.Random(number)
        with organisation.connect() as connection:
            together.wait()
            for _push in range(pushes):
                try:
                    push(connection, *dice.sample(everything, lines))
                except psycopg.Error as error:
                    errors.append(f"{type(error).__name__} {error.sqlstate}")

    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(client, range(clients)))
    with organisation.connect() as connection:
        push(connection, *everything)
    return _merged(everything), errors


def _everything():
    facts = [fact(row_id=f"f{n}", subject=who, hint=n) for who in PEOPLE for n in range(10)]
    people = [
        version(row_id=who, subject=who, at=n, code=f"c{n}") for who in PEOPLE for n in range(5)
    ]
    return [*facts, *people, *(erasure(who, at=5) for who in PEOPLE[:3])]


def _merged(everything):
    gone = [line for line in everything if line["t"] == "erased"]
    erased = {line["s"] for line in gone}
    last = {}
    for line in everything:
        if line["s"] in erased or line["t"] == "erased":
            continue
        key = line["t"], line["s"], line["id"], line.get("h")
        if key not in last or line.get("v", "") > last[key].get("v", ""):
            last[key] = line
    return picture([*gone, *last.values()])
