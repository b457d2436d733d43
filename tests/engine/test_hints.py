"""The hint ladder of domain/2, 2.0: what comes when, and what never happens."""

import pytest

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.exercise import Test
from digitutor_app.domain.observation import Observation
from digitutor_app.engine.outcome import Hint, HintKind
from tests.engine.makers import do, finished, is_on, oops, question, read

LADDER = [
    (1, HintKind.AGAIN, False),
    (2, HintKind.AGAIN, False),
    (3, HintKind.AGAIN, True),
    (4, HintKind.TUTOR, False),
    (4, HintKind.TUTOR, False),
]


def shown(outcome):
    return outcome.hint.kind, outcome.hint.level


# Asking


def test_asking_climbs_the_ladder_one_by_one(hands):
    it = hands(do("a"))
    assert it.run.guidance().hint is None
    for level, kind, demonstrate in LADDER:
        outcome = it.run.ask_hint()
        assert outcome.hint == Hint(kind, level) == it.run.guidance().hint
        assert outcome.demonstrate is demonstrate
        assert it.step == "a", "a hint never takes over"
    assert it.run.tally.hint == 4


def test_from_level_two_the_target_is_outlined_with_an_arrow(hands):
    it = hands(do("a"), mode=Mode.ALONE)
    it.run.ask_hint()
    assert (it.run.guidance().outlined, it.run.guidance().arrow) == ("", False)
    it.run.ask_hint()
    assert (it.run.guidance().outlined, it.run.guidance().arrow) == ("switch:a", True)


def test_guided_outlines_from_the_start_and_level_two_adds_the_arrow(hands):
    it = hands(do("a"), mode=Mode.GUIDED)
    assert (it.run.guidance().outlined, it.run.guidance().arrow) == ("switch:a", False)
    it.run.ask_hint()
    it.run.ask_hint()
    assert it.run.guidance().arrow


def test_the_ladder_begins_anew_in_the_next_step(hands):
    it = hands(do("a"), do("b"), do("c"))
    it.run.ask_hint()
    it.run.ask_hint()
    outcome = it.on("a")
    assert outcome.finished_steps[0].hint == 2
    assert it.run.guidance().hint is None
    assert not it.run.guidance().arrow
    assert it.run.ask_hint().hint.level == 1
    assert it.on("b").finished_steps[0].hint == 1
    assert it.on("c").finished_steps[0].hint == 0
    assert it.run.tally.hint == 2, "the highest of the attempt"


def test_after_the_end_there_is_nothing_to_hint_at(hands):
    it = hands(do("a"))
    it.on("a")
    assert it.run.ask_hint().hint is None
    assert it.run.tally.hint == 0


def test_undo_puts_the_hint_away_and_takes_no_count_back(hands):
    it = hands(do("a"), do("b"))
    it.on("a")
    it.run.ask_hint()
    it.run.undo()
    assert it.run.guidance().hint is None
    assert it.run.tally.hint == 1


# Waiting


@pytest.mark.parametrize(("level", "seconds"), [("A", 30), ("B", 45), ("C", 60)])
def test_an_offer_comes_after_a_while_and_is_only_an_offer(hands, level, seconds):
    it = hands(do("a"), level=level)
    assert it.wait(seconds - 0.5).hint is None
    outcome = it.wait(0.5)
    assert shown(outcome) == (HintKind.OFFER, 0)
    assert not outcome.demonstrate
    assert it.run.tally.hint == 0
    assert it.step == "a"
    assert it.wait(seconds).hint is None, "once, and then it stands there"
    assert it.run.guidance().hint.kind is HintKind.OFFER


@pytest.mark.parametrize("act", ["flip", "undo", "put_hint_away", "refuse", "ask_hint"])
def test_any_sign_of_life_starts_the_waiting_anew(hands, act):
    it = hands(do("a"))
    it.wait(29)
    it.flip() if act == "flip" else getattr(it.run, act)(*(["x"] if act == "refuse" else []))
    it.run.put_hint_away() if act in ("refuse", "ask_hint") else None
    assert it.wait(29).hint is None
    assert shown(it.wait(1)) == (HintKind.OFFER, it.run.tally.level)


def test_an_offer_goes_away_with_the_next_act_and_comes_again(hands):
    it = hands(do("a"))
    it.wait(30)
    it.flip()
    assert it.run.guidance().hint is None
    assert shown(it.wait(30)) == (HintKind.OFFER, 0)


