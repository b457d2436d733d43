"""Programs that start on one folder at the same moment: never two of them write."""

from tests.soak.soak import Found

TOTAL = {"with the lock of the folder": 50, "with the lock of the store alone": 50}
PIECE = dict.fromkeys(TOTAL, 5)


def play(row, number, folder):
    """Five races."""
    from tests.app.races import race

    asks = row == "with the lock of the folder"
    broken = [race(folder / str(each), asks=asks) for each in range(PIECE[row])]
    return Found({"races": len(broken)}, [f"{row} {number}: {one}" for one in broken if one])
