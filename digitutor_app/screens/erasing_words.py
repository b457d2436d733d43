"""Erasing a person in words: when, what goes and what stays, and what did not work yet."""

from collections.abc import Sequence

from digitutor_app.i18n import _
from digitutor_app.i18n.formats import clock_time, listed, short_date
from digitutor_app.services.erasing import Confirmed, Pending
from digitutor_app.store.errors import StoreFullError


def due_word(pending: Pending) -> str:
    """ "Poistuu su 29.11."."""
    return _("Poistuu {day}").format(day=_whole(short_date(pending.due.date())))


def due_line(pending: Pending) -> str:
    """The same with the time of day."""
    return _("Poistuu {day} klo {time}.").format(
        day=_whole(short_date(pending.due.date())), time=clock_time(pending.due)
    )


def what_goes(joined: Sequence[str]) -> list[str]:
    """What will be gone; ``joined`` are the words for whoever was joined with the person."""
    also = [_("Myös yhdistetyn henkilön {who} tiedot poistuvat.") for _who in joined]
    return [
        _("Harjoitukset, taidot ja käynnit."),
        _("Muistiinpanot ja todistukset."),
        _("Tiedot poistuvat myös harjoituskoneilta ja varmuuskopioista."),
        *(words.format(who=who) for words, who in zip(also, joined, strict=True)),
    ]


def what_stays() -> list[str]:
    """What nobody can take back."""
    return [
        _("Tulostetut paperit jäävät osallistujalle."),
        _("Valmiiseen raporttiin jää luku ilman nimeä."),
    ]


def paper_line(pending: Pending) -> str:
    """What somebody should know who makes a certificate for a person who will be erased."""
    words = _(
        "Henkilön tiedot poistuvat {day} klo {time}.\n"
        "Paperi jää osallistujalle. Todistusta ei voi sen jälkeen tulostaa uudestaan."
    )
    return words.format(day=short_date(pending.due.date()), time=clock_time(pending.due))


def confirmed_words(confirmed: Confirmed) -> str:
    """How many of the laptops have forgotten too, and which have not."""
    if not confirmed.of and confirmed.given_back:
        return _("Kaikki harjoituskoneet ovat sivulla Palautetut koneet.")
    if not confirmed.of:
        return _("Harjoituskoneita ei ole vielä liittynyt.")
    words = _("{count} / {of} koneesta on poistanut tiedot.")
    sentence = words.format(count=confirmed.laptops, of=confirmed.of)
    if not confirmed.missing:
        return sentence
    later = _("Kone poistaa ne, kun se saa seuraavan kerran tikun.")
    gone = _("Jos kone on jo palautettu, merkitse se sivulla Palautetut koneet.")
    return f"{sentence}\n{_missing(confirmed.missing)}\n{later}\n{gone}"


def _whole(day: str) -> str:
    """The day in one piece: no line ends between weekday and date."""
    return day.replace(" ", "\u00a0")


def _missing(numbers: Sequence[int]) -> str:
    known = [str(number) for number in numbers if number]
    nameless = len(numbers) - len(known)
    if nameless:
        known.append(_("{count} ilman numeroa").format(count=nameless))
    words = (
        _("Kone {numbers} ei vielä.") if len(numbers) == 1 else _("Koneet {numbers} eivät vielä.")
    )
    return words.format(numbers=listed(known))


def erasing_trouble(error: Exception) -> str:
    """Why somebody who is due is still here: what happened, what is safe, what to do."""
    if isinstance(error, StoreFullError):
        return _(
            "Henkilön tietoja ei voitu vielä poistaa, koska levy on täynnä. "
            "Muut tiedot ovat tallessa. Vapauta levyltä tilaa. Ohjelma yrittää tunnin välein itse."
        )
    return _(
        "Henkilön tietoja ei voitu vielä poistaa. Muut tiedot ovat tallessa. "
        "Ohjelma yrittää tunnin välein itse."
    )
