"""Hours are never more than the clock on the wall; one day is one visit day."""

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.domain.visits import (
    TimesProblem,
    Visit,
    VisitCounts,
    attended,
    count_visits,
    quarter_hours,
    times_problem,
    to_quarter,
    visit_days,
)

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


def of(person, day=0, hour=0, workshop=""):
    """A stay of half an hour."""
    arrived = NINE + timedelta(days=day, hours=hour)
    left = arrived + timedelta(minutes=30)
    name = f"{person}/{day}/{hour}"
    return Visit(
        id=name,
        person_id=person,
        arrived=arrived,
        last_seen=left,
        left=left,
        workshop_id=workshop,
    )


def test_the_311_and_240_of_the_article_make_71():
    # Case (a) of domain/1, 1.3: 71 of 240 people came a second time.
    people = [f"p{number}" for number in range(240)]
    visits = [of(person) for person in people] + [of(person, day=7) for person in people[:71]]
    counts = count_visits(visits, people)
    assert counts == VisitCounts(visits=311, people=240, anonymous=0, repeated=71, returned=71)


def test_three_visits_of_one_person():
    # Case (b).
    counts = count_visits([of("p", day) for day in range(3)], ["p"])
    assert counts == VisitCounts(visits=3, people=1, anonymous=0, repeated=2, returned=1)


def test_anonymous_visits_are_no_people():
    # Case (c).
    counts = count_visits([of("x"), of("y")], [])
    assert counts == VisitCounts(visits=2, people=0, anonymous=2, repeated=0, returned=0)


def test_two_arrivals_on_one_day_are_one_visit():
    # Case (d).
    assert count_visits([of("p"), of("p", hour=3)], ["p"]).visits == 1


def test_two_workshops_on_one_day_are_two_visits():
    visits = [of("p", workshop="one"), of("p", hour=3, workshop="two"), of("p", hour=5)]
    assert count_visits(visits, ["p"]).visits == 2


people = st.sampled_from("abcdef")
events = st.lists(
    st.builds(of, people, st.integers(0, 5), st.integers(0, 9), st.sampled_from(["", "w", "x"]))
)


@given(events, st.sets(people))
def test_the_sums_of_visits_add_up(visits, known):
    counts = count_visits(visits, known)
    assert counts.visits == counts.anonymous + counts.people + counts.repeated
    assert counts.people == len({v.person_id for v in visits} & known)
    assert counts.returned <= min(counts.people, counts.repeated)
    assert counts.visits <= len(visits)


@given(events, st.sets(people), st.randoms(use_true_random=False))
def test_neither_order_nor_a_second_arrival_changes_the_counts(visits, known, random):
    counts = count_visits(visits, known)
    assert count_visits(random.sample(visits, len(visits)), known) == counts
    again = [*visits, *(of(v.person_id, (v.arrived - NINE).days, 11) for v in visits)]
    assert count_visits(again, known) == counts


# Times that a tutor puts


NOW = NINE + timedelta(hours=8)


def test_times_that_cannot_be():
    day = timedelta(days=1)
    assert times_problem(stay(60, 30), [], NOW)[0] is TimesProblem.LEFT_BEFORE_ARRIVING
    assert times_problem(stay(60, 9 * 60), [], NOW)[0] is TimesProblem.IN_THE_FUTURE
    assert times_problem(stay(9 * 60, None), [], NOW)[0] is TimesProblem.IN_THE_FUTURE
    over_night = times_problem(stay(60, 60 + 20 * 60), [], NOW + day)
    assert over_night[0] is TimesProblem.OTHER_DAY
    assert times_problem(stay(60, 60), [], NOW) is None


def test_a_visit_may_begin_where_another_ends_and_not_before():
    other = stay(0, 60, name="other")
    assert times_problem(stay(60, 90), [other], NOW) is None
    assert times_problem(stay(59, 90), [other], NOW) == (TimesProblem.OVERLAPS, other)
    assert times_problem(stay(-30, 0), [other], NOW) is None
    assert times_problem(stay(-30, 1), [other], NOW) == (TimesProblem.OVERLAPS, other)


def test_a_visit_that_goes_on_overlaps_whatever_comes_later():
    assert times_problem(stay(0, None), [stay(60, 90, name="other")], NOW) is not None
    open_other = stay(0, None, seen=30, name="other")
    assert times_problem(stay(30, 60), [open_other], NOW) is None
    assert times_problem(stay(29, 60), [open_other], NOW) is not None


def test_a_visit_is_not_in_its_own_way():
    assert times_problem(stay(10, 60), [stay(0, 90)], NOW) is None


@given(stays.map(lambda found: [v for v in found if v.left and v.left >= v.arrived]))
def test_visits_without_a_problem_add_up_to_what_was_attended(visits):
    kept: list[Visit] = []
    for number, visit in enumerate(visits):
        own = stay(
            (visit.arrived - NINE) // timedelta(minutes=1),
            (visit.left - NINE) // timedelta(minutes=1),
            name=f"v{number}",
        )
        if times_problem(own, kept, NINE + timedelta(days=2)) is None:
            kept.append(own)
    assert attended(kept) == sum((v.left - v.arrived for v in kept), timedelta())


@given(st.integers(0, 60 * 24 * 3))
def test_a_quarter_is_the_nearest_one(minute):
    moment = NINE + timedelta(minutes=minute)
    quarter = to_quarter(moment)
    assert quarter.minute % 15 == 0
    assert abs(quarter - moment) <= timedelta(minutes=7, seconds=30)
    assert to_quarter(quarter) == quarter
