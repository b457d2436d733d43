"""What holds for every test: no unexpected warning, nothing left on the screen, a clock to turn.

It also serves a Python without Qt, so Qt is imported only inside the tests that ask for it.
"""

import gc
import logging
import os
from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from hypothesis import HealthCheck, settings

from tests.fakes.clock import FakeClock
from tests.fakes.logs import LogWatch

# Tests paint into memory; a journey gives its program a screen of its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Nor do tests start a speech service, speak through that of the machine, or use its keyring.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
os.environ["SPEECHD_ADDRESS"] = "unix_socket:nobody-listens-here"

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
