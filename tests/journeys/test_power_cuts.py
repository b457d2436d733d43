"""The window is killed five times in one exercise; no finished step is lost."""

from pathlib import Path

from tests.journeys.person import Person, screen

CARD = "Jatka tästä, Harjoitus jäi kesken."


def test_five_power_cuts_in_one_exercise(tmp_path: Path) -> None:
    with screen() as display:
        person = Person(display, tmp_path / "data")
        person.start_program()
        person.press("Aloita")
        person.sees("Vaihe 1 / 5")

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
            person.kill_program()
            person.start_program()
            person.press(CARD)
            person.sees(shown)

        # In the middle of a step the step begins again, with the practice computer as it was saved.
        person.press_target("button:back")
        person.sees_target("folder:forms")
        person.kill_program()
        person.start_program()
        person.press(CARD)
        person.sees("Vaihe 5 / 5")
        person.sees_target("file:plan")
        person.press_target("button:back")
        person.sees_target("folder:forms")
        person.press_target("button:back")
        person.sees("Harjoitus on valmis")
        assert person.end_program() == 0