def test_an_offer_that_was_closed_does_not_come_back_at_once(hands):
    it = hands(do("a"))
    it.wait(30)
    it.run.put_hint_away()
    assert it.wait(1).hint is None
    assert it.wait(29).hint.kind is HintKind.OFFER


def test_an_accepted_offer_is_the_first_hint(hands):
    it = hands(do("a"))
    it.wait(30)
    assert it.run.ask_hint().hint == Hint(HintKind.AGAIN, 1)


def test_reading_takes_its_time_too(hands):
    it = hands(read("page"), do("a"))
    assert it.wait(30).hint.kind is HintKind.OFFER
    it.run.answer()
    assert it.run.guidance().hint is None


def test_nothing_is_offered_after_the_end(hands):
    it = hands(do("a"))
    it.on("a")
    assert it.wait(300).hint is None


# Mistakes


def test_a_named_mistake_shows_its_own_hint_at_once(hands):
    it = hands(do("a"), mistakes=(oops("forms"),))
    outcome = it.on("forms")
    assert outcome.mistake == "forms"
    assert outcome.hint == Hint(HintKind.MISTAKE, 1, mistake="forms", place="switch:forms")
    assert it.run.guidance().hint == outcome.hint
    assert not outcome.demonstrate
    assert it.step == "a"


def test_a_mistake_counts_when_it_becomes_true_and_not_while_it_lasts(hands):
    it = hands(do("a"), mistakes=(oops("forms"),))
    it.on("forms")
    assert not it.flip().mistake
    assert not it.wait(20).mistake
    it.off("forms")
    assert it.on("forms").mistake == "forms"
    assert it.run.tally.mistakes == {"forms": 2}


def test_the_same_mistake_three_times_is_shown(hands):
    it = hands(do("a"), mistakes=(oops("forms"), oops("other")))
    seen = []
    for name in ("forms", "other", "forms", "other", "forms"):
        outcome = it.on(name)
        seen.append((outcome.mistake, outcome.hint.level, outcome.demonstrate))
        it.off(name)
    assert seen == [
        ("forms", 1, False),
        ("other", 1, False),
        ("forms", 1, False),
        ("other", 1, False),
        ("forms", 3, True),
    ]
    assert it.run.guidance().arrow


def test_three_times_counts_across_undo_and_falling_back(hands):
    it = hands(do("select", keep=True), do("moved"), mistakes=(oops("forms"),))
    it.on("select")
    for _ in range(2):
        with it.computer.deed():
            it.computer.book.write("switch:forms", {})
            it.computer.book.erase("switch:select")
        outcome = it.flip()
        assert (outcome.mistake, it.step) == ("forms", "select")
        it.run.undo()
        assert it.step == "moved"
    assert it.on("forms").demonstrate


def test_progress_forgives(hands):
    it = hands(do("a"), do("b"), mistakes=(oops("forms"),))
    for _ in range(2):
        it.on("forms")
        it.off("forms")
    (step,) = it.on("a").finished_steps
    assert step.mistakes == {"forms": 2}
    assert it.on("forms").hint.level == 1
    assert it.run.tally.mistakes == {"forms": 3}, "the attempt remembers"


def test_mistakes_are_told_with_one_step_only(hands):
    it = hands(do("a"), do("b"), mistakes=(oops("forms"),))
    it.on("forms")
    steps = it.on("b").finished_steps
    assert [(s.step, s.hint, s.mistakes) for s in steps] == [("a", 1, {"forms": 1}), ("b", 0, {})]


def test_a_mistake_never_lowers_the_ladder(hands):
    it = hands(do("a"), mistakes=(oops("forms"),))
    it.run.ask_hint()
    it.run.ask_hint()
    assert it.on("forms").hint.level == 2
    assert it.run.ask_hint().hint.level == 3


def test_a_wrong_answer_three_times_is_shown_too(hands):
    it = hands(question("where"))
    it.run.answer("left")
    it.run.answer("both")
    it.run.answer("left")
    assert it.run.answer("left").demonstrate


def test_a_mistake_may_come_with_a_finished_step(hands):
    it = hands(do("a"), do("b"), mistakes=(oops("forms"),))
    outcome = it.on("a", "forms")
    assert finished(outcome) == ["a"]
    assert outcome.mistake == "forms"
    assert it.run.guidance().hint.kind is HintKind.MISTAKE


