"""What laptops have brought, in sentences: sums, who is missing, what was refused and why."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from digitutor_app.exchange.carrying import BundleName
from digitutor_app.exchange.errors import BundleStrangerError, NewerSchemaError
from digitutor_app.i18n import N_, _, ngettext
from digitutor_app.i18n.formats import clock_time, listed, short_date
from digitutor_app.screens.exchange_words import file_trouble
from digitutor_app.services.collected import Arrived, Collected, Refused
from digitutor_app.services.laptops_known import LaptopSeen
from digitutor_app.store.merging_aside import PutAside

#: What a row is about, by its table.
_ABOUT: Final[Mapping[str, str]] = {
    "person": N_("osallistujan tiedot"),
    "visit": N_("käynti"),
    "call": N_("kutsu"),
    "coming": N_("tutorin tulo"),
    "step_done": N_("harjoituksen vaihe"),
    "attempt": N_("harjoitus"),
    "observation": N_("havainto"),
    "withdrawn": N_("siirretty harjoitus"),
    "note": N_("muistiinpano"),
    "certificate": N_("todistus"),
    "workshop": N_("työpaja"),
    "erased": N_("poisto"),
}
#: Why a row was put aside, by what the merge says of it.
_WHY: Final[Mapping[str, str]] = {
    "not from a practice laptop": N_("Harjoituskone ei saa lähettää tätä."),
    "does not fit what the row says": N_("Tieto on muuttunut matkalla."),
    "no tutor has signed this": N_("Poistoa ei ole tehty tutorin koneella."),
    "longer than": N_("Tieto on pidempi kuin ohjelma tallentaa."),
    "clock": N_("Koneen kello on ollut väärässä ajassa."),
}


def sums(collected: Collected) -> str:
    """What came in numbers, in one or two sentences; rehearsals are left out."""
    real = [each for each in collected.arrived if not each.rehearsal]
    if not real:
        return ""
    machines = _count_machines(real)
    if all(each.preview.nothing for each in real):
        return _("{machines}. Ei mitään uutta: kaikki oli jo tällä koneella.").format(
            machines=machines
        )
    parts = [machines, *_count_people(real)]
    rows = _count_rows(real)
    if not any(rows.values()):
        return _("{who}. Uusia harjoituksia ei ole.").format(who=_in_a_row(parts))
    return _in_a_row([*parts, *rows]) + "."


def _in_a_row(counts: Iterable[str]) -> str:
    """A count is never parted from its word."""
    return ", ".join(count.replace(" ", "\u00a0") for count in counts)


def _count_machines(arrived: Iterable[Arrived]) -> str:
    count = len({each.device.public for each in arrived})
    return ngettext("{count} kone", "{count} konetta", count).format(count=count)


def _count_people(arrived: Iterable[Arrived]) -> list[str]:
    """In one piece, in none where there is nobody."""
    count = len(frozenset().union(*(each.preview.people for each in arrived)))
    if not count:
        return []
    return [ngettext("{count} henkilö", "{count} henkilöä", count).format(count=count)]


def _count_rows(arrived: Sequence[Arrived]) -> dict[str, int]:
    """How much is new, changed and removed, by its words."""
    new = sum(each.preview.new["attempt"] for each in arrived)
    changed = sum(sum(each.preview.changed.values()) for each in arrived)
    removed = sum(sum(each.preview.removed.values()) for each in arrived)
    return {
        ngettext("{count} uusi harjoitus", "{count} uutta harjoitusta", new).format(count=new): new,
        ngettext("{count} muuttunut tieto", "{count} muuttunutta tietoa", changed).format(
            count=changed
        ): changed,
        ngettext("{count} poistettu", "{count} poistettua", removed).format(count=removed): removed,
    }


def missing(numbers: Sequence[int]) -> str:
    """Whose numbers have not been heard of today; "" for none."""
    if not numbers:
        return ""
    named = listed([str(number) for number in sorted(numbers) if number] or ["?"])
    return ngettext(
        "Kone {numbers} puuttuu vielä.", "Koneet {numbers} puuttuvat vielä.", len(numbers)
    ).format(numbers=named)


def behind(laptops: Sequence[tuple[int, datetime]]) -> str:
    """Who delivered in an earlier round of today and not in this one; "" for none.

    A laptop whose clock is slow looks the same in every round.
    """
    if not laptops:
        return ""
    named = listed([str(number) for number, _at in sorted(laptops)])
    oldest = min(at for _number, at in laptops)
    return ngettext(
        "Koneen {numbers} tiedot ovat klo {time} ajalta. Käy koneella vielä tikun kanssa. "
        "Jos kävit jo, tarkista koneen kello.",
        "Koneiden {numbers} tiedot ovat vanhempia, vanhimmat klo {time} ajalta. "
        "Käy koneilla vielä tikun kanssa. Jos kävit jo, tarkista niiden kellot.",
        len(laptops),
    ).format(numbers=named, time=clock_time(oldest))


def told(collected: Collected, *, looked: bool = False) -> list[str]:
    """Everything there is to say of a round, a sentence or two each; ``looked``: nothing has been
    taken in yet."""
    said = [sums(collected), missing(collected.missing), behind(collected.behind)]
    said += [came_back(collected.joined), _rehearsal(collected.arrived)]
    said += [_parted(each) for each in collected.arrived if each.preview.parted]
    aside = sum(len(each.preview.put_aside) for each in collected.arrived)
    if aside:
        words = ngettext(
            "{count} tieto jää sivuun, koska se ei kelpaa. Näet syyn kohdasta Keruu.",
            "{count} tietoa jää sivuun, koska ne eivät kelpaa. Näet syyt kohdasta Keruu.",
            aside,
        )
        said.append(words.format(count=aside))
    if not any(said) and not collected.refused:
        said = [_nothing_here(looked=looked)]
    return [sentence for sentence in said if sentence]


def _nothing_here(*, looked: bool) -> str:
    if looked:
        return _("Täällä ei ole koneiden tiedostoja. Valitse toinen kansio tai tikku.")
    return _("Tikulla ei ole vielä koneiden tietoja. Käy tikun kanssa koneilla.")


def came_back(count: int) -> str:
    """So many went on with their codes at another laptop; "" for nobody."""
    if not count:
        return ""
    return ngettext(
        "{count} osallistuja jatkoi koodillaan toisella koneella. Tiedot ovat nyt yhdessä.",
        "{count} osallistujaa jatkoi koodillaan toisella koneella. Tiedot ovat nyt yhdessä.",
        count,
    ).format(count=count)


def _rehearsal(arrived: Iterable[Arrived]) -> str:
    practised = [each for each in arrived if each.rehearsal]
    if not practised:
        return ""
    machines = _count_machines(practised)
    new = ", ".join([*_count_people(practised), *list(_count_rows(practised))[:1]])
    return _("Harjoituskierros: mitään ei tallennettu. Mukana olisi tullut {what}.").format(
        what=f"{machines}, {new}"
    )


def _parted(arrived: Arrived) -> str:
    number = arrived.device.number or "?"
    return _(
        "Kaksi konetta käyttää samaa tunnusta (kone {number}). Tiedot ovat tallessa. "
        "Tarkista, onko kone kopioitu toisesta."
    ).format(number=number)


def refusals(refused: Iterable[Refused], numbers: Mapping[str, int]) -> list[str]:
    """Which files were not taken in and why; ``numbers`` of the laptops by public key."""
    short = {public[:8]: number for public, number in numbers.items() if number}
    said = []
    for each in refused:
        if isinstance(each.error, BundleStrangerError):
            continue  # a stranger is introduced with a card of its own
        name = BundleName.read(each.name)
        number = short.get(name.device, 0) if name else 0
        what = _("Kone {number}").format(number=number) if number else each.name.rpartition("/")[2]
        said.append(f"{what}: {file_trouble(each.error)}")
    return list(dict.fromkeys(said))


def strangers(refused: Iterable[Refused]) -> list[str]:
    """The public keys of machines that nobody has introduced here."""
    keys = [e.error.device for e in refused if isinstance(e.error, BundleStrangerError)]
    return list(dict.fromkeys(keys))


def newer(refused: Iterable[Refused]) -> bool:
    """Whether something waits for a newer program."""
    return any(isinstance(each.error, NewerSchemaError) for each in refused)


def last_heard(laptop: LaptopSeen) -> str:
    """When a laptop was last heard of."""
    if laptop.heard is None:
        return _("ei vielä kertaakaan")
    time = clock_time(laptop.heard)
    if laptop.today:
        return _("klo {time}").format(time=time)
    day = short_date(laptop.heard.date())
    return _("ei vielä tänään, viimeksi {day} klo {time}").format(day=day, time=time)


def aside(row: PutAside, at: datetime) -> tuple[str, str]:
    """What a row that was put aside is about and when it came, and why it was."""
    about = _(_ABOUT[row.table]) if row.table in _ABOUT else _("tieto")
    why = next((_(words) for said, words in _WHY.items() if said in row.reason), "")
    day = _("{about}, tuli {day} klo {time}").format(
        about=about[:1].upper() + about[1:], day=short_date(at.date()), time=clock_time(at)
    )
    return day, why or _("Tieto ei ole sellainen, jonka ohjelma osaa lukea.")
