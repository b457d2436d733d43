"""Two programs start on one folder at the same moment: never two of them write.

Each is started, waits at the gate, and then does what a start does, without a window: takes the
lock or rings; opens the store and saves. In half of the races nobody asks the lock, so that the
store's own lock has to hold.
"""

import subprocess
import sys

RUNNERS = 3
SOON = 60
_RUNNER = """
import sys
from pathlib import Path
from digitutor_app.app.doorbell import Doorbell, Heard, ring
from digitutor_app.app.folder_lock import FolderLock
from digitutor_app.domain.clock import SystemClock
from digitutor_app.store.errors import StoreInUseError
from digitutor_app.store.opening import open_store
from digitutor_app.trust.practice_key import practice_key
from PySide6.QtCore import QCoreApplication

folder, number, asks = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "asks"
app = QCoreApplication([])
print("ready", flush=True)
sys.stdin.readline()
if asks:
    lock = FolderLock(folder)
    if not lock.take() and ring(lock) is not Heard.FREE:
        print("rang", flush=True)
        sys.exit()
    bell = Doorbell(lock)
folder.mkdir(parents=True, exist_ok=True)
try:
    key = practice_key(folder / "practice.key", folder / "practice.db")
    store = open_store(folder / "practice.db", key, SystemClock())
except StoreInUseError:
    print("in use", flush=True)
    sys.exit()
store.settings.put(f"runner {number}", "was here")
print("writes", flush=True)
from PySide6.QtCore import QTimer, QSocketNotifier
notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
notifier.activated.connect(lambda *_: app.quit())
app.exec()
store.settings.put(f"runner {number} again", "still here")
store.close()
"""


def race(folder, *, asks=None):
    """What went wrong in one race, "" when nothing did."""
    asks = asks if asks is not None else folder.name[-1] in "02468"
    runners = [
        subprocess.Popen(
            [sys.executable, "-c", _RUNNER, str(folder), str(n), "asks" if asks else "rushes"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for n in range(RUNNERS)
    ]
    try:
        return _run(runners, folder)
    finally:
        for runner in runners:
            runner.kill()
            runner.communicate()


def _run(runners, folder):
    for runner in runners:
        if runner.stdout.readline() != "ready\n":
            return f"not started: {runner.stderr.read()}"
    for runner in runners:
        runner.stdin.write("go\n")
        runner.stdin.flush()
    told = [runner.stdout.readline().strip() for runner in runners]
    if told.count("writes") != 1 or not {*told} <= {"writes", "rang", "in use"}:
        return f"{told} {[r.stderr.read() for r, t in zip(runners, told, strict=True) if not t]}"
    [writer] = [runner for runner, word in zip(runners, told, strict=True) if word == "writes"]
    _out, error = writer.communicate("end\n", timeout=SOON)
    if writer.returncode or error:
        return f"the writer ended with {writer.returncode}: {error}"
    return _left(folder, told.index("writes"))


def _left(folder, winner):
    from digitutor_app.domain.clock import SystemClock
    from digitutor_app.store.opening import open_store
    from digitutor_app.trust.practice_key import practice_key

    key = practice_key(folder / "practice.key", folder / "practice.db")
    store = open_store(folder / "practice.db", key, SystemClock())
    try:
        found = store.database.rows('SELECT "name" FROM "setting" WHERE "name" LIKE \'runner%\'')
    finally:
        store.close()
    wanted = [(f"runner {winner}",), (f"runner {winner} again",)]
    return "" if sorted(found) == wanted else f"left in the store: {found}"
