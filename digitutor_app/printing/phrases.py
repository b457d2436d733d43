"""Dates, hours and lists in the words of the sheet's own language (not of the screen's)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from digitutor_app.domain.errors import OurMistakeError


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a language joins a list, counts hours and writes a day.

    ``day``, ``day_month`` and ``full`` are patterns with {d}, {m} (number or name) and {y}.
    """

    joiner: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    day: str
    day_month: str
    full: str
    decimal: str
    hour: str
    hours: str


_NUMBERS = tuple(str(month) for month in range(1, 13))
_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MANNERS = {
    "fi": Manner(
        joiner="ja",
        weekdays=("ma", "ti", "ke", "to", "pe", "la", "su"),
        months=_NUMBERS,
        day="{d}.",
        day_month="{d}.{m}.",
        full="{d}.{m}.{y}",
        decimal=",",
        hour="tunti",
        hours="tuntia",
    ),
    "sv": Manner(
        joiner="och",
        weekdays=("mån", "tis", "ons", "tors", "fre", "lör", "sön"),
        months=_NUMBERS,
        day="{d}",
        day_month="{d}.{m}",
        full="{d}.{m}.{y}",
        decimal=",",
        hour="timme",
        hours="timmar",
    ),
    "en": Manner(
        joiner="and",
        weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        months=_ENGLISH_MONTHS,
        day="{d}",
        day_month="{d} {m}",
        full="{d} {m} {y}",
        decimal=".",
        hour="hour",
        hours="hours",
    ),
}


def in_a_row(items: Sequence[str], language: str) -> str:
    """Join as "A", "A ja B", "A, B ja C"; "" for none."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {_manner(language).joiner} {items[-1]}"


def one_day(day: date, language: str) -> str:
    """Write a date without the weekday: 24.11.2026."""
    return _written(_manner(language).full, day, language)


def days_in_words(days: Sequence[date], language: str) -> str:
    """Write days in order: "ti 24.11.2026", "ti 24.11. ja to 26.11.2026", "ma–ke 23.–25.11.2026".

    Three or more days in a row become a range; a year is written once, after its last day.
    """
    ranges = _ranges(sorted(set(days)))
    written = []
    for i, (first, last) in enumerate(ranges):
        year_follows = i + 1 < len(ranges) and ranges[i + 1][1].year == last.year
        written.append(_range(first, last, language, with_year=not year_follows))
    return in_a_row(written, language)


def hours_in_words(quarter_hours: int, language: str) -> str:
    """Write quarters as hours: "2,25 tuntia", "1 tunti", "0,5 tuntia"."""
    manner = _manner(language)
    number = f"{quarter_hours / 4:g}".replace(".", manner.decimal)
    return f"{number} {manner.hour if quarter_hours == 4 else manner.hours}"


def _manner(language: str) -> Manner:
    if language not in _MANNERS:
        raise OurMistakeError(f"No sheet speaks {language!r}")
    return _MANNERS[language]


def _written(pattern: str, day: date, language: str) -> str:
    month = _manner(language).months[day.month - 1]
    return pattern.format(d=day.day, m=month, y=day.year)


def _ranges(days: Sequence[date]) -> list[tuple[date, date]]:
    ranges: list[tuple[date, date]] = []
    for _, group in groupby(enumerate(days), key=lambda pair: pair[1] - timedelta(days=pair[0])):
        row = [day for _, day in group]
        ranges += [(row[0], row[-1])] if len(row) > 2 else [(day, day) for day in row]
    return ranges


def _range(first: date, last: date, language: str, *, with_year: bool) -> str:
    manner = _manner(language)
    end = _written(manner.full if with_year else manner.day_month, last, language)
    weekday = manner.weekdays[last.weekday()]
    if first == last:
        return f"{weekday} {end}"
    if first.year != last.year:
        start = manner.full
    elif first.month != last.month:
        start = manner.day_month
    else:
        start = manner.day
    begin = _written(start, first, language)
    # a dash stands between spaces when its ends have spaces themselves: 30 November – 2 December
    dash = " – " if " " in begin else "–"
    return f"{manner.weekdays[first.weekday()]}–{weekday} {begin}{dash}{end}"
