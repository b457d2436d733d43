"""Three laptops and one stick: a press each to join, none to deliver, and one goes back."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from digitutor_app.exchange.stick.cards import cards
from digitutor_app.exchange.stick.place import Stick
from tests.exchange.stick.makers import SECRET
from tests.fakes.clock import FakeClock
from tests.journeys.eyes import BEGINNING
from tests.journeys.person import Person, screen
from tests.journeys.test_power_cuts import CODE, comes_with_a_code
from tests.services.conftest import shelf as services_shelf
from tests.services.room import Room

shelf = services_shelf
WAIT, PULL = "Älä ota tikkua vielä irti.", "Voit ottaa tikun irti"


@dataclass
class Laptop:
    """One of the laptops on the tables, and whoever stands at it."""

    person: Person
    folder: Path
    stick: Stick

    def put_in(self) -> None:
        (self.folder / "ports" / "stick").symlink_to(self.stick.root)

    def pull_out(self) -> None:
        (self.folder / "ports" / "stick").unlink()
        self.person.goes(PULL)

    @property
    def busy(self) -> Path:
        return self.folder / "busy"

    def delivered(self) -> set[Path]:
        return set(self.stick.bundles.rglob("*.wb1"))


@pytest.fixture
def room(tmp_path: Path, shelf):
    (tmp_path / "room").mkdir()
    made = Room(tmp_path / "room", shelf, FakeClock(BEGINNING))
    made.prepare()
    yield made
    made.close()


@pytest.fixture
def laptops(tmp_path: Path, room: Room):
    with ExitStack() as stack:
        made = []
        for number in (1, 2, 3):
            folder = tmp_path / f"laptop{number}"
            (folder / "ports").mkdir(parents=True)
            person = Person(stack.enter_context(screen()), folder / "data")
            person.start_program()
            made.append(Laptop(person, folder, room.stick))
        yield made
        assert [laptop.person.end_program() for laptop in made] == [0, 0, 0]


def test_three_laptops_and_one_stick(laptops: list[Laptop], room: Room) -> None:
    first, second, third = laptops
    for number, laptop in enumerate(laptops, 1):
        joins_with_one_press(laptop, number)
    assert [card.number for card in cards(room.stick.folder, "w1", SECRET)] == [1, 2, 3]
    comes_with_a_code(first.person)
    first.person.press_target("folder:house", times=2)
    first.person.sees("Vaihe 2 / 5")
    for laptop in laptops:
        delivers_with_no_press(laptop)
    first.person.sees("Vaihe 2 / 5")
    collected = room.desk.collect(room.stick)
    assert collected.missing == ()
    assert [card.code for card in room.people()] == [CODE]
    first.person.press("Lähden nyt")
    first.person.press("Valmis")
    goes_back(first, room)
    assert [card.code for card in room.people()] == [CODE]
    for laptop in (second, third):
        laptop.person.sees("Tervetuloa")


def joins_with_one_press(laptop: Laptop, number: int) -> None:
    person = laptop.person
    person.looks_around()
    laptop.put_in()
    person.sees("Työpajan tikku on paikallaan", "Paja")
    person.press("Liity työpajaan")
    person.sees(PULL)
    laptop.pull_out()
    person.sees("Tervetuloa", f"Kone {number}")


def delivers_with_no_press(laptop: Laptop) -> None:
    """The stick takes its time: until it has everything, nothing says that it may go."""
    person, before = laptop.person, laptop.delivered()
    laptop.busy.touch()
    laptop.put_in()
    person.sees(WAIT)
    person.does_not_see(PULL)
    assert laptop.delivered() == before
    laptop.busy.unlink()
    person.sees(PULL)
    assert len(laptop.delivered() - before) == 1
    laptop.pull_out()


def goes_back(laptop: Laptop, room: Room) -> None:
    """Not before the tutor's machine has everything; then nothing is left."""
    person = laptop.person
    asks_to_return(person)
    person.sees("Konetta ei voi vielä palauttaa: 1 henkilön tiedot odottavat")
    for _round in range(2):
        laptop.put_in()
        person.sees(PULL)
        laptop.pull_out()
        room.desk.collect(room.stick)
    person.press("Takaisin")
    person.press("Takaisin")
    asks_to_return(person)
    person.press("Poista kaikki")
    person.sees("Kone on palautettu.", "Tervetuloa")
    person.does_not_see(CODE)
    person.does_not_see("Kone 1")


def asks_to_return(person: Person) -> None:
    person.press("Tutorille")
    person.press("Näytä tämän koneen tiedot")
    person.press("Palauta kone")
