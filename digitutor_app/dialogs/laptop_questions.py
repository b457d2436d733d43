"""Questions before something leaves this laptop for good."""

from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _, ngettext
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.message_box import MessageDialog


def clear_away_question(look: Look, parent: QWidget, people: int) -> MessageDialog:
    """Remove the people whose records have been carried?"""
    words = ngettext(
        "{count} henkilön kortti ja tiedot poistetaan tältä koneelta.",
        "{count} henkilön kortit ja tiedot poistetaan tältä koneelta.",
        people,
    ).format(count=people)
    safe = _("Tiedot ovat tallessa tutorin koneella. Omalla koodilla voi taas aloittaa täällä.")
    return MessageDialog(
        look,
        parent,
        _("Poistetaanko viedyt henkilöt?"),
        f"{words} {safe}",
        yes_verb=_("Poista tältä koneelta"),
        no_verb=_("Älä poista"),
    )


def return_question(look: Look, parent: QWidget) -> MessageDialog:
    """Wipe the laptop?"""
    return MessageDialog(
        look,
        parent,
        _("Poistetaanko kaikki Digitutorin tiedot?"),
        _(
            "Tältä koneelta poistetaan henkilöt, harjoitukset, asetukset ja varmuuskopiot. "
            "Tätä ei voi perua. Kaikki on tallessa tutorin koneella. "
            "Koneen muihin tiedostoihin ohjelma ei koske."
        ),
        yes_verb=_("Poista kaikki"),
        no_verb=_("Älä poista"),
    )


def end_rehearsal_question(look: Look, parent: QWidget) -> MessageDialog:
    """Leave the rehearsal?"""
    return MessageDialog(
        look,
        parent,
        _("Lopetetaanko harjoituskierros?"),
        _(
            "Harjoituskierroksen tiedot poistetaan tältä koneelta. "
            "Koneen omat tiedot palaavat näkyviin."
        ),
        yes_verb=_("Lopeta harjoituskierros"),
        no_verb=_("Jatka harjoituskierrosta"),
    )
