"""The common mistakes of domain/2, 2.1: seen in what hands do, counted always, spoken seldom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.exercise import Action, Step
from digitutor_app.domain.hands import Key, Press, Release
from digitutor_app.domain.observation import Observation
from digitutor_app.engine.ladder import SPOKEN_EVERY
from digitutor_app.engine.outcome import HintKind, Outcome
from digitutor_app.engine.slips import Slip, closes_needed
from tests.engine.makers import Hands, an_exercise, do, is_on, oops, way
from tests.fakes.clock import FakeClock


class Fingers:
    """Hands that also tell of every press and key, as the page of an exercise does."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.run = hands.run

    def press(self, target="", *, main=True, near="", moved=False, acts=None):
        """Press and let go; ``acts`` is what the practice computer makes of it."""
        self.run.hands.press(Press(main, target, near))
        if acts is not None:
            acts()
        return self.run.notice(self.run.hands.release(Release(moved)))

    def key(self, *, letter=True, capital=False, times=1, into_field=True, acts=None):
        self.run.hands.key(Key(letter, capital, times, into_field))
        if acts is not None:
            acts()
        return self.run.notice(self.run.hands.key_done())


def step(verb, target="file:plan", **options):
    return Step(id="a", done=is_on("a"), walkthrough=(Action(verb, target, options),))


@pytest.fixture
def fingers(hands):
    def begin(*steps, **more):
        return Fingers(hands(*(steps or (step("click"),)), **more))

    return begin


def said(outcome):
    return outcome.mistake, outcome.hint is not None and outcome.hint.kind is HintKind.SLIP


# Each of them


def test_the_other_button_where_the_main_one_is_meant(fingers):
    assert said(fingers().press("file:plan", main=False)) == ("G1", True)


def test_the_other_button_where_some_way_uses_it_is_no_mistake(fingers):
    it = fingers(step("right_click"))
    assert it.press("file:plan", main=False) == Outcome()
    by_menu = way("menu", "a", begun=is_on("menu"))
    by_menu = type(by_menu)(id="menu", steps={"a": (Action("right_click", "file:plan"),)})
    assert fingers(ways=(by_menu,)).press("file:plan", main=False) == Outcome()


def test_the_other_button_far_from_what_is_wanted_is_left_alone(fingers):
    assert fingers().press("file:menu", main=False) == Outcome()


def test_two_clicks_where_one_is_enough(fingers):
    it = fingers(step("click"), do("b"))
    it.press("file:plan", acts=lambda: it.hands.on("a"))
    it.hands.clock.forward(0.3)
    assert said(it.press("file:plan")) == ("G2", True)


def test_two_slow_clicks_are_two_clicks(fingers):
    it = fingers(step("click"), do("b"))
    it.press("file:plan", acts=lambda: it.hands.on("a"))
    it.hands.clock.forward(2)
    assert it.press("file:plan") == Outcome()


def test_select_and_then_open_is_no_double_click_too_many(fingers):
    opened = Step(id="b", done=is_on("b"), walkthrough=(Action("open", "file:plan"),))
    it = fingers(step("click"), opened)
    it.press("file:plan", acts=lambda: it.hands.on("a"))
    it.hands.clock.forward(0.3)
    assert it.press("file:plan", acts=lambda: it.hands.on("b")) == Outcome()


@pytest.mark.parametrize("verb", ["open", "double_click"])
def test_a_single_click_where_opening_is_meant(fingers, verb):
    it = fingers(step(verb))
    assert it.press("file:plan") == Outcome(), "the second click may still come"
    assert said(it.hands.wait(5)) == ("G3", True)
    assert it.hands.wait(5) == Outcome(), "it is one mistake"


def test_what_is_opened_in_time_is_no_mistake(fingers):
    it = fingers(step("open"), do("b"))
    it.press("file:plan")
    it.press("file:plan", acts=lambda: it.hands.on("a"))
    assert it.hands.wait(5) == Outcome()


def test_who_goes_on_with_the_keyboard_after_one_click_makes_no_mistake(fingers):
    it = fingers(step("open"))
    it.press("file:plan")
    it.key(letter=False)
    assert it.hands.wait(5) == Outcome()


def test_a_click_just_beside(fingers):
    assert said(fingers().press(near="file:plan")) == ("G4", True)
    assert fingers().press("file:menu", near="file:plan") == Outcome(), "another thing was meant"


def test_a_drag_let_go_too_early(fingers):
    it = fingers(step("drag", to="tree:inbox"))
    assert said(it.press("file:plan", moved=True)) == ("G6", True)
    assert it.press("file:menu", moved=True) == Outcome()


