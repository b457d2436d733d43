"""Hours are never more than the clock on the wall; one day is one visit day."""

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.domain.visits import Visit, attended, quarter_hours, visit_days

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=2)))


def stay(start, end, *, seen=None, name="v"):
    """A stay from and to so many minutes after nine; ``end`` None: nobody has ended it."""
    at = [None if m is None else NINE + timedelta(minutes=m) for m in (start, seen, end)]
    arrived, last_seen, left = at
    return Visit(
        id=name, person_id="p", arrived=arrived, last_seen=last_seen or left or arrived, left=left
    )


minutes = st.integers(-600, 600)
stays = st.lists(
    st.builds(
        lambda start, length, seen, ended: stay(
            start, start + length if ended else None, seen=start + min(seen, length)
        ),
        minutes,
        st.integers(0, 300),
        st.integers(0, 300),
        st.booleans(),
    )
)


def test_nobody_who_was_never_here_has_hours():
    assert attended([]) == timedelta(0)
    assert quarter_hours([]) == 0
    assert visit_days([]) == []


def test_a_stay_counts_from_arriving_to_leaving():
    assert attended([stay(0, 95)]) == timedelta(minutes=95)


def test_a_stay_that_nobody_ended_counts_to_the_last_certain_moment():
    assert attended([stay(0, None, seen=20)]) == timedelta(minutes=20)


def test_a_leaving_wins_over_the_last_certain_moment():
    assert stay(0, 30, seen=10).end == NINE + timedelta(minutes=30)


def test_stays_that_overlap_count_once():
    assert attended([stay(0, 60), stay(30, 90)]) == timedelta(minutes=90)


def test_a_stay_inside_another_adds_nothing():
    assert attended([stay(0, 120), stay(30, 60), stay(90, 130)]) == timedelta(minutes=130)


def test_the_pause_between_stays_does_not_count():
    assert attended([stay(0, 20), stay(50, 60)]) == timedelta(minutes=30)


def test_a_clock_that_was_set_back_takes_nothing_away():
    assert attended([stay(60, 30), stay(0, 20)]) == timedelta(minutes=20)


def test_quarters_are_rounded_down_over_the_whole_sum_and_not_stay_by_stay():
    assert quarter_hours([stay(0, 14)]) == 0
    assert quarter_hours([stay(0, 14), stay(60, 61)]) == 1
    assert quarter_hours([stay(0, 44), stay(60, 75)]) == 3


def test_two_arrivals_on_one_day_are_one_visit_day():
    # Case (d) of domain/1, 1.3.
    assert visit_days([stay(0, 20), stay(120, 180)]) == [NINE.date()]


def test_one_person_on_three_days_has_three_visit_days():
    # Case (b) of domain/1, 1.3, as far as one person's visits tell it.
    day = 24 * 60
    visits = [stay(2 * day, 2 * day + 10), stay(0, 10), stay(day, day + 10)]
    assert visit_days(visits) == [NINE.date() + timedelta(days=n) for n in range(3)]


@given(stays)
def test_hours_are_never_more_than_wall_time(visits):
    total = attended(visits)
    assert timedelta(0) <= total
    if visits:
        latest = max(max(v.end, v.arrived) for v in visits)
        assert total <= latest - min(v.arrived for v in visits)
    assert total <= sum((v.end - v.arrived for v in visits), timedelta(0))


@given(stays, st.randoms(use_true_random=False))
def test_the_order_of_visits_does_not_matter(visits, random):
    mixed = random.sample(visits, len(visits))
    assert attended(mixed) == attended(visits)
    assert quarter_hours(mixed) == quarter_hours(visits)
    assert visit_days(mixed) == visit_days(visits)


@given(stays, minutes)
def test_one_more_stay_never_takes_hours_away(visits, start):
    assert attended([*visits, stay(start, start + 30)]) >= attended(visits)


@given(stays)
def test_each_minute_counts_once(visits):
    covered = {
        minute
        for visit in visits
        for minute in range(
            int((visit.arrived - NINE).total_seconds() // 60),
            int((visit.end - NINE).total_seconds() // 60),
        )
    }
    assert attended(visits) == timedelta(minutes=len(covered))
