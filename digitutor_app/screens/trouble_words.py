"""Sentences about trouble with stores and keys, for every screen: what happened, what is safe, what
to do (domain/6, rule 17)."""

from datetime import datetime
from typing import Final

from digitutor_app.domain.errors import WorldError
from digitutor_app.i18n import N_, _
from digitutor_app.store.errors import (
    StoreDamagedError,
    StoreDeviceError,
    StoreEngineError,
    StoreFullError,
    StoreInUseError,
    StoreNewerError,
    StoreNotOursError,
)
from digitutor_app.trust.errors import (
    KeyDamagedError,
    KeyMissingError,
    KeyUnreadableError,
    SlotsExistError,
    SlotsNewerError,
    TooLittleMemoryError,
    WrongPassphraseError,
)

#: A title and a sentence, to be translated when they are shown.
Words = tuple[str, str]

_OPENING: Final[dict[type[WorldError], Words]] = {
    WrongPassphraseError: (
        N_("Salalause ei avannut tietoja"),
        N_("Tietosi ovat tallessa. Tarkista isot kirjaimet ja kirjoita salalause uudestaan."),
    ),
    KeyMissingError: (
        N_("Tutorin tietojen avain puuttuu"),
        N_(
            "Tiedot ovat tallessa, mutta avaintiedosto {file} ei ole paikallaan. "
            "Palauta se varmuuskopiosta samaan kansioon."
        ),
    ),
    KeyDamagedError: (
        N_("Avaintiedosto on vahingoittunut"),
        N_(
            "Ohjelma ei muuttanut mitään. "
            "Palauta tiedosto {file} varmuuskopiosta. Sen jälkeen salalause toimii."
        ),
    ),
    KeyUnreadableError: (
        N_("Kone ei anna lukea tai kirjoittaa avainta"),
        N_(
            "Ohjelma ei muuttanut mitään. "
            "Tarkista, onko levyllä tilaa ja onko tiedosto {file} sinun käytössäsi."
        ),
    ),
    SlotsNewerError: (
        N_("Uudempi ohjelma on tehnyt avaimen"),
        N_("Tiedot ovat tallessa. Avaa ne uudemmalla Digitutorilla."),
    ),
    SlotsExistError: (
        N_("Tällä koneella on jo salalause"),
        N_("Ohjelma ei muuttanut sitä. Kirjoita salalause, joka valittiin aiemmin."),
    ),
    TooLittleMemoryError: (
        N_("Koneen muisti ei riitä nyt"),
        N_("Tietosi ovat tallessa. Sulje muita ohjelmia ja yritä uudestaan."),
    ),
    StoreNewerError: (
        N_("Uudempi ohjelma on tallentanut tiedot"),
        N_("Tiedot ovat tallessa, eikä niitä muutettu. Avaa ne uudemmalla Digitutorilla."),
    ),
    StoreDamagedError: (
        N_("Tiedosto on vahingoittunut"),
        N_(
            "Ohjelma ei muuttanut tiedostoa {file}. Kerro vetäjälle. "
            "Harjoittelu jatkuu, kun valitset toisen kansion."
        ),
    ),
    StoreNotOursError: (
        N_("Tiedosto ei avaudu tällä avaimella"),
        N_(
            "Ohjelma ei muuttanut tiedostoa {file}. "
            "Tiedosto ja avain ovat eri paikasta. Palauta ne samasta varmuuskopiosta."
        ),
    ),
    StoreInUseError: (
        N_("Tiedot ovat jo auki"),
        N_("Tiedot ovat tallessa. Sulje toinen Digitutor tällä koneella ja yritä uudestaan."),
    ),
    StoreEngineError: (
        N_("Ohjelman asennuksessa on puute"),
        N_("Tiedot ovat tallessa, eikä niitä avattu. Asenna Digitutor uudestaan."),
    ),
    StoreFullError: (
        N_("Levy on täynnä"),
        N_("Aiemmin tallennettu on tallessa. Vapauta levyltä tilaa ja yritä uudestaan."),
    ),
    StoreDeviceError: (
        N_("Levy ei vastaa"),
        N_(
            "Aiemmin tallennettu on tallessa. "
            "Tarkista levy ja sen oikeudet. Yritä sitten uudestaan."
        ),
    ),
}
_OTHER: Final[Words] = (
    N_("Tiedot eivät avaudu nyt"),
    N_(
        "Ohjelma ei muuttanut mitään. Yritä uudestaan. Jos se ei auta, käynnistä ohjelma uudestaan."
    ),
)
_SAVING: Final[dict[type[WorldError], Words]] = {
    StoreFullError: (
        N_("Levy on täynnä"),
        N_(
            "Uusin työ odottaa muistissa ja tallentuu, kun levyllä on tilaa. "
            "Vapauta tilaa. Pidä ohjelma auki."
        ),
    ),
}
_SAVING_OTHER: Final[Words] = (
    N_("Tallennus odottaa"),
    N_(
        "Uusin työ odottaa muistissa. Ohjelma yrittää tallennusta uudestaan itse. "
        "Pidä ohjelma auki."
    ),
)


