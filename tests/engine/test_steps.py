"""Which step comes, and when it is done."""

import pytest

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.exercise import Test
from tests.engine.makers import do, finished, is_on, question, read, tutor, way


def test_steps_are_done_one_after_the_other(hands):
    it = hands(do("a"), do("b"))
    assert it.step == "a"
    assert finished(it.on("a")) == ["a"]
    outcome = it.on("b")
    assert (finished(outcome), outcome.done, outcome.moved) == (["b"], True, True)
    assert it.step is None


def test_what_has_nothing_to_do_with_the_step_finishes_nothing(hands):
    it = hands(do("a"))
    outcome = it.on("lamp")
    assert not outcome.finished_steps
    assert not outcome.moved
    assert not outcome.done
    assert it.step == "a"


def test_a_step_is_done_because_a_later_one_holds(hands):
    it = hands(do("a"), do("b"), do("c"))
    assert finished(it.on("b")) == ["a", "b"]
    assert it.step == "c"


def test_what_is_true_already_counts_when_its_turn_comes(hands):
    it = hands(do("a"), do("b", done=is_on("b", after="a")), already=["b"])
    assert it.step == "a"
    outcome = it.on("a")
    assert finished(outcome) == ["a", "b"], "at once and not with the next tick"
    assert outcome.done


def test_after_counts_only_what_was_done_since(hands):
    again = Test("did", "flip", {"target": "switch:lamp"}, after="a")
    it = hands(do("a"), do("again", done=again))
    it.flip("lamp")
    it.on("a")
    assert it.step == "again"
    assert it.flip("lamp").done


@pytest.mark.parametrize("stop", [read("stop"), tutor("stop"), question("stop")])
def test_nothing_leaps_over_a_step_that_a_person_answers(hands, stop):
    it = hands(do("a"), stop, do("b"))
    assert finished(it.on("a", "b")) == ["a"]
    assert it.step == "stop"
    assert not it.wait(5).finished_steps
    outcome = it.run.answer("right")
    assert finished(outcome) == ["stop", "b"], "what was done meanwhile counts at once"
    assert outcome.done


def test_a_reading_step_is_done_by_reading(hands):
    it = hands(read("page"), do("a"))
    assert not it.on("lamp").finished_steps
    assert finished(it.run.answer()) == ["page"]
    assert it.step == "a"


def test_a_question_stays_until_the_right_answer(hands):
    it = hands(question("where"), do("a"))
    wrong = it.run.answer("left")
    assert (wrong.mistake, wrong.finished_steps, it.step) == ("where.left", (), "where")
    assert it.run.tally.mistakes == {"where.left": 1}
    assert finished(it.run.answer("right")) == ["where"]


def test_what_nobody_asks_cannot_be_answered(hands):
    it = hands(do("a"))
    with pytest.raises(OurMistakeError):
        it.run.answer("right")
    it.on("a")
    with pytest.raises(OurMistakeError):
        it.run.answer("right")


def test_done_is_said_once(hands):
    it = hands(do("a"))
    assert it.on("a").done
    assert not it.wait(1).done
    assert not it.flip().done
    assert it.run.done


def test_a_step_is_told_once_even_when_done_twice(hands):
    it = hands(do("a"), do("b"))
    it.on("a")
    it.run.undo()
    assert it.step == "a"
    outcome = it.on("a")
    assert (finished(outcome), outcome.moved, it.step) == ([], True, "b")


def test_undo_takes_the_position_back_too(hands):
    it = hands(do("a"), read("page"), do("b"))
    it.on("a")
    it.run.answer()
    outcome = it.run.undo()
    assert (it.step, outcome.moved, outcome.finished_steps) == ("page", True, ())
    it.run.undo()
    assert it.step == "a"
    assert not it.run.undo().moved
    assert it.run.tally.undos == 2
    assert it.run.steps_done == 0


def test_undo_out_of_a_done_exercise(hands):
    it = hands(do("a"), do("b"))
    it.on("a")
    it.on("b")
    it.run.undo()
    assert not it.run.done
    assert it.step == "b"


def test_what_stood_at_the_beginning_cannot_be_undone(hands):
    it = hands(do("a"), already=["lamp"])
    assert not it.run.undo().moved
    assert it.computer.book.row("switch:lamp") == {}


# Stretches: steps with keep, and the step that closes them


@pytest.fixture
def stretch(hands):
    """Select, open a dialog, choose in it, press: and then look."""

    def begin(**more):
        return hands(
            do("open"),
            do("select", keep=True),
            do("dialog", keep=True),
            do("chosen", keep=True),
            do("moved"),
            do("look"),
            **more,
        )

    return begin


def test_a_closed_dialog_leads_back_to_opening_it(stretch):
    it = stretch()
    for name in ("open", "select", "dialog", "chosen"):
        it.on(name)
    assert it.step == "moved"
    outcome = it.off("dialog", "chosen")
    assert (it.step, outcome.moved) == ("dialog", True)


