"""The words for common mistakes (domain/2, 2.1): to the learner, and to a tutor."""

from digitutor_app.engine.common import Common
from digitutor_app.i18n import _

#: Those that happen but are no difficulty of the exercise.
NO_DIFFICULTY = frozenset({Common.IDLE, Common.ELSEWHERE})


def common_hint(code: str, *, left_handed: bool = False, shown: bool = False) -> str:
    """What to say to a learner; ``shown``: the program has just shown how."""
    if shown and code == Common.ONE_CLICK:
        return _("Napsauta kerran ja paina sitten Enter. Se on yhtä hyvä tapa.")
    return {
        Common.OTHER_BUTTON: _("Painoit vasenta painiketta. Paina nyt oikeaa, etusormella.")
        if left_handed
        else _("Painoit oikeaa painiketta. Paina nyt vasenta, etusormella."),
        Common.TWO_CLICKS: _("Yksi napsautus riittää. Mitään ei mennyt rikki."),
        Common.ONE_CLICK: _("Avaa se: kaksi napsautusta nopeasti tai Enter-näppäin."),
        Common.NEAR: _("Melkein. Vie osoitin kohteen keskelle ja napsauta."),
        Common.OUTSIDE: _("Tehtävä on sinisen kehyksen sisällä. Napsauta siellä."),
        Common.DROPPED: _("Ei haittaa. Tartu uudestaan ja pidä painike pohjassa."),
        Common.CAPS: _("Caps Lock on päällä. Siksi kirjaimet ovat isoja."),
        Common.HELD_KEY: _("Näppäin jäi pohjaan. Paina kevyesti ja päästä heti irti."),
        Common.NO_FIELD: _("Napsauta ensin kenttää. Viiva alkaa vilkkua."),
        Common.MANY_CLICKS: _("Odota hetki. Katso rauhassa, mitä ruudulla näkyy."),
        Common.IDLE: _("Haluatko vihjeen? Paina Vihje. Kiirettä ei ole."),
        Common.CLOSED: _("Ikkuna sulkeutui. Paina Peru, niin se tulee takaisin."),
        Common.NOT_NEEDED: _("Tätä ei tarvita nyt."),
        Common.ELSEWHERE: _(
            "Olet toisessa ohjelmassa. Napsauta tehtäväpalkista Digitaitojen perusteet."
        ),
    }[Common(code)]


def common_difficulty(code: str) -> str:
    """What a tutor reads; "" for a code that is no common mistake, or no difficulty."""
    return {
        Common.OTHER_BUTTON.value: _("Painoi hiiren toista painiketta."),
        Common.TWO_CLICKS.value: _("Napsautti kahdesti, kun kerta riittää."),
        Common.ONE_CLICK.value: _("Napsautti kerran, kun kohde piti avata."),
        Common.NEAR.value: _("Napsautti kohteen viereen."),
        Common.OUTSIDE.value: _("Napsautti harjoituskoneen ulkopuolelle."),
        Common.DROPPED.value: _("Päästi painikkeen irti kesken raahaamisen."),
        Common.CAPS.value: _("Caps Lock oli päällä."),
        Common.HELD_KEY.value: _("Piti näppäintä pohjassa."),
        Common.NO_FIELD.value: _("Kirjoitti, kun kenttä ei ollut valittu."),
        Common.MANY_CLICKS.value: _("Napsautti monta kertaa peräkkäin."),
        Common.CLOSED.value: _("Sulki ikkunan, jota tarvitaan."),
        Common.NOT_NEEDED.value: _("Painoi kohtaa, jota ei vielä tarvittu."),
    }.get(code, "")
