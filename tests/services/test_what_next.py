"""What is offered next, and that broken exercises are never offered."""

import pytest

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.skills import SkillState
from digitutor_app.services.errors import NothingToPractiseError
from tests.services.laptop import do_all, open_plan
from tests.store.makers import an_attempt


@pytest.fixture
def person_id(laptop):
    return laptop.arrive()


def offered(laptop, person_id):
    suggestions = laptop.what_next.for_person(person_id, "fi")
    return suggestions.main, [other.exercise for other in suggestions.others]


def test_a_person_who_was_never_here_begins_at_the_beginning(laptop):
    first = laptop.what_next.first("fi")
    assert (first.exercise, first.mode, first.data_set) == ("files-01", Mode.GUIDED, "a")
    assert (first.title, first.module, first.minutes) == ("Avaa suunnitelma", "Tiedostot", 5)
    assert not first.resumes


def test_the_first_sound_exercise_is_the_first(laptop, shelf):
    shelf.exercise.unlink()
    assert laptop.what_next.first("fi").exercise == "files-02"


def test_first_everything_once_then_alone_with_other_names(laptop, person_id):
    main, others = offered(laptop, person_id)
    assert (main.exercise, others) == ("files-01", ["files-02"])
    do_all(laptop, person_id)
    main, others = offered(laptop, person_id)
    assert (main.exercise, main.mode, others) == ("files-02", Mode.GUIDED, ["files-01"])
    do_all(laptop, person_id, "files-02")
    main, _ = offered(laptop, person_id)
    assert (main.exercise, main.mode, main.data_set) == ("files-01", Mode.ALONE, "b")
    assert main.title == "Avaa ohje"


def test_after_one_success_alone_toisin_and_later_once_more(laptop, shelf, clock, person_id):
    (shelf.module / "02_again" / "exercise.toml").unlink()

    def main():
        return laptop.what_next.for_person(person_id, "fi").main

    do_all(laptop, person_id, mode=Mode.ALONE)
    assert (main().mode, main().data_set, main().title) == (Mode.VARIATION, "b", "Avaa ohje")
    clock.forward(5 * 60)
    do_all(laptop, person_id, mode=Mode.VARIATION, data_set="b")
    assert main().exercise == "files-01", "nothing else is left, and still there is an offer"
    clock.forward(20 * 60)
    assert (main().mode, main().data_set) == (Mode.VARIATION, "b")
    do_all(laptop, person_id, mode=Mode.VARIATION, data_set="b")
    assert laptop.skills.of_person(person_id, "fi")[0].state is SkillState.CAN


def test_watching_is_not_doing(laptop, person_id):
    watched = an_attempt(person_id, Mode.WATCH, exercise="files-01")
    laptop.store(lambda store: store.attempts.add(watched))
    main, others = offered(laptop, person_id)
    assert (main.mode, others) == (Mode.GUIDED, ["files-01"])


def test_what_was_begun_comes_first(laptop, clock, person_id):
    open_plan(laptop.begin(person_id, "files-02", Mode.ALONE, "b"))
    main, others = offered(laptop, person_id)
    assert (main.exercise, main.mode, main.data_set) == ("files-02", Mode.ALONE, "b")
    assert (main.resumes, main.number, main.of) == (True, 2, 5)
    assert others == ["files-01"]
    restarted = laptop.what_next.in_mode(main, Mode.GUIDED)
    assert (restarted.mode, restarted.resumes) == (Mode.GUIDED, False)


def test_a_begun_exercise_that_broke_is_not_offered(laptop, start, shelf, person_id):
    open_plan(laptop.begin(person_id))
    shelf.text.unlink()
    main, others = offered(start(laptop), person_id)
    assert (main.exercise, main.resumes, others) == ("files-02", False, [])


def test_at_most_three_others(laptop, start, shelf, person_id):
    for number in range(3, 9):
        shelf.another(f"0{number}_more")
    shelf.spoil(shelf.module / "03_more" / "exercise.toml", "minutes = 5", "minutes =")
    main, others = offered(start(laptop), person_id)
    assert (main.exercise, others) == ("files-01", ["files-02", "files-04", "files-05"])


def test_only_what_is_offered_is_read(laptop, start, shelf, person_id):
    for number in range(3, 9):
        shelf.another(f"0{number}_more")
    again = start(laptop)
    offered(again, person_id)
    (shelf.module / "08_more" / "exercise.toml").unlink()
    assert again.catalogue.problem("files-08", "fi") is not None, "nobody had read it"


def test_without_a_sound_exercise_it_says_so(laptop, person_id):
    for ask in (laptop.what_next.first, lambda to: laptop.what_next.for_person(person_id, to)):
        with pytest.raises(NothingToPractiseError):
            ask("sv")
