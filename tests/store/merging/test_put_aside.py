"""Rows that are not right: put aside with a reason, kept short, and the rest is merged."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.store import merging_aside, merging_run, values
from digitutor_app.store.merging import merge, outgoing
from digitutor_app.store.merging_aside import LONGEST_RAW, all_put_aside
from digitutor_app.store.rows import LAST_CLOCK
from digitutor_app.store.tables import ATTEMPT, PERSON
from tests.store.makers import MORNING
from tests.store.merging.lines import GOOD, a_fact, a_version
from tests.store.merging.replicas import PRACTICE, TUTOR, Replica


@pytest.mark.parametrize(
    "line",
    [
        "torn",
        None,
        [],
        {},
        {"t": "attempt"},
        {"t": 7, "s": "p-1", "id": "a-1"},
        a_fact(GOOD) | {"s": "p 1"},
        a_fact(GOOD) | {"s": None},
        a_fact(GOOD) | {"id": "x" * 65},
        a_fact(GOOD) | {"h": "0" * 16},
        a_fact(GOOD) | {"h": ["0"]},
        a_fact(GOOD) | {"p": []},
        a_fact({}),
        a_fact(GOOD | {"mode": "asleep"}),
        a_fact(GOOD | {"way": ""}),
        a_fact(GOOD | {"way": "x\x00"}),
        a_fact(GOOD | {"way": "a\u0308"}),
        a_fact(GOOD | {"way": "x" * 201}),
        a_fact(GOOD | {"way": 1}),
        a_fact(GOOD | {"hint": 0}),
        a_fact(GOOD | {"hint": True}),
        a_fact(GOOD | {"hint": 1.5}),
        a_fact(GOOD) | {"p": GOOD | {"hint": 2**63}},
        a_fact(GOOD | {"ended": "2026-03-02T09:05"}),
        a_fact(GOOD | {"ended": "2026-03-02T09:05-00:00"}),
        a_fact(GOOD | {"ended": "2026-02-30T09:05+02:00"}),
        a_fact(GOOD | {"skills": []}),
        a_fact(GOOD | {"skills": [1]}),
        a_fact(GOOD | {"skills": {"a": 1}}),
        a_fact(GOOD | {"mistakes": {"G1": "many"}}),
        a_fact(GOOD | {"mistakes": {"G1": 0.5}}),
        a_fact(GOOD | {"subject": "p-2"}),
        a_fact(GOOD | {"news": {"deep": [[[[[[[[[1]]]]]]]]]}}),
        a_version({"code": "a-1"}) | {"v": "0" * 28},
        a_version({"code": "a-1"}) | {"v": 7},
        a_version({"code": "a-1"}) | {"d": True},
        a_version({"code": "a-1"}, deleted=1),
        a_version({"code": "a-1"}, at=LAST_CLOCK + 1),
        a_version({"code": "a-1"}, edited="yesterday"),
        a_fact({"at": GOOD["ended"], "moved_to": "p-2", "copy_id": "x"}, table="withdrawn"),
        a_fact({"content": {"name": "Aino"}}, table="certificate"),
        {"t": "erased", "s": "p-1", "at": 1, "by": TUTOR, "sig": "AAAA"},
        {"t": "erased", "s": "p-1", "at": "1", "by": TUTOR, "sig": "AAAA"},
        {"t": "erased", "s": "p-1", "at": 1, "by": None, "sig": "AAAA"},
        {"t": "erased", "s": "p-1", "at": 1, "by": TUTOR, "sig": "ä"},
        {"t": "newer", "s": "p-1", "id": "n-1", "h": "0" * 16, "p": {}},
    ],
    ids=repr,
)
def test_what_is_not_right_is_put_aside_and_the_rest_merged(two, line):
    one, _other = two
    good = a_fact(GOOD, row_id="good")
    report = merge(one.store, [line, good], PRACTICE)
    assert report.new == {"attempt": 1}
    [aside] = report.put_aside
    assert aside.device == "laptop-7"
    assert aside.reason
    [(kept, when)] = all_put_aside(one.database)
    assert (kept, when) == (aside, MORNING)
    assert merge(one.store, [line, good], PRACTICE).nothing
    assert len(all_put_aside(one.database)) == 1


def test_a_row_that_comes_well_later_is_no_longer_put_aside(two):
    one, _other = two
    good = a_fact(GOOD)
    one.take([good | {"h": "0" * 16}, a_fact(GOOD, row_id="a-2") | {"h": "0" * 16}])
    assert one.take([good]).new == {"attempt": 1}
    assert [aside.row_id for aside, _when in all_put_aside(one.database)] == ["a-2"]


def test_what_is_kept_of_a_bad_row_is_short_and_plain(two):
    one, _other = two
    one.take(["\ud800\x00ä" * 9999])
    [(aside, _when)] = all_put_aside(one.database)
    assert len(aside.raw) <= LONGEST_RAW
    assert aside.raw.isascii()
    assert "\x00" not in aside.raw


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON)
def test_canonical_json_is_what_any_json_writer_makes_of_sorted_keys(value):
    plain = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert values.canonical(value) == plain


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(
    st.dictionaries(
        st.sampled_from([c.name for c in (*ATTEMPT.columns, *PERSON.columns)]), ANYTHING
    ),
    ANYTHING,
)
def test_whatever_comes_is_stored_whole_or_put_aside(said, news):
    """What is stored is handed on letter by letter, and another store takes it."""
    one, other = Replica(), Replica()
    try:
        said = GOOD | said | {"news": news}
        try:
            lines = [a_fact(said), a_version(said)]
        except (UnicodeEncodeError, OverflowError):
            return
        report = one.take(lines)
        assert len(report.put_aside) + sum(report.new.values()) == len(lines)
        handed_on = list(outgoing(one.store))
        assert all(line in lines for line in handed_on)
        assert not other.take(handed_on).put_aside
    finally:
        one.close()
        other.close()


def test_of_millions_of_bad_rows_only_so_many_are_kept_and_told(two, monkeypatch):
    one, _other = two
    for module in (merging_aside, merging_run):
        monkeypatch.setattr(module, "MOST", 20)
    report = merge(one.store, [f"bad {n}" for n in range(100)], PRACTICE)
    assert len(report.put_aside) == len(all_put_aside(one.database)) == 20
    good = a_fact(GOOD)
    assert one.take([good]).new == {"attempt": 1}
    assert len(merge(one.store, ["one more"], PRACTICE).put_aside) == 1
    assert len(all_put_aside(one.database)) == 20
