"""The words for common mistakes (domain/2, 2.1): to the learner, and to a tutor."""

from digitutor_app.engine.slips import Slip
from digitutor_app.i18n import _

#: Those that happen but are no difficulty of the exercise.
NO_DIFFICULTY = frozenset({Slip.IDLE, Slip.ELSEWHERE})


def slip_hint(code: str, *, left_handed: bool = False, shown: bool = False) -> str:
    """What to say to a learner; ``shown``: the program has just shown how."""
    if shown and code == Slip.ONE_CLICK:
        return _("Napsauta kerran ja paina sitten Enter. Se on yhtä hyvä tapa.")
    return {
        Slip.OTHER_BUTTON: _("Painoit vasenta painiketta. Paina nyt oikeaa, etusormella.")
        if left_handed
        else _("Painoit oikeaa painiketta. Paina nyt vasenta, etusormella."),
        Slip.TWO_CLICKS: _("Yksi napsautus riittää. Mitään ei mennyt rikki."),
        Slip.ONE_CLICK: _("Avaa se: kaksi napsautusta nopeasti tai Enter-näppäin."),
        Slip.NEAR: _("Melkein. Vie osoitin kohteen keskelle ja napsauta."),
        Slip.OUTSIDE: _("Tehtävä on sinisen kehyksen sisällä. Napsauta siellä."),
        Slip.DROPPED: _("Ei haittaa. Tartu uudestaan ja pidä painike pohjassa."),
        Slip.CAPS: _("Caps Lock on päällä. Siksi kirjaimet ovat isoja."),
        Slip.HELD_KEY: _("Näppäin jäi pohjaan. Paina kevyesti ja päästä heti irti."),
        Slip.NO_FIELD: _("Napsauta ensin kenttää. Viiva alkaa vilkkua."),
        Slip.MANY_CLICKS: _("Odota hetki. Katso rauhassa, mitä ruudulla näkyy."),
        Slip.IDLE: _("Haluatko vihjeen? Paina Vihje. Kiirettä ei ole."),
        Slip.CLOSED: _("Ikkuna sulkeutui. Paina Peru, niin se tulee takaisin."),
        Slip.NOT_NEEDED: _("Tätä ei tarvita nyt."),
        Slip.ELSEWHERE: _(
            "Olet toisessa ohjelmassa. Napsauta tehtäväpalkista Digitaitojen perusteet."
        ),
    }[Slip(code)]


def slip_difficulty(code: str) -> str:
    """What a tutor reads; "" for a code that is no common mistake, or no difficulty."""
    return {
        Slip.OTHER_BUTTON.value: _("Painoi hiiren toista painiketta."),
        Slip.TWO_CLICKS.value: _("Napsautti kahdesti, kun kerta riittää."),
        Slip.ONE_CLICK.value: _("Napsautti kerran, kun kohde piti avata."),
        Slip.NEAR.value: _("Napsautti kohteen viereen."),
        Slip.OUTSIDE.value: _("Napsautti harjoituskoneen ulkopuolelle."),
        Slip.DROPPED.value: _("Päästi painikkeen irti kesken raahaamisen."),
        Slip.CAPS.value: _("Caps Lock oli päällä."),
        Slip.HELD_KEY.value: _("Piti näppäintä pohjassa."),
        Slip.NO_FIELD.value: _("Kirjoitti, kun kenttä ei ollut valittu."),
        Slip.MANY_CLICKS.value: _("Napsautti monta kertaa peräkkäin."),
        Slip.CLOSED.value: _("Sulki ikkunan, jota tarvitaan."),
        Slip.NOT_NEEDED.value: _("Painoi kohtaa, jota ei vielä tarvittu."),
    }.get(code, "")
