"""The wait after wrong passphrases: how long, what does not shorten it, and what is told later."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.services.errors import GateWaitError
from digitutor_app.services.gate_wait import LONGEST, NO_TRIES, GateWait, WrongTries, wait_after
from tests.fakes.clock import FakeClock


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "gate.json"


def wrong(tries, count, clock):
    """So many wrong ones, each as soon as it is looked at."""
    for _number in range(count):
        clock.forward(tries.wait())
        tries.begin()


def test_the_waits():
    assert [wait_after(count) for count in range(13)] == [
        *(0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, LONGEST)
    ]


def test_two_slips_cost_nothing_and_the_third_a_second(path, clock):
    tries = GateWait(path, clock)
    wrong(tries, 3, clock)
    assert tries.wait() == 1
    with pytest.raises(GateWaitError) as caught:
        tries.begin()
    assert caught.value.seconds == 1
    clock.forward(1)
    assert tries.wait() == 0


def test_neither_a_restart_nor_the_wall_clock_shortens_the_wait(path, clock):
    wrong(GateWait(path, clock), 9, clock)
    clock.set_wall(clock.now() + timedelta(days=400))
    again = GateWait(path, clock)
    assert again.wait() == 64
    clock.forward(63.5)
    assert again.wait() == 1
    clock.set_wall(clock.now() - timedelta(days=4000))
    assert again.wait() == 1


def test_the_right_words_end_the_waits_and_tell_of_those_before(path, clock):
    tries = GateWait(path, clock)
    wrong(tries, 3, clock)
    last = clock.now()
    clock.forward(3600)
    tries.begin()
    tries.right()
    assert tries.before == WrongTries(3, last)
    assert tries.wait() == 0
    tries.begin()
    tries.right()
    assert tries.before == NO_TRIES
    assert GateWait(path, clock).wait() == 0


def test_what_could_not_be_looked_at_is_no_wrong_try(path, clock):
    tries = GateWait(path, clock)
    for _number in range(20):
        tries.begin()
        tries.not_a_guess()
    assert tries.wait() == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"wrong": -1, "last": ""}',
        b'{"wrong": true, "last": ""}',
        b'{"wrong": 3, "last": 7}',
        b'{"wrong": 3, "last": "once"}',
        b"x" * 2000,
    ],
)
def test_a_damaged_file_opens_no_way_around(path, clock, content):
    path.parent.mkdir()
    path.write_bytes(content)
    assert GateWait(path, clock).wait() == 1


def test_without_room_it_is_counted_while_the_program_runs(tmp_path, clock):
    (tmp_path / "gate.json").mkdir()
    tries = GateWait(tmp_path / "gate.json" / "no" / "such", clock)
    (tmp_path / "gate.json" / "no").write_text("in the way")
    wrong(tries, 5, clock)
    assert tries.wait() == 4


_ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("forward"), st.floats(0, 400)),
        st.tuples(st.just("wall"), st.integers(-40_000, 40_000)),
        st.tuples(st.just("restart"), st.none()),
        st.tuples(st.just("try"), st.none()),
    ),
    max_size=60,
)


@given(_ACTS)
def test_whatever_somebody_does_no_try_is_looked_at_too_early(acts):
    """Between the n-th wrong try and the next lie at least the seconds of its wait."""
    with TemporaryDirectory() as folder:
        clock = FakeClock()
        path = Path(folder) / "gate.json"
        tries, count, since = GateWait(path, clock), 0, clock.seconds()
        for act, much in acts:
            if act == "forward":
                clock.forward(much)
            elif act == "wall":
                clock.set_wall(clock.now() + timedelta(hours=much))
            elif act == "restart":
                tries = GateWait(path, clock)
            else:
                assert tries.wait() <= wait_after(count)
                with suppress(GateWaitError):
                    tries.begin()
                    assert clock.seconds() - since >= wait_after(count)
                    count, since = count + 1, clock.seconds()


def test_an_hour_of_guessing_is_few_guesses(path, clock):
    """1,000 wrong tries and restarts as fast as they go: the first hour lets 20 through."""
    tries, end, looked_at = GateWait(path, clock), clock.seconds() + 3600, 0
    while clock.seconds() < end:
        try:
            tries.begin()
            looked_at += 1
        except GateWaitError:
            clock.forward(1)
    assert looked_at <= 25
