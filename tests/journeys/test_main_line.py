"""The main job from an empty folder to the paper, with mouse and keyboard, and a power cut."""

from pathlib import Path

from pypdf import PdfReader

from tests.journeys.gate import becomes_a_tutors_laptop
from tests.journeys.person import Person
from tests.journeys.workshop import writes_the_workshop_down

PASSPHRASE = "tunturi laiva kahvi lumi"
NAME = "Nguyễn Thị Ánh"


def test_from_aloita_to_the_certificate(person: Person, tmp_path: Path) -> None:
    begins_and_loses_the_power(person)
    finishes_and_takes_a_code(person)
    chooses_on_the_map(person)
    asks_for_help(person)
    leaves_and_comes_back(person)
    somebody_comes_with_a_code_from_another_laptop(person)
    a_tutor_opens_the_gate(person, tmp_path / "palautusavain.pdf")
    writes_the_workshop_down(person, "Sedu", "SeAMK")
    hands_out_the_paper(person, tmp_path / "todistus.pdf")
    the_next_learner_calls(person)


def begins_and_loses_the_power(person: Person) -> None:
    person.sees("Tervetuloa")
    person.press("Aloita")

    # The first exercise begins at once: no name, no code, and nothing to press.
    person.sees("Laita käsi hiiren päälle.", "Vaihe 1 / 5")
    person.slide_about("ground", until="Vaihe 3 / 5")
    person.sees("Vaihe 3 / 5", "Katso nuolta ruudulla.")
    person.rest_on("lamp:lamp_1")
    person.sees("Vaihe 5 / 5", "Lamppuja palaa 1 / 6")
    person.saved()

    # The power goes, and comes back: the same step, the same practice computer.
    person.kill_program()
    person.start_program()
    person.press("Jatka tästä, Harjoitus jäi kesken.")
    person.sees("Vaihe 5 / 5", "Lamppuja palaa 1 / 6")


def finishes_and_takes_a_code(person: Person) -> None:
    for number in range(2, 7):
        person.rest_on(f"lamp:lamp_{number}")
        person.sees("Harjoitus on valmis" if number == 6 else f"Lamppuja palaa {number} / 6")
    person.sees("Hyvä. Veit osoittimen oikeaan paikkaan", "Kerro parille: mitä teit?")
    person.press("Jatka")

    # Then the code, a first name by choice, and the notice.
    person.sees("Tämä on sinun koodisi", "Ohjelma tallentaa koodisi, antamasi etunimen")
    person.press("Etunimi tai kutsumanimi")
    person.write("Aino")
    person.key("Return")

    # The own page: what comes next, and what one can already.
    person.sees("Omat harjoitukset", "Osoittimen liikuttaminen", "onnistui ohjatusti")


def chooses_on_the_map(person: Person) -> None:
    person.press("Katso kartta")
    person.choose_on_map("Tiedostot ja kansiot", "Avaa kansio ja tiedosto", "Ohjatusti")
    person.sees("Avaa kansio Esimerkkilä.", "Vaihe 1 / 5")
    open_the_plan(person)
    person.press_target("close:document:plan")
    person.sees("Vaihe 5 / 5")
    person.press_target("button:back")
    person.press_target("button:back")
    person.sees("Harjoitus on valmis")
    person.press("Jatka")
    person.sees("Omat harjoitukset", "Kansion ja tiedoston avaaminen", "onnistui ohjatusti")


def open_the_plan(person: Person) -> None:
    person.press_target("folder:house", times=2)
    person.sees("Vaihe 2 / 5")
    person.press_target("folder:safety", times=2)
    person.sees("Vaihe 3 / 5")
    person.press_target("file:plan", times=2)
    person.sees("Vaihe 4 / 5")


