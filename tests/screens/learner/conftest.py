"""Every page of a learner, made as the program makes it, in windows of any size."""

import pytest

from digitutor_app.app.compose import compose
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.window import MainWindow
from digitutor_app.store.opening import open_store
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look
from tests.looks import settle
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
def look(qapp):
    load_fonts()
    return Look()


@pytest.fixture
def shown(qtbot, look):
    """Shows a page in the program's window, active so that keys arrive."""

    windows = []

    def show(page, width=1366, height=728, scale=1.0):
        look.set_scale(scale)
        window = MainWindow(look)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show_page(page)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        settle(window)
        return page

    return show
