"""A day's papers arrive at a real print queue: certificates, progress sheets, code cards."""

import re
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from digitutor_app.screens.tutor.certificates import CertificatesScreen
from digitutor_app.screens.tutor.code_cards import CodeCardsScreen
from digitutor_app.screens.tutor.progress_sheet import ProgressSheetScreen
from digitutor_app.services.print_jobs import CupsPrinting, PrintOrder
from tests import cups
from tests.finding import field, find, said
from tests.screens.tutor import facts
from tests.screens.tutor.papers import pages, words

NAMES = ("Aino Korhonen", "Eila Lehto", "Kaisa Niemi", "Leena Salo")


@pytest.fixture(scope="module")
def service():
    yield from cups.running()


@pytest.fixture
def printer(service, monkeypatch):
    """The real one, instead of the one that keeps its papers."""
    monkeypatch.setenv("CUPS_SERVER", service.address)
    yield CupsPrinting()
    service.clear()


@pytest.fixture
def day(context, tutor, clock):
    """Four people for an hour, and their workshop."""
    now = clock.now()
    facts.a_workshop(tutor, now)
    people = [
        facts.arrive(context, code, name, now - timedelta(minutes=61), 61)
        for code, name in facts.PEOPLE[:4]
    ]
    for person in people:
        facts.succeed(context, person, "files-01", now)
    return people


def the_queue(_parent):
    return PrintOrder(printer=cups.QUEUE)


def plain(text):
    """Without the letters that the virtual printer does not name (å, ä, ö)."""
    return re.sub(r"[^!-~]+", " ", text)


def print_on(screen, qtbot, signal):
    with qtbot.waitSignal(signal, timeout=60_000):
        qtbot.mouseClick(find(screen, "Tulosta"), Qt.MouseButton.LeftButton)


def test_certificates_for_all(look, context, tutor, shown, day, service, qtbot):
    screen = CertificatesScreen(look, context, tutor, choose_printer=the_queue)
    shown(screen)
    for person, name in zip(day, NAMES, strict=True):
        field(screen, f"Nimi todistukseen, {person.first_name}").setText(name)
    print_on(screen, qtbot, screen.finished)
    assert "4 paperia on tulostettu." in said(screen)
    arrived = service.papers(4)
    for person, name, paper in zip(day, NAMES, arrived, strict=True):
        text = plain(words(paper))
        assert name in text
        assert "1 tunti" in text
        [kept] = tutor.certify.of_person(person.id)
        assert plain(words(kept.pdf)).split()[:2] == text.split()[:2]


def test_a_progress_sheet(look, context, tutor, shown, day, service, qtbot):
    screen = ProgressSheetScreen(look, context, tutor, day[0].id, choose_printer=the_queue)
    shown(screen)
    print_on(screen, qtbot, screen.printed)
    text = plain(words(service.papers(1)[0]))
    assert "sininen-kettu-27" in text
    assert "onnistui ohjatusti" in text


def test_code_cards(look, context, tutor, shown, day, service, qtbot):
    screen = CodeCardsScreen(look, context, tutor, choose_printer=the_queue)
    shown(screen)
    print_on(screen, qtbot, screen.printed)
    [paper] = service.papers(1)
    assert pages(paper) == 1
    assert plain(words(paper)).count("kortti tallessa.") == 10


def test_a_queue_that_takes_no_jobs(look, context, tutor, shown, day, service, qtbot):
    service.run("cupsreject", cups.QUEUE)
    screen = CertificatesScreen(look, context, tutor, choose_printer=the_queue)
    shown(screen)
    qtbot.mouseClick(find(screen, "Tulosta"), Qt.MouseButton.LeftButton)
    sentence = "Tulostin ei ota papereita vastaan. Tietosi ovat tallessa."
    qtbot.waitUntil(lambda: sentence in said(screen), timeout=60_000)
    assert all(tutor.certify.of_person(person.id) == [] for person in day)