def asks_for_help(person: Person) -> None:
    person.press("Katso kartta")
    person.choose_on_map("Tiedostot ja kansiot", "Siirrä hoitosuunnitelma", "Ohjatusti")
    person.sees("Avaa kansio Saapuneet.")
    person.press("Vihje")
    person.sees("Napsauta kansiota Saapuneet kaksi kertaa nopeasti.")
    person.press_target("folder:inbox", times=2)
    person.sees("Vaihe 2 / 6")

    # A call for the tutor, on the learner's own screen.
    person.press("Kutsu tutor")
    person.sees("Tutor tulee", "vaihe 2 / 6", "Missä kansiossa tiedosto on nyt?")
    person.press("Jatkan itse")
    person.sees("Vaihe 2 / 6")


def leaves_and_comes_back(person: Person) -> None:
    # A break, leaving after fifty minutes, and coming back with the own card.
    person.press("Tauko")
    person.sees("Työsi on tallessa. Voit jatkaa, kun haluat.")
    person.press("Jatka")
    person.sees("Vaihe 2 / 6")
    person.ask("forward", seconds=50 * 60)
    person.press("Lähden nyt")
    person.sees("Olit mukana 50 min.", "Siirrä hoitosuunnitelma oikeaan kansioon")
    person.press("Valmis")
    person.sees("Tervetuloa", "Olitko täällä aiemmin?")
    person.press(person.name_of("Aino, "))
    person.sees("Tervetuloa takaisin. Olit tässä.", "vaihe 2 / 6")
    person.press("Jatka")
    person.sees("Vaihe 2 / 6", "Napsauta tiedostoa hoitosuunnitelma_huone12 kerran.")
    person.press("Lähden nyt")
    person.press("Valmis")


def somebody_comes_with_a_code_from_another_laptop(person: Person) -> None:
    person.press("Kirjoitan koodin")
    person.press("Koodi")
    person.write("vihrea kuusi 14")
    person.key("Return")
    person.sees("Missä olit?", "vihreä-kuusi-14")
    person.press("En tiedä. Valitse puolestani.")
    person.sees("Omat harjoitukset", "vihreä-kuusi-14")
    person.press("Kutsu tutor")
    person.sees("Ei harjoitusta kesken")
    person.press("Jatkan itse")
    person.press("Lähden nyt")
    person.press("Valmis")


def a_tutor_opens_the_gate(person: Person, paper: Path) -> None:
    # The passphrase is chosen when it is opened for the first time.
    becomes_a_tutors_laptop(person, PASSPHRASE, paper)
    person.sees("Kuka tarvitsee apua", "Aino", "Edellinen onnistuminen")
    person.press("Anna koneelle numero")
    person.press("Numero")
    person.write("3")
    person.key("Return")
    person.sees("Kone 3. Vaihda numero.")


def hands_out_the_paper(person: Person, paper: Path) -> None:
    person.press("Nyt")
    person.press(person.name_of("Aino, "))
    person.sees("Kansion ja tiedoston avaaminen", "onnistui ohjatusti", "0,75 tuntia")
    person.press("Tee todistus")
    person.press("Etunimet ja sukunimi todistukseen")
    person.write(NAME)
    person.sees("Todistus")
    person.press("Tallenna PDF")
    person.saves_as(paper)
    person.sees("Tallennettu nimellä todistus.pdf")

    text = PdfReader(paper).pages[0].extract_text()
    for printed in (
        NAME,
        "ti 24.11.2026",
        "0,75 tuntia",
        "Tiedostot ja kansiot",
        "Seinäjoki",
        "Sedu ja SeAMK",
    ):
        assert printed in text, text


def the_next_learner_calls(person: Person) -> None:
    person.press("Takaisin")
    person.sees("Tee todistus")
    person.press("Takaisin")
    person.press("Lukitse")
    person.sees("Tervetuloa", "Kone 3 · Ohjelma ei käytä verkkoa.")
    person.press("Aloita")
    person.sees("Vaihe 1 / 5")
    person.press("Kutsu tutor")
    person.sees("3", "Tutor tulee", "Vie osoitin oikeaan paikkaan, vaihe 1 / 5")
    person.press("Tutor on täällä")
    person.sees("Vaihe 1 / 5")
