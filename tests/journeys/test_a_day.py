"""A tutor's day on one laptop: four people, the board in the right words, the day's end, papers."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests import cups
from tests.journeys.gate import becomes_a_tutors_laptop
from tests.journeys.person import Person, screen
from tests.journeys.workshop import writes_the_workshop_down

PASSPHRASE = "tunturi laiva kahvi lumi"
SUCCEEDED, ERRED, STOOD, CALLED = (
    "sininen-kettu-27",
    "vihrea-kuusi-14",
    "keltainen-lintu-35",
    "sininen-kettu-61",
)


@pytest.fixture(scope="module")
def service():
    yield from cups.running()


@pytest.fixture
def person(tmp_path: Path, service, monkeypatch):
    monkeypatch.setenv("CUPS_SERVER", service.address)
    with screen() as display:
        somebody = Person(display, tmp_path / "data")
        somebody.start_program()
        yield somebody
        assert somebody.end_program() == 0


def test_a_day_of_four_people(person: Person, service, tmp_path: Path) -> None:
    somebody_succeeds(person)
    becomes_a_tutors_laptop(person, PASSPHRASE, tmp_path / "palautusavain.pdf")
    the_board_says(person, "Kukaan ei odota apua nyt.", "1 kävijä", "Avaa kansio ja tiedosto")
    somebody_errs_four_times(person)
    the_tutor_looks(person)
    the_board_says(person, "vihreä-kuusi-14", "Painoi hiiren toista painiketta", "1 odottaa")
    somebody_stands_still(person)
    the_tutor_looks(person)
    the_board_says(person, STOOD, "ei etene 6 min", "vaihe 2 / 5", "1 odottaa")
    somebody_calls(person)
    the_tutor_looks(person)
    the_board_says(person, "kutsui", "Kysy: ”Missä kansiossa tiedosto on nyt?”", lock=False)
    everybody_is_on_the_board(person)
    a_skill_is_seen_on_the_real_machine(person)
    writes_the_workshop_down(person, "Sedu")
    the_day_is_closed(person)
    papers_arrive(person, service)


def comes(person: Person, code: str, title: str, mode: str) -> None:
    person.press("Kirjoitan koodin")
    person.press("Koodi")
    person.write(code.replace("-", " "))
    person.key("Return")
    person.press("Valitse kartalta")
    person.choose_on_map("Tiedostot ja kansiot", title, mode)


def goes_off(person: Person) -> None:
    """The laptop is shut; the visit stays open until somebody ends it."""
    person.saved()
    person.kill_program()
    person.start_program()
    person.sees("Tervetuloa")


def somebody_succeeds(person: Person) -> None:
    comes(person, SUCCEEDED, "Avaa kansio ja tiedosto", "Itse")
    person.press_target("folder:house", times=2)
    person.press_target("folder:safety", times=2)
    person.press_target("file:plan", times=2)
    person.stay(40)
    person.press_target("close:document:plan")
    person.press_target("button:back")
    person.press_target("button:back")
    person.sees("Harjoitus on valmis")
    person.press("Lähden nyt")
    person.press("Valmis")


def somebody_errs_four_times(person: Person) -> None:
    comes(person, ERRED, "Siirrä hoitosuunnitelma", "Itse")
    person.sees("Siirrä hoitosuunnitelma_huone12")
    for _time in range(4):
        person.press_target("folder:inbox", button=3)
        person.key("Escape")
        person.let_time_pass(61)
    person.sees("Vihje")
    goes_off(person)


def somebody_stands_still(person: Person) -> None:
    comes(person, STOOD, "Avaa kansio ja tiedosto", "Ohjatusti")
    person.press_target("folder:house", times=2)
    person.sees("Vaihe 2 / 5")
    goes_off(person)
    person.let_time_pass(6 * 60)


def somebody_calls(person: Person) -> None:
    comes(person, CALLED, "Siirrä hoitosuunnitelma", "Ohjatusti")
    person.press("Kutsu tutor")
    person.sees("Tutor tulee")
    goes_off(person)


def the_tutor_looks(person: Person) -> None:
    person.press("Tutorille")
    person.press("Salalause")
    person.write(PASSPHRASE)
    person.key("Return")


def the_board_says(person: Person, *words: str, lock: bool = True) -> None:
    """On one laptop one person sits at a time, and the board says what it knows of them."""
    person.sees("Kuka tarvitsee apua", *words)
    if lock:
        person.press("Lukitse")


def everybody_is_on_the_board(person: Person) -> None:
    told = str(person.ask("said"))
    order = [told.rindex(code) for code in (CALLED, STOOD, "vihreä-kuusi-14", SUCCEEDED)]
    assert order[0] == min(order), told
    assert "4 kävijää" in told
    person.press(f"Olen menossa: {CALLED}")
    person.sees("Tutor on tulossa")


def a_skill_is_seen_on_the_real_machine(person: Person) -> None:
    person.press(person.name_of(SUCCEEDED))
    person.sees("Kansion ja tiedoston avaaminen", "onnistui itse")
    person.press(person.name_of("Kansion ja tiedoston avaaminen"))
    person.press(person.name_of("Näytti oikealla koneella"))
    person.sees("osaa, Tutor näki oikealla koneella")
    person.press("Takaisin")


def the_day_is_closed(person: Person) -> None:
    person.press("Nyt")
    person.press("Käynnit")
    person.press("Päätä päivä")
    person.press("Päätä päivä")
    person.sees("Päivä on päätetty")
    person.press("Takaisin")
    person.press("Takaisin")


def papers_arrive(person: Person, service) -> None:
    person.press("Paperit")
    person.press(person.name_of("Todistukset"))
    person.press(f"Nimi todistukseen, {SUCCEEDED}")
    person.write("Aino Korhonen")
    person.press("Tulosta")
    person.confirms("Tulosta")
    [certificate] = service.papers(1)
    text = plain(certificate)
    assert "Aino Korhonen" in text
    assert "Sedu" in text
    person.press("Takaisin")

    person.press("Osallistujat")
    person.press(person.name_of(SUCCEEDED))
    person.press("Omat digitaitoni -lehti")
    person.press("Tulosta")
    person.confirms("Tulosta")
    sheet = plain(service.papers(2)[1])
    assert SUCCEEDED in sheet
    assert "Omat digitaitoni" in sheet


def plain(paper: bytes) -> str:
    """The words of all pages, without the letters that the virtual printer does not name."""
    pages = PdfReader(BytesIO(paper)).pages
    return re.sub(r"[^!-~]+", " ", " ".join(page.extract_text() for page in pages))
