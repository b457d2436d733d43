"""What an exchange with the organisation's server did, and how fresh it is, in sentences."""

from collections.abc import Iterable
from datetime import date, datetime

from digitutor_app.domain.errors import WorldError
from digitutor_app.exchange.server.errors import ServerError
from digitutor_app.exchange.server.sentences import sentence
from digitutor_app.i18n import _, ngettext
from digitutor_app.i18n.formats import clock_time, short_date
from digitutor_app.screens.collect_words import came_back
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.server_exchange import Brought


def last(at: datetime | None, today: date) -> str:
    """When an exchange succeeded the last time."""
    if at is None:
        return _("Kone ei ole vielä vaihtanut tietoja palvelimen kanssa.")
    if at.date() == today:
        return _("Viimeksi vaihto onnistui tänään klo {time}.").format(time=clock_time(at))
    words = _("Viimeksi vaihto onnistui {day} klo {time}.")
    return words.format(day=short_date(at.date()), time=clock_time(at))


def short(at: datetime | None, trouble: WorldError | None) -> str:
    """The same in a few words."""
    if trouble is not None:
        return _("Vaihto odottaa palvelinta")
    if at is None:
        return _("Ei vielä yhtään vaihtoa")
    return _("Viimeksi {day} klo {time}").format(day=short_date(at.date()), time=clock_time(at))


def trouble_words(error: WorldError) -> tuple[str, str]:
    """Why the last exchange did not succeed, what is safe and what to do; and what the one who
    looks after the server should know, "" for nothing."""
    if not isinstance(error, ServerError):
        title, words = opening_trouble(error)
        return f"{title}. {words}", ""
    detail = _("Ylläpitäjälle: {detail}").format(detail=error.detail) if error.detail else ""
    return sentence(error), detail


def told(brought: Brought) -> list[str]:
    """What came, what went, and what did not; a sentence or two each."""
    said = [*_came(brought), _sent(brought), came_back(brought.joined)]
    said += [_forged(brought), _aside(brought), _refused(brought)]
    return [words for words in said if words]


def _came(brought: Brought) -> list[str]:
    if brought.locked:
        return [_("Tutorin tiedot olivat lukossa. Kone lähetti harjoitukset, mutta ei hakenut.")]
    reports = brought.reports
    if all(report.nothing for report in reports):
        return [_("Palvelimella ei ollut mitään uutta.")]
    people = len(frozenset().union(*(report.people for report in reports)))
    new = sum(report.new.get("attempt", 0) for report in reports)
    changed = _sum(report.changed.values() for report in reports)
    removed = _sum(report.removed.values() for report in reports)
    parts = (
        ngettext("{count} henkilö", "{count} henkilöä", people).format(count=people),
        ngettext("{count} uusi harjoitus", "{count} uutta harjoitusta", new).format(count=new),
        ngettext("{count} muuttunut tieto", "{count} muuttunutta tietoa", changed).format(
            count=changed
        ),
        ngettext("{count} poistettu", "{count} poistettua", removed).format(count=removed),
    )
    # A count is never parted from its word.
    words = ", ".join(part.replace(" ", "\u00a0") for part in parts)
    return [_("Palvelimelta tuli: {what}.").format(what=words)]


def _sent(brought: Brought) -> str:
    sent = sum(store.sent for store in brought.stores)
    if not sent:
        return _("Palvelimella oli jo kaikki tämän koneen tiedot.")
    words = ngettext(
        "Kone lähetti palvelimelle {count} tiedon.",
        "Kone lähetti palvelimelle {count} tietoa.",
        sent,
    )
    return words.format(count=sent)


def _forged(brought: Brought) -> str:
    count = max((store.forged for store in brought.stores), default=0)
    if not count:
        return ""
    return ngettext(
        "Palvelimella on {count} poisto, jota tämä kone ei usko. Kone ei poistanut mitään. "
        "Jos toinen tutor teki sen, esittele hänen koneensa (Vie tiedot). "
        "Muuten pyydä ylläpitäjää vaihtamaan palvelimen salasana.",
        "Palvelimella on {count} poistoa, joita tämä kone ei usko. Kone ei poistanut mitään. "
        "Jos toinen tutor teki ne, esittele hänen koneensa (Vie tiedot). "
        "Muuten pyydä ylläpitäjää vaihtamaan palvelimen salasana.",
        count,
    ).format(count=count)


def _aside(brought: Brought) -> str:
    count = sum(store.put_aside - store.forged for store in brought.stores)
    if not count:
        return ""
    return ngettext(
        "{count} tieto jää sivuun, koska se ei kelpaa. Näet syyn kohdasta Keruu.",
        "{count} tietoa jää sivuun, koska ne eivät kelpaa. Näet syyt kohdasta Keruu.",
        count,
    ).format(count=count)


def _refused(brought: Brought) -> str:
    why: dict[str, int] = {}
    for store in brought.stores:
        for word, count in store.refused.items():
            why[word] = why.get(word, 0) + count
    if not why:
        return ""
    words = ", ".join(f"{word} {count}" for word, count in sorted(why.items()))
    told_by = _("Palvelin ei ottanut vastaan kaikkia rivejä ({why}). Ne ovat tallessa täällä.")
    return told_by.format(why=words)


def _sum(counts: Iterable[Iterable[int]]) -> int:
    return sum(sum(each) for each in counts)
