"""Sentences about sticks, folders and bundles, for every screen: what happened, what is safe, what
to do (domain/6, rule 17)."""

from collections.abc import Mapping
from typing import Final, TypeVar

from digitutor_app.domain.errors import WorldError
from digitutor_app.exchange.errors import (
    BundleAlteredError,
    BundleNotForUsError,
    BundleOldError,
    BundleOtherOrganisationError,
    BundleStrangerError,
    BundleTooLargeError,
    BundleTornError,
    NewerSchemaError,
    PlaceFullError,
    PlaceGoneError,
    PlaceReadOnlyError,
    PlaceUntrueError,
)
from digitutor_app.exchange.stick.errors import (
    NoStickError,
    NumbersTakenError,
    OtherOrganiserError,
    StickFileNewerError,
    StickRefusedError,
    StrangersSheetError,
)
from digitutor_app.exchange.stick.sheet import Sheet, TutorMachine
from digitutor_app.i18n import N_, _, formats
from digitutor_app.store.errors import StoreFullError

T = TypeVar("T")
#: A title and a sentence, to be translated when they are shown.
Words = tuple[str, str]

_PLACE: Final[dict[type[WorldError], Words]] = {
    NoStickError: (
        N_("Tikulla ei ole työpajaa"),
        N_("Koneen tiedot ovat tallessa. Tarkista, että tikku on oikea, ja valmistele se."),
    ),
    PlaceGoneError: (
        N_("Tikku irtosi tai kansio katosi"),
        N_("Koneen tiedot ovat tallessa. Laita tikku takaisin. Ohjelma yrittää itse uudestaan."),
    ),
    PlaceFullError: (
        N_("Tikulla ei ole tilaa"),
        N_("Koneen tiedot ovat tallessa. Poista tikulta vanhoja tiedostoja tai ota toinen tikku."),
    ),
    StoreFullError: (
        N_("Koneen levyllä ei ole tilaa"),
        N_("Aiemmin tallennettu on tallessa. Vapauta tilaa koneen levyltä ja yritä uudestaan."),
    ),
    PlaceReadOnlyError: (
        N_("Tikulle ei voi kirjoittaa"),
        N_("Koneen tiedot ovat tallessa. Katso, onko tikussa lukituskytkin, tai ota toinen tikku."),
    ),
    PlaceUntrueError: (
        N_("Tikku kadottaa tietoja"),
        N_("Koneen tiedot ovat tallessa. Tikku on rikki. Ota toinen tikku ja valmistele se."),
    ),
    StickRefusedError: (
        N_("Tikulle ei voi tallentaa"),
        N_("Koneen tiedot ovat tallessa. Laita tikku uudestaan paikalleen tai ota toinen tikku."),
    ),
    NumbersTakenError: (
        N_("Tikun kaikki konenumerot ovat käytössä"),
        N_("Koneen tiedot ovat tallessa. Valmistele tutorin koneella uusi tikku."),
    ),
    OtherOrganiserError: (
        N_("Tikku on toisen järjestäjän"),
        N_(
            "Koneella on toisen järjestäjän tietoja, eikä niitä viety tikulle. "
            "Kerää ne ensin sen järjestäjän tikulle ja palauta kone."
        ),
    ),
    StrangersSheetError: (
        N_("Tikkua ei voi tunnistaa"),
        N_(
            "Tikku sanoo olevansa järjestäjäsi, mutta tuntematon kone on tehnyt sen. "
            "Mitään ei viety tikulle. Valmistele tikku tutorin koneella uudestaan."
        ),
    ),
    StickFileNewerError: (
        N_("Tikku on uudemmasta ohjelmasta"),
        N_("Koneen tiedot ovat tallessa. Päivitä tämän koneen Digitutor ja yritä uudestaan."),
    ),
}
_FOLDER: Final[dict[type[WorldError], Words]] = {
    PlaceGoneError: (
        N_("Kansio ei ole nyt auki"),
        N_("Koneen tiedot ovat tallessa. Tarkista verkko. Ohjelma yrittää itse uudestaan."),
    ),
    PlaceFullError: (
        N_("Kansiossa ei ole tilaa"),
        N_("Koneen tiedot ovat tallessa. Vapauta tilaa tai valitse toinen kansio."),
    ),
    PlaceReadOnlyError: (
        N_("Kansioon ei voi kirjoittaa"),
        N_("Koneen tiedot ovat tallessa. Pyydä oikeus kansioon tai valitse toinen kansio."),
    ),
}
_OTHERWISE_FOLDER: Final[Words] = (
    N_("Kansioon tallentaminen ei onnistunut"),
    N_("Koneen tiedot ovat tallessa. Ohjelma yrittää itse uudestaan."),
)
_SILENT_FOLDER: Final[Words] = (
    N_("Kansio ei vastaa"),
    N_("Koneen tiedot ovat tallessa. Tarkista verkko. Ohjelma odottaa kansiota."),
)
_OTHERWISE_PLACE: Final[Words] = (
    N_("Tikun käyttö ei onnistunut"),
    N_("Koneen tiedot ovat tallessa. Laita tikku uudestaan paikalleen tai ota toinen tikku."),
)

_BUNDLE: Final[dict[type[WorldError], str]] = {
    BundleTornError: N_("Tiedosto on vajaa. Kopioi tai kerää se uudestaan."),
    BundleNotForUsError: N_("Tiedosto on lukittu toisille koneille. Kerää se uudella tikulla."),
    BundleStrangerError: N_("Tiedoston teki kone, jota ei ole esitelty."),
    BundleOtherOrganisationError: N_("Tiedosto on toisen järjestäjän."),
    BundleAlteredError: N_("Joku on muuttanut tiedostoa. Kerää se koneelta uudestaan."),
    BundleTooLargeError: N_("Tiedosto on liian suuri ollakseen koneen lähettämä."),
    BundleOldError: N_("Tiedosto on yli puoli vuotta vanha."),
    NewerSchemaError: N_("Tiedosto on uudemmasta ohjelmasta. Se odottaa, kunnes päivität."),
    PlaceGoneError: N_("Tiedostoa ei voi lukea juuri nyt."),
}


def event_words(sheet: Sheet) -> str:
    """A workshop in one line: whether it is a rehearsal, name, place and day."""
    kind = _("Harjoituskierros") if sheet.rehearsal else ""
    parts = (kind, sheet.event.name, sheet.event.place, formats.short_date(sheet.day))
    return " · ".join(part for part in parts if part)


def place_trouble(error: WorldError) -> Words:
    """A title and sentences about a stick or a folder, in the running language."""
    title, sentence = _said(error, _PLACE, _OTHERWISE_PLACE)
    return _(title), _(sentence)


def folder_trouble(error: WorldError | None) -> Words:
    """A title and sentences about the shared folder; None: it does not answer at all."""
    words = _SILENT_FOLDER if error is None else _said(error, _FOLDER, _OTHERWISE_FOLDER)
    return _(words[0]), _(words[1])


def file_trouble(error: WorldError) -> str:
    """Why one file was not taken in, in the running language."""
    return _(_said(error, _BUNDLE, N_("Tiedostoa ei voi käyttää.")))


def _said(error: WorldError, table: Mapping[type[WorldError], T], otherwise: T) -> T:
    """What the table says about this kind of error, or about the family it belongs to."""
    return next((table[kind] for kind in type(error).__mro__ if kind in table), otherwise)


def machine_name(machine: TutorMachine) -> str:
    """What the machine is called, or the beginning of its key."""
    return machine.name or machine.public[:8]
