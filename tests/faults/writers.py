"""Writers, forked from a process that has everything loaded. One JSON line in, one out.

A writer saves steps in a store that is there already and appends each acknowledged number to the
file ``acks`` beside it.
"""

import json
import os
import sys
import traceback
from datetime import timedelta
from pathlib import Path

from digitutor_app.store.errors import StoreError, StoreTroubleError
from digitutor_app.store.opening import open_store
from tests.fakes.clock import FakeClock
from tests.faults.recording import ACKS, Fault, begin
from tests.store.makers import KEY, MORNING, a_step, after
from tests.store.nursery import snapshot

STORE = "practice.db"
PERSON, ATTEMPT = "person-1", "attempt-1"
TRIES = 3


def life(said):
    """Save steps; returns what happened, as plain data."""
    folder = Path(said["folder"])
    fault = Fault(said["at"], said["error"], said["on"], said["cut"])
    recorder = begin(folder, said["trace"], fault)
    acks = os.open(folder / ACKS, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    told = {"acknowledged": 0, "refused": 0, "opened": False}
    try:
        store = open_store(folder / STORE, KEY, FakeClock())
    except StoreError:
        return {**told, "changes": recorder.fault_count()}
    told["opened"] = True
    for pragma in ("synchronous", "wal_autocheckpoint"):
        if said.get(pragma):
            store.database.rows(f"PRAGMA {pragma}={said[pragma]}")
    for number in range(1, said["steps"] + 1):
        if save(store, number, told):
            told["acknowledged"] = number
            os.write(acks, f"{number}\n".encode())
        else:
            break
    told["changes"] = recorder.fault_count()
    if said.get("close"):
        store.close()
    return told


def save(store, number, told):
    """One step, tried again with the same id where the disk refuses; False when it never worked."""
    at = MORNING + timedelta(minutes=number)
    step = a_step(PERSON, number, at, ATTEMPT)
    for _try in range(TRIES):
        try:
            store.attempts.finish_step(step, after(step, snapshot(number)))
        except StoreTroubleError:
            told["refused"] += 1
        else:
            return True
    return False


def main():
    import sqlite_utils.migrations  # noqa: F401 - loaded once, before the forks

    for line in sys.stdin:
        read, write = os.pipe()
        writer = os.fork()
        if writer == 0:
            os.close(read)
            try:
                told = life(json.loads(line))
            except BaseException:  # noqa: BLE001 - told to whoever asked for this life
                told = {"error": traceback.format_exc()}
            os.write(write, json.dumps(told).encode())
            os._exit(0)
        os.close(write)
        with os.fdopen(read) as pipe:
            sys.stdout.write(f"{pipe.read()}\n")
        sys.stdout.flush()
        os.waitpid(writer, 0)


if __name__ == "__main__":
    main()
