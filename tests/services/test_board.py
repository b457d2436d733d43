"""Who needs the tutor first."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.calls import Call, CallEnd
from digitutor_app.domain.people import Person
from digitutor_app.domain.visits import Visit
from digitutor_app.services.board import MANY_MISTAKES, STANDING, BoardDay, BoardLine
from digitutor_app.services.place import Place
from tests.services.laptop import delete_plan, do_all, finish, open_plan
from tests.store.makers import MORNING, an_attempt

CODES = ("sininen-kettu-27", "punainen-karhu-28", "vihreä-karhu-30")


def lines(laptop):
    return laptop.board.lines("fi")


def somebody(laptop, code):
    """A person with a code, who sits here until the next one comes."""
    laptop.reception.come_with_code(code, "fi")
    return laptop.reception.seat.person.id


def still_here(laptop, stays):
    """One laptop sends everybody off who sat here before; here they sit at laptops of their own."""
    laptop.store(lambda store: [store.visits.put(stay) for stay in stays])


def test_an_empty_day_has_an_empty_board(laptop):
    assert lines(laptop) == []


def test_nobody_of_yesterday_is_on_it(laptop, clock):
    laptop.arrive()
    clock.forward(24 * 3600)
    assert lines(laptop) == []


def test_who_works_needs_no_help(laptop):
    practice = laptop.begin(laptop.arrive())
    open_plan(practice)
    (line,) = lines(laptop)
    assert line.here
    assert not line.needs_help
    assert (line.place.title, line.place.number, line.place.of) == ("Avaa suunnitelma", 2, 5)
    assert line.success == ""


def test_who_is_in_no_exercise_does_not_stand_still(laptop, clock):
    laptop.arrive()
    clock.forward(3600)
    (line,) = lines(laptop)
    assert line.place is None
    assert not line.needs_help


def test_four_mistakes_in_a_step_need_help(laptop):
    practice = laptop.begin(laptop.arrive())
    open_plan(practice)
    for _ in range(MANY_MISTAKES - 1):
        delete_plan(practice)
    assert not lines(laptop)[0].needs_help
    delete_plan(practice)
    (line,) = lines(laptop)
    assert line.errs
    assert line.needs_help
    assert (line.place.mistakes, line.place.difficulty) == (4, "Poisti tiedoston.")


def test_progress_takes_the_mark_away(laptop):
    practice = laptop.begin(laptop.arrive())
    for _ in range(MANY_MISTAKES):
        delete_plan(practice)
    assert lines(laptop)[0].errs
    open_plan(practice)
    assert not lines(laptop)[0].errs


def test_four_minutes_without_a_step_are_standing(laptop, clock):
    practice = laptop.begin(laptop.arrive())
    clock.forward(3 * 60 + 59)
    assert not lines(laptop)[0].standing
    clock.forward(1)
    assert lines(laptop)[0].standing
    assert lines(laptop)[0].needs_help
    open_plan(practice)
    assert not lines(laptop)[0].standing
    clock.forward(4 * 60)
    assert lines(laptop)[0].standing


def test_a_success_is_told_with_its_time(laptop, clock):
    person_id = laptop.arrive()
    clock.forward(300)
    do_all(laptop, person_id)
    (line,) = lines(laptop)
    assert line.success == "Avaa suunnitelma"
    assert line.success_at == line.since
    assert line.place is None


@pytest.mark.parametrize("exercises", list(permutations(("files-01", "files-02", "gone-09"))))
def test_of_successes_of_one_minute_the_last_in_teaching_order_is_told(
    laptop, shelf, clock, exercises
):
    second = shelf.module / "02_again" / "text.fi.toml"
    shelf.spoil(second, 'title = "Avaa {plan}"', 'title = "Lue {plan}"')
    person_id, now = laptop.arrive(), clock.now()
    for exercise in exercises:
        done = an_attempt(person_id, exercise=exercise, ended=now)
        laptop.store(lambda store, done=done: store.attempts.add(done))
    (line,) = lines(laptop)
    assert (line.success, line.success_at) == ("Lue suunnitelma", now)


def test_of_successes_of_one_minute_the_one_that_began_last_is_told(laptop, clock):
    person_id, now = laptop.arrive(), clock.now()
    for exercise, minutes in (("files-02", 4), ("gone-09", 0), ("files-01", 3)):
        began = now - timedelta(minutes=minutes)
        done = an_attempt(person_id, exercise=exercise, ended=now, started=began)
        laptop.store(lambda store, done=done: store.attempts.add(done))
    (line,) = lines(laptop)
    assert line.success == "gone-09"


def test_who_left_needs_nothing(laptop, clock):
    person_id = laptop.arrive()
    practice = laptop.begin(person_id)
    for _ in range(MANY_MISTAKES):
        delete_plan(practice)
    call = laptop.calls.call(person_id)
    laptop.reception.leave()
    clock.forward(600)
    (line,) = lines(laptop)
    assert not line.here
    assert not line.needs_help
    laptop.calls.end(call, CallEnd.LEFT)


def test_called_first_then_those_who_err_or_stand_then_the_others(laptop, clock):
    finish(laptop.begin(somebody(laptop, CODES[0])))
    laptop.reception.leave()
    stays = []
    for code in CODES[1:]:
        practice = laptop.begin(somebody(laptop, code))
        stays.append(laptop.reception.seat.visit)
        if code == CODES[1]:
            for _ in range(MANY_MISTAKES):
                delete_plan(practice)
        else:
            laptop.calls.call(practice.person_id, "files-01", "open")
        clock.forward(60)
    still_here(laptop, stays)
    codes = [line.person.code for line in lines(laptop)]
    assert codes == [CODES[2], CODES[1], CODES[0]]


def test_of_two_calls_the_older_comes_first(laptop, clock):
    first = somebody(laptop, CODES[0])
    stay = laptop.reception.seat.visit
    call = laptop.calls.call(first)
    clock.forward(120)
    second = somebody(laptop, CODES[1])
    laptop.calls.call(second)
    still_here(laptop, [stay])
    laptop.worker.ask(lambda store: store.calls.put(call))
    assert [line.person.id for line in lines(laptop)] == [first, second]


def test_a_broken_exercise_leaves_its_person_on_the_board(laptop, start, shelf):
    person_id = laptop.arrive()
    do_all(laptop, person_id)
    open_plan(laptop.begin(person_id))
    shelf.text.unlink()
    (line,) = lines(start(laptop))
    assert line.place is None
    assert line.success == "files-01"


def test_four_people_on_one_laptop_one_after_the_other(laptop, clock):
    """One has called, one stands still, one has erred four times, one succeeds: the order, and
    what is known of each."""
    codes = (*CODES, "sininen-kettu-31")
    stays = []
    laptop.laptop_number.give("3")
    for number, code in enumerate(codes):
        person_id = somebody(laptop, code)
        practice = laptop.begin(person_id)
        if number == 0:
            finish(practice)
        elif number == 1:
            for _ in range(MANY_MISTAKES):
                delete_plan(practice)
        elif number == 3:
            open_plan(practice)
            laptop.calls.call(person_id, "files-01", "move")
        stays.append(laptop.reception.seat.visit)
        clock.forward(5 * 60 if number == 2 else 60)
    still_here(laptop, stays)
    laptop.store(lambda store: [store.calls.put(_again(c)) for c in _calls(store, stays[3])])
    today = laptop.board.today("fi")
    called, errs, standing = today.help
    assert [line.person.code for line in today.help] == [codes[3], codes[1], codes[2]]
    assert called.called is not None
    assert (called.place.number, called.place.of) == (2, 5)
    assert errs.errs
    assert errs.place.happened == (("Poisti tiedoston.", MANY_MISTAKES),)
    assert standing.standing
    assert not standing.errs
    assert all(line.visit.laptop == "3" for line in today.lines)
    [done] = [line for line in today.lines if not line.needs_help]
    assert (done.person.code, done.success) == (codes[0], "Avaa suunnitelma")
    assert today.counts.visits == today.here == 4
    assert [line.person.code for line in today.everyone] == sorted(codes)


def _calls(store, visit):
    return store.calls.of_person(visit.person_id)


def _again(call):
    """The call as it was before the next one sat down at the same laptop."""
    return replace(call, end=CallEnd.OPEN, ended=None)


def test_a_tutor_is_on_the_way_until_they_take_it_back(laptop, clock):
    person_id = laptop.arrive()
    call = laptop.calls.call(person_id)
    [line] = laptop.board.today("fi").help
    assert line.coming is None
    laptop.calls.on_my_way(person_id, line.about)
    clock.forward(60)
    laptop.calls.on_my_way(person_id, line.about)
    [line] = laptop.board.today("fi").help
    assert clock.now() - line.coming.since == timedelta(minutes=1)
    assert laptop.calls.coming(call) == line.coming
    laptop.calls.take_back(person_id, line.about)
    assert laptop.board.today("fi").help[0].coming is None
    assert laptop.calls.coming(call) is None


def test_on_the_way_because_of_a_step_ends_with_the_step(laptop, clock):
    practice = laptop.begin(laptop.arrive())
    clock.forward(STANDING.total_seconds())
    [line] = laptop.board.today("fi").help
    laptop.calls.on_my_way(practice.person_id, line.about)
    assert laptop.board.today("fi").help[0].coming is not None
    open_plan(practice)
    clock.forward(STANDING.total_seconds())
    [later] = laptop.board.today("fi").help
    assert later.about != line.about
    assert later.coming is None


def test_a_break_is_no_standing_still(laptop, clock):
    laptop.begin(laptop.arrive())
    laptop.reception.pause()
    clock.forward(20 * 60)
    [line] = laptop.board.today("fi").lines
    assert not line.needs_help
    assert clock.now() - line.visit.paused == timedelta(minutes=20)
    laptop.reception.go_on()
    [line] = laptop.board.today("fi").lines
    assert line.visit.paused is None
    assert not line.needs_help
    clock.forward(4 * 60)
    assert laptop.board.today("fi").help


def test_who_begins_after_a_long_look_at_the_own_page_does_not_stand_still(laptop, clock):
    person_id = laptop.arrive()
    clock.forward(10 * 60)
    laptop.begin(person_id, mode=Mode.ALONE)
    [line] = laptop.board.today("fi").lines
    assert not line.needs_help
    assert line.mode is Mode.ALONE


def test_one_who_came_twice_and_two_who_are_one_are_one_line(laptop, clock):
    first = somebody(laptop, CODES[0])
    do_all(laptop, first)
    laptop.reception.leave()
    clock.forward(600)
    second = somebody(laptop, CODES[1])
    laptop.reception.leave()
    clock.forward(600)
    somebody(laptop, CODES[0])
    joined = laptop.store(lambda store: store.people.get(second))
    laptop.store(lambda store: store.people.join(joined, first))
    [line] = laptop.board.today("fi").lines
    assert line.person.id == first
    assert line.here
    assert clock.now() - line.arrived == timedelta(minutes=20)
    assert line.success == "Avaa suunnitelma"
    assert laptop.board.today("fi").counts.visits == 1


def test_a_visit_of_one_who_was_joined_is_not_counted_as_one_without_a_code(laptop, clock):
    first = somebody(laptop, CODES[0])
    laptop.reception.leave()
    clock.forward(600)
    second = laptop.arrive()
    joined = laptop.store(lambda store: store.people.get(second))
    laptop.store(lambda store: store.people.join(joined, first))
    counts = laptop.board.today("fi").counts
    assert (counts.visits, counts.anonymous) == (1, 0)


def test_an_erased_person_is_nowhere(laptop):
    person_id = laptop.arrive()
    laptop.store(lambda store: store.erasures.add(person_id))
    assert laptop.board.today("fi").lines == ()


def test_without_a_code_it_is_counted_so(laptop):
    laptop.arrive()
    somebody(laptop, CODES[0])
    counts = laptop.board.today("fi").counts
    assert (counts.visits, counts.people, counts.anonymous) == (2, 1, 1)


@st.composite
def board_lines(draw):
    number = draw(st.integers(0, 10_000))
    since = MORNING + timedelta(minutes=draw(st.integers(0, 300)))
    here = draw(st.booleans())
    visit = Visit(id="v", person_id=str(number), arrived=since, last_seen=since)
    called = None
    if here and draw(st.booleans()):
        called = Call(id="c", person_id=str(number), called=since)
    return BoardLine(
        person=Person(id=str(number), first_name=draw(st.text(max_size=3))),
        here=here,
        since=since,
        arrived=since,
        visit=visit,
        place=_place(draw(st.integers(0, 6))) if draw(st.booleans()) else None,
        called=called,
        waited=timedelta(minutes=draw(st.integers(0, 9))),
        level=draw(st.sampled_from(["", "A", "B", "C"])),
        skills=draw(st.integers(0, 5)),
    )


def _place(mistakes):
    return Place(
        title="", number=1, of=2, instruction="", mistakes=mistakes, happened=(), hint=0, ask=""
    )


@given(st.lists(board_lines(), max_size=12, unique_by=lambda line: line.person.id))
def test_whoever_they_are_calls_come_first_then_beginners(lines):
    day = BoardDay(lines[0].since if lines else None, tuple(lines))
    waiting = day.help
    assert set(map(id, waiting)) == {id(line) for line in lines if line.needs_help}
    called = [line for line in waiting if line.called]
    assert list(waiting[: len(called)]) == called
    assert [line.called.called for line in called] == sorted(c.called.called for c in called)
    others = [("ABC".find(w.level), w.skills, w.since) for w in waiting if not w.called]
    assert others == sorted(others)
    assert {line.person.id for line in day.everyone} == {line.person.id for line in lines}
    here = [line.here for line in day.everyone]
    assert here == sorted(here, reverse=True)
    assert all(line.here for line in waiting if line.errs or line.standing)
