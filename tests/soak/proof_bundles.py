"""Bundles that were cut or bent anywhere, and bundles of a trusted key with anything inside."""

import random

from tests.soak.soak import Found

CUT = "cut and flipped at every byte"
FUZZED = "fuzzed bodies, signed and sealed anew"
TOTAL = {CUT: 20, FUZZED: 200_000}
PIECE = {CUT: 1, FUZZED: 2_000}


def play(row, number, folder):
    return _cut(number) if row == CUT else _fuzzed(number, folder)


def _cut(number):
    """One bundle of its own size, at every place."""
    from tests.exchange import hostile
    from tests.exchange.machines import ROWS, a_bundle

    chance = random.Random(number)
    more = [
        {"t": "attempt", "id": chance.randbytes(16).hex(), "s": "p-1", "h": "0" * 16, "p": {}}
        for _ in range(chance.randrange(120))
    ]
    content = a_bundle([*ROWS, *more], sequence=number).content
    tried = {"bundles": 1, "cuts": 0, "flips": 0, "spoilt sectors": 0, "accepted": 0}
    for name, spoiling in (
        ("cuts", hostile.cuts(content)),
        ("flips", hostile.flips(content)),
        ("spoilt sectors", hostile.spoilt(content, 200, number)),
    ):
        for each in spoiling:
            tried[name] += 1
            tried["accepted"] += hostile.accepted(each)
    held = hostile.accepted(content) and not tried["accepted"]
    return Found(tried, [] if held else [f"bundle {number}: {tried}"])


def _fuzzed(number, folder):
    from digitutor_app.store.opening import open_store
    from tests.exchange import hostile
    from tests.exchange.machines import KEY
    from tests.fakes.clock import FakeClock

    count = PIECE[FUZZED]
    opened, broken = hostile.fuzz(folder, FakeClock(), count, 1000 + number, open_store, KEY)
    return Found({"bundles": count, "opened": opened}, broken)
