"""Who needs the tutor first."""

from digitutor_app.domain.calls import CallEnd
from digitutor_app.services.board import MANY_MISTAKES
from tests.services.laptop import delete_plan, do_all, finish, open_plan

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
