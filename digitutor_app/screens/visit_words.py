"""Visits in words: times, what cannot be, what ends when the day ends."""

from datetime import date

from digitutor_app.domain.visits import TimesProblem, Visit, quarter_hours
from digitutor_app.i18n import _, ngettext
from digitutor_app.i18n.formats import clock_time, hours, short_date
from digitutor_app.services.visit_desk import Stay, VisitDay, VisitTimesError
from digitutor_app.services.words import person_word


def times(visit: Visit) -> str:
    """From when to when: "9.02–10.40", or since when."""
    came = clock_time(visit.arrived)
    if visit.left is None:
        return _("{time} alkaen").format(time=came)
    return _("{arrived}–{left}").format(arrived=came, left=clock_time(visit.left))


def state(visit: Visit) -> str:
    """Whether the person is here, and when there was the last sign of them."""
    if visit.left is not None:
        return _("on lähtenyt")
    if visit.paused is not None:
        return _("tauolla {time} alkaen").format(time=clock_time(visit.paused))
    return _("paikalla, viimeinen merkki {time}").format(time=clock_time(visit.last_sign))


def extent(visit: Visit) -> str:
    """The full quarter hours of this stay."""
    quarters = quarter_hours([visit])
    return hours(quarters) if quarters else _("alle 15 min")


def day_sums(day: VisitDay) -> str:
    """How many visits there were, by whom, and how many hours."""
    counts = day.counts
    visits = ngettext("{count} käynti", "{count} käyntiä", counts.visits)
    people = ngettext("{count} koodilla", "{count} koodilla", counts.people)
    parts = [visits.format(count=counts.visits), people.format(count=counts.people)]
    if counts.anonymous:
        parts.append(_("{count} ilman koodia").format(count=counts.anonymous))
    parts.append(_("yhteensä {hours}").format(hours=hours(day.quarter_hours)))
    return " · ".join(parts)


def problem(error: VisitTimesError) -> str:
    """What is wrong with the times, and what helps."""
    if error.problem is TimesProblem.OVERLAPS:
        words = _(
            "Samalla osallistujalla on jo käynti {times}. Kirjoita ajat, jotka sopivat yhteen."
        )
        return words.format(times=times(error.other))
    return {
        TimesProblem.LEFT_BEFORE_ARRIVING: _(
            "Lähtö on ennen tuloa. Kirjoita lähtö, joka on tulon jälkeen."
        ),
        TimesProblem.IN_THE_FUTURE: _("Aika ei ole vielä tullut. Kirjoita aika, joka on jo ohi."),
        TimesProblem.OTHER_DAY: _("Käynti on yhden päivän aikana. Kirjoita saman päivän ajat."),
    }[error.problem]


def name_and_arrival(stay: Stay, name: str) -> str:
    """Who it is; those without a code are told apart by their arrival."""
    if stay.person.call_name:
        return name
    return _("{name}, tuli {time}").format(name=name, time=clock_time(stay.visit.arrived))


def ending(stay: Stay, today: date) -> str:
    """How an open visit ends with the day: from when to its last sign of life."""
    visit = stay.visit
    span = _("{arrived}–{left}").format(
        arrived=clock_time(visit.arrived), left=clock_time(visit.last_sign)
    )
    name = person_word(stay.person)
    if visit.arrived.date() == today:
        return _("{name}: käynti {times}").format(name=name, times=span)
    day = short_date(visit.arrived.date())
    return _("{name}: käynti {day} {times}").format(name=name, day=day, times=span)
