"""Sentences about papers that cannot be drawn, printed or saved."""

from collections.abc import Sequence

from digitutor_app.domain.errors import WorldError
from digitutor_app.i18n import _, ngettext
from digitutor_app.printing.fonts import MissingLettersError
from digitutor_app.services.paper import NoRoomForPaperError, PaperNotSavedError
from digitutor_app.services.print_jobs import (
    NoPrinterError,
    PrinterError,
    PrinterRefusesError,
)


def drawing_trouble(error: WorldError, name: str) -> str:
    """Why the page with this name on it cannot be drawn, and what to do."""
    if not isinstance(error, MissingLettersError):
        return _(
            "Tekstit eivät mahdu yhdelle sivulle. "
            "Lyhennä nimeä, tai lyhennä työpajan tietoja sivulla Työpajat."
        )
    count = len(error.letters)
    what = ngettext(
        "Kirjasimessa ei ole merkkiä {letters}.", "Kirjasimessa ei ole merkkejä {letters}.", count
    ).format(letters=" ".join(error.letters))
    if is_in_name(error, name):
        then = _("Kirjoita nimi toisin, tai jätä kenttä tyhjäksi ja kirjoita nimi käsin.")
    else:
        then = _("Merkki on työpajan tiedoissa. Muuta ne sivulla Työpajat.")
    return f"{what} {then}"


def is_in_name(error: WorldError, name: str) -> bool:
    """Whether it is the name that has the letters."""
    return isinstance(error, MissingLettersError) and any(x in name for x in error.letters)


def saving_trouble(error: PaperNotSavedError) -> str:
    """Why the paper is not in the folder, and what to do."""
    if isinstance(error, NoRoomForPaperError):
        return _(
            "Levy tai tikku on täynnä. Paperi ei tallentunut, ja aiemmat tiedostot ovat "
            "ennallaan. Vapauta tilaa tai valitse toinen kansio."
        )
    return _(
        "Kansio ei ottanut tiedostoa {file} vastaan. Aiemmat tiedostot ovat ennallaan. "
        "Sulje tiedosto, jos se on auki, tai valitse toinen kansio."
    ).format(file=error.path.name)


def printing_trouble(error: PrinterError | None) -> str:
    """Why no paper came out, and what to do; None when there is no printer at all."""
    if error is None or isinstance(error, NoPrinterError):
        what = _("Tulostinta ei löydy.")
    elif isinstance(error, PrinterRefusesError):
        what = _("Tulostin ei ota papereita vastaan.")
    else:
        what = _("Tulostus jäi kesken.")
    return "\n".join(
        (
            f"{what} {_('Tietosi ovat tallessa.')}",
            _("Tarkista tulostimen virta, paperi ja johto. Tulosta sitten uudestaan."),
            _("Voit myös tallentaa PDF:n ja tulostaa sen toisella koneella."),
        )
    )


def batch_trouble(error: WorldError, names: Sequence[str]) -> str:
    """Why one page of many cannot be drawn: the sentence names whose it is, when it is a name."""
    if isinstance(error, MissingLettersError):
        for name in filter(None, names):
            if error.text in name or name in error.text:
                return f"{name}: {drawing_trouble(error, name)}"
    return drawing_trouble(error, "")
