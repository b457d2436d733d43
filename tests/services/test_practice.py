"""One person's run through an exercise: nothing that was done is lost."""

import json

import pytest

from digitutor_app.content.errors import ContentError
from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.domain.observation import Observation
from digitutor_app.services.place import place_of_practice, place_of_snapshot
from tests.services.laptop import delete_plan, do_all, finish, move_plan, open_plan


@pytest.fixture
def person_id(laptop):
    return laptop.arrive()


def resumed(laptop, person_id):
    return laptop.practices.resume(person_id, "fi")


def steps_of(laptop, position):
    steps = laptop.store(lambda store: store.attempts.steps_of(position.attempt_id))
    return [(step.step, step.number, step.of) for step in steps]


def test_a_practice_begins_with_the_start_of_its_data_set(laptop, person_id):
    practice = laptop.begin(person_id, data_set="b")
    assert practice.computer.files.name("plan") == "ohje"
    assert practice.computer.windows.top().id == "files"
    assert practice.computer.book.row("mail") == {"attachments": ["letter.pdf"]}
    assert not practice.computer.book.can_undo
    assert practice.text.title == "Avaa ohje"
    assert laptop.practices.saved(person_id).exercise == "files-01"


def test_a_data_set_that_is_not_there_is_the_first(laptop, person_id):
    assert laptop.begin(person_id, data_set="").data_set == "a"
    assert laptop.begin(person_id, data_set="zzz").data_set == "a"


def test_every_finished_step_is_saved_at_once(laptop, person_id):
    practice = laptop.begin(person_id)
    open_plan(practice)
    position = laptop.practices.saved(person_id)
    assert steps_of(laptop, position) == [("open", 1, 5)]
    move_plan(practice)
    assert steps_of(laptop, laptop.practices.saved(person_id)) == [("open", 1, 5), ("move", 2, 5)]


def test_the_step_says_how_it_went(laptop, person_id):
    practice = laptop.begin(person_id)
    delete_plan(practice)
    practice.run.ask_hint()
    open_plan(practice)
    attempt_id = laptop.practices.saved(person_id).attempt_id
    (step,) = laptop.store(lambda store: store.attempts.steps_of(attempt_id))
    assert (step.hint, step.mistakes, step.mode) == (2, {"deleted": 1}, Mode.GUIDED)


def test_a_killed_laptop_goes_on_at_the_same_step_with_the_same_computer(laptop, start, person_id):
    practice = laptop.begin(person_id, data_set="b")
    open_plan(practice)
    move_plan(practice)
    again = start(laptop)
    other = resumed(again, person_id)
    assert other.run.step.id == "page"
    assert other.run.guidance() == practice.run.guidance()
    assert other.computer.to_plain() == practice.computer.to_plain()
    assert other.computer.files.name("plan") == "ohje"
    assert other.data_set == "b"
    finish(other)
    (attempt,) = again.attempts(person_id)
    assert (attempt.end, attempt.steps_done) == (AttemptEnd.DONE, 5)
    assert steps_of_attempt(again, attempt.id) == ["open", "move", "page", "where", "save"]


def steps_of_attempt(laptop, attempt_id):
    steps = laptop.store(lambda store: store.attempts.steps_of(attempt_id))
    return [step.step for step in steps]


def test_a_pause_in_mid_step_is_saved_too(laptop, start, person_id):
    practice = laptop.begin(person_id)
    open_plan(practice)
    practice.computer.files.rename("plan", "Oma nimi")
    practice.save()
    other = resumed(start(laptop), person_id)
    assert other.computer.files.name("plan") == "Oma nimi"
    other.undo()
    assert other.computer.files.name("plan") == "suunnitelma"


