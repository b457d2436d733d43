"""The one check of every value, and the canonical form that its sha is made of."""

import json
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digitutor_app.store import values
from digitutor_app.store.errors import UnfitValueError
from digitutor_app.store.tables import ATTEMPT, CERTIFICATE, EXTRA, PERSON, TABLES, VISIT, Kind

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63) + 1, 2**63 - 1) | st.text(max_size=8),
    lambda inside: (
        st.lists(inside, max_size=3) | st.dictionaries(st.text("abc", max_size=5), inside)
    ),
    max_leaves=6,
)


def fits(text):
    return "\x00" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


@given(st.text(alphabet=st.characters(), max_size=300))
def test_text_is_refused_or_stored_in_nfc(text):
    normal = unicodedata.normalize("NFC", text)
    if fits(normal) and len(normal) <= 200:
        assert values.fit(PERSON, {"first_name": text}, {})["first_name"] == normal
    else:
        with pytest.raises(UnfitValueError):
            values.fit(PERSON, {"first_name": text}, {})


@given(st.integers() | st.booleans() | st.floats() | st.text(max_size=3) | st.none())
def test_numbers_are_whole_and_within_63_bits(number):
    whole = isinstance(number, int) and not isinstance(number, bool) and abs(number) < 2**63
    if whole:
        assert values.fit(ATTEMPT, {"hint": number}, {})["hint"] == number
    else:
        with pytest.raises(UnfitValueError):
            values.fit(ATTEMPT, {"hint": number}, {})


@example({"extra": None})
@given(st.dictionaries(st.text(max_size=8), JSON, max_size=4))
def test_unknown_fields_come_back_as_they_were_said(extra):
    try:
        row = values.fit(PERSON, {}, extra)
    except UnfitValueError:
        said = json.dumps(extra, ensure_ascii=False)
        names = {unicodedata.normalize("NFC", name) for name in extra}
        known = {column.name for column in PERSON.columns}
        assert "\\u0000" in said or not fits(said) or len(names) < len(extra) or names & known
        return
    again = values.fit(PERSON, {}, values.unpack(EXTRA, row["extra"]))
    assert again == row
    assert values.payload(PERSON, row) == json.loads(unicodedata.normalize("NFC", row["extra"]))


@pytest.mark.parametrize(
    "extra",
    [
        {"a": 0.5},
        {"a": [float("nan")]},
        {"a": {"b": 2**63}},
        {"a": "\ud800"},
        {"a\x00": 1},
        {"a": b"bytes"},
        {"a": "x" * 64_001},
        {"a": ["x" * 1000] * 65},
        {"a": [[[[[[[[[1]]]]]]]]]},
        {1: "number for a name"},
        {"first_name": "a column of ours"},
    ],
)
def test_poison_in_unknown_fields_is_refused(extra):
    with pytest.raises(UnfitValueError):
        values.fit(PERSON, {}, extra)


def test_the_refusal_names_table_and_column_and_never_the_value():
    with pytest.raises(UnfitValueError) as caught:
        values.fit(PERSON, {"first_name": "Aino\x00"}, {})
    assert caught.value.where == "person.first_name"
    assert "Aino" not in str(caught.value)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (PERSON, {"surname": "no such column"}),
        (PERSON, {"code": None}),
        (PERSON, {"code": 7}),
        (VISIT, {"arrived": datetime(2026, 3, 2, 9, 0)}),  # noqa: DTZ001 - the point
        (VISIT, {"arrived": "2026-03-02"}),
        (ATTEMPT, {"skills": "files.move"}),
        (ATTEMPT, {"mistakes": ["G1"]}),
        (CERTIFICATE, {"pdf": "text"}),
        (CERTIFICATE, {"pdf": bytes(16_000_001)}),
    ],
)
def test_the_wrong_kind_is_refused(table, said):
    with pytest.raises(UnfitValueError):
        values.fit(table, said, {})


@pytest.mark.parametrize("bad", ["", "a b", "ä", "a\x00", "x" * 65, None, 7, "a'b"])
def test_an_id_is_a_short_plain_word(bad):
    with pytest.raises(UnfitValueError):
        values.fit_id(PERSON, bad)


@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=2))])))
def test_times_lose_their_seconds_and_keep_their_zone(moment):
    text = values.fit(VISIT, {"arrived": moment}, {})["arrived"]
    back = values.unpack(VISIT.columns[0], text)
    assert back == moment.replace(second=0, microsecond=0)
    assert back.utcoffset() == moment.utcoffset()
    assert text.count(":") == 2  # hours and minutes of the time and of the zone


def test_the_sha_depends_on_what_is_said_and_not_on_how():
    one = values.fit(ATTEMPT, {"hint": 1, "mistakes": {"a": 1, "b": 2}, "way": "e\u0301"}, {})
    same = values.fit(ATTEMPT, {"way": "\u00e9", "mistakes": {"b": 2, "a": 1}, "hint": 1}, {})
    other = values.fit(ATTEMPT, {"way": "\u00e9", "mistakes": {"b": 2, "a": 1}, "hint": 2}, {})
    shas = [values.sha(values.payload(ATTEMPT, row)) for row in (one, same, other)]
    assert shas[0] == shas[1] != shas[2]
    assert len(shas[0]) == 16
    assert int(shas[0], 16) >= 0


def test_an_unknown_field_counts_like_a_column_of_a_later_version():
    older = values.payload(PERSON, values.fit(PERSON, {"code": "a-1"}, {"shoe_size": 42}))
    assert older == {"code": "a-1", "shoe_size": 42}


def test_bytes_are_base64_in_the_payload():
    row = values.fit(CERTIFICATE, {"pdf": b"%PDF"}, {})
    assert values.payload(CERTIFICATE, row) == {"pdf": "JVBERg=="}


def test_empty_values_say_nothing_whatever_columns_there_are():
    for table in TABLES:
        assert values.payload(table, values.blank(table)) == {}


def test_days_are_days():
    day = next(c for t in TABLES for c in t.columns if c.kind is Kind.DAY)
    row = values.fit(next(t for t in TABLES if day in t.columns), {day.name: date(2026, 3, 2)}, {})
    assert values.unpack(day, row[day.name]) == date(2026, 3, 2)
