"""The number of the laptop: given by a tutor, kept over a restart."""

import pytest

from digitutor_app.services.errors import NotALaptopNumberError
from digitutor_app.services.laptop import Laptop


def test_a_number_is_kept(laptop, start):
    mine = Laptop(laptop.worker)
    assert mine.number == ""
    mine.give(" 03 ")
    assert mine.number == "3"
    assert Laptop(start(laptop).worker).number == "3"


def test_a_number_can_be_taken_away(laptop):
    mine = Laptop(laptop.worker)
    mine.give("7")
    mine.give("")
    assert Laptop(laptop.worker).number == ""


@pytest.mark.parametrize("typed", ["0", "100", "kolme", "-1", "²"])
def test_what_is_no_number_changes_nothing(laptop, typed):
    mine = Laptop(laptop.worker)
    mine.give("7")
    with pytest.raises(NotALaptopNumberError):
        mine.give(typed)
    assert mine.number == "7"
