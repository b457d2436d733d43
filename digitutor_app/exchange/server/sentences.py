"""What a failed exchange says to people: what happened, what is safe, what to do (domain/6)."""

from digitutor_app.exchange.server import errors
from digitutor_app.i18n import N_, _

_SAFE = N_("Tietosi ovat tallessa tällä koneella.")
_WHAT: dict[type[errors.ServerError], tuple[str, str]] = {
    errors.NoServerError: (
        N_("Tällä koneella ei ole palvelimen asetuksia."),
        N_("Jatka työtä: ohjelma toimii ilman palvelinta."),
    ),
    errors.ServerSettingsError: (
        N_("Tiedostossa server.toml on kohta, jota ohjelma ei ymmärrä."),
        N_("Pyydä ylläpitäjää korjaamaan tiedosto."),
    ),
    errors.PasswordMissingError: (
        N_("Palvelimen salasanaa ei ole tiedostossa."),
        N_("Pyydä ylläpitäjää kirjoittamaan salasana tiedostoon."),
    ),
    errors.PasswordOpenError: (
        N_("Muutkin, jotka käyttävät tätä konetta, voivat lukea palvelimen salasanan."),
        N_("Pyydä ylläpitäjää sulkemaan tiedosto muilta."),
    ),
    errors.LibraryMissingError: (
        N_("Ohjelmasta puuttuu osa, joka puhuu palvelimelle."),
        N_("Pyydä ylläpitäjää asentamaan lisäosa organisation."),
    ),
    errors.ServerAwayError: (
        N_("Palvelin ei vastaa."),
        N_("Jatka työtä. Ohjelma yrittää myöhemmin uudelleen."),
    ),
    errors.ServerRefusesError: (
        N_("Palvelin ei hyväksy tunnusta tai salasanaa."),
        N_("Pyydä ylläpitäjältä uusi salasana."),
    ),
    errors.ServerNotTrustedError: (
        N_("Palvelin ei voi todistaa, että se on oikea. Ohjelma ei lähettänyt mitään."),
        N_("Pyydä ylläpitäjää tarkistamaan palvelimen varmenne."),
    ),
    errors.ServerNotSetUpError: (
        N_("Palvelimella ei ole vielä paikkaa näille tiedoille."),
        N_("Pyydä ylläpitäjää laittamaan palvelin valmiiksi."),
    ),
    errors.NoOrganisationError: (
        N_("Palvelin ei tunne tämän koneen järjestöä."),
        N_("Pyydä ylläpitäjää liittämään tunnus järjestöön."),
    ),
    errors.ServerOlderError: (
        N_("Palvelin on vanhempi kuin tämä ohjelma."),
        N_("Pyydä ylläpitäjää päivittämään palvelin."),
    ),
    errors.ServerNewerError: (
        N_("Palvelin on uudempi kuin tämä ohjelma."),
        N_("Asenna ohjelman uusi versio."),
    ),
    errors.ServerFullError: (
        N_("Palvelimen levy on täynnä."),
        N_("Pyydä ylläpitäjää tekemään palvelimelle tilaa."),
    ),
    errors.ServerTroubleError: (
        N_("Palvelin keskeytti työn."),
        N_("Jatka työtä. Ohjelma yrittää myöhemmin uudelleen."),
    ),
}


def sentence(error: errors.ServerError) -> str:
    """The sentences about this error, in the language that is spoken now."""
    happened, do = _WHAT[type(error)]
    return f"{_(happened)} {_(_SAFE)} {_(do)}"