def test_who_is_done_has_made_no_mistake(hands):
    it = hands(do("a"), mistakes=(oops("forms"),))
    outcome = it.on("a", "forms")
    assert (outcome.done, outcome.mistake, it.run.tally.mistakes) == (True, "", {})


def test_what_is_true_at_the_beginning_is_no_mistake_until_it_was_false(hands):
    it = hands(do("a"), mistakes=(oops("forms"),), already=["forms"])
    assert not it.flip().mistake
    it.off("forms")
    assert it.on("forms").mistake == "forms"


def test_going_back_into_a_mistake_by_undo_is_none(hands):
    it = hands(do("a"), mistakes=(oops("forms"),))
    it.on("forms")
    it.off("forms")
    outcome = it.run.undo()
    assert not outcome.mistake
    assert not it.flip().mistake
    assert it.run.tally.mistakes == {"forms": 1}


def test_two_mistakes_at_once_are_told_one_after_the_other(hands):
    it = hands(do("a"), mistakes=(oops("one"), oops("two")))
    assert it.on("one", "two").mistake == "one"
    assert it.wait(1).mistake == "two"
    assert not it.wait(1).mistake


def test_the_place_of_a_mistake_is_where_the_deed_led(hands):
    it = hands(do("a"), mistakes=(oops("forms"),))
    it.computer.book.write("switch:forms", {})
    outcome = it.run.observe(Observation("move", "file:plan", {"to": "folder:forms"}))
    assert outcome.hint.place == "folder:forms"


# Still for


def test_what_must_last_counts_only_when_it_has_lasted(hands):
    it = hands(do("a"), mistakes=(oops("waiting", still_for=20),))
    assert not it.on("waiting").mistake
    assert not it.wait(19).mistake
    assert it.wait(1).mistake == "waiting"
    assert not it.wait(20).mistake


def test_a_mistake_of_the_newest_entry_happens_with_each_entry(hands):
    again = oops("again", when=Test("last", "flip", {"target": "switch:wall"}))
    it = hands(do("a"), mistakes=(again,))
    assert [it.flip("wall").mistake for _ in range(2)] == ["again", "again"]
    assert not it.wait(10).mistake
    assert not it.flip("lamp").mistake
    third = it.flip("wall")
    assert (third.mistake, third.demonstrate) == ("again", True)


def test_an_entry_that_must_last_waits_for_nothing_new_to_come(hands):
    alone = oops("alone", when=Test("last", "flip", {"target": "switch:wall"}), still_for=4)
    it = hands(do("a"), mistakes=(alone,))
    it.flip("wall")
    it.wait(3)
    it.flip("wall")
    assert not it.wait(3).mistake
    assert it.wait(1).mistake == "alone"


def test_what_ended_in_time_is_no_mistake(hands):
    it = hands(do("a"), mistakes=(oops("waiting", still_for=20),))
    it.on("waiting")
    it.wait(15)
    it.off("waiting")
    it.wait(10)
    it.on("waiting")
    assert not it.wait(19).mistake
    assert it.wait(1).mistake == "waiting"


def test_a_mistake_that_leads_back_keeps_its_hint(hands):
    """Let go too early: the step before is current again, and the hint says what happened."""
    first, closing = do("held", keep=True), do("there")
    it = hands(first, closing, mistakes=(oops("dropped"),))
    it.on("held")
    it.on("dropped")
    it.off("held")
    assert it.step == "held"
    assert it.run.guidance().hint.mistake == "dropped"
    it.on("held")
    assert it.run.guidance().hint is None, "going on puts it away"


# Not now


def test_a_refused_press_is_answered_and_is_no_mistake_of_the_exercise(hands):
    it = hands(do("a"), mode=Mode.GUIDED, mistakes=(oops("forms", when=is_on("forms")),))
    outcome = it.run.refuse("button:print")
    assert outcome.hint == Hint(HintKind.NOT_NOW, 0, place="button:print")
    assert it.run.guidance().hint == outcome.hint
    assert it.run.tally.mistakes == {"G13": 1}
    assert it.run.tally.hint == 0
    it.flip()
    assert it.run.guidance().hint is None


# Never failure


def test_no_hint_keeps_anybody_from_being_done(hands):
    it = hands(do("a"), do("b"), mistakes=(oops("forms"),))
    for _ in range(5):
        it.run.ask_hint()
        it.on("forms")
        it.off("forms")
    it.on("a")
    assert it.on("b").done
