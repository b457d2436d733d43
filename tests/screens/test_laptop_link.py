"""The laptop's number is asked for in a small dialog and shown on the link."""

import pytest
from PySide6.QtWidgets import QApplication

from digitutor_app.dialogs.laptop_number import LaptopNumberDialog
from digitutor_app.screens.laptop_link import LaptopLink
from digitutor_app.services.laptop import Laptop
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look
from tests.finding import field, find
from tests.looks import cut_off, settle
from tests.store.makers import KEY


@pytest.fixture
def laptop(tmp_path, clock):
    worker = StoreWorker.start(lambda: open_store(tmp_path / "practice.db", KEY, clock))
    yield Laptop(worker)
    worker.close()


@pytest.fixture
def link(qtbot, laptop):
    load_fonts()
    shown = LaptopLink(Look(), laptop)
    qtbot.addWidget(shown)
    shown.refresh()
    shown.show()
    return shown


def dialog_of(link):
    link.click()
    return link.findChild(LaptopNumberDialog) or link.window().findChild(LaptopNumberDialog)


def test_the_number_is_given_and_shown(link, laptop, qtbot):
    assert link.text() == "Anna koneelle numero"
    dialog = dialog_of(link)
    field(dialog, "Numero").setText("3")
    with qtbot.waitSignal(dialog.accepted):
        find(dialog, "Tallenna").click()
    assert laptop.number == "3"
    assert link.text() == "Kone 3. Vaihda numero."
    QApplication.processEvents()


def test_what_is_no_number_is_said_and_stays(link, laptop, qtbot):
    dialog = dialog_of(link)
    settle(dialog)
    field(dialog, "Numero").setText("kolme")
    find(dialog, "Tallenna").click()
    assert dialog.isVisible()
    assert field(dialog, "Numero").text() == "kolme"
    assert "Kirjoita luku 1–99." in field(dialog, "Numero").accessibleDescription()
    assert cut_off(dialog) == []
    assert laptop.number == ""
    with qtbot.waitSignal(dialog.rejected):
        find(dialog, "Takaisin").click()
