"""Random histories of laptops that meet, and the rule of merging with one thing wrong at a time."""

from tests.soak.soak import Found

HISTORIES_OF_A_SEED = 500
TOTAL = {"histories": 50_000, "mutants": 14}
PIECE = {"histories": HISTORIES_OF_A_SEED, "mutants": 1}


def play(row, number, _folder):
    """One seed of histories, or one mutant."""
    return {"histories": play_histories, "mutants": play_mutant}[row](number)


def play_histories(number):
    from hypothesis import seed

    from tests.store.merging.histories import some_histories

    try:
        seed(number)(some_histories(HISTORIES_OF_A_SEED))()
    except Exception as error:  # noqa: BLE001 - whatever breaks is what the run looks for
        told = "\n".join([f"seed {number}: {error!r}", *getattr(error, "__notes__", ())])
        return Found({"histories": HISTORIES_OF_A_SEED}, [told])
    return Found({"histories": HISTORIES_OF_A_SEED}, [])


def play_mutant(number):
    from tests.store.merging.mutants import MUTANTS, killed

    name = sorted(MUTANTS)[number - 1]
    if any(killed(name, seed) for seed in (1, 2, 3)):
        return Found({"killed": 1}, [])
    return Found({"killed": 0}, [f"nobody noticed: {name}"])
