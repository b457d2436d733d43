"""People who may be one, and people who are, in words."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from digitutor_app.domain.people import Person
from digitutor_app.i18n import _
from digitutor_app.i18n.formats import listed, short_date
from digitutor_app.services.alike import Known, Likeness, Question
from digitutor_app.services.errors import WaitsToBeErasedError
from digitutor_app.services.same_person import Joined
from digitutor_app.services.words import person_word

#: So many days are told one by one.
_MOST_DAYS: Final = 3


def laptops_word(laptops: Iterable[str]) -> str:
    """ "kone 4", "koneet 1 ja 4"; "" where no laptop had a number. The first number stays with its
    word."""
    numbers = sorted(filter(None, laptops), key=_in_order)
    if not numbers:
        return ""
    words = _("kone {numbers}") if len(numbers) == 1 else _("koneet {numbers}")
    return words.replace(" ", "\u00a0", 1).format(numbers=listed(numbers))


def days_word(days: Iterable[date]) -> str:
    """ "ma 23.11. ja ti 24.11."; of many days the first and the last."""
    known = list(days)
    if len(known) > _MOST_DAYS:
        return _("{count} päivää, viimeksi {day}").format(
            count=len(known), day=short_date(known[-1])
        )
    return listed([short_date(day) for day in known]) or _("ei käyntejä")


def known_line(known: Known) -> str:
    """On which days and at which laptops."""
    return " · ".join(filter(None, (days_word(known.days), laptops_word(known.laptops))))


def due_line(known: Known) -> str:
    """ "Poistuu su 29.11.", "" for somebody who stays."""
    if known.due is None:
        return ""
    day = short_date(known.due.date()).replace(" ", "\u00a0")
    return _("Poistuu {day}").format(day=day)


def waits_words(question: Question) -> str:
    """Why the two cannot be joined now, what joining would mean, and what to do."""
    if question.one.due and question.other.due:
        return _("Kummankin tiedot poistuvat. Heitä ei voi yhdistää ennen sitä.")
    return _(
        "Heitä ei voi yhdistää nyt. Myös toisen tiedot poistuisivat, eikä sitä voi perua.\n"
        "Jos he ovat sama henkilö ja tiedot saavat jäädä, peru ensin poisto sivulla Poistot.\n"
        "Jos he ovat sama henkilö ja kaiken pitää poistua, poista myös toisen tiedot."
    )


def refused_words(error: WaitsToBeErasedError) -> str:
    """The same where somebody tries all the same."""
    day = short_date(error.due.date()).replace(" ", "\u00a0")
    return _(
        "Heitä ei voi yhdistää, koska toisen tiedot poistuvat {day}. Mitään ei muutettu. "
        "Peru ensin poisto sivulla Poistot."
    ).format(day=day)


def likeness_word(question: Question) -> str:
    """What the two have in common."""
    return {
        Likeness.CODE: _("Heillä on sama koodi."),
        Likeness.NAME: _("Heillä on sama nimi."),
    }[question.likeness]


def together_words(question: Question) -> str:
    """Whether they were here at the same time: a help, no answer."""
    if question.together:
        return _("He olivat koneilla samaan aikaan.\nLuultavasti he ovat eri ihmisiä.")
    return _("He eivät ole olleet koneilla samaan aikaan.")


def whole_name(person: Person) -> str:
    """ "Maria, sininen-kettu-27", or what there is of it."""
    if person.first_name and person.code:
        return f"{person.first_name}, {person.code}"
    return person_word(person)


def joined_word(joined: Joined) -> str:
    """ "Maria, sininen-kettu-27 (kone 4)"."""
    who, where = whole_name(joined.known.person), laptops_word(joined.known.laptops)
    return f"{who} ({where})" if where else who


def _in_order(number: str) -> tuple[int, str]:
    return (int(number) if number.isdecimal() else 0), number
