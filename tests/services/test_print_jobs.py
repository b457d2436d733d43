"""Printing for real: to a queue of CUPS, and what it says when it does not want to."""

import io
import re
from datetime import date

import pytest
from pypdf import PdfReader

from digitutor_app.domain.certificates import CertificateContent
from digitutor_app.printing.sheets.certificate import certificate_pdf
from digitutor_app.services.print_jobs import (
    CupsPrinting,
    JobState,
    NoPrinterError,
    Paper,
    PrinterRefusesError,
    PrintOrder,
    keep_all,
    print_paper,
    state_of_all,
)
from digitutor_app.store.errors import StoreFullError
from tests import cups
from tests.fakes.printer import FakePrinter

DAY = date(2026, 11, 24)
ORDER = PrintOrder(printer=cups.QUEUE)


def a_page(name):
    content = CertificateContent(
        language="fi",
        name=name,
        workshop="Perusteet",
        days=(DAY,),
        quarter_hours=6,
        contents=("Tiedostot",),
        organisers=("Sedu",),
        place="Helsinki",
        issued=DAY,
    )
    return certificate_pdf(content)


def words(pdf):
    """The words without those letters that the virtual printer does not name (å, ä, ö)."""
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return re.sub(r"[^!-~]+", " ", text)


@pytest.fixture(scope="module")
def service():
    yield from cups.running()


@pytest.fixture
def printing(service, monkeypatch):
    monkeypatch.setenv("CUPS_SERVER", service.address)
    yield CupsPrinting()
    service.clear()


def ended(service, printing, ticket):
    service.until(lambda: printing.state(ticket) is not JobState.WAITING)
    return printing.state(ticket)


def test_without_a_print_service_a_build_server_fails_and_others_skip(monkeypatch):
    monkeypatch.setattr(cups, "why_not", lambda: "no cupsd on this machine")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="a build server must print: no cupsd"):
        cups.need_printer()
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match="no cupsd"):
        cups.need_printer()


def test_the_queue_is_found_by_its_name(printing):
    assert printing.printers() == [cups.QUEUE]


def test_a_page_arrives_with_its_words(service, printing):
    ticket = printing.send(a_page("Aino Korhonen"), ORDER)
    [arrived] = service.papers(1)
    assert ended(service, printing, ticket) is JobState.DONE
    assert "Osallistumistodistus" in words(arrived)
    assert "Aino Korhonen" in words(arrived)
    box = PdfReader(io.BytesIO(arrived)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842), "A4"


def test_a_pile_arrives_in_order(service, printing):
    names = ["Aino", "Eila", "Kaisa", "Leena"]
    tickets = [printing.send(a_page(name), ORDER) for name in names]
    arrived = service.papers(4)
    assert [name in words(pdf) for name, pdf in zip(names, arrived, strict=True)] == [True] * 4
    service.until(lambda: state_of_all(printing, tickets) is JobState.DONE)


def test_the_queue_is_told_of_copies(service, printing):
    before = service.sheets()
    printing.send(a_page("Aino"), PrintOrder(printer=cups.QUEUE, copies=3))
    service.papers(1)
    service.until(lambda: service.sheets() == before + 3)


def test_a_queue_that_takes_no_jobs(service, printing):
    service.run("cupsreject", cups.QUEUE)
    with pytest.raises(PrinterRefusesError):
        printing.send(a_page("Aino"), ORDER)


def test_a_queue_that_is_stopped(service, printing):
    service.run("cupsdisable", cups.QUEUE)
    with pytest.raises(PrinterRefusesError):
        printing.send(a_page("Aino"), ORDER)


def test_a_queue_that_is_stopped_while_papers_wait(service, printing, tmp_path):
    paper = tmp_path / "page.pdf"
    paper.write_bytes(a_page("Aino"))
    service.run("cupsdisable", cups.QUEUE)
    ticket = service.run("lp", "-d", cups.QUEUE, str(paper)).split()[3]
    with pytest.raises(PrinterRefusesError):
        printing.state(ticket)
    printing.cancel(ticket)
    assert ended(service, printing, ticket) is not JobState.WAITING
    service.run("cupsenable", cups.QUEUE)
    printing.send(a_page("Eila"), ORDER)
    [arrived] = service.papers(1)
    assert "Eila" in words(arrived), "what was taken back never comes"


def test_a_job_that_fails(service, printing):
    ticket = printing.send(b"%PDF-1.7\nbroken", ORDER)
    assert ended(service, printing, ticket) is JobState.FAILED


def test_a_printer_that_is_gone(printing):
    with pytest.raises(NoPrinterError):
        printing.send(a_page("Aino"), PrintOrder(printer="Olematon"))


def test_no_print_service_at_all(tmp_path, monkeypatch):
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    printing = CupsPrinting()
    assert printing.printers() == []
    with pytest.raises(NoPrinterError):
        printing.send(b"%PDF", ORDER)


def test_no_programs_for_printing(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoPrinterError):
        CupsPrinting().printers()


def test_nothing_is_kept_of_a_paper_that_no_printer_took():
    printer, kept = FakePrinter(), []
    printer.error = PrinterRefusesError("out of paper")
    with pytest.raises(PrinterRefusesError):
        print_paper(printer, Paper(lambda: b"page", lambda: kept.append(1)), ORDER)
    assert kept == []
    printer.error = None
    assert (
        print_paper(printer, Paper(lambda: b"page", lambda: kept.append(1)), ORDER).trouble is None
    )
    assert (printer.papers, kept) == ([b"page"], [1])


def test_a_paper_that_is_out_but_not_kept_says_so(tmp_path):
    trouble = StoreFullError(tmp_path)

    def refuse():
        raise trouble

    paper = Paper(lambda: b"page", refuse)
    assert print_paper(FakePrinter(), paper, ORDER).trouble is trouble
    assert keep_all([paper]) is trouble


def test_many_tickets_are_as_far_as_the_slowest():
    printer = FakePrinter()
    assert state_of_all(printer, ["job-1", "job-2"]) is JobState.DONE
    printer.ends = JobState.WAITING
    assert state_of_all(printer, ["job-1"]) is JobState.WAITING
    printer.ends = JobState.FAILED
    assert state_of_all(printer, ["job-1"]) is JobState.FAILED
