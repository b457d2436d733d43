"""When it is time to ask whether the person is still there."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.services.presence import QUIET, Presence
from tests.fakes.clock import FakeClock

TEN = QUIET.total_seconds()


def test_after_ten_quiet_minutes(clock):
    presence = Presence(clock)
    clock.forward(TEN - 1)
    assert not presence.quiet()
    clock.forward(1)
    assert presence.quiet()
    presence.touch()
    assert not presence.quiet()


def test_the_last_act_is_the_one_before_the_question(clock):
    presence = Presence(clock)
    clock.forward(300)
    presence.touch()
    last = clock.now()
    clock.forward(TEN)
    presence.ask()
    clock.forward(3600)
    presence.touch()
    assert presence.asking
    assert not presence.quiet(), "it is asked once"
    assert presence.answer() == last
    assert not presence.asking
    clock.forward(TEN)
    assert presence.quiet()


def test_a_wall_clock_that_is_set_back_asks_nobody(clock):
    presence = Presence(clock)
    clock.set_wall(clock.now() - timedelta(days=1))
    assert not presence.quiet()


@given(st.lists(st.floats(0, TEN - 1), min_size=1, max_size=20), st.floats(TEN, 3 * TEN))
def test_only_one_long_silence_counts(pauses, silence):
    clock = FakeClock()
    presence = Presence(clock)
    for pause in pauses:
        clock.forward(pause)
        assert not presence.quiet()
        presence.touch()
    clock.forward(silence)
    assert presence.quiet()
