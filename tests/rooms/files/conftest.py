"""A small practice computer with folders in three levels, and the file manager on it."""

import pytest

from digitutor_app.practice.computer import Computer
from digitutor_app.rooms.files.state import FilesState

FILES = (
    "house/inbox/plan.odt",
    "house/inbox/menu.odt",
    "house/inbox/scan.pdf",
    "house/plans/updated/",
    "house/forms/holiday.odt",
    "house/forms/older.odt",
)
NAMES = {
    "house": "Esimerkkilä",
    "inbox": "Saapuneet",
    "plans": "Hoitosuunnitelmat",
    "updated": "Päivitettävät",
    "forms": "Lomakkeet",
    "plan": "hoitosuunnitelma_huone12",
    "menu": "ruokalista_vko42",
    "scan": "scan0001",
    "holiday": "lomatoiveet 2025",
    "older": "lomatoiveet 2024",
    "part": "loma",
}
DOCUMENTS = {"plan": "Hoitosuunnitelma\nAamupala on klo 8.\n\nUlkoilu päivällä."}


def make_computer(*windows: str) -> Computer:
    computer = Computer()
    computer.words.names = NAMES
    computer.words.documents = DOCUMENTS
    computer.begin(FILES, windows)
    computer.book.seal()
    return computer


@pytest.fixture
def computer():
    return make_computer("files:inbox")


@pytest.fixture
def state(computer):
    return FilesState(computer, "files:inbox")


@pytest.fixture
def bench(qtbot, clock):
    from digitutor_app.ui_kit.fonts import load_fonts
    from tests.rooms.files.bench import make_bench

    load_fonts()
    return make_bench(qtbot, make_computer("files:inbox"), clock)
