"""What a tutor reads beside a certificate: what will stand on it, or why there is none yet."""

from collections.abc import Sequence

from digitutor_app.domain.certificates import Certificate, CertificateContent
from digitutor_app.domain.workshops import Workshop
from digitutor_app.i18n import _
from digitutor_app.i18n.formats import hours, listed, short_date
from digitutor_app.services.certify import FEWEST_QUARTERS, Attendee


def facts_of(draft: CertificateContent, last: Certificate | None) -> str:
    """Workshop, extent and contents, one line each; and whether one has been issued."""
    days = listed([short_date(day) for day in draft.days])
    facts = [
        _("Työpaja: {name}, {day}").format(name=draft.workshop, day=days),
        _("Laajuus: {hours}").format(hours=hours(draft.quarter_hours)),
    ]
    if draft.contents:
        facts.append(_("Sisältö: {contents}").format(contents=listed(draft.contents)))
    if last is not None:
        made = _("Todistus on tehty {day}. Voit tallentaa sen uudelleen.")
        facts.append(made.format(day=short_date(last.content.issued)))
    return "\n".join(facts)


def why_not_yet(workshop: Workshop | None, draft: CertificateContent | None) -> tuple[str, str]:
    """Title and sentences for somebody who has not been here for long enough."""
    if workshop is None or draft is None:
        title = _("Kirjaa ensin työpaja")
        return title, _("Todistukseen tulee työpajan nimi, paikka ja päivä.")
    day = short_date(workshop.day)
    if draft.quarter_hours:
        stayed = _("Osallistuja on ollut mukana {day} {hours}.").format(
            day=day, hours=hours(draft.quarter_hours)
        )
    else:
        stayed = _("Osallistuja on ollut mukana {day} alle 15 minuuttia.").format(day=day)
    sentences = (
        stayed,
        _("Todistukseen tarvitaan vähintään {hours}.").format(hours=hours(FEWEST_QUARTERS)),
        _("Aika päivittyy, kun vaihe valmistuu tai osallistuja painaa Lähden nyt."),
        _("Tarkista myös työpajan päivä."),
    )
    return _("Todistuksen aika ei ole vielä täynnä"), "\n".join(sentences)


def why_nobody(workshop: Workshop | None, people: Sequence[Attendee]) -> tuple[str, str]:
    """Title and sentences for a day without anybody who could get a certificate."""
    if workshop is None:
        title = _("Kirjaa ensin työpaja")
        return title, _("Todistukseen tulee työpajan nimi, paikka ja päivä.")
    if not people:
        return _("Tänä päivänä ei ole osallistujia"), _(
            "Kukaan ei harjoitellut tällä koneella työpajan päivänä.\n"
            "Tarkista työpajan päivä, tai tee todistukset koneella, jolla harjoiteltiin."
        )
    return _("Todistuksen aika ei ole vielä täynnä"), _(
        "Todistus vaatii vähintään puoli tuntia.\n"
        "Aika päivittyy, kun vaihe valmistuu tai osallistuja painaa Lähden nyt."
    )
