"""Dates, hours and lists as the sheets write them."""

from datetime import date, timedelta

import pytest

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.printing.phrases import days_in_words, hours_in_words, in_a_row, one_day

TUESDAY = date(2026, 11, 24)


def days(*shifts):
    return [TUESDAY + timedelta(days=shift) for shift in shifts]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (days(), ""),
        (days(0), "ti 24.11.2026"),
        (days(0, 1), "ti 24.11. ja ke 25.11.2026"),
        (days(2, 0, 2), "ti 24.11. ja to 26.11.2026"),
        (days(-1, 0, 1), "ma–ke 23.–25.11.2026"),
        (days(-1, 0, 1, 3, 7), "ma–ke 23.–25.11., pe 27.11. ja ti 1.12.2026"),
        (days(5, 6, 7, 8), "su–ke 29.11.–2.12.2026"),
        ([date(2026, 12, 30), date(2027, 1, 4)], "ke 30.12.2026 ja ma 4.1.2027"),
        (
            [date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2)],
            "to–la 31.12.2026–2.1.2027",
        ),
    ],
)
def test_finnish_days(given, expected):
    assert days_in_words(given, "fi") == expected


def test_other_languages():
    assert days_in_words(days(-1, 0, 1, 3), "sv") == "mån–ons 23–25.11 och fre 27.11.2026"
    assert (
        days_in_words(days(-1, 0, 1, 3), "en") == "Mon–Wed 23–25 November and Fri 27 November 2026"
    )
    assert days_in_words(days(5, 6, 7), "en") == "Sun–Tue 29 November – 1 December 2026"
    assert one_day(TUESDAY, "fi") == one_day(TUESDAY, "sv") == "24.11.2026"
    assert one_day(TUESDAY, "en") == "24 November 2026"


@pytest.mark.parametrize(
    ("quarters", "fi", "sv", "en"),
    [
        (2, "0,5 tuntia", "0,5 timmar", "0.5 hours"),
        (4, "1 tunti", "1 timme", "1 hour"),
        (8, "2 tuntia", "2 timmar", "2 hours"),
        (9, "2,25 tuntia", "2,25 timmar", "2.25 hours"),
        (402, "100,5 tuntia", "100,5 timmar", "100.5 hours"),
    ],
)
def test_hours(quarters, fi, sv, en):
    assert [hours_in_words(quarters, language) for language in ("fi", "sv", "en")] == [fi, sv, en]


@pytest.mark.parametrize(
    ("items", "expected"),
    [([], ""), (["A"], "A"), (["A", "B"], "A ja B"), (["A", "B", "C"], "A, B ja C")],
)
def test_lists(items, expected):
    assert in_a_row(items, "fi") == expected


def test_unknown_language():
    with pytest.raises(OurMistakeError):
        in_a_row(["A", "B"], "xx")
