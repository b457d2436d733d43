"""Tämä kone: its workshop, whose records are safe, the shared folder, and how it goes back."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.dialogs.laptop_questions import (
    clear_away_question,
    end_rehearsal_question,
    return_question,
)
from digitutor_app.domain.errors import WorldError
from digitutor_app.i18n import _, formats, ngettext
from digitutor_app.screens.exchange_words import event_words, folder_trouble
from digitutor_app.screens.laptop_words import (
    gather_words,
    health_words,
    people_words,
)
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.this_laptop import LaptopNow
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import PlainButton, SmallButton
from digitutor_app.ui_kit.card import AttentionCard, SoftCard
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Heading, Muted, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.message_box import MessageDialog
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.spread import Spread
from digitutor_app.ui_kit.two_pane import TwoPane


class ThisLaptopScreen(QWidget):
    """Shows what ``show_now`` and ``show_folder`` tell; before that it says that it reads.

    Emits ``clearRequested`` and ``returnRequested`` after a question that was answered with yes,
    ``endRehearsalRequested`` likewise; ``folderRequested``, ``noFolderRequested`` and
    ``backRequested``; ``refreshRequested`` when it is seen again after something lay over it.
    """

    clearRequested = Signal()
    returnRequested = Signal()
    endRehearsalRequested = Signal()
    folderRequested = Signal()
    noFolderRequested = Signal()
    backRequested = Signal()
    refreshRequested = Signal()

    def __init__(self, look: Look, number: str, *, rehearsal: bool = False) -> None:
        super().__init__()
        self._look = look
        self._rehearsal = rehearsal
        self._now: LaptopNow | None = None
        back = SmallButton(look, _("Takaisin"))
        self._page = Page(look, TopBar(look, _("Tämä kone"), back))
        if rehearsal:
            self._page.rows.add(self._rehearsal_card())
        named = _("Kone {number}").format(number=number) if number else _("Koneella ei ole numeroa")
        left = Column(Heading(look, named), self._build_workshop(), *self._build_people(), gap=12)
        # A rehearsal is gathered with its stick alone.
        folder = [] if rehearsal else self._build_folder()
        right = Column(*self._build_health(), *folder, gap=12)
        self._page.rows.add(TwoPane(look, left, right, shares=(1, 1), gap=40))
        fill(self, self._page)
        back.clicked.connect(self.backRequested)

    def show_now(self, now: LaptopNow) -> None:
        """Show these facts."""
        self._now = now
        sheet = now.workshop
        self._workshop.setText(
            _("Kone ei ole mukana työpajassa.") if sheet is None else event_words(sheet)
        )
        self._people.setText(people_words(now))
        self._clear.setVisible(now.clearable > 0)
        self._health.setText("\n".join(health_words(now.health)))
        if self._rehearsal:
            return
        self._return.setEnabled(True)
        if self._waiting.isVisibleTo(self):
            self._show_waiting(now)

    def show_folder(
        self,
        folder: Path | None,
        written: datetime | None = None,
        trouble: WorldError | None = None,
        *,
        silent: bool = False,
    ) -> None:
        """Show the shared folder: when it was last found in order, why it is not, or whether it
        does not answer."""
        if self._rehearsal:
            return
        self._what_folder.setVisible(folder is None)
        self._folder.setText(str(folder) if folder else _("Kansiota ei ole valittu."))
        self._none.setVisible(folder is not None)
        self._choose.set_text(_("Vaihda kansio") if folder else _("Valitse kansio"))
        troubled = folder is not None and (silent or trouble is not None)
        if troubled:
            title, sentence = folder_trouble(None if silent else trouble)
            self._folder_title.setText(title)
            self._folder_sentence.setText(sentence)
        self._folder_trouble.setVisible(troubled)
        hour = formats.clock_time(written) if written else ""
        self._written.setText(_("Tallennettu kansioon klo {hour}.").format(hour=hour))
        self._written.setVisible(bool(folder and written))

    def say_cleared(self, people: int) -> None:
        """So many people were removed from this laptop."""
        self._page.banner.say_done(
            ngettext(
                "Ohjelma poisti {count} henkilön tältä koneelta.",
                "Ohjelma poisti {count} henkilöä tältä koneelta.",
                people,
            ).format(count=people)
        )

    def say_trouble(self, error: Exception) -> None:
        """The facts could not be read, or nothing could be removed."""
        self._page.banner.say(". ".join(opening_trouble(error)))

    # Building

    def _rehearsal_card(self) -> SoftCard:
        end = PlainButton(self._look, _("Lopeta harjoituskierros"))
        end.clicked.connect(self._on_end_rehearsal)
        words = Column(
            Strong(self._look, _("Harjoituskierros: mikään ei jää talteen")),
            Body(self._look, _("Koneen omat tiedot odottavat harjoituskierroksen loppua.")),
        )
        return SoftCard(self._look, Spread(self._look, words, end), padding=16)

    def _build_workshop(self) -> Body:
        self._workshop = Body(self._look, _("Luen tietoja…"))
        return self._workshop

    def _build_people(self) -> list[QWidget]:
        look = self._look
        self._people = Body(look, "")
        self._clear = PlainButton(look, _("Poista viedyt henkilöt tältä koneelta"))
        self._clear.clicked.connect(self._on_clear)
        self._clear.hide()
        returning = [] if self._rehearsal else self._build_returning()
        return [self._people, self._clear, *returning]

    def _build_returning(self) -> list[QWidget]:
        look = self._look
        self._return = PlainButton(look, _("Palauta kone"))
        self._return.clicked.connect(self._on_return)
        self._return.setEnabled(False)
        self._waiting_title = Strong(look)
        self._waiting_words = Body(look)
        self._waiting = AttentionCard(look, self._waiting_title, self._waiting_words, padding=16)
        self._waiting.hide()
        what = _("Kun palautat lainatun koneen, ohjelma poistaa siltä kaikki Digitutorin tiedot.")
        self._what_returning = Body(look, what)
        heading = Heading(look, _("Lainattu kone"))
        return [heading, self._what_returning, self._waiting, self._return]

    def _build_health(self) -> list[QWidget]:
        self._health = Muted(self._look, _("Luen tietoja…"))
        return [Heading(self._look, _("Koneen kunto")), self._health]

    def _build_folder(self) -> list[QWidget]:
        look = self._look
        self._what_folder = Body(
            look,
            _(
                "Jos tutorin kone ja tämä kone käyttävät samaa kansiota, "
                "ohjelma tallentaa tiedot sinne itse, ilman tikkua."
            ),
        )
        self._folder = Strong(look)
        self._written = Muted(look)
        self._folder_title, self._folder_sentence = Strong(look), Body(look)
        self._folder_trouble = AttentionCard(
            look, self._folder_title, self._folder_sentence, padding=16
        )
        self._choose = PlainButton(look, _("Valitse kansio"))
        self._choose.clicked.connect(self.folderRequested)
        self._none = PlainButton(look, _("Älä käytä kansiota"))
        self._none.clicked.connect(self.noFolderRequested)
        buttons = Flow(self._choose, self._none)
        for part in (self._written, self._folder_trouble, self._none):
            part.hide()
        heading = Heading(look, _("Jaettu kansio"))
        state = (self._folder, self._written, self._folder_trouble)
        return [heading, self._what_folder, *state, buttons]

    # What is pressed

    def _on_clear(self) -> None:
        if self._now is not None:
            question = clear_away_question(self._look, self.window(), self._now.clearable)
            self._ask(question, self.clearRequested)

    def _on_end_rehearsal(self) -> None:
        question = end_rehearsal_question(self._look, self.window())
        self._ask(question, self.endRehearsalRequested)

    def _on_return(self) -> None:
        if self._now is None:
            return
        self._show_waiting(self._now)
        if self._now.waiting > 0:
            announce(self, self._waiting_title.text())
        else:
            self._ask(return_question(self._look, self.window()), self.returnRequested)

    def _show_waiting(self, now: LaptopNow) -> None:
        self._waiting.setVisible(now.waiting > 0)
        self._what_returning.setVisible(now.waiting == 0)
        title = ngettext(
            "Konetta ei voi vielä palauttaa: {count} henkilön tiedot odottavat",
            "Konetta ei voi vielä palauttaa: {count} henkilön tiedot odottavat",
            now.waiting,
        )
        self._waiting_title.setText(title.format(count=now.waiting))
        self._waiting_words.setText(gather_words(now.workshop))

    def _ask(self, question: MessageDialog, yes: SignalInstance) -> None:
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.accepted.connect(yes)
        question.open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._now is not None and not event.spontaneous():
            self.refreshRequested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)
