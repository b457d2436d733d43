"""Days as people type them."""

from datetime import date

import pytest

from digitutor_app.services.workshops import read_day

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "typed",
    [
        *("24.11.2026", "24.11.26", "24.11.", "24.11", " 24. 11. 2026 ", "ti 24.11."),
        *("Tiistai 24.11.2026", "24/11/2026", "24-11-2026", "24 11 2026", "2026-11-24"),
    ],
)
def test_one_day_in_many_spellings(typed):
    assert read_day(typed, TODAY) == date(2026, 11, 24)


def test_without_a_year_it_is_the_nearest():
    assert read_day("8.1.", TODAY) == date(2027, 1, 8)
    assert read_day("30.12.", date(2027, 1, 3)) == date(2026, 12, 30)


@pytest.mark.parametrize(
    "typed", ["", "huomenna", "31.2.2026", "24.13.", "24", "24.11.026", "1.1.1.1"]
)
def test_what_is_no_day(typed):
    assert read_day(typed, TODAY) is None


def test_the_leap_day_of_another_year_is_no_day_near_by():
    assert read_day("29.2.", TODAY) is None
    assert read_day("29.2.2028", TODAY) == date(2028, 2, 29)
