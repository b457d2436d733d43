"""Certificates for a whole day: who is there, what is typed, what comes out, what goes wrong."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from digitutor_app.domain.attempts import Mode
from digitutor_app.screens.tutor.certificates import CertificatesScreen
from digitutor_app.services.print_jobs import JobState, NoPrinterError, PrinterRefusesError
from tests.finding import field, find, said
from tests.looks import cut_off, settle, small_targets
from tests.screens.tutor import facts
from tests.screens.tutor.papers import no_printer, pages, preview, the_printer, words

KEEP = "Säilytä nimet, jotta todistukset voi tulostaa uudelleen"


@pytest.fixture
def people(context, clock):
    """Aino was here 50 minutes, Eila 31, Kaisa 29."""
    now = clock.now()
    stays = (("sininen-kettu-27", "Aino", 50), ("vihreä-kuusi-14", "Eila", 31))
    here = [
        facts.arrive(context, code, name, now - timedelta(minutes=minutes), minutes)
        for code, name, minutes in (*stays, ("punainen-talo-63", "Kaisa", 29))
    ]
    facts.succeed(context, here[0], "files-01", now, mode=Mode.ALONE)
    return here


@pytest.fixture
def workshop(tutor, clock):
    return facts.a_workshop(tutor, clock.now())


@pytest.fixture
def target(tmp_path):
    return tmp_path / "todistukset.pdf"


@pytest.fixture
def page(look, context, tutor, shown, target, qtbot):
    def make(*size, choose_printer=the_printer, drawn=True):
        screen = CertificatesScreen(
            look,
            context,
            tutor,
            choose_file=lambda _parent, _name: target,
            choose_printer=choose_printer,
        )
        shown(screen, *size)
        if drawn:
            # Not the signal: a busy machine has drawn the page before anybody waits for it.
            qtbot.waitUntil(lambda: preview(screen) != "", timeout=20_000)
            settle(screen)
        return screen

    return make


def name_field(screen, who):
    return field(screen, f"Nimi todistukseen, {who}")


def type_name(screen, qtbot, who, name):
    with qtbot.waitSignal(screen.previewChanged):
        name_field(screen, who).setText(name)


def press(screen, qtbot, name):
    qtbot.mouseClick(find(screen, name), Qt.MouseButton.LeftButton)


def press_and_finish(screen, qtbot, name):
    with qtbot.waitSignal(screen.finished, timeout=20_000):
        press(screen, qtbot, name)
    settle(screen)


def test_those_who_were_here_half_an_hour_are_there(page, people, workshop):
    text = said(page())
    assert "Aino" in text
    assert "sininen-kettu-27 · 0,75 tuntia" in text
    assert "vihreä-kuusi-14 · 0,5 tuntia" in text
    assert "Kaisa" not in text
    assert "2 todistusta" in text


def test_a_paper_each_with_the_name_typed_or_a_line(page, people, workshop, printer, tutor, qtbot):
    screen = page()
    type_name(screen, qtbot, "Aino", "Aino <b>Korhonen</b>")
    press_and_finish(screen, qtbot, "Tulosta")
    first, second = printer.papers
    assert "Aino <b>Korhonen</b>" in words(first)
    assert "0,75 tuntia" in words(first)
    assert "Nimi on osallistunut" in words(second)
    assert "2 paperia on tulostettu." in said(screen)
    for person, pdf in zip(people, printer.papers, strict=False):
        [kept] = tutor.certify.of_person(person.id)
        assert kept.pdf == pdf, "the very bytes are kept"
    assert tutor.certify.of_person(people[2].id) == []
    assert "tehty ma 2.3." in said(screen)


def test_printing_again_brings_the_same_bytes(page, people, workshop, printer, tutor, clock, qtbot):
    screen = page()
    type_name(screen, qtbot, "Aino", "Aino Korhonen")
    press_and_finish(screen, qtbot, "Tulosta")
    clock.forward(60)
    later = page()
    assert name_field(later, "Aino").text() == "Aino Korhonen"
    press_and_finish(later, qtbot, "Tulosta")
    assert printer.papers[2:] == printer.papers[:2]
    assert len(tutor.certify.of_person(people[0].id)) == 1


def test_names_that_shall_not_be_kept_are_only_on_paper(
    page, people, workshop, printer, tutor, qtbot
):
    screen = page()
    type_name(screen, qtbot, "Aino", "Aino Korhonen")
    press(screen, qtbot, KEEP)
    press_and_finish(screen, qtbot, "Tulosta")
    assert "Aino Korhonen" in words(printer.papers[0])
    [kept] = tutor.certify.of_person(people[0].id)
    assert kept.content.name == ""
    assert "Korhonen" not in words(kept.pdf)


def test_all_and_none_and_one(page, people, workshop, printer, tutor, qtbot):
    screen = page()
    press(screen, qtbot, "Poista valinnat")
    assert "0 todistusta" in said(screen)
    press(screen, qtbot, "Tulosta")
    assert "Valitse ensin, kenelle teet todistuksen." in said(screen)
    assert printer.papers == []
    press(screen, qtbot, "Eila")
    assert "1 todistus" in said(screen)
    press_and_finish(screen, qtbot, "Tulosta")
    assert len(printer.papers) == 1
    assert tutor.certify.of_person(people[0].id) == []
    press(screen, qtbot, "Valitse kaikki")
    assert "2 todistusta" in said(screen)


def test_skills_are_printed_for_who_wants_them(page, people, workshop, printer, qtbot):
    screen = page()
    with qtbot.waitSignal(screen.previewChanged):
        press(screen, qtbot, "Tulosta itse näytetyt taidot, Aino")
    heading = "Osallistuja näytti itsenäisesti näitä taitoja:"
    assert heading in preview(screen)
    press_and_finish(screen, qtbot, "Tulosta")
    assert [heading in words(pdf) for pdf in printer.papers] == [True, False]


def test_the_paper_follows_the_person_that_is_worked_on(page, people, workshop, qtbot):
    screen = page()
    assert "0,75 tuntia" in preview(screen)
    with qtbot.waitSignal(screen.previewChanged):
        name_field(screen, "Eila").setFocus()
    assert "0,5 tuntia" in preview(screen)


def test_one_pdf_for_all(page, people, workshop, target, tutor, qtbot):
    screen = page()
    type_name(screen, qtbot, "Aino", "Aino Korhonen")
    press_and_finish(screen, qtbot, "Tallenna PDF")
    content = target.read_bytes()
    assert pages(content) == 2
    assert "Aino Korhonen" in words(content)
    assert "Tallennettu nimellä todistukset.pdf." in said(screen)
    assert len(tutor.certify.of_person(people[1].id)) == 1


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (NoPrinterError("gone"), "Tulostinta ei löydy. Tietosi ovat tallessa."),
        (PrinterRefusesError("no"), "Tulostin ei ota papereita vastaan. Tietosi ovat tallessa."),
    ],
)
def test_a_printer_that_refuses(page, people, workshop, printer, tutor, qtbot, error, sentence):
    printer.error, printer.error_after = error, 1
    screen = page()
    type_name(screen, qtbot, "Aino", "Aino Korhonen")
    press(screen, qtbot, "Tulosta")
    qtbot.waitUntil(lambda: sentence in said(screen))
    assert "Tulostimeen ehti 1 / 2." in said(screen)
    assert "Voit myös tallentaa PDF:n" in said(screen)
    assert name_field(screen, "Aino").text() == "Aino Korhonen"
    assert tutor.certify.of_person(people[1].id) == [], "what no printer took is not issued"
    settle(screen)
    assert cut_off(screen) == []
    printer.error = None
    press_and_finish(screen, qtbot, "Tulosta")
    assert "2 paperia on tulostettu." in said(screen)


def test_no_printer_at_all(page, people, workshop, printer, qtbot):
    printer.names = []
    screen = page()
    press(screen, qtbot, "Tulosta")
    qtbot.waitUntil(lambda: "Tulostinta ei löydy." in said(screen))
    assert find(screen, "Tallenna PDF").isEnabled()


def test_a_job_that_fails_later(page, people, workshop, printer, qtbot):
    printer.ends = JobState.FAILED
    screen = page()
    press(screen, qtbot, "Tulosta")
    qtbot.waitUntil(lambda: "Tulostus jäi kesken. Tietosi ovat tallessa." in said(screen))


def test_papers_that_wait_can_be_stopped(page, people, workshop, printer, qtbot):
    printer.ends = JobState.WAITING
    screen = page()
    press(screen, qtbot, "Tulosta")
    qtbot.waitUntil(lambda: "Tulostin työskentelee." in said(screen))
    assert not find(screen, "Tulosta").isEnabled()
    press(screen, qtbot, "Pysäytä")
    assert "Tulostus on pysäytetty. Tulostimeen ehti 2 paperia." in said(screen)
    qtbot.waitUntil(lambda: printer.cancelled == ["job-1", "job-2"])
    assert find(screen, "Tulosta").isEnabled()


def test_stopped_in_the_middle_the_rest_is_neither_printed_nor_issued(
    page, people, workshop, printer, tutor, qtbot
):
    printer.lets_in.clear()
    screen = page()
    press(screen, qtbot, "Tulosta")
    qtbot.waitUntil(lambda: printer.busy)
    assert "Tulostuu 1 / 2" in said(screen)
    press(screen, qtbot, "Pysäytä")
    printer.lets_in.set()
    qtbot.waitUntil(lambda: "Tulostus on pysäytetty. Tulostimeen ehti 1 paperi." in said(screen))
    assert len(printer.papers) == 1
    assert tutor.certify.of_person(people[1].id) == []


def test_nobody_chooses_a_printer(page, people, workshop, printer, tutor, qtbot):
    screen = page(choose_printer=no_printer)
    press(screen, qtbot, "Tulosta")
    qtbot.waitUntil(lambda: find(screen, "Tulosta").isEnabled())
    assert printer.papers == []


def test_a_name_that_cannot_be_drawn_is_named(page, people, workshop, printer, qtbot):
    screen = page()
    name_field(screen, "Eila").setText("Eila 漢")
    qtbot.waitUntil(lambda: "Eila 漢: Kirjasimessa ei ole merkkiä 漢." in said(screen))
    press(screen, qtbot, "Tulosta")
    qtbot.waitUntil(lambda: find(screen, "Tulosta").isEnabled())
    assert name_field(screen, "Eila").text() == "Eila 漢"
    type_name(screen, qtbot, "Eila", "Eila")
    assert "Kirjasimessa" not in said(screen)


def test_a_very_long_name_is_asked_to_be_shorter(page, people, workshop, printer, qtbot):
    screen = page()
    name_field(screen, "Eila").setText("x" * 201)
    press(screen, qtbot, "Tulosta")
    assert "Lyhennä se alle 200 merkkiin." in said(screen)
    assert printer.papers == []


def test_a_day_without_people_says_what_to_do(page, workshop, qtbot):
    screen = page(drawn=False)
    assert "Tänä päivänä ei ole osallistujia" in said(screen)
    assert "Tarkista työpajan päivä" in said(screen)
    with qtbot.waitSignal(screen.workshopRequested):
        press(screen, qtbot, "Avaa työpajat")


def test_nobody_long_enough(page, context, workshop, clock):
    facts.arrive(context, "sininen-kettu-27", "Aino", clock.now(), 10)
    assert "Todistus vaatii vähintään puoli tuntia." in said(page(drawn=False))


def test_without_a_workshop_it_leads_there(page, people):
    assert "Kirjaa ensin työpaja" in said(page(drawn=False))


def test_another_day_has_other_people(page, context, people, workshop, tutor, clock, qtbot):
    yesterday = clock.now() - timedelta(days=1)
    facts.a_workshop(tutor, yesterday, name="Eilinen")
    facts.arrive(context, "ruskea-karhu-77", "Pirkko", yesterday, 40)
    screen = page()
    assert "Pirkko" not in said(screen)
    with qtbot.waitSignal(screen.previewChanged):
        press(screen, qtbot, "Eilinen, su\u00a01.3.")
    assert "Pirkko" in said(screen)
    assert "Aino" not in said(screen)


def test_escape_goes_back(page, people, workshop, qtbot):
    screen = page()
    with qtbot.waitSignal(screen.backRequested):
        qtbot.keyClick(find(screen, "Valitse kaikki"), Qt.Key.Key_Escape)


@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut(page, context, tutor, clock, size, scale):
    facts.a_full_day(context)
    facts.a_workshop(tutor, clock.now())
    screen = page(*size, scale)
    assert cut_off(screen) == []
    assert small_targets(screen) == []
