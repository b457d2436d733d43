"""Kills, power cuts, refusing and full disks, bit rot: what a store and a bundle must survive."""

from collections import Counter

from tests.soak.soak import Found

POWER, CARELESS = "power cuts", "power cuts, synchronous=NORMAL"
REFUSED, FULL, ROT = "the n-th change refused", "full disks", "bit rot"
EXPORT, IMPORT = "kills while exporting", "kills while importing"
TOTAL = {
    POWER: 20_000,
    CARELESS: 1_000,
    REFUSED: 5,
    FULL: 60,
    ROT: 2_000,
    EXPORT: 2_000,
    IMPORT: 2_000,
}
PIECE = {POWER: 250, CARELESS: 250, REFUSED: 1, FULL: 5, ROT: 200, EXPORT: 100, IMPORT: 100}


def play(row, number, folder):
    """One piece; what may never happen is told as broken."""
    found = Counter(_PLAYS[row](number, folder))
    if row == CARELESS:
        # Here work must be lost, or the proof proves nothing.
        broken = [] if found["lost"] else [f"{row} {number}: nothing was lost"]
    else:
        bad = {name: found[name] for name in _NEVER if found[name]}
        broken = [f"{row} {number}: {bad}"] if bad else []
    return Found(dict(found), broken)


_NEVER = ("lost", "corrupt", "torn", "partial", "not completed", "unnoticed")


def _power(number, folder, **more):
    from tests.faults import power_cuts
    from tests.faults.recording import Nursery

    nursery = Nursery()
    try:
        return power_cuts.run(nursery, folder, PIECE[POWER], number, **more)
    finally:
        nursery.close()


def _careless(number, folder):
    return _power(number, folder, synchronous="NORMAL")


def _refused(number, folder):
    """Every change of a writer refused in one way."""
    from tests.faults import refusals
    from tests.faults.recording import Nursery

    kind = list(refusals.KINDS)[number - 1]
    nursery = Nursery()
    found = Counter()
    try:
        base = refusals.prepared(folder / "base")
        for at in range(1, refusals.changes_of(nursery, folder / "home", base) + 1):
            found.update(refusals.refuse(nursery, folder / "home", base, kind, at))
    finally:
        nursery.close()
    return found


def _full(number, folder):
    from tests.faults import full_disks

    found = Counter()
    first = PIECE[FULL] * (number - 1)
    for disk in range(first, first + PIECE[FULL]):
        found.update(full_disks.fill(folder / "disk", disk) or {"skipped": 1})
    return found


def _rot(number, folder):
    from tests.faults import bit_rot

    sound = bit_rot.made(folder / "store")
    found = Counter(flips=PIECE[ROT], unnoticed=0)
    for each in range(PIECE[ROT]):
        seed = number * PIECE[ROT] + each
        found["unnoticed"] += not bit_rot.flip(folder / "store", sound, seed)
    return found


def _export(number, folder):
    from tests.faults import carriers

    return carriers.kill(folder, "export", PIECE[EXPORT], number)


def _import(number, folder):
    from tests.faults import carriers

    return carriers.kill(folder, "import", PIECE[IMPORT], number)


_PLAYS = {
    POWER: _power,
    CARELESS: _careless,
    REFUSED: _refused,
    FULL: _full,
    ROT: _rot,
    EXPORT: _export,
    IMPORT: _import,
}
