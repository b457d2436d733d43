"""Somebody whose two clicks never become one double click: first success, and on to the end."""

from pathlib import Path

from tests.journeys.person import Person, screen

MOST_PRESSES = 12


class Clicks(Person):
    """Counts what is pressed, and never clicks twice at the same place quickly."""

    def __init__(self, display: str, data: Path) -> None:
        super().__init__(display, data)
        self.presses = 0

    def press(self, name: str, *, times: int = 1, button: int = 1) -> None:
        assert times == 1, "this hand cannot"
        self.presses += 1
        super().press(name, button=button)

    def press_target(self, name: str, *, times: int = 1, button: int = 1) -> None:
        assert times == 1, "this hand cannot"
        self.presses += 1
        super().press_target(name, button=button)

    def key(self, *names: str) -> None:
        self.presses += len(names)
        super().key(*names)


def test_who_cannot_double_click_gets_there_too(tmp_path: Path) -> None:
    with screen() as display:
        person = Clicks(display, tmp_path / "data")
        person.start_program()
        has_a_first_success(person)
        goes_on_to_the_files(person)
        opens_the_first_folder(person)
        does_the_rest(person)
        assert person.end_program() == 0


def has_a_first_success(person: Clicks) -> None:
    person.press("Aloita")
    person.sees("Laita käsi hiiren päälle.")
    person.slide_about("ground", until="Vaihe 3 / 5")
    for number in range(1, 7):
        person.rest_on(f"lamp:lamp_{number}")
        person.sees("Harjoitus on valmis" if number == 6 else f"Lamppuja palaa {number} / 6")
    assert person.presses <= MOST_PRESSES, person.presses


def goes_on_to_the_files(person: Clicks) -> None:
    person.press("Jatka")
    person.press("Ohita")
    person.press("Katso kartta")
    person.choose_on_map("Tiedostot ja kansiot", "Avaa kansio ja tiedosto", "Ohjatusti")
    person.sees("Avaa kansio Esimerkkilä.", "Vaihe 1 / 5")


def opens_the_first_folder(person: Clicks) -> None:
    # One click chooses; the program says how it goes on, and that there is a key for it.
    person.press_target("folder:house")
    person.let_time_pass(5)
    person.sees("kaksi napsautusta nopeasti tai Enter-näppäin")

    # Two slow clicks are two clicks. After the third try the program shows the key.
    person.press_target("folder:house")
    person.let_time_pass(65)
    person.press_target("folder:house")
    person.let_time_pass(65)
    person.sees("Napsauta kerran ja paina sitten Enter.", "Vaihe 1 / 5")
    person.press_target("folder:house")
    person.key("Return")
    person.sees("Vaihe 2 / 5")


def does_the_rest(person: Clicks) -> None:
    for number, target in ((3, "folder:safety"), (4, "file:plan")):
        person.press_target(target)
        person.key("Return")
        person.sees(f"Vaihe {number} / 5")
    person.press_target("close:document:plan")
    person.sees("Vaihe 5 / 5")
    person.press_target("button:back")
    person.press_target("button:back")
    person.sees("Harjoitus on valmis")
