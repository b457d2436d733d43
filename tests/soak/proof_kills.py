"""Writers killed while they save: no acknowledged step is missing and none is half there."""

from tests.soak.soak import Found

SAVING = "kills while saving"
TOTAL = {SAVING: 10_000}
PIECE = {SAVING: 250}


def play(row, number, folder):
    """Some kills of writers on one store."""
    from tests.fakes.clock import FakeClock
    from tests.store.test_kills import a_nursery, kill_writers

    kills = PIECE[row]
    with a_nursery() as nursery:
        try:
            acknowledged, _checked = kill_writers(nursery, folder, FakeClock(), kills, number)
        except AssertionError as error:
            return Found({"kills": kills, "lost": 1}, [f"{row} {number}: {error}"])
    return Found({"kills": kills, "acknowledged": acknowledged, "lost": 0}, [])
