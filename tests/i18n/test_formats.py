from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from digitutor_app.i18n import use
from digitutor_app.i18n.formats import clock_time, hours, listed, long_date, short_date


@pytest.mark.parametrize(
    ("moment", "text"),
    [(time(13, 42), "13.42"), (time(9, 5), "9.05"), (datetime(2026, 11, 24, tzinfo=UTC), "0.00")],
)
def test_time(moment: time, text: str):
    assert clock_time(moment) == text


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (23, "ma 23.11."),
        (24, "ti 24.11."),
        (25, "ke 25.11."),
        (26, "to 26.11."),
        (27, "pe 27.11."),
        (28, "la 28.11."),
        (29, "su 29.11."),
    ],
)
def test_short_date(day: int, text: str):
    assert short_date(date(2026, 11, day)) == text


def test_long_date_has_no_leading_zeros():
    assert long_date(date(2026, 11, 24)) == "24.11.2026"
    assert long_date(date(2027, 2, 3)) == "3.2.2027"


@pytest.mark.parametrize(
    ("quarters", "text"),
    [
        (0, "0 tuntia"),
        (1, "0,25 tuntia"),
        (2, "0,5 tuntia"),
        (3, "0,75 tuntia"),
        (4, "1 tunti"),
        (5, "1,25 tuntia"),
        (8, "2 tuntia"),
        (9, "2,25 tuntia"),
        (46, "11,5 tuntia"),
    ],
)
def test_hours(quarters: int, text: str):
    assert hours(quarters) == text


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["A"], "A"), (["A", "B"], "A ja B"), (["A", "B", "C"], "A, B ja C")],
)
def test_list(items: list[str], text: str):
    assert listed(items) == text


def test_another_language_writes_its_own_way(pretend: Path):
    use("qps", pretend)
    assert clock_time(time(13, 42)) == "13:42"
    assert short_date(date(2026, 11, 24)) == "[tï] 24.11."
    assert hours(4) == "[1 ħöür]"
    assert hours(2) == "[0.5 ħöürs]"
    assert listed(["A", "B", "C"]) == "A, B [&] C"
