"""How times, days, hours and lists are written, in the running language."""

from collections.abc import Sequence
from datetime import date, datetime, time

from digitutor_app.i18n import N_, _, ngettext

_WEEKDAYS = (N_("ma"), N_("ti"), N_("ke"), N_("to"), N_("pe"), N_("la"), N_("su"))


def clock_time(moment: datetime | time) -> str:
    """The time of day as it stands in ``moment``: "13.42", "9.05"."""
    # Translators: time of day. English would be "{hour}:{minute:02}".
    return _("{hour}.{minute:02}").format(hour=moment.hour, minute=moment.minute)


def short_date(day: date) -> str:
    """The day without its year: "ti 24.11."."""
    # Translators: weekday, day of the month and month.
    return _("{weekday} {day}.{month}.").format(
        weekday=_(_WEEKDAYS[day.weekday()]), day=day.day, month=day.month
    )


def long_date(day: date) -> str:
    """The day with its year: "24.11.2026"."""
    # Translators: day of the month, month and year.
    return _("{day}.{month}.{year}").format(day=day.day, month=day.month, year=day.year)


def hours(quarters: int) -> str:
    """Quarter hours (0 or more) as hours: "1 tunti", "0,5 tuntia", "2,25 tuntia"."""
    whole, rest = divmod(quarters, 4)
    number = str(whole)
    if rest:
        part = ("", "25", "5", "75")[rest]
        # Translators: a decimal number. English would be "{whole}.{part}".
        number = _("{whole},{part}").format(whole=whole, part=part)
    # Fractions take the form that follows two: so do Finnish, Swedish, English and Russian.
    return ngettext("{hours} tunti", "{hours} tuntia", 2 if rest else whole).format(hours=number)


def listed(items: Sequence[str]) -> str:
    """The items as one phrase: "", "A", "A ja B", "A, B ja C"."""
    if len(items) < 2:
        return "".join(items)
    # Translators: {list} is everything but the last, already parted by commas.
    return _("{list} ja {last}").format(list=", ".join(items[:-1]), last=items[-1])
