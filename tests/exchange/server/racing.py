"""An erasure and an import of the same person, the one in the middle of the other."""

import threading
from concurrent.futures import ThreadPoolExecutor

from tests.exchange.server.lines import fact, push, read, version
from tests.exchange.server.postgres import PATIENCE

IMPORT = (fact(hint=1), version(code="sininen-kettu-27"))


def waits(postgres, connection):
    """Whether that connection waits for a lock."""
    asked = "SELECT wait_event_type FROM pg_stat_activity WHERE pid = %s"
    with postgres.connect() as looking:
        return looking.execute(asked, [connection.info.backend_pid]).fetchone() == ("Lock",)


def race(postgres, organisation, first, second):
    """The first merges and does not commit yet, the second comes in between; what is left."""
    with (
        organisation.connect() as one,
        organisation.connect() as two,
        ThreadPoolExecutor(1) as pool,
    ):
        with one.transaction():
            push(one, *first)
            coming = pool.submit(push, two, *second)
            end = threading.Event()
            for _round in range(PATIENCE * 100):
                if coming.done() or waits(postgres, two):
                    break
                end.wait(0.01)
        coming.result(PATIENCE)
        return [row for row in read(one)["rows"] if row["t"] != "erased"]
