"""No stored time is more exact than a minute."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.domain.clock import SystemClock, minute

ZONES = st.integers(-12 * 60, 14 * 60).map(lambda n: timezone(timedelta(minutes=n)))


@given(st.datetimes(timezones=ZONES))
def test_a_minute_has_no_seconds_and_is_never_later(moment):
    rounded = minute(moment)
    assert (rounded.second, rounded.microsecond) == (0, 0)
    assert timedelta(0) <= moment - rounded < timedelta(minutes=1)
    assert rounded.tzinfo is moment.tzinfo


def test_rounding_twice_changes_nothing():
    moment = datetime(2026, 3, 2, 9, 0, 59, 999_999, tzinfo=UTC)
    assert minute(minute(moment)) == minute(moment) == moment.replace(second=0, microsecond=0)


def test_the_machines_clock_knows_its_zone_and_never_goes_back():
    clock = SystemClock()
    assert clock.now().utcoffset() is not None
    before = clock.seconds()
    assert clock.seconds() >= before
