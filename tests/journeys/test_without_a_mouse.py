"""The line once more, with the keyboard alone."""

from pathlib import Path

from tests.journeys.person import Person, screen


def test_the_first_exercise_and_leaving_without_a_mouse(tmp_path: Path) -> None:
    with screen("1280x720") as display:
        person = Person(display, tmp_path / "data")
        person.start_program()
        does_the_first_exercise(person)
        takes_a_code_and_leaves(person)
        assert person.end_program() == 0


def does_the_first_exercise(person: Person) -> None:
    person.sees("Tervetuloa")
    person.tab_to("Aloita")
    person.key("Return")

    # What teaches the mouse can be skipped; it blocks nobody's path.
    person.sees("Laita käsi hiiren päälle.")
    person.tab_to("Ohita tämä tehtävä")
    person.key("Return")

    person.sees("Sana 1 / 5", "aamu")
    person.tab_to("Luin tämän")
    person.key("Return")
    person.tab_to(target="field:word")
    for word in ("aamu", "ilta", "hoito", "lääke", "tauko"):
        person.sees(word)
        person.write(word)


def takes_a_code_and_leaves(person: Person) -> None:
    person.sees("Harjoitus on valmis")
    person.tab_to("Jatka")
    person.key("Return")
    person.sees("Tämä on sinun koodisi")
    person.write("Liisa")
    person.tab_to("Ota koodi käyttöön")
    person.key("Return")
    person.sees("Omat harjoitukset", "Liisa")
    person.tab_to("Omat taitoni")
    person.key("Return")
    person.sees("Omat taitoni", "onnistui ohjatusti")
    person.key("Escape")
    person.sees("Omat harjoitukset")
    person.tab_to("Lähden nyt")
    person.key("Return")
    person.sees("Kiitos käynnistä")
    person.tab_to("Valmis")
    person.key("Return")
    person.sees("Tervetuloa", "Liisa")
