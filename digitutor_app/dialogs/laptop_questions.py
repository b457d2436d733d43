"""Questions before something leaves this laptop for good."""

from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _, ngettext
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.message_box import MessageDialog


def clear_away_question(look: Look, parent: QWidget, people: int) -> MessageDialog:
    """Remove the people whose records have been carried?"""
    words = ngettext(
        "Ohjelma poistaa {count} henkilön kortin ja tiedot tältä koneelta.",
        "Ohjelma poistaa {count} henkilön kortit ja tiedot tältä koneelta.",
        people,
    ).format(count=people)
    safe = _("Tiedot ovat tallessa tutorin koneella. Koodilla voi aloittaa täällä uudestaan.")
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
            "Ohjelma poistaa tältä koneelta henkilöt, harjoitukset, asetukset ja varmuuskopiot. "
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
            "Ohjelma poistaa harjoituskierroksen tiedot tältä koneelta. "
            "Koneen omat tiedot palaavat näkyviin."
        ),
        yes_verb=_("Lopeta harjoituskierros"),
        no_verb=_("Jatka harjoituskierrosta"),
    )
