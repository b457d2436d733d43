"""The tutor's way to the papers and back, through the menu and a participant's page."""

import pytest
from PySide6.QtCore import Qt

from digitutor_app.app.tutor_line import TutorLine
from digitutor_app.app.window import MainWindow
from digitutor_app.domain.people import Person
from digitutor_app.screens.tutor.certificate import CertificateScreen
from digitutor_app.screens.tutor.certificates import CertificatesScreen
from digitutor_app.screens.tutor.code_cards import CodeCardsScreen
from digitutor_app.screens.tutor.gate import GateScreen
from digitutor_app.screens.tutor.letterhead import LetterheadScreen
from digitutor_app.screens.tutor.papers import PapersScreen
from digitutor_app.screens.tutor.person import PersonScreen
from digitutor_app.screens.tutor.progress_sheet import ProgressSheetScreen
from digitutor_app.screens.tutor.workshop import WorkshopScreen
from digitutor_app.services.gate import SLOTS
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from digitutor_app.trust.cost import Cost
from digitutor_app.trust.slots import Slots
from tests.finding import find
from tests.looks import settle, spoken_name
from tests.store.makers import KEY

PERSON = Person(id="p1", code="sininen-kettu-27", first_name="Aino")


@pytest.fixture
def window(laptop, folder, clock, qtbot):
    """The program's window with the tutor's store open, on "Nyt"."""
    laptop.context.worker.ask(lambda store: store.people.put(PERSON))
    line = TutorLine(laptop.window.look, laptop.context, laptop.window.show_page)
    Slots(folder.path / SLOTS).create("kettu kuusi talo vene", "tutor", Cost(1, 8 * 1024))
    line.show_gate()
    gate = laptop.window.page
    assert isinstance(gate, GateScreen)
    path = folder.practice_store.with_name("tutor.db")
    gate.opened.emit(StoreWorker.start(lambda: open_store(path, KEY, clock)))
    settle(laptop.window)
    yield laptop.window
    line.close()


def press(window: MainWindow, qtbot, name):
    """Press what begins with this name; what is shown then."""
    buttons = [b for b in all_buttons(window) if spoken_name(b).split(",")[0] == name]
    assert len(buttons) == 1, [spoken_name(b) for b in all_buttons(window)]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    settle(window)
    return window.page


def all_buttons(window):
    from PySide6.QtWidgets import QAbstractButton

    return [b for b in window.page.findChildren(QAbstractButton) if b.isVisibleTo(window.page)]


def test_the_papers_and_back(window, qtbot):
    assert isinstance(press(window, qtbot, "Paperit"), PapersScreen)
    for name, kind in (
        ("Todistukset", CertificatesScreen),
        ("Koodikortit", CodeCardsScreen),
        ("Papereiden ulkoasu", LetterheadScreen),
    ):
        assert isinstance(press(window, qtbot, name), kind)
        assert isinstance(press(window, qtbot, "Takaisin"), PapersScreen)


def test_without_a_workshop_the_certificates_lead_to_the_workshops(window, qtbot):
    press(window, qtbot, "Paperit")
    press(window, qtbot, "Todistukset")
    assert isinstance(press(window, qtbot, "Avaa työpajat"), WorkshopScreen)


def test_the_papers_of_one_person(window, qtbot):
    press(window, qtbot, "Osallistujat")
    assert isinstance(press(window, qtbot, "Aino"), PersonScreen)
    assert isinstance(press(window, qtbot, "Omat digitaitoni -lehti"), ProgressSheetScreen)
    assert isinstance(press(window, qtbot, "Takaisin"), PersonScreen)
    assert isinstance(press(window, qtbot, "Tee todistus"), CertificateScreen)
    assert find(window.page, "Takaisin")
