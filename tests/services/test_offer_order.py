"""The order of offers: rule by rule, and whoever follows it gets through everything."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.domain.fading import Due, standing
from digitutor_app.services.offer_order import by_exercise, different_first, in_order, module_of
from tests.store.makers import MORNING, an_attempt

AB = ("a", "b")
IDS = [f"{module}-0{number}" for module in ("mouse", "kbd", "files") for number in range(1, 6)]


def done(exercise, mode=Mode.GUIDED, at=0, data="a", **more):
    ended = MORNING + timedelta(minutes=at)
    return an_attempt("p", mode, data, ended, exercise=exercise, **more)


def ranked(attempts, ids=IDS, at=60, begun=""):
    found = by_exercise(attempts)
    now = MORNING + timedelta(minutes=at)
    dues = {i: standing(found[i], AB, now).due for i in ids if i in found}
    return in_order(ids, dues, found, begun), dues


def offers(attempts, **more):
    order, dues = ranked(attempts, **more)
    return list(different_first(order, dues))[:4]


def test_the_first_time_it_is_the_beginning_and_the_next_one_and_other_subjects():
    assert offers([]) == ["mouse-01", "mouse-02", "kbd-01", "files-01"]


def test_then_the_next_new_one_of_the_same_module():
    assert ranked([done("mouse-01")])[0][0] == "mouse-02"
    assert ranked([done("kbd-02")])[0][0] == "kbd-01"
    assert offers([done("kbd-02")])[1] == "kbd-03"


def test_what_was_begun_says_where_one_is():
    ids = [i for i in IDS if i != "files-03"]
    order, _ = ranked([done("mouse-01")], ids=ids, begun="files-03")
    assert order[0] == "files-01"


def test_after_three_new_ones_the_first_of_them_alone():
    three = [done(f"mouse-0{n}", at=n) for n in (1, 2, 3)]
    assert ranked(three[:2])[0][0] == "mouse-03"
    assert ranked(three)[0][0] == "mouse-01"
    assert ranked([*three, done("mouse-01", Mode.ALONE, 5)])[0][0] == "mouse-04"


def test_three_that_wait_for_other_data_come_before_a_new_one():
    alone = [done(f"mouse-0{n}", Mode.ALONE, n) for n in (1, 2, 3)]
    assert ranked(alone[:2])[0][0] == "mouse-03"
    assert ranked(alone)[0][0] == "mouse-01"


def test_what_has_to_be_repeated_comes_before_another_module():
    twice = [done("mouse-01", Mode.ALONE, 0), done("mouse-01", Mode.VARIATION, 5, "b")]
    rest = [
        done(f"mouse-0{n}", mode, at, data)
        for n in (2, 3, 4, 5)
        for mode, at, data in ((Mode.ALONE, n, "a"), (Mode.VARIATION, 30 + n, "b"))
    ]
    assert ranked([*twice, *rest])[0][:2] == ["mouse-01", "kbd-01"]
    assert ranked([*twice, *rest], at=19)[0][0] == "kbd-01", "too soon"


def test_the_same_is_not_offered_twice_in_a_row():
    ids = ["mouse-01", "mouse-02"]
    assert ranked([done("mouse-01")], ids=ids)[0] == ["mouse-02", "mouse-01"]
    assert ranked([done("mouse-01")], ids=["mouse-01"])[0] == ["mouse-01"]


def test_when_all_is_known_there_is_still_an_offer():
    known = [
        done(i, mode, at, data)
        for i in IDS[:2]
        for mode, at, data in ((Mode.ALONE, 0, "a"), (Mode.VARIATION, 30, "b"))
    ]
    assert ranked(known, ids=IDS[:2])[0] == IDS[:2]


def test_no_exercises_no_offers():
    assert ranked([], ids=[])[0] == []


attempts = st.builds(
    done,
    st.sampled_from([*IDS, "gone-01"]),
    st.sampled_from(Mode),
    st.integers(0, 90),
    st.sampled_from("ab"),
    hint=st.integers(0, 3),
)


@given(st.lists(attempts, max_size=30), st.integers(0, 120), st.sampled_from(["", *IDS]))
def test_everything_is_offered_once_and_what_is_due_comes_first(sequence, at, begun):
    ids = [i for i in IDS if i != begun]
    order, dues = ranked(sequence, ids=ids, at=at, begun=begun)
    assert sorted(order) == sorted(ids)
    assert sorted(different_first(order, dues)) == sorted(ids)
    nothing_due = [dues.get(i, Due.NEW) >= Due.RESTING for i in order]
    assert nothing_due == sorted(nothing_due)


@given(st.integers(1, 3), st.lists(st.integers(0, 3), max_size=40), st.integers(5, 30))
def test_whoever_takes_any_of_the_offers_gets_through_everything(modules, choices, pace):
    """And never the same exercise twice in a row while something else is due."""
    ids = IDS[: modules * 5 : 2]
    done_so_far, at, seen = [], 0, set()
    for turn in range(12 * len(ids)):
        now = MORNING + timedelta(minutes=at)
        order, dues = ranked(done_so_far, ids=ids, at=at)
        if all(dues.get(i) is Due.KNOWN for i in ids):
            break
        shown = list(different_first(order, dues))[:4]
        wish = choices[turn] if turn < len(choices) else 0
        chosen = shown[min(wish, len(shown) - 1)]
        if done_so_far and shown[0] == done_so_far[-1].exercise:
            assert [i for i in ids if dues.get(i, Due.NEW) < Due.RESTING] in ([], [shown[0]])
        stands = standing(by_exercise(done_so_far).get(chosen, []), AB, now)
        at += pace
        seen.add((chosen, stands.mode))
        done_so_far.append(done(chosen, stands.mode, at, stands.data_set))
    else:
        raise AssertionError("it has no end")
    for mode in (Mode.GUIDED, Mode.ALONE, Mode.VARIATION):
        assert {i for i, m in seen if m is mode} == set(ids)
    assert {module_of(i) for i in ids} <= {"mouse", "kbd", "files"}


def test_who_skips_is_led_to_another_module_and_finds_the_skipped_one_last():
    order, _ = ranked([done("mouse-01", end=AttemptEnd.SKIPPED)])
    assert order[0] == "kbd-01"
    assert order[-1] == "mouse-01"
    assert order.index("mouse-02") > order.index("files-05")


def test_what_was_skipped_and_done_later_is_like_any_other():
    later = [done("mouse-01", end=AttemptEnd.SKIPPED), done("mouse-01", at=5)]
    assert ranked(later)[0][0] == "mouse-02"
