"""A disk of some size fills up while steps are saved; then it gets room and the saving goes on."""

import os
import subprocess
import sys

from digitutor_app.store.errors import StoreFullError
from digitutor_app.store.opening import open_store
from tests.fakes.clock import FakeClock
from tests.faults.writers import ATTEMPT, STORE
from tests.store.makers import KEY, MORNING, a_step, after
from tests.store.nursery import snapshot

MOST, MORE = 400, 10
SMALLEST_KIB, STEP_KIB = 700, 20


def missing():
    """Why no small disk can be had here, "" when it can."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return "a small disk takes root on Linux"
    return ""


def fill(folder, number):
    """Fill the ``number``-th disk, give it room, go on; returns counts by name.

    None where this machine does not let us mount.
    """
    size = SMALLEST_KIB + STEP_KIB * number
    folder.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        return None
    try:
        return _filled(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _filled(folder):
    store = open_store(folder / STORE, KEY, FakeClock())
    saved = refused = 0
    until = MOST
    steps = [a_step("person-1", n, MORNING, ATTEMPT) for n in range(1, MOST + 1)]
    while saved < until:
        step = steps[saved]
        try:
            store.attempts.finish_step(step, after(step, snapshot(step.number)))
            saved += 1
        except StoreFullError:
            refused += 1
            grown = ["mount", "-o", "remount,size=64m", str(folder)]
            subprocess.run(grown, check=True)
            until = min(until, saved + MORE)
            if refused > 3:
                break
    store.close()
    store = open_store(folder / STORE, KEY, FakeClock())
    numbers = [step.number for step in store.attempts.steps_of(ATTEMPT)]
    sound = store.database.rows("PRAGMA quick_check") == [("ok",)]
    store.close()
    whole = numbers == list(range(1, len(numbers) + 1))
    return {
        "disks": 1,
        "filled": int(refused > 0),
        "saved": saved,
        "lost": int(len(numbers) < saved),
        "corrupt": int(not sound or not whole),
        "went on": int(refused > 0 and saved == until),
    }