def test_done_clears_the_position_and_writes_the_attempt(laptop, clock, person_id):
    practice = laptop.begin(person_id)
    delete_plan(practice)
    clock.forward(300)
    assert finish(practice).done
    assert laptop.practices.saved(person_id) is None
    (attempt,) = laptop.attempts(person_id)
    assert (attempt.exercise, attempt.data_set, attempt.mode) == ("files-01", "a", Mode.GUIDED)
    assert (attempt.end, attempt.steps_done, attempt.hint) == (AttemptEnd.DONE, 5, 1)
    assert (attempt.undos, attempt.device, attempt.mistakes) == (1, "both", {"deleted": 1})
    assert (attempt.skills, attempt.way) == (("files.open",), "")
    assert attempt.content_version == laptop.catalogue.exercise("files-01").version
    assert (attempt.ended - attempt.started).total_seconds() == 300
    assert attempt.started.second == 0


def test_after_the_end_nothing_more_is_written(laptop, person_id):
    practice = laptop.begin(person_id)
    finish(practice)
    practice.tick()
    practice.observe(Observation("open", "file:plan"))
    practice.save()
    assert len(laptop.attempts(person_id)) == 1
    assert laptop.practices.saved(person_id) is None


def test_restarting_ends_the_attempt_and_begins_another(laptop, person_id):
    practice = laptop.begin(person_id)
    open_plan(practice)
    first = laptop.practices.saved(person_id).attempt_id
    practice.restart()
    assert practice.run.step.id == "open"
    assert practice.computer.windows.get("document:plan") is None
    assert practice.computer.files.name("plan") == "suunnitelma"
    assert laptop.practices.saved(person_id).attempt_id != first
    finish(practice)
    ends = [(attempt.end, attempt.steps_done) for attempt in laptop.attempts(person_id)]
    assert sorted(ends) == [(AttemptEnd.DONE, 5), (AttemptEnd.RESTARTED, 1)]


def test_an_exercise_left_for_another_ends_as_left(laptop, clock, person_id):
    practice = laptop.begin(person_id)
    open_plan(practice)
    clock.forward(600)
    laptop.begin(person_id, "files-02")
    (left,) = laptop.attempts(person_id)
    assert (left.exercise, left.end, left.steps_done) == ("files-01", AttemptEnd.LEFT, 1)
    assert left.ended == left.started, "when it was last saved, not when the other began"
    assert left.skills == ("files.open",)
    assert laptop.practices.saved(person_id).exercise == "files-02"


def test_an_exercise_that_was_only_looked_at_leaves_no_trace(laptop, person_id):
    laptop.begin(person_id)
    laptop.begin(person_id, "files-02")
    assert laptop.attempts(person_id) == []


def test_who_is_in_nothing_resumes_nothing(laptop, person_id):
    assert resumed(laptop, person_id) is None
    do_all(laptop, person_id)
    assert resumed(laptop, person_id) is None


def test_a_changed_exercise_begins_anew_in_the_same_mode_and_data_set(
    laptop, start, shelf, person_id
):
    open_plan(laptop.begin(person_id, mode=Mode.ALONE, data_set="b"))
    shelf.spoil(shelf.exercise, "minutes = 5", "minutes = 6")
    again = start(laptop)
    practice = resumed(again, person_id)
    assert practice.run.step.id == "open"
    assert (practice.run.mode, practice.data_set) == (Mode.ALONE, "b")
    (left,) = again.attempts(person_id)
    assert left.end is AttemptEnd.LEFT
    assert left.content_version != again.catalogue.exercise("files-01").version


def test_a_data_set_that_has_gone_begins_with_the_first(laptop, start, shelf, person_id):
    open_plan(laptop.begin(person_id, data_set="b"))
    shelf.spoil(shelf.exercise, 'data = ["a", "b"]', 'data = ["a"]')
    content = shelf.text.read_text(encoding="utf-8")
    begin, end = content.index("[names.b]"), content.index("[documents.a]")
    shelf.text.write_text(content[:begin] + content[end:], encoding="utf-8")
    again = start(laptop)
    offer = again.what_next.for_person(person_id, "fi").main
    assert (offer.exercise, offer.data_set, offer.resumes) == ("files-01", "a", False)
    assert resumed(again, person_id).data_set == "a"


