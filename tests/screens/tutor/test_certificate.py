"""The certificate: what is seen is what is printed, and what is saved is what was seen."""

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from digitutor_app.screens.tutor.certificate import CertificateScreen
from digitutor_app.ui_kit.paper_view import PaperView
from tests.finding import field, find, said
from tests.looks import cut_off, settle, small_targets
from tests.screens.tutor import facts

NAME = "Etunimet ja sukunimi todistukseen"
KEEP = "Säilytä nimi, jotta todistuksen voi tulostaa uudelleen"


@pytest.fixture
def eila(context, clock):
    person = facts.arrive(
        context, "vihreä-kuusi-14", "Eila", clock.now() - timedelta(minutes=50), 50
    )
    facts.succeed(context, person, "files-01", clock.now())
    return person


@pytest.fixture
def target(tmp_path):
    """Where the person who is asked wants the file."""
    return tmp_path / "todistus.pdf"


@pytest.fixture
def page(look, context, tutor, shown, eila, target, qtbot):
    asked = []

    def choose(_parent, suggested):
        asked.append(suggested)
        return target

    def make(*size, person=None, choose_file=choose):
        screen = CertificateScreen(
            look, context, tutor, (person or eila).id, choose_file=choose_file
        )
        shown(screen, *size)
        if find_save(screen):
            # Not the signal: a busy machine has drawn the page before anybody waits for it.
            qtbot.waitUntil(lambda: preview(screen) != "", timeout=20_000)
            settle(screen)
        return screen

    make.asked = asked
    return make


@pytest.fixture
def workshop(tutor, clock):
    return facts.a_workshop(tutor, clock.now())


def find_save(screen):
    return "Tallenna PDF" in said(screen)


def preview(screen):
    """The words of the page that is shown, as one line."""
    [paper] = screen.findChildren(PaperView)
    return " ".join(paper.accessibleDescription().split())


def type_name(screen, qtbot, name):
    with qtbot.waitSignal(screen.previewChanged):
        field(screen, NAME).setText(name)
    settle(screen)


def save(screen, qtbot):
    with qtbot.waitSignal(screen.saved):
        qtbot.mouseClick(find(screen, "Tallenna PDF"), Qt.MouseButton.LeftButton)


def words(pdf):
    return " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())


def test_the_page_shows_workshop_hours_contents_and_a_line_for_the_name(page, workshop):
    screen = page()
    text = preview(screen)
    assert "on osallistunut Digitaitojen perusteet 1 -työpajaan." in text
    assert "0,75 tuntia" in text
    assert "Tiedostot ja kansiot" in text
    assert "Eila" not in text  # the first name is not the name for the paper
    assert "Laajuus: 0,75 tuntia" in said(screen)
    assert screen.findChildren(PaperView)[0].accessibleName() == "Todistuksen sivu"


def test_the_page_follows_the_name_and_can_be_read_as_text(page, workshop, qtbot):
    screen = page()
    type_name(screen, qtbot, "Eila <b>Maria</b> & Lehtonen")
    assert "Eila <b>Maria</b> & Lehtonen" in preview(screen)
    qtbot.mouseClick(find(screen, "Lue sivu tekstinä"), Qt.MouseButton.LeftButton)
    assert "Osallistumistodistus" in said(screen)


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Thị Phương Anh",
        "Олена Шевченко",
        "Anna-Kaarina Emilia Wilhelmiina Virtanen-Lehtoranta-Meriläi",
    ],
)
def test_names_of_many_kinds_are_saved_as_they_are_seen(page, workshop, qtbot, target, name):
    screen = page()
    type_name(screen, qtbot, name)
    save(screen, qtbot)
    assert name in words(target.read_bytes())
    assert "Tallennettu nimellä todistus.pdf." in said(screen)


def test_the_file_is_called_by_the_code_and_not_by_the_name(page, workshop, qtbot):
    screen = page()
    type_name(screen, qtbot, "Eila Lehtonen")
    save(screen, qtbot)
    assert page.asked == ["todistus_vihreä-kuusi-14.pdf"]


def test_the_kept_certificate_is_the_very_file_and_prints_again(
    page, workshop, qtbot, target, tutor, eila, clock
):
    screen = page()
    type_name(screen, qtbot, "Eila Lehtonen")
    save(screen, qtbot)
    [kept] = tutor.certify.of_person(eila.id)
    first = target.read_bytes()
    assert kept.pdf == first
    clock.forward(3 * 24 * 3600)
    later = page()
    assert field(later, NAME).text() == "Eila Lehtonen"
    assert "Todistus on tehty ma 2.3." in said(later)
    save(later, qtbot)
    assert target.read_bytes() == first
    assert len(tutor.certify.of_person(eila.id)) == 1


