"""One person's record for the tutor."""

from datetime import timedelta

from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.domain.skills import SkillState
from digitutor_app.services.records import How
from tests.services.laptop import delete_plan, do_all, finish, open_plan
from tests.store.makers import an_attempt


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


def test_a_skill_tells_the_exercises_it_comes_from_and_how(laptop, clock):
    person_id = laptop.arrive()
    do_all(laptop, person_id)
    clock.forward(60)
    do_all(laptop, person_id, mode=Mode.ALONE)
    do_all(laptop, person_id, "files-02", Mode.GUIDED)
    (skill,) = laptop.records.of_person(person_id, "fi").skills
    assert [(source.title, source.how) for source in skill.sources] == [
        ("Avaa suunnitelma", (How.GUIDED, How.ALONE)),
        ("Avaa suunnitelma", (How.GUIDED,)),
    ]


def test_watching_trying_and_help_are_told_apart(laptop):
    person_id = laptop.arrive()
    how = {
        How.WATCHED: {"mode": Mode.WATCH},
        How.TRIED: {"mode": Mode.ALONE, "end": AttemptEnd.LEFT},
        How.GUIDED: {"mode": Mode.GUIDED},
        How.HELPED: {"mode": Mode.VARIATION, "hint": 2},
        How.ALONE: {"mode": Mode.ALONE, "hint": 1},
    }
    for deed in how.values():
        attempt = an_attempt(person_id, exercise="files-01", skills=("files.open",), **deed)
        laptop.store(lambda store, attempt=attempt: store.attempts.add(attempt))
    (skill,) = laptop.records.of_person(person_id, "fi").skills
    assert skill.sources[0].how == tuple(how)


def test_how_often_somebody_asked_for_a_hint(laptop):
    person_id = laptop.arrive()
    practice = laptop.begin(person_id)
    for _ in range(2):
        practice.run.ask_hint()
    finish(practice)
    (line,) = laptop.records.of_person(person_id, "fi").attempts
    assert (line.attempt.asked, line.attempt.hint) == (2, 2)


def test_joined_people_are_one_with_the_attempts_and_days_of_both(laptop, clock):
    laptop.reception.come_with_code("sininen-kettu-27", "fi")
    stays = laptop.reception.seat.person
    do_all(laptop, stays.id)
    clock.forward(24 * 3600)
    other = laptop.arrive()
    do_all(laptop, other, mode=Mode.ALONE)
    person = laptop.store(lambda store: store.people.get(other))
    laptop.store(lambda store: store.people.join(person, stays.id))
    for person_id in (stays.id, other):
        record = laptop.records.of_person(person_id, "fi")
        assert record.person == stays
        assert [line.mode for line in record.attempts] == [Mode.ALONE, Mode.GUIDED]
        assert len(record.days) == 2
        assert [line.state for line in record.skills] == [SkillState.ALONE]


def test_of_somebody_erased_there_is_no_record(laptop):
    person_id = laptop.arrive()
    do_all(laptop, person_id)
    laptop.store(lambda store: store.erasures.add(person_id))
    assert laptop.records.of_person(person_id, "fi") is None
