"""A laptop's PIN: chosen, checked, and slower after each wrong try, also after a restart."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digitutor_app.services.errors import PinWaitError, UnfitPinError
from digitutor_app.services.pin import LONGEST_WAIT, Pin
from digitutor_app.trust.cost import Cost

CHEAP = Cost(1, 8 * 1024)


@pytest.fixture
def pin(laptop, clock):
    made = Pin(laptop.worker, clock, CHEAP)
    made.choose("4711")
    return made


def test_none_is_set_at_first(laptop, clock):
    empty = Pin(laptop.worker, clock, CHEAP)
    assert not empty.is_set
    assert not empty.check("")


@pytest.mark.parametrize("typed", ["", "123", "123456789", "12a4", "12 34", "١٢٣٤", "1234\n"])
def test_a_pin_is_four_to_eight_digits(laptop, clock, typed):
    unset = Pin(laptop.worker, clock, CHEAP)
    with pytest.raises(UnfitPinError):
        unset.choose(typed)
    assert not unset.is_set


def test_the_right_one_opens_and_another_replaces_it(pin):
    assert pin.is_set
    assert pin.check("4711")
    pin.choose("08150815")
    assert not pin.check("4711")


def test_each_wrong_try_makes_the_next_wait_longer(pin, clock):
    waits = []
    for _ in range(12):
        assert not pin.check("0000")
        waits.append(pin.wait())
        with pytest.raises(PinWaitError) as refused:
            pin.check("4711")
        assert refused.value.seconds == waits[-1]
        clock.forward(waits[-1])
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]
    assert pin.check("4711")
    assert pin.wait() == 0


def test_a_restart_begins_the_wait_anew_and_the_wall_clock_shortens_nothing(pin, laptop, clock):
    for _ in range(4):
        clock.forward(pin.wait())
        pin.check("0000")
    assert pin.wait() == 8
    clock.forward(5)
    assert pin.wait() == 3
    again = Pin(laptop.worker, clock, CHEAP)
    assert again.wait() == 8
    clock.set_wall(clock.now().replace(year=2030))
    assert again.wait() == 8


def test_a_try_counts_before_it_is_looked_at(pin, laptop, clock, monkeypatch):
    class Cut(BaseException):
        """The plug is pulled."""

    def cut(_pin, _kept):
        raise Cut

    monkeypatch.setattr("digitutor_app.services.pin.pin_fits", cut)
    with pytest.raises(Cut):
        pin.check("0000")
    assert Pin(laptop.worker, clock, CHEAP).wait() == 1


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(0, 20), min_size=200, max_size=200))
def test_however_fast_one_types_few_tries_an_hour_are_looked_at(pin, clock, pauses):
    pin.choose("4711")
    looked, start = 0, clock.seconds()
    for pause in pauses:
        try:
            assert not pin.check("0000")
            looked += 1
        except PinWaitError:
            clock.forward(pause)
    hours = (clock.seconds() - start) / 3600
    assert looked <= 10 + hours * 3600 / LONGEST_WAIT


def test_neither_store_nor_settings_hold_the_digits(pin, laptop):
    rows = laptop.store(lambda store: store.database.rows('SELECT "value" FROM "setting"'))
    assert rows
    assert not any("4711" in str(row) for row in rows)
