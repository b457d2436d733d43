"""A tutor's laptop: two real stores in a folder of the test, the real services and exercises."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from digitutor_app.app.background import BackgroundWork
from digitutor_app.app.compose import compose_tutor, services_on
from digitutor_app.app.rooms_found import RoomsFound
from digitutor_app.content.catalogue import Catalogue
from digitutor_app.i18n.places import exercises
from digitutor_app.services.begun import PracticeTools
from digitutor_app.services.gate import Gate
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look
from tests.fakes.printer import FakePrinter
from tests.finding import find
from tests.screens.tutor import facts
from tests.store.makers import KEY


def context_of(worker, clock, folder, background, content=None):
    """The services over a practice store; ``content`` stands in for the folder of exercises."""
    kinds = RoomsFound().vocabulary()
    catalogue = Catalogue(content or exercises(), kinds.problem)
    tools = PracticeTools(worker, clock, catalogue, kinds)
    return services_on(tools, Gate(folder, clock, _no_trouble, _no_failure), background)


def _no_trouble(error):
    assert error is None


def _no_failure(error):
    raise error


@pytest.fixture
def look(qapp):
    load_fonts()
    return Look()


@pytest.fixture
def folder(tmp_path):
    """Where the program keeps its stores."""
    return tmp_path / "data"


@pytest.fixture
def background(qapp):
    work = BackgroundWork()
    yield work
    work.close()


@pytest.fixture
def workers(folder, clock):
    """Opens stores by their file's name; all are closed at the end."""
    opened = []

    def open_it(name):
        worker = StoreWorker.start(lambda: open_store(folder / name, KEY, clock))
        opened.append(worker)
        return worker

    yield open_it
    for worker in opened:
        worker.close()


@pytest.fixture
def context(workers, clock, folder, background):
    return context_of(workers("practice.db"), clock, folder, background)


@pytest.fixture
def printer():
    """A printer that keeps its papers."""
    return FakePrinter()


@pytest.fixture
def tutor(workers, context, printer):
    """What exists once the tutor's store is open."""
    return compose_tutor(context, workers("tutor.db"), printer)


@pytest.fixture
def shown(qtbot, look):
    """Shows a page in a window of just this size, and lets it come to rest."""
    from tests.looks import settle

    windows = []

    def show(page, width=1366, height=768, scale=1.0):
        # A plain window, as a screen is: it is not the page that decides how large it is.
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        look.set_scale(scale)
        look.dress(window)
        page.setParent(window)
        page.setGeometry(0, 0, width, height)
        window.resize(width, height)
        window.show()
        settle(window)
        return page

    return show


@pytest.fixture
def press(qtbot):
    """Presses what has this name on a page, and lets the page come to rest."""
    from tests.looks import settle

    def it(page, name):
        qtbot.mouseClick(find(page, name), Qt.MouseButton.LeftButton)
        settle(page)

    return it


@pytest.fixture
def aino(context, clock):
    """Came 50 minutes ago and has just succeeded in the first exercise."""
    came = clock.now() - timedelta(minutes=50)
    person = facts.arrive(context, "sininen-kettu-27", "Aino", came, 50)
    facts.succeed(context, person, "files-01", clock.now())
    return person
