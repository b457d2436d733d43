"""Takes a recovery key into use again and again, killed one act on the disk later each time.

``python -m tests.services.cut_recovery FOLDER first|next``: the first one makes the machine a
tutor's, the next one takes the place of another. See tests.services.cutting.
"""

import sys
from pathlib import Path

from digitutor_app.store.settings import Settings
from tests.services.cut_removals import KEPT, MINE, gate_of
from tests.services.cutting import count_from_here, cut_everywhere

NEXT = "AGE-SECRET-KEY-1EUS2GC2D2X2XRJVCCX7GE4USP63RY89HUQGJ2MFAWXD3SLK2UQ4S3U6YS8"
put = Settings.put


def put_and_tell(settings, name, value):
    """The power may also go before a setting is written, and after it."""
    sys.audit("cut", sys.argv[1])
    put(settings, name, value)
    sys.audit("cut", sys.argv[1])


def prepare(folder):
    folder.mkdir()


def first(folder):
    gate = gate_of(folder)
    count_from_here()
    gate.choose(MINE, "Emma", KEPT).close()


def prepare_next(folder):
    prepare(folder)
    gate_of(folder).choose(MINE, "Emma", KEPT).close()


def take_next(folder):
    gate = gate_of(folder)
    worker = gate.enter(MINE)
    count_from_here()
    gate.new_recovery(worker, MINE, NEXT)
    worker.close()


if __name__ == "__main__":
    Settings.put = put_and_tell
    acts = {"first": (prepare, first), "next": (prepare_next, take_next)}
    cut_everywhere(Path(sys.argv[1]), *acts[sys.argv[2]])
