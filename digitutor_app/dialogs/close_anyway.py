"""Close the program though something has not been saved?"""

from PySide6.QtWidgets import QDialog, QWidget

from digitutor_app.i18n import _, ngettext
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.message_box import MessageDialog


def close_question(look: Look, parent: QWidget, trouble: str, unsaved: int) -> MessageDialog:
    """The question; ``trouble`` says why saving waits, ``unsaved`` how many times."""
    waiting = ngettext(
        "{count} tallennus odottaa tilaa.", "{count} tallennusta odottaa tilaa.", unsaved
    ).format(count=unsaved)
    lost = _("Jos suljet ohjelman nyt, ne katoavat. Vapauta ensin tilaa levyltä.")
    return MessageDialog(
        look,
        parent,
        trouble,
        f"{waiting} {lost}",
        yes_verb=_("Sulje silti"),
        no_verb=_("Pidä auki"),
    )


def close_anyway(look: Look, parent: QWidget, trouble: str, unsaved: int) -> bool:
    """Ask, and wait for the answer; Esc means to keep it open."""
    dialog = close_question(look, parent, trouble, unsaved)
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer
