"""A disk that refuses the n-th change, for every n: nothing acknowledged is lost, nothing torn."""

import errno
import shutil

from digitutor_app.store.errors import StoreError
from digitutor_app.store.opening import open_store
from tests.fakes.clock import FakeClock
from tests.faults.recording import Fault
from tests.faults.writers import ATTEMPT, STORE
from tests.store.makers import KEY

STEPS = 12
KINDS = {
    "EIO": {"error": errno.EIO},
    "ENOSPC": {"error": errno.ENOSPC},
    "EIO from there on": {"error": errno.EIO, "on": True},
    "ENOSPC from there on": {"error": errno.ENOSPC, "on": True},
    "short write": {"error": errno.ENOSPC, "cut": True},
}


def prepared(folder):
    """A folder with an empty store, to be copied for each case."""
    folder.mkdir()
    open_store(folder / STORE, KEY, FakeClock()).close()
    return folder


def changes_of(nursery, folder, base):
    """How many changes a writer makes whom nothing refuses."""
    told = _write(nursery, folder, base, Fault())
    assert told["acknowledged"] == STEPS, told
    return told["changes"]


def refuse(nursery, folder, base, kind, at):
    """One case; returns counts by name, with ``lost`` and ``corrupt`` 0 where all is well."""
    told = _write(nursery, folder, base, Fault(at=at, **KINDS[kind]))
    found = {"cases": 1, "acknowledged": told.get("acknowledged", 0), "lost": 0, "corrupt": 0}
    found["saved though refused"] = 0
    if "error" in told:
        raise AssertionError(told["error"])
    try:
        store = open_store(folder / STORE, KEY, FakeClock())
    except StoreError:
        return {**found, "corrupt": 1}
    try:
        sound = store.database.rows("PRAGMA quick_check") == [("ok",)]
        numbers = [step.number for step in store.attempts.steps_of(ATTEMPT)]
    finally:
        store.close()
    whole = numbers == list(range(1, len(numbers) + 1))
    found["corrupt"] = int(not sound or not whole)
    found["lost"] = int(len(numbers) < told["acknowledged"])
    found["saved though refused"] = int(len(numbers) > told["acknowledged"])
    return found


def _write(nursery, folder, base, fault):
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(base, folder)
    return nursery.write(folder, "", fault, steps=STEPS, wal_autocheckpoint=10, close=True)
