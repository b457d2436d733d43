"""Removes a tutor again and again, killed one act on the disk later each time.

``python -m tests.services.cut_removals FOLDER``: FOLDER/0 is as it was; FOLDER/n is what is left
when the n-th act was the last. Prints how many there are. Run on its own: it forks.
"""

import os
import shutil
import signal
import sys
from pathlib import Path

from digitutor_app.services.gate import Gate
from digitutor_app.trust.cost import Cost
from tests.fakes.clock import FakeClock

CHEAP = Cost(1, 8 * 1024)
MINE, THEIRS = "kettu kuusi talo vene", "lumi sillalla keinu pallo"
KEPT = "AGE-SECRET-KEY-1YWG6RST08C7Z29JN7FE428U0VX9PFKZY4UUPT3DJFTPJWGS5RVJSW7TAAQ"
ACTS = {"open", "os.rename", "os.remove", "os.chmod", "os.link"}


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
    _count_from_here()
    gate.remove_tutor(worker, MINE, them.id).close()


_left = -1


def _count_from_here():
    global _left  # noqa: PLW0603 - a hook cannot be taken out again
    _left = -_left - 1


def _hook(event, arguments):
    global _left  # noqa: PLW0603
    if _left >= 0 and event in ACTS and FOLDER in str(arguments):
        if _left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        _left -= 1


def cut_after(acts, folder):
    """Whether it was killed."""
    global _left  # noqa: PLW0603
    child = os.fork()
    if child == 0:
        _left = -acts - 1
        remove(folder)
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert status == 0, status
    return False


if __name__ == "__main__":
    FOLDER = sys.argv[1]
    whole = Path(FOLDER)
    prepare(whole / "0")
    sys.addaudithook(_hook)
    number = 1
    while True:
        shutil.copytree(whole / "0", whole / str(number))
        if not cut_after(number - 1, whole / str(number)):
            break
        number += 1
    sys.stdout.write(f"{number}\n")
