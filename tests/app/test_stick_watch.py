"""Sticks are looked for beside everything else; what cannot be asked is as good as none."""

from threading import Event

import pytest

from digitutor_app.app.places_seen import FILE, FOLDER
from digitutor_app.app.stick_watch import LOOK_MS, Sticks, StickWatch
from tests.fakes.clock import FakeClock


@pytest.fixture
def watching(qapp):
    """Makes watches; all are closed at the end."""
    made = []

    def make(places, **more):
        watch = StickWatch(places, FakeClock(), qapp, **more)
        made.append(watch)
        return watch

    yield make
    for watch in made:
        watch.close()
        watch.deleteLater()


def seen(watch, qtbot):
    with qtbot.waitSignal(watch.seen, timeout=30_000) as found:
        watch.look()
    return found.args[0]


def test_every_place_and_those_with_a_workshop(watching, qtbot, tmp_path):
    stick, other = tmp_path / "stick", tmp_path / "other"
    (stick / FOLDER).mkdir(parents=True)
    (stick / FOLDER / FILE).touch()
    other.mkdir()
    watch = watching(lambda: [other, stick])
    assert watch._timer.interval() == LOOK_MS
    assert seen(watch, qtbot) == Sticks([other, stick], [stick])


def test_places_that_cannot_be_asked_are_as_good_as_none(watching, qtbot):
    def fails():
        raise OSError("the volume is gone")

    assert seen(watching(fails), qtbot) == Sticks(None, [])


def test_nobody_looks_twice_at_once_nor_where_it_is_not_wanted(watching, qtbot):
    asked, answers = [], Event()

    def slow():
        asked.append(1)
        answers.wait()
        return []

    watch = watching(slow)
    watch.look()
    watch.look()
    answers.set()
    qtbot.waitUntil(lambda: not watch.looking)
    assert asked == [1]
    watching(slow, wanted=lambda: False).look()
    assert asked == [1]


def test_who_has_ended_looks_no_more(watching):
    watch = watching(list)
    watch.close()
    watch.look()
    assert not watch.looking
