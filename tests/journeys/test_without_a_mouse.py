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

    person.sees("Vaihe 1 / 5")
    person.tab_to(target="folder:house")
    person.key("Return")
    person.sees("Vaihe 2 / 5")
    person.tab_to(target="folder:safety")
    person.key("Return")
    person.sees("Vaihe 3 / 5")
    person.tab_to(target="file:plan")
    person.key("Return")
    person.sees("Vaihe 4 / 5")
    person.tab_to(target="close:document:plan")
    person.key("Return")
    person.sees("Vaihe 5 / 5")
    person.key("F1")
    person.sees("Nuoli vasemmalle on ikkunan yläosassa.")
    person.tab_to(target="file:plan")
    person.key("BackSpace")
    person.sees_target("folder:forms")
    person.key("BackSpace")


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