def test_a_corrected_name_is_a_new_version_that_names_the_old(page, workshop, qtbot, tutor, eila):
    screen = page()
    type_name(screen, qtbot, "Eila Lehtonen")
    save(screen, qtbot)
    type_name(screen, qtbot, "Eila Lehtinen")
    save(screen, qtbot)
    old, new = sorted(tutor.certify.of_person(eila.id), key=lambda c: bool(c.replaces))
    assert new.replaces == old.id
    assert tutor.certify.last(eila.id, workshop.id) == new


def test_a_name_that_is_not_to_be_kept_is_only_on_the_paper(
    page, workshop, qtbot, target, tutor, eila
):
    screen = page()
    qtbot.mouseClick(find(screen, KEEP), Qt.MouseButton.LeftButton)
    type_name(screen, qtbot, "Eila Lehtonen")
    save(screen, qtbot)
    assert "Eila Lehtonen" in words(target.read_bytes())
    [kept] = tutor.certify.of_person(eila.id)
    assert kept.content.name == ""
    assert "Lehtonen" not in words(kept.pdf)
    save(screen, qtbot)
    assert len(tutor.certify.of_person(eila.id)) == 1


def test_letters_that_the_font_lacks_get_a_sentence_and_can_be_mended(page, workshop, qtbot):
    screen = page()
    field(screen, NAME).setText("Aino 漢字")
    qtbot.waitUntil(lambda: "Kirjasimessa ei ole merkkejä 漢 字." in said(screen))
    assert preview(screen) == ""
    qtbot.mouseClick(find(screen, "Tallenna PDF"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: find(screen, "Tallenna PDF").isEnabled())
    assert field(screen, NAME).text() == "Aino 漢字"
    type_name(screen, qtbot, "Aino")
    assert "Kirjasimessa" not in said(screen)


def test_a_folder_that_refuses(page, workshop, qtbot, target, tutor, eila):
    target.mkdir()
    screen = page()
    qtbot.mouseClick(find(screen, "Tallenna PDF"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Kansio ei ottanut tiedostoa todistus.pdf vastaan." in said(screen))
    assert tutor.certify.of_person(eila.id) == []
    settle(screen)
    assert cut_off(screen) == []


def test_nobody_chooses_a_file(page, workshop, qtbot, tutor, eila):
    screen = page(choose_file=lambda _parent, _suggested: None)
    qtbot.mouseClick(find(screen, "Tallenna PDF"), Qt.MouseButton.LeftButton)
    assert tutor.certify.of_person(eila.id) == []
    assert find_save(screen)


def test_a_very_long_name_is_asked_to_be_shorter(page, workshop, qtbot, target):
    screen = page()
    field(screen, NAME).setText("x" * 201)
    qtbot.mouseClick(find(screen, "Tallenna PDF"), Qt.MouseButton.LeftButton)
    assert "Lyhennä se alle 200 merkkiin." in said(screen)
    assert not target.exists()


def test_under_half_an_hour_there_is_no_certificate_yet(page, workshop, context, clock):
    new = facts.arrive(context, "sininen-kettu-27", "Aino", clock.now(), 29)
    screen = page(person=new)
    assert "Osallistuja on ollut mukana ma 2.3. 0,25 tuntia." in said(screen)
    assert "Todistukseen tarvitaan vähintään 0,5 tuntia." in said(screen)
    assert not find_save(screen)


def test_half_an_hour_is_enough(page, workshop, context, clock):
    assert find_save(page(person=facts.arrive(context, "", "", clock.now(), 30)))


def test_without_a_workshop_it_leads_there(page, qtbot):
    screen = page()
    assert "Kirjaa ensin työpaja" in said(screen)
    with qtbot.waitSignal(screen.workshopRequested):
        qtbot.mouseClick(find(screen, "Avaa työpajat"), Qt.MouseButton.LeftButton)


def test_of_two_workshops_of_the_day_one_is_chosen(page, workshop, tutor, clock, qtbot):
    facts.a_workshop(tutor, clock.now(), name="Huijaukset tutuksi")
    screen = page()
    field(screen, NAME).setText("Eila Lehtonen")
    for name in ("Huijaukset tutuksi", "Digitaitojen perusteet 1"):
        choice = find(screen, f"{name}, ma\u00a02.3.")
        if not choice.isChecked():
            with qtbot.waitSignal(screen.previewChanged):
                qtbot.keyClick(choice, Qt.Key.Key_Space)
            assert f"on osallistunut {name} -työpajaan." in preview(screen)
            assert "Eila Lehtonen" in preview(screen)


def test_escape_goes_back(page, workshop, qtbot):
    screen = page()
    with qtbot.waitSignal(screen.backRequested):
        qtbot.keyClick(field(screen, NAME), Qt.Key.Key_Escape)


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1093, 614)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut(page, workshop, size, scale):
    screen = page(*size, scale)
    assert cut_off(screen) == []
    assert small_targets(screen) == []
