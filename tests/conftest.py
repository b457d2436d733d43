"""What holds for every test: no unexpected warning, nothing left on the screen, a clock to turn.

It also serves a Python without Qt, so Qt is imported only inside the tests that ask for it.
"""

import gc
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.fakes.clock import FakeClock
from tests.fakes.logs import LogWatch

# Tests paint into memory; a journey gives its program a screen of its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Nor do tests start a speech service, speak through that of the machine, or use its keyring.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
os.environ["SPEECHD_ADDRESS"] = "unix_socket:nobody-listens-here"

# What takes longest begins first, so that nobody waits for one long test at the end.
LONG = (
    *("journeys", "docs/test_recipes", "docs/test_pages", "app/demo", "faults", "benchmarks"),
    *("app/shots", "accessibility", "exchange/server", "store/merging", "store/test_kills"),
)

# A busy machine is no failure: no example has a time to keep.
settings.register_profile(
    "unhurried", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    if find_spec("pytestqt") is None:
        # So that one settings file serves a Python without Qt too, where nobody reads these.
        for setting in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(setting, "a setting of pytest-qt")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    long = [str(Path(__file__).parent / name) for name in LONG]

    def place(item: pytest.Item) -> int:
        return next(
            (i for i, name in enumerate(long) if str(item.path).startswith(name)), len(long)
        )

    items.sort(key=place)


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    """Fails a test that logs a warning; ``log_watch.expect("pattern")`` allows and demands one."""
    watch = LogWatch()
    logging.getLogger().addHandler(watch)
    yield watch
    logging.getLogger().removeHandler(watch)
    if complaints := watch.complaints():
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture(autouse=True)
def nothing_left_on_screen(request: pytest.FixtureRequest, log_watch: LogWatch) -> Iterator[None]:
    """Fails a test with widgets that leaves a window, timer, thread or animation behind."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    from tests.fakes.leftovers import Leftovers

    leftovers = Leftovers()
    # What is freed must be freed here: on a store's thread Qt's timers could not be stopped.
    gc.disable()
    yield
    gc.collect()
    gc.enable()
    if found := leftovers.found():
        pytest.fail("left behind: " + ", ".join(found), pytrace=False)


@pytest.fixture
def clock() -> FakeClock:
    """A Monday in March at nine o'clock, until the test turns it forward."""
    return FakeClock()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the invented workshop, to be read or copied; the first who asks makes it."""
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
