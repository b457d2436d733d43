"""The window is killed five times in one exercise; no finished step is lost."""

from pathlib import Path

from tests.journeys.person import Person, screen

CODE = "sininen-kettu-27"


def test_five_power_cuts_in_one_exercise(tmp_path: Path) -> None:
    with screen() as display:
        person = Person(display, tmp_path / "data")
        person.start_program()
        comes_with_a_code(person)

        steps = (
            ("folder:house", 2, "Vaihe 2 / 5"),
            ("folder:safety", 2, "Vaihe 3 / 5"),
            ("file:plan", 2, "Vaihe 4 / 5"),
            ("close:document:plan", 1, "Vaihe 5 / 5"),
        )
        for target, times, shown in steps:
            person.press_target(target, times=times)
            person.sees(shown)
            person.saved()
            loses_the_power_and_comes_back(person)
            person.sees(shown)

        # In the middle of a step the step begins again, with the practice computer as it was saved.
        person.press_target("button:back")
        person.sees_target("folder:forms")
        loses_the_power_and_comes_back(person)
        person.sees("Vaihe 5 / 5")
        person.sees_target("file:plan")
        person.press_target("button:back")
        person.sees_target("folder:forms")
        person.press_target("button:back")
        person.sees("Harjoitus on valmis")
        assert person.end_program() == 0


def comes_with_a_code(person: Person) -> None:
    person.press("Kirjoitan koodin")
    person.press("Koodi")
    person.write(CODE)
    person.key("Return")
    person.press("Valitse kartalta")
    person.choose_on_map("Tiedostot ja kansiot", "Avaa kansio ja tiedosto", "Ohjatusti")
    person.sees("Avaa kansio Esimerkkilä.", "Vaihe 1 / 5")


def loses_the_power_and_comes_back(person: Person) -> None:
    person.kill_program()
    person.start_program()
    person.press(person.name_of(CODE))
    person.sees("Tervetuloa takaisin. Olit tässä.")
    person.press("Jatka")
