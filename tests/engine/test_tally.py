"""What an attempt counts, and that counts only grow."""

import pytest

from digitutor_app.engine.tally import Tally
from tests.engine.makers import do, oops


@pytest.mark.parametrize(
    ("hands_used", "device"),
    [
        ([], ""),
        (["pointer"], "pointer"),
        (["drag", "menu", "button"], "pointer"),
        (["keys", "keys"], "keys"),
        (["pointer", "keys"], "both"),
    ],
)
def test_what_the_hands_used(hands, hands_used, device):
    it = hands(do("a"))
    for by in hands_used:
        it.flip(by=by)
    assert it.run.tally.device == device


def test_undo_is_counted_only_when_something_was_undone(hands):
    it = hands(do("a"))
    it.run.undo()
    assert it.run.tally.undos == 0
    it.on("lamp")
    it.run.undo()
    assert it.run.tally.undos == 1


def test_undo_takes_no_count_back(hands):
    it = hands(do("a"), do("b"), mistakes=(oops("forms"),))
    it.on("a")
    it.on("forms", by="keys")
    it.run.undo()
    it.run.undo()
    assert it.run.tally.mistakes == {"forms": 1}
    assert it.run.tally.told == ["a"]
    assert it.run.tally.device == "both"


def test_it_is_plain_data(hands):
    it = hands(do("a"), mistakes=(oops("forms"),))
    it.on("forms")
    assert Tally.from_plain(it.run.tally.to_plain()) == it.run.tally