def test_a_lost_selection_leads_back_to_selecting_though_the_dialog_is_open(stretch):
    it = stretch()
    for name in ("open", "select", "dialog"):
        it.on(name)
    it.off("select")
    assert it.step == "select"
    it.on("select")
    assert it.step == "chosen"


def test_what_lies_before_the_stretch_need_not_stay(stretch):
    it = stretch()
    it.on("open")
    it.on("select")
    it.off("open")
    assert it.step == "dialog"


def test_a_step_that_closes_the_stretch_ends_the_keeping(stretch):
    it = stretch()
    for name in ("open", "select", "dialog", "chosen", "moved"):
        it.on(name)
    it.off("select", "dialog", "chosen", "moved")
    assert it.step == "look"


def test_the_closing_step_counts_whichever_way_led_there(stretch):
    it = stretch()
    it.on("open")
    assert finished(it.on("moved")) == ["select", "dialog", "chosen", "moved"]


def test_a_later_kept_step_alone_does_not_finish_what_is_missing(stretch):
    it = stretch()
    it.on("open")
    it.on("dialog")
    assert it.step == "select"
    assert finished(it.on("select")) == ["select", "dialog"]
    assert it.step == "chosen"


# Ways


@pytest.fixture
def by_cut(stretch):
    """The same with another way, which has begun when something was cut."""
    cut = way("cut", "moved", "target", "paste", begun=is_on("cut"))
    drag = way("drag", "moved", "thing")
    return lambda **more: stretch(ways=(cut, drag), **more)


def test_guidance_follows_the_way_that_was_begun(by_cut):
    it = by_cut()
    it.on("open")
    assert (it.step, it.run.guidance().way) == ("select", "")
    it.on("cut")
    guidance = it.run.guidance()
    assert (guidance.step.id, guidance.way, guidance.number) == ("moved", "cut", 5)
    assert [action.target for action in guidance.actions] == ["switch:target", "switch:paste"]
    it.off("cut")
    assert (it.step, it.run.guidance().way) == ("select", "")


def test_on_another_way_a_lost_selection_does_not_lead_back(by_cut):
    it = by_cut()
    it.on("open")
    it.on("select")
    it.on("cut")
    it.off("select")
    assert it.step == "moved"
    assert it.run.guidance().done_steps == {"open", "select"}
    assert finished(it.on("moved")) == ["dialog", "chosen", "moved"]
    assert it.run.tally.way == "cut"


def test_a_way_is_remembered_though_its_end_takes_its_beginning_away(by_cut):
    it = by_cut()
    it.on("open")
    it.on("cut")
    with it.computer.deed():
        it.computer.book.erase("switch:cut")
        it.computer.book.write("switch:moved", {})
    assert finished(it.flip()) == ["select", "dialog", "chosen", "moved"]
    assert it.run.tally.way == "cut"


def test_a_way_that_was_given_up_is_not_the_one_used(by_cut):
    it = by_cut()
    it.on("open")
    it.on("cut")
    it.off("cut")
    it.on("moved")
    assert it.run.tally.way == ""


def test_a_way_counts_only_in_its_own_stretch(by_cut):
    it = by_cut()
    it.on("cut")
    assert (it.step, it.run.guidance().way) == ("open", "")
    it.on("open")
    it.on("moved")
    assert (it.step, it.run.guidance().way) == ("look", "")


def test_the_main_way_has_no_name(by_cut):
    it = by_cut()
    for name in ("open", "select", "dialog", "chosen", "moved"):
        it.on(name)
    assert it.run.tally.way == ""


# What is live and outlined


def test_live_is_the_union_of_all_written_ways_of_the_stretch(by_cut):
    it = by_cut(mode=Mode.GUIDED)
    assert it.run.guidance().live == {"switch:open"}
    it.on("open")
    names = ("select", "dialog", "chosen", "moved", "target", "paste", "thing")
    assert it.run.guidance().live == {f"switch:{name}" for name in names}
    it.on("moved")
    assert it.run.guidance().live == {"switch:look"}


def test_alone_everything_is_live_and_nothing_is_outlined(by_cut):
    guidance = by_cut(mode=Mode.ALONE).run.guidance()
    assert guidance.live is None
    assert guidance.outlined == ""
    assert not guidance.arrow


def test_guided_outlines_the_next_thing_that_is_still_needed(hands):
    it = hands(do("both", done=is_on("z"), clicks=("x", "y")), mode=Mode.GUIDED)
    assert it.run.guidance().outlined == "switch:x"
    it.on("x")
    assert it.run.guidance().outlined == "switch:y"
    assert [action.target for action in it.run.actions_left()] == ["switch:y"]
    it.off("x")
    assert it.run.guidance().outlined == "switch:x"


def test_a_done_exercise_guides_nowhere(hands):
    it = hands(do("a"), mode=Mode.GUIDED)
    it.on("a")
    guidance = it.run.guidance()
    assert (guidance.step, guidance.number, guidance.of, guidance.live) == (None, 1, 1, None)
    assert guidance.done_steps == {"a"}
