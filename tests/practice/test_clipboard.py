"""The pretend clipboard holds one thing, and undo brings the one before back."""

import pytest

from digitutor_app.practice.clipboard import Clip, Held


def test_it_begins_empty(computer):
    assert computer.clipboard.clip == Clip()


@pytest.mark.parametrize(
    "clip", [Clip(Held.TEXT, text="Åsa"), Clip(Held.COPY, nodes=("plan",)), Clip(Held.CUT, "", ())]
)
def test_it_holds_what_it_was_given_and_nothing_before_it(computer, clip):
    computer.clipboard.take(Clip(Held.TEXT, text="old"))
    computer.clipboard.take(clip)
    assert computer.clipboard.clip == clip


def test_clearing_and_undo(computer):
    computer.clipboard.clear()
    assert not computer.book.can_undo
    computer.clipboard.take(Clip(Held.COPY, nodes=("plan", "menu")))
    computer.clipboard.clear()
    assert computer.clipboard.clip.held is Held.NOTHING
    computer.undo()
    assert computer.clipboard.clip.nodes == ("plan", "menu")