def test_an_exercise_that_has_gone_says_so(laptop, start, shelf, person_id):
    open_plan(laptop.begin(person_id))
    shelf.exercise.unlink()
    again = start(laptop)
    with pytest.raises(ContentError):
        resumed(again, person_id)
    again.begin(person_id, "files-02")
    (left,) = again.attempts(person_id)
    assert (left.end, left.skills) == (AttemptEnd.LEFT, ())


def test_the_language_may_change_in_mid_exercise(laptop, shelf, person_id):
    words = shelf.text.read_text(encoding="utf-8").replace("suunnitelma", "vårdplan")
    (shelf.folder / "text.sv.toml").write_text(words, encoding="utf-8")
    practice = laptop.begin(person_id)
    practice.computer.files.rename("inbox", "Omat")
    practice.speak("sv")
    assert practice.text.title == "Avaa vårdplan"
    assert practice.computer.files.name("plan") == "vårdplan"
    assert practice.computer.files.name("inbox") == "Omat"
    assert practice.computer.words.documents["plan"] == "Lue vårdplan."


def test_the_words_follow_the_hand_in_mid_exercise(laptop, shelf, person_id):
    words = shelf.text.read_text(encoding="utf-8")
    shelf.text.write_text(
        words.replace("success = ", 'success = "Painoit {main_button_p}."\n# '), encoding="utf-8"
    )
    practice = laptop.begin(person_id)
    assert practice.text.success == "Painoit vasenta painiketta."
    practice.hold(left_handed=True)
    assert practice.text.success == "Painoit oikeaa painiketta."
    practice.restart()
    practice.speak("fi")
    assert practice.text.success == "Painoit oikeaa painiketta."
    practice.hold(left_handed=False)
    assert practice.text.success == "Painoit vasenta painiketta."


def test_what_is_saved_has_no_words_of_any_language(laptop, person_id):
    open_plan(laptop.begin(person_id))
    snapshot = laptop.practices.saved(person_id).snapshot
    assert "suunnitelma" not in snapshot
    assert json.loads(snapshot)["data_set"] == "a"


# Where somebody is


def saved_place(position, catalogue):
    return place_of_snapshot(position.exercise, json.loads(position.snapshot), catalogue, "fi")


def test_the_place_tells_what_is_difficult_and_what_to_ask(laptop, person_id):
    practice = laptop.begin(person_id)
    open_plan(practice)
    delete_plan(practice)
    delete_plan(practice)
    place = place_of_practice(practice)
    assert (place.title, place.number, place.of) == ("Avaa suunnitelma", 2, 5)
    assert place.instruction == "Siirrä suunnitelma."
    assert (place.mistakes, place.difficulty) == (2, "Poisti tiedoston.")
    assert place.ask == "Missä tiedosto on?"
    practice.save()
    position = laptop.practices.saved(person_id)
    assert saved_place(position, laptop.catalogue) == place


def test_the_most_frequent_difficulty_is_told(laptop, person_id):
    practice = laptop.begin(person_id)
    open_plan(practice)
    move_plan(practice)
    practice.answer()
    for _ in range(2):
        practice.answer("inbox")
    delete_plan(practice)
    assert place_of_practice(practice).difficulty == "Vastasi Saapuneet."


def test_a_done_practice_is_at_the_end_of_no_step(laptop, person_id):
    practice = laptop.begin(person_id)
    finish(practice)
    place = place_of_practice(practice)
    assert (place.number, place.instruction, place.mistakes) == (5, "", 0)


def test_a_place_in_a_broken_exercise_is_none(laptop, start, shelf, person_id):
    open_plan(laptop.begin(person_id))
    position = laptop.practices.saved(person_id)
    shelf.text.unlink()
    assert saved_place(position, start(laptop).catalogue) is None