def opening_trouble(error: Exception) -> Words:
    """Title and sentence for a store or a key that does not open, in the running language.

    Errors of other families get the sentence that fits all.
    """
    return _said(_OPENING, _OTHER, error)


def saving_trouble(error: Exception) -> Words:
    """Title and sentence for saves that wait (StoreWorker's ``on_trouble``)."""
    return _said(_SAVING, _SAVING_OTHER, error)


def damage_words(error: StoreDamagedError, copied: datetime | None) -> Words:
    """Title and sentence where a damaged store can be brought back; ``copied`` says when its newest
    sound copy was made, in local time (None: there is none)."""
    if copied is None:
        sentence = _(
            "Tiedosto {file} ei aukea enää, ja siitä ei ole varmuuskopiota. Paina Palauta tiedot. "
            "Ohjelma ottaa talteen kaiken, mikä tiedostosta vielä aukeaa. "
            "Vahingoittunut tiedosto jää talteen."
        )
    else:
        sentence = _(
            "Tiedosto {file} ei aukea enää. Sen varmuuskopio on kunnossa ({when}). "
            "Paina Palauta tiedot. Ohjelma ottaa tiedot varmuuskopiosta ja lisää niihin kaiken, "
            "mikä vahingoittuneesta tiedostosta vielä aukeaa. "
            "Vahingoittunut tiedosto jää talteen."
        )
    return _("Tiedosto on vahingoittunut"), sentence.format(
        file=error.path.name, when=moment_words(copied)
    )


def rescued_words(copied: datetime | None, *, whole: bool) -> str:
    """What has come of bringing a damaged store back; ``whole``: all of it still read."""
    if whole:
        return _("Tiedot ovat käytössä, ja kaikki on tallessa.")
    if copied is None:
        sentence = _(
            "Tiedot ovat käytössä. Jos jotain puuttuu, "
            "vahingoittunut tiedosto on kansiossa damaged."
        )
    else:
        sentence = _(
            "Tiedot ovat käytössä. Varmuuskopio on ajalta {when}. Jos jotain uudempaa "
            "puuttuu, vahingoittunut tiedosto on kansiossa damaged."
        )
    return sentence.format(when=moment_words(copied))


def backup_trouble(error: Exception) -> str:
    """Why the day's backup has not been made."""
    if isinstance(error, StoreFullError):
        return _(
            "Varmuuskopio ei mahdu levylle. Tiedot ja aiemmat varmuuskopiot ovat tallessa. "
            "Vapauta levyltä tilaa."
        )
    return _(
        "Varmuuskopio ei onnistunut nyt. Aiemmat varmuuskopiot ovat tallessa. "
        "Ohjelma yrittää uudestaan itse."
    )


def moment_words(moment: datetime | None) -> str:
    """A day and a time of day as Finnish writes them."""
    if moment is None:
        return ""
    return _("{day}.{month}.{year} klo {time}").format(
        day=moment.day, month=moment.month, year=moment.year, time=f"{moment.hour}.{moment:%M}"
    )


def known_troubles() -> list[type[WorldError]]:
    """The errors that have a sentence of their own."""
    return list(_OPENING)


def _said(words: dict[type[WorldError], Words], other: Words, error: Exception) -> Words:
    title, sentence = next((words[k] for k in type(error).__mro__ if k in words), other)
    path = getattr(error, "path", None)
    return _(title), _(sentence).format(file=path.name if path else "")
