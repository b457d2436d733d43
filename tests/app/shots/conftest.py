"""One invented workshop for all tests of pictures, whichever process runs them."""

import os
import subprocess
import sys

import pytest

from digitutor_app.i18n import MASTER, use


@pytest.fixture(scope="session")
def demo(tmp_path_factory, worker_id):
    """The demo folder; made by the first who needs it, the others wait."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    folder = shared / "invented-workshop"
    with (shared / "invented-workshop.lock").open("w") as lock:
        if os.name == "posix":
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "demo.txt").exists():
            subprocess.run(
                [sys.executable, "-m", "digitutor_app", "demo", str(folder)],
                check=True,
                capture_output=True,
                timeout=400,
                env={**os.environ, "PYTHONUTF8": "1"},
            )
    return folder


@pytest.fixture(autouse=True)
def finnish():
    yield
    use(MASTER)
