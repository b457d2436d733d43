"""A card that goes tells why."""

from datetime import timedelta

import pytest

from digitutor_app.domain.calls import CallEnd
from digitutor_app.services.board import MANY_MISTAKES, STANDING
from digitutor_app.services.board_news import MOST, STAYS, BoardNews, Why
from tests.services.laptop import delete_plan, do_all, finish, open_plan


@pytest.fixture
def look(laptop):
    """Looks at the board; answers who is news and why."""
    news = BoardNews()

    def it():
        return [(each.person.id, each.why) for each in news.follow(laptop.board.today("fi"))]

    it.news = news
    return it


@pytest.mark.parametrize(
    ("how", "why"),
    [(CallEnd.TUTOR_CAME, Why.TUTOR_CAME), (CallEnd.WENT_ON, Why.WENT_ON)],
)
def test_a_call_that_ended(laptop, clock, look, how, why):
    person_id = laptop.arrive()
    call = laptop.calls.call(person_id)
    assert look() == []
    clock.forward(120)
    laptop.calls.end(call, how)
    clock.forward(60)
    assert look() == [(person_id, why)]
    [told] = look.news.follow(laptop.board.today("fi"))
    assert clock.now() - told.at == timedelta(minutes=1)


def test_who_left(laptop, clock, look):
    person_id = laptop.arrive()
    laptop.calls.call(person_id)
    look()
    laptop.reception.leave()
    assert look() == [(person_id, Why.LEFT)]


def test_a_step_done_and_an_exercise_done(laptop, clock, look):
    practice = laptop.begin(laptop.arrive())
    clock.forward(STANDING.total_seconds())
    assert look() == []
    open_plan(practice)
    assert look() == [(practice.person_id, Why.STEP_DONE)]
    clock.forward(STANDING.total_seconds())
    assert look() == [], "who needs help again is no news"
    finish(practice)
    assert look() == [(practice.person_id, Why.EXERCISE_DONE)]


def test_another_exercise_and_a_break(laptop, clock, look):
    person_id = laptop.arrive()
    practice = laptop.begin(person_id)
    for _ in range(MANY_MISTAKES):
        delete_plan(practice)
    look()
    laptop.begin(person_id, "files-02")
    assert look() == [(person_id, Why.OTHER_EXERCISE)]
    clock.forward(STANDING.total_seconds())
    look()
    laptop.reception.pause()
    assert look() == [(person_id, Why.BREAK)]


def test_an_old_call_is_not_why_a_step_was_done(laptop, clock, look):
    person_id = laptop.arrive()
    laptop.calls.end(laptop.calls.call(person_id), CallEnd.TUTOR_CAME)
    practice = laptop.begin(person_id)
    clock.forward(STANDING.total_seconds())
    look()
    open_plan(practice)
    assert look() == [(person_id, Why.STEP_DONE)]


def test_news_grows_old_and_there_is_never_much_of_it(laptop, clock, look):
    people = []
    for _ in range(MOST + 1):
        people.append(laptop.arrive())
        laptop.calls.call(people[-1])
        look()
        laptop.reception.leave()
        clock.forward(60)
        look()
    assert [person for person, _why in look()] == people[:0:-1]
    clock.forward(STAYS.total_seconds())
    assert look() == []


def test_who_never_needed_help_is_no_news(laptop, look):
    look()
    do_all(laptop, laptop.arrive())
    look()
    laptop.reception.leave()
    assert look() == []
