"""The turns of a wheel: what is new about them, and when a hand is stuck."""

from digitutor_app.rooms.pointer.scrolling import Turned, Turns


def test_only_news_are_told():
    turns = Turns()
    assert turns.turn(0, "down", "middle", moved=True) == Turned(stuck=False)
    assert turns.turn(0.5, "down", "middle", moved=True) is None
    assert turns.turn(1, "up", "middle", moved=True) == Turned(stuck=False)
    assert turns.turn(5, "up", "middle", moved=True) == Turned(stuck=False)


def test_turning_on_against_the_end_is_told_once():
    turns = Turns()
    assert turns.turn(0, "up", "top", moved=False) == Turned(stuck=False)
    assert turns.turn(1.5, "up", "top", moved=False) is None
    assert turns.turn(3, "up", "top", moved=False) == Turned(stuck=True)
    assert turns.turn(4, "up", "top", moved=False) is None


def test_a_pause_or_a_turn_that_moves_begins_anew():
    turns = Turns()
    turns.turn(0, "up", "top", moved=False)
    assert turns.turn(4, "up", "top", moved=False) == Turned(stuck=False)
    turns.turn(5, "down", "middle", moved=True)
    turns.turn(6, "up", "top", moved=True)
    assert turns.turn(6.5, "up", "top", moved=False) is None
    assert turns.turn(8.5, "up", "top", moved=False) is None
