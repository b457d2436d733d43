"""Sentences about logos and colours that papers cannot take."""

from digitutor_app.i18n import _
from digitutor_app.printing.logo import LONGEST_SIDE, LogoTooLargeError, NotALogoError
from digitutor_app.services.letterheads import TooManyLogosError


def logo_trouble(error: Exception) -> str:
    """Why this file is no logo, and what to do; the logos that are kept stay as they are."""
    if isinstance(error, NotALogoError):
        return _("Tiedosto ei ole PNG- tai JPEG-kuva, tai kuva on rikki. Valitse toinen kuva.")
    if isinstance(error, LogoTooLargeError):
        words = _(
            "Kuva on liian suuri. Pienennä se alle {count} pisteen levyiseksi ja korkuiseksi."
        )
        return words.format(count=LONGEST_SIDE)
    if isinstance(error, TooManyLogosError):
        return _("Papereissa on jo kolme logoa. Poista ensin yksi.")
    return _("Tiedosto ei avaudu. Tarkista, onko tikku paikallaan, ja valitse kuva uudestaan.")


def colour_trouble() -> str:
    """Why a colour cannot be used on white paper."""
    return _("Väri ei erotu valkoisesta paperista. Valitse tummempi väri.")
