"""Varmuuskopiot: the copies of this machine's data, and back from one of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from digitutor_app.dialogs.data_questions import restore_question
from digitutor_app.i18n import _, ngettext
from digitutor_app.i18n.formats import clock_time, short_date
from digitutor_app.screens.data_page import DataPage
from digitutor_app.services.data_overview import Copy
from digitutor_app.store.backup_files import BEFORE_IMPORT
from digitutor_app.ui_kit.buttons import PlainButton, SmallButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Body, Muted, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.spread import Spread

#: So many copies are shown.
MOST = 30


class BackupsScreen(DataPage):
    """Shows the copies, the newest first. Emits ``copyRequested``, ``restoreRequested(Copy)`` after
    a question that was answered with yes, and ``backRequested``."""

    copyRequested = Signal()
    restoreRequested = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Varmuuskopiot"))
        self._copies: Sequence[Copy] = ()
        self._list = Column(gap=10)
        what = _(
            "Ohjelma tekee kopiot itse: joka päivä ja ennen kuin tuot tietoja.\n"
            "Kopiot ovat samalla koneella. Jos kone katoaa, ne katoavat sen mukana. "
            "Vie siksi tiedot myös toiselle tutorin koneelle."
        )
        now = PlainButton(look, _("Tee varmuuskopio nyt"))
        now.clicked.connect(self.copyRequested)
        for part in (Body(look, what), now, self._list):
            self.parts.rows.add(part)
        self.work(_("Luen tietoja…"))

    def show_copies(self, copies: Sequence[Copy]) -> None:
        """Show these copies."""
        self.ready()
        self._copies = copies[:MOST]
        self._list.rows.clear()
        if not copies:
            self._list.rows.add(Muted(self.look, _("Kopioita ei ole vielä.")))
        for number, copy in enumerate(self._copies):
            self._list.rows.add(self._row(number, copy))

    def say_restored(self, rows: int) -> None:
        """So many rows came back."""
        if rows:
            words = ngettext("{count} tieto palasi.", "{count} tietoa palasi.", rows)
            self.tell(_("Tiedot on palautettu"), [words.format(count=rows)])
        else:
            self.tell(_("Mitään ei puuttunut"), [_("Kaikki kopion tiedot olivat jo täällä.")])

    def _row(self, number: int, copy: Copy) -> Spread:
        button = SmallButton(self.look, _("Palauta tämä"))
        when = moment(copy)
        button.setProperty("number", number)
        button.clicked.connect(self._on_restore)
        what = _("Tutorin tiedot") if copy.tutors else _("Harjoitukset ja käynnit")
        spoken = _("Palauta tämä: {when}, {what}").format(when=when, what=what)
        button.setAccessibleName(spoken)
        words = Column(Strong(self.look, f"{when} · {what}"), Muted(self.look, _why(copy)), gap=0)
        return Spread(self.look, words, button)

    def _on_restore(self) -> None:
        copy = self._copies[int(self.sender().property("number"))]
        question = restore_question(self.look, self.window(), moment(copy))
        question.setProperty("number", self._copies.index(copy))
        question.accepted.connect(self._on_yes)
        question.finished.connect(question.deleteLater)
        question.open()

    def _on_yes(self) -> None:
        self.restoreRequested.emit(self._copies[int(self.sender().property("number"))])


def moment(copy: Copy) -> str:
    """When a copy was made."""
    return _("{day} klo {time}").format(
        day=short_date(copy.made.date()), time=clock_time(copy.made)
    )


def _why(copy: Copy) -> str:
    if copy.backup.why == BEFORE_IMPORT:
        return _("Tehty ennen tietojen tuontia")
    if copy.backup.before_migration:
        return _("Tehty ennen ohjelman päivitystä")
    return _("Päivän kopio")
