"""When the tutor's store has to close by itself."""

from datetime import timedelta

import pytest

from digitutor_app.services.idle_lock import USUAL, IdleLock


@pytest.fixture
def idle(laptop, clock):
    return IdleLock(laptop.worker, clock)


def test_after_the_usual_minutes_and_no_earlier(idle, clock):
    assert (idle.minutes, USUAL) == (15, 15)
    clock.forward(15 * 60 - 1)
    assert not idle.due()
    clock.forward(1)
    assert idle.due()


def test_a_touch_begins_the_minutes_anew(idle, clock):
    clock.forward(14 * 60)
    idle.touch()
    clock.forward(14 * 60)
    assert not idle.due()


def test_other_minutes_hold_after_a_restart(idle, laptop, clock):
    idle.choose(30)
    again = IdleLock(laptop.worker, clock)
    assert again.minutes == 30
    clock.forward(29 * 60)
    assert not again.due()


def test_what_nobody_could_choose_is_the_usual(laptop, clock):
    laptop.worker.ask(lambda store: store.settings.put("lock_minutes", "never"))
    assert IdleLock(laptop.worker, clock).minutes == USUAL


def test_a_night_in_sleep_counts_although_one_clock_stood_still(idle, clock):
    clock.set_wall(clock.now() + timedelta(hours=9))
    assert idle.due()


def test_setting_the_wall_clock_back_delays_nothing(idle, clock):
    clock.set_wall(clock.now() - timedelta(days=30))
    clock.forward(15 * 60)
    assert idle.due()
