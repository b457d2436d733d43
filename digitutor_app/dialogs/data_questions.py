"""Questions about the data of the tutor's machine."""

from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.message_box import MessageDialog


def restore_question(look: Look, parent: QWidget, when: str) -> MessageDialog:
    """Bring back what a copy holds?"""
    return MessageDialog(
        look,
        parent,
        _("Palautetaanko kopio ({when})?").format(when=when),
        _(
            "Kopiosta palaa se, mikä nyt puuttuu. Sen jälkeen tallennettu säilyy. "
            "Poistetut henkilöt eivät palaa."
        ),
        yes_verb=_("Palauta"),
        no_verb=_("Älä palauta"),
    )
