"""Sentences about this laptop: whose records are safe, its workshop, how it is."""

from digitutor_app.exchange.stick.sheet import Sheet
from digitutor_app.i18n import _, formats, ngettext
from digitutor_app.services.clock_check import ClockSays
from digitutor_app.services.disk_encryption import Told
from digitutor_app.services.laptop_health import LaptopFacts
from digitutor_app.services.this_laptop import LaptopNow

_GIGABYTE = 1_000_000_000


def people_words(now: LaptopNow) -> str:
    """How many people's records are on the tutor's machine, and how many wait."""
    if now.carried + now.waiting == 0:
        return _("Tällä koneella ei ole kenenkään tietoja.")
    if now.waiting == 0:
        return ngettext(
            "{count} henkilön tiedot ovat tutorin koneella. Kukaan ei odota.",
            "{count} henkilön tiedot ovat tutorin koneella. Kukaan ei odota.",
            now.carried,
        ).format(count=now.carried)
    if now.carried == 0:
        return ngettext(
            "{count} henkilön tiedot odottavat viemistä tutorin koneelle.",
            "{count} henkilön tiedot odottavat viemistä tutorin koneelle.",
            now.waiting,
        ).format(count=now.waiting)
    return ngettext(
        "{count} henkilön tiedot ovat tutorin koneella, {waiting} odottaa.",
        "{count} henkilön tiedot ovat tutorin koneella, {waiting} odottaa.",
        now.carried,
    ).format(count=now.carried, waiting=now.waiting)


def gather_words(workshop: Sheet | None) -> str:
    """How the records that wait get to the tutor's machine."""
    if workshop is None:
        return _(
            "Laita työpajan tikku koneeseen ja paina aloitussivulla Liity työpajaan. "
            "Vie tikku tutorin koneelle ja tuo se takaisin tähän."
        )
    return _(
        "Laita työpajan tikku koneeseen. Odota, että sen voi ottaa irti. "
        "Vie tikku tutorin koneelle ja tuo se takaisin tähän."
    )


def health_words(facts: LaptopFacts) -> list[str]:
    """How the laptop and its data are, a sentence each."""
    said = [_encrypted(facts.encrypted), _store(facts)]
    if facts.backup is None:
        said.append(_("Varmuuskopiota ei ole vielä. Ohjelma tekee sen itse."))
    else:
        day, hour = formats.short_date(facts.backup.date()), formats.clock_time(facts.backup)
        said.append(_("Uusin varmuuskopio on ajalta {day} klo {hour}.").format(day=day, hour=hour))
    free = f"{facts.free / _GIGABYTE:.0f}"
    space = _("Levyllä on tilaa {count} Gt.").format(count=free)
    if facts.clock is not ClockSays.FINE:
        said.append(_("Koneen kello voi olla väärässä ajassa. Tarkista päivä ja kello."))
    program = _("Digitutor {version}").format(version=facts.program)
    return [*said, f"{space} {program}"]


def _store(facts: LaptopFacts) -> str:
    if facts.damaged:
        return _("Tallennetuissa tiedoissa on vikaa. Käynnistä ohjelma uudestaan.")
    if facts.checked is None:
        return _("Ohjelma ei ole vielä tarkistanut tallennettuja tietoja.")
    day = formats.short_date(facts.checked.date())
    return _("Tallennetut tiedot ovat kunnossa. Tarkistus {day}").format(day=day)


def _encrypted(told: Told) -> str:
    return {
        Told.YES: _("Koneen levy on salattu."),
        Told.NO: _("Koneen levy ei ole salattu. Digitutorin omat tiedot ovat silti salattuja."),
        Told.CANNOT_TELL: _("Ohjelma ei näe, onko koneen levy salattu."),
    }[told]
