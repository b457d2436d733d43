"""Many facts read at once say what each says alone, whatever is wrong with some of them."""

from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.store.errors import UnfitValueError
from digitutor_app.store.merging_many import ManyFacts
from digitutor_app.store.merging_reader import Reader
from digitutor_app.store.tables import ATTEMPT
from tests.store.merging.lines import GOOD, a_fact

VALUES = {
    "exercise": ("files-04", "x", "x" * 150, "", "ä", "a\u0308", "x\x00", 1, None),
    "mode": ("guided", "asleep"),
    "ended": ("2026-03-02T09:06+02:00", "2026-03-02T10:06+02:00", "later", None),
    "hint": (1, 2, 0, True, 1.5, -3, 2**31, "1", [1]),
    "skills": (["a"], ["a", "b"], [], [1], {"a": 1}, "a", None),
    "mistakes": ({"G1": 1}, {"G1": True}, {}, {"G1": {"a": 2}}, [1]),
    "newer": ("x", 1, {"a": []}),
}
GOOD_FIRST = st.integers(0, 3).flatmap(lambda bad: st.just(0) if bad else st.integers(0, 8))


@st.composite
def lines(draw):
    said = dict(GOOD)
    for name in draw(st.lists(st.sampled_from(sorted(VALUES)), max_size=4)):
        said[name] = VALUES[name][draw(GOOD_FIRST) % len(VALUES[name])]
    line = a_fact(said, row_id=f"a-{draw(st.integers(0, 99))}")
    spoilt = draw(st.integers(0, 30))
    return line | {0: {"h": "0" * 16}, 1: {"h": None}, 2: {"p": [1]}}.get(spoilt, {})


def alone(line):
    try:
        digest, fitted = Reader().fact(ATTEMPT, line)
    except UnfitValueError as error:
        return line["id"], str(error)
    return (line["id"], line["s"], digest, *fitted)


@given(st.lists(lines(), max_size=12), st.lists(lines(), max_size=12))
def test_each_line_says_what_it_says_alone(first, second):
    many = ManyFacts(Reader())
    for piece in (first, second):
        rows, refused = many.read(ATTEMPT, piece)
        found = [*rows, *((line["id"], str(error)) for line, error in refused)]
        assert sorted(found, key=repr) == sorted(map(alone, piece), key=repr)


def test_usual_rows_are_read_together():
    reader = Reader()
    reader.fact = None
    usual = [a_fact(GOOD), a_fact(GOOD | {"hint": 2})]
    rows, refused = ManyFacts(reader).read(ATTEMPT, usual)
    assert [row[2] for row in rows] == [line["h"] for line in usual]
    assert refused == []