def test_a_drag_that_arrives_is_no_mistake(fingers):
    it = fingers(step("drag", to="tree:inbox"), do("b"))
    assert it.press("file:plan", moved=True, acts=lambda: it.hands.on("a")) == Outcome()


def test_caps_lock_is_told_once_until_it_is_off(fingers):
    it = fingers(step("type", "field:name", text="aamu"))
    assert said(it.key(capital=True)) == ("G7", True)
    assert it.key(capital=True) == Outcome()
    it.key()
    assert it.key(capital=True).mistake == "G7"


def test_a_key_held_down_counts_once(fingers):
    it = fingers(step("type", "field:name", text="aamu"))
    told = [it.key(times=times).mistake for times in range(1, 9)]
    assert told == ["", "", "", "G8", "", "", "", ""]


def test_typing_with_no_field(fingers):
    it = fingers(step("type", "field:name", text="aamu"))
    assert said(it.key(into_field=False)) == ("G9", True)
    assert it.key(into_field=False) == Outcome(), "one word is one mistake"


def test_typing_where_nothing_is_to_be_typed_asks_for_no_field(fingers):
    assert fingers().key(into_field=False) == Outcome()


def test_many_clicks_in_vain(fingers):
    it = fingers()
    told = [it.press("button:print").mistake for _ in range(6)]
    assert told == ["", "", "", "", "", "G10"]


def test_many_clicks_that_lead_on_are_none(fingers):
    it = fingers(*(do(name) for name in "abcdefgh"))
    for name in "abcdefg":
        assert it.press(f"switch:{name}", acts=lambda n=name: it.hands.on(n)) == Outcome()


def test_a_window_that_nobody_meant_to_close(fingers):
    it = fingers()
    outcome = it.run.observe(Observation("close", "window:files", {"by": "pointer"}))
    assert said(outcome) == ("G12", True)
    assert outcome.hint.place == "window:files"


def test_closing_where_it_is_meant():
    meant = (Action("click", "close:files"),)
    assert not closes_needed(Observation("close", "window:files"), meant)
    assert closes_needed(Observation("close", "window:document:plan"), meant)
    assert not closes_needed(Observation("select", "file:plan"), meant)


def test_standing_still_is_counted(fingers):
    it = fingers()
    assert it.hands.wait(30).hint.kind is HintKind.OFFER
    assert it.run.tally.mistakes == {"G11": 1}


# Together


def test_what_the_exercise_says_itself_comes_first(fingers):
    it = fingers(mistakes=(oops("forms"),))
    outcome = it.press("file:plan", main=False, acts=lambda: it.hands.on("forms"))
    assert outcome == Outcome()
    assert it.run.guidance().hint.mistake == "forms"


def test_a_refused_press_is_answered_by_that_alone(fingers):
    it = fingers(mode=Mode.GUIDED)
    outcome = it.press(near="file:plan", acts=lambda: it.run.refuse("button:print"))
    assert outcome == Outcome()
    assert it.run.guidance().hint.kind is HintKind.NOT_NOW


def test_counted_always_spoken_once_a_minute(fingers):
    it = fingers(step("click"))
    spoken = []
    for _ in range(2):
        spoken.append(said(it.run.notice(Slip.OUTSIDE)))
    it.hands.clock.forward(SPOKEN_EVERY)
    spoken.append(said(it.run.notice(Slip.OUTSIDE)))
    assert spoken == [("G5", True), ("G5", False), ("G5", True)]
    assert it.run.tally.mistakes == {"G5": 3}


def test_who_cannot_double_click_is_shown_the_key_that_opens(fingers):
    it = fingers(step("open"))
    for number in (1, 2, 3):
        it.press("file:plan")
        outcome = it.hands.wait(5)
        assert (outcome.demonstrate, outcome.by_keys) == (number == 3, number == 3)
    assert outcome.hint.level == 3


def test_what_is_said_in_passing_goes_with_the_next_act(fingers):
    it = fingers()
    it.run.notice(Slip.OUTSIDE)
    it.hands.flip()
    assert it.run.guidance().hint is None


codes = st.lists(st.sampled_from(list(Slip)), max_size=20)


@given(codes)
def test_no_common_mistake_keeps_anybody_from_being_done(made):
    hands = Hands(an_exercise(do("a")), FakeClock())
    for code in made:
        hands.run.notice(code)
        assert hands.step == "a", "it never takes over"
    assert sum(hands.run.tally.mistakes.values()) == len(made)
    assert hands.on("a").done
