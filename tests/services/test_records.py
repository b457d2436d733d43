"""One person's record for the tutor."""

from datetime import timedelta

from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.domain.skills import SkillState
from tests.services.laptop import delete_plan, do_all, finish, open_plan


def test_of_nobody_there_is_no_record(laptop):
    assert laptop.records.of_person("nobody", "fi") is None


def test_a_record_tells_skills_attempts_and_hours(laptop, clock):
    laptop.reception.come_with_code("sininen-kettu-27", "fi")
    person = laptop.reception.seat.person
    first_day = clock.now().date()
    practice = laptop.begin(person.id)
    open_plan(practice)
    delete_plan(practice)
    practice.restart()
    clock.forward(20 * 60)
    finish(practice)
    laptop.reception.leave()
    clock.forward(24 * 3600)
    laptop.reception.come_back(person.id)
    do_all(laptop, person.id, "files-02", Mode.ALONE)
    clock.forward(26 * 60)
    laptop.reception.leave()

    record = laptop.records.of_person(person.id, "fi")
    assert record.person == person
    assert [(line.skill, line.state) for line in record.skills] == [("Avaaminen", SkillState.ALONE)]
    assert [(line.mode, line.end) for line in record.attempts] == [
        (Mode.ALONE, AttemptEnd.DONE),
        (Mode.GUIDED, AttemptEnd.DONE),
        (Mode.GUIDED, AttemptEnd.RESTARTED),
    ]
    assert record.attempts[2].difficulties == ("Poisti tiedoston.",)
    assert record.attempts[0].title == "Avaa suunnitelma"
    assert record.days == (first_day, first_day + timedelta(days=1))
    assert record.quarter_hours == 3


def test_the_most_frequent_difficulty_comes_first(laptop):
    person_id = laptop.arrive()
    practice = laptop.begin(person_id)
    delete_plan(practice)
    for _ in range(3):
        practice.run.tally.count_mistake("where.inbox")
    practice.restart()
    (line,) = laptop.records.of_person(person_id, "fi").attempts
    assert line.difficulties == ("Vastasi Saapuneet.", "Poisti tiedoston.")


def test_an_exercise_that_has_gone_is_called_by_its_id(laptop, start, shelf):
    person_id = laptop.arrive()
    do_all(laptop, person_id)
    shelf.text.unlink()
    (line,) = start(laptop).records.of_person(person_id, "fi").attempts
    assert (line.title, line.difficulties) == ("files-01", ())
