"""Machines killed while they export and while they take in: forked here, a round after the other.

``python -m tests.faults.carriers FOLDER export|import KILLS SEED`` prints one JSON line: counts by
name. Machines that end before they are killed count among the outcomes, not the kills. Nothing
else runs in this process, so forking it is safe.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from digitutor_app.exchange.errors import BundleError
from digitutor_app.exchange.place import FolderPlace
from digitutor_app.store.opening import open_store
from tests.exchange.machines import KEY, Machine, take
from tests.fakes.clock import FakeClock

ROOT = Path(__file__).parents[2]
PEOPLE = 12


def kill(folder, what, count, seed):
    """Kill so many machines; returns counts by name (in a process of its own)."""
    words = [sys.executable, "-m", "tests.faults.carriers", str(folder), what, str(count)]
    done = subprocess.run(
        [*words, str(seed)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise AssertionError(done.stderr)
    return json.loads(done.stdout)


def a_laptop(folder):
    """A laptop at which some people have practised; closed."""
    folder.mkdir()
    with machine(folder) as laptop:
        for number in range(PEOPLE):
            laptop.practise(code=f"sininen-kettu-{10 + number}")
        laptop.identities.device()


@contextmanager
def machine(folder):
    made = Machine(folder, FakeClock(), number="one")
    try:
        yield made
    finally:
        made.close()


def killed(act, dice, longest):
    """Fork, let the child act, kill it at some moment; whether it had ended by itself."""
    child = os.fork()
    if child == 0:
        try:
            act()
            os._exit(0)
        except BaseException:  # noqa: BLE001 - a child never goes on as its parent
            os._exit(1)
    time.sleep(dice.uniform(0, longest))
    os.kill(child, signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise AssertionError("a machine ended with an error")
    return os.WIFEXITED(status)


def exports(folder, count, dice):
    """Machines killed while they write a bundle to a place."""
    base, home, place = folder / "base", folder / "home", folder / "place"
    a_laptop(base)
    with machine(base) as laptop:
        opener = laptop.opener(laptop)
    found = {"kills": 0, "whole": 0, "absent": 0, "torn": 0}
    longest = 0.03
    while found["kills"] < count:
        shutil.rmtree(home, ignore_errors=True)
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(base, home)
        place.mkdir()

        def act():
            with machine(home) as laptop:
                laptop.export(FolderPlace(place))

        ended = killed(act, dice, longest)
        longest = min(1.0, longest * (0.97 if ended else 1.03))
        files = list(place.rglob("*.wb1"))
        found["kills"] += not ended
        found["whole" if files else "absent"] += 1
        for file in files:
            try:
                opener.open(file.read_bytes())
            except BundleError:
                found["torn"] += 1
    return found


def imports(folder, count, dice):
    """Machines killed while they take in a bundle."""
    base, home, place = folder / "base", folder / "home", folder / "place"
    a_laptop(base)
    place.mkdir()
    with machine(base) as laptop:
        laptop.export(FolderPlace(place))
        opener = laptop.opener(laptop)
        everything = _attempts(laptop.practice)
    found = {"kills": 0, "nothing": 0, "all": 0, "partial": 0, "not completed": 0}
    longest = 0.03
    while found["kills"] < count:
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        open_store(home / "practice.db", KEY, FakeClock()).close()

        def act():
            with machine(home) as tutor:
                _take(tutor, place, opener)

        ended = killed(act, dice, longest)
        longest = min(1.0, longest * (0.97 if ended else 1.03))
        found["kills"] += not ended
        with machine(home) as tutor:
            here = _attempts(tutor.practice)
            found["nothing" if not here else "all" if here == everything else "partial"] += 1
            _take(tutor, place, opener)
            found["not completed"] += _attempts(tutor.practice) != everything
    return found


def _take(tutor, place, opener):
    from digitutor_app.exchange.gathering import gather

    for found in gather(FolderPlace(place), opener):
        take(found.bundle, tutor.stores, opener.trusted)


def _attempts(store):
    return sorted(store.database.rows('SELECT "id", "sha" FROM "attempt"'))


def main():
    folder, what, count, seed = sys.argv[1:]
    dice = random.Random(f"{what} {seed}")
    play = {"export": exports, "import": imports}[what]
    sys.stdout.write(json.dumps(play(Path(folder), int(count), dice)) + "\n")


if __name__ == "__main__":
    main()
