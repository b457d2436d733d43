"""Removes a tutor again and again, killed one act on the disk later each time.

``python -m tests.services.cut_removals FOLDER``: see tests.services.cutting.
"""

import sys
from pathlib import Path

from digitutor_app.services.gate import Gate
from digitutor_app.trust.cost import Cost
from tests.fakes.clock import FakeClock
from tests.services.cutting import count_from_here, cut_everywhere

CHEAP = Cost(1, 8 * 1024)
MINE, THEIRS = "kettu kuusi talo vene", "lumi sillalla keinu pallo"
KEPT = "AGE-SECRET-KEY-1YWG6RST08C7Z29JN7FE428U0VX9PFKZY4UUPT3DJFTPJWGS5RVJSW7TAAQ"


def gate_of(folder):
    return Gate(folder, FakeClock(), print, print, CHEAP)


def prepare(folder):
    folder.mkdir()
    gate = gate_of(folder)
    worker = gate.choose(MINE, "Emma", KEPT)
    gate.add_tutor(worker, MINE, "Oskari", THEIRS)
    worker.ask(lambda store: store.settings.put("name", "Liisa"))
    worker.close()


def remove(folder):
    gate = gate_of(folder)
    gate.after_removal.append(lambda store: store.settings.put("renewed", "yes"))
    worker = gate.enter(MINE)
    [them] = [tutor for tutor in gate.tutors() if not tutor.me]
    count_from_here()
    gate.remove_tutor(worker, MINE, them.id).close()


if __name__ == "__main__":
    cut_everywhere(Path(sys.argv[1]), prepare, remove)
