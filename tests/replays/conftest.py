"""A laptop with a real store and a real window, on which exercises are played."""

import pytest

from digitutor_app.app.compose import compose
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.window import MainWindow
from digitutor_app.store.opening import open_store
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look
from tests.replays.replay import Replay
from tests.store.makers import KEY


@pytest.fixture
def parts(qapp, tmp_path, clock):
    """Every service of the program on a fresh store."""
    folder = DataFolder(tmp_path)
    made = compose(folder, clock, lambda: open_store(folder.practice_store, KEY, clock))
    yield made
    made.background.close()
    made.context.worker.close()


@pytest.fixture
def window(qtbot):
    """Opens windows of the program, active ones, so that keys arrive."""

    def open_one(width=1366, height=728, scale=1.0):
        load_fonts()
        made = MainWindow(Look(scale=scale))
        qtbot.addWidget(made)
        made.resize(width, height)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        return made

    return open_one


@pytest.fixture
def replay(parts, window):
    """Begins an exercise; keyword ``keyboard`` leaves the pointer alone; ``place`` is width,
    height and text scale of the window."""

    def begin(case, place=(1366, 728, 1.0), **more):
        return Replay(parts, window(*place), case, **more).begin()

    return begin
