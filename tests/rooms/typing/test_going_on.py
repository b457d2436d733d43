"""What somebody has pressed on the picture is still so after a pause."""

import pytest

from digitutor_app.practice.computer import Computer
from digitutor_app.room_kit.hand import Hand
from tests.looks import settle
from tests.lost_pointer import WAYS
from tests.rooms.typing.bench import make_bench
from tests.rooms.typing.conftest import NAMES


@pytest.fixture
def gone_on(qtbot, clock):
    """``gone_on(bench)`` shows another desktop that goes on from what the book holds."""

    def make(it, size=(862, 572)):
        computer = Computer()
        computer.words.names = NAMES
        computer.load(it.computer.to_plain())
        made = make_bench(qtbot, computer, clock, size=size)
        settle(made.desktop)
        return made

    return make


def test_a_drawn_shift_that_is_down_stays_down(bench, gone_on):
    it = bench()
    it.click("field:name", "key:shift")
    looked = it.keyboard.grab().toImage()
    again = gone_on(it)
    assert again.keyboard.grab().toImage() == looked
    again.click("key:l", "key:i")
    assert again.text("name") == "Li"


def test_a_drawn_shift_is_seen_and_let_go_by_a_second_press(bench):
    it = bench()
    it.click("field:name")
    plain = it.keyboard.grab().toImage()
    it.click("key:shift")
    assert it.keyboard.grab().toImage() != plain
    it.click("key:shift")
    assert it.keyboard.grab().toImage() == plain
    it.click("key:l")
    assert it.text("name") == "l"


def test_peru_takes_back_the_letter_and_does_not_press_shift_again(bench):
    it = bench()
    it.click("field:name", "key:l", "key:shift", "key:i")
    assert it.text("name") == "lI"
    it.computer.undo()
    assert it.text("name") == "l"
    it.click("key:i")
    assert it.text("name") == "li"


def test_the_picture_that_was_asked_for_is_still_shown(bench, gone_on):
    small = (560, 330)
    it = bench(size=small)
    assert not it.keyboard.isVisible()
    it.click("button:keyboard")
    assert it.keyboard.isVisible()
    again = gone_on(it, small)
    assert again.keyboard.isVisible()
    again.click("field:name", "key:l")
    again.computer.undo()
    assert again.keyboard.isVisible()
    again.click("button:keyboard")
    assert not again.keyboard.isVisible()


@pytest.mark.parametrize("way", WAYS)
def test_a_drawn_key_whose_press_was_lost_does_not_look_pressed(bench, way):
    it = bench()
    it.click("field:name")
    before = it.keyboard.grab().toImage()
    spot = it.desktop.targets.spot("key:l")
    hand = Hand(it.desktop)
    hand.move(spot.point)
    hand.press()
    assert it.keyboard.grab().toImage() != before
    WAYS[way](it.keyboard, it.keyboard.mapFromGlobal(spot.point))
    assert it.keyboard.grab().toImage() == before
    hand.release()
    assert it.text("name") == ""
