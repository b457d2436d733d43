"""Päätä päivä: what would end, in sentences, and then it ends."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _, ngettext
from digitutor_app.screens import visit_words
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import Context
from digitutor_app.services.visit_desk import Stay, VisitDay
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Label, Muted, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.rows import RowList


class EndDayScreen(QWidget):
    """Shows every visit that would end and when, and after the press what the day was like.

    Emits ``backRequested``.
    """

    backRequested = Signal()

    def __init__(self, look: Look, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._context = context
        self._build()
        self._end.clicked.connect(self._on_end)
        self._back.clicked.connect(self.backRequested)
        self.refresh()
        self.setFocusProxy(self._back)

    def refresh(self) -> None:
        """Read anew what would end."""
        desk = self._context.visit_desk
        try:
            stays, today = desk.open_stays(), desk.of_day(self._context.clock.now().date())
        except StoreError as error:
            self._say_trouble(error)
            return
        self._page.banner.clear()
        self._show_preview(stays, today)

    def _build(self) -> None:
        look = self._look
        self._page = Page(look, TopBar(look, _("Päätä päivä")), margins=(28, 22, 28, 20))
        self._title, self._sentence = Title(look), Body(look)
        self._list = RowList(look)
        self._lost = Label(look, longest=100)
        self._sums = Muted(look, longest=100)
        self._end = MainButton(look, _("Päätä päivä"))
        self._back = PlainButton(look, _("Takaisin"))
        for part in (self._title, self._sentence, self._lost, self._sums):
            self._page.rows.add(part)
        self._page.rows.add(Flow(self._end, self._back))
        self._page.rows.add(self._list, gap_before=8)
        fill(self, self._page)

    def _show_preview(self, stays: tuple[Stay, ...], today: VisitDay) -> None:
        self._list.clear()
        for stay in stays:
            self._list.add(visit_words.ending(stay, today.day))
        count = len(stays)
        title = ngettext("{count} käynti päättyy", "{count} käyntiä päättyy", count)
        if stays:
            self._title.setText(title.format(count=count))
            sentence = _("Käynti päättyy siihen, mistä on viimeinen merkki.\nVoit korjata ajat.")
        elif today.stays:
            self._title.setText(_("Kaikki käynnit ovat jo päättyneet"))
            sentence = _("Päivässä ei ole mitään päätettävää.")
        else:
            self._title.setText(_("Tänään ei ole käyntejä"))
            sentence = _("Päivässä ei ole mitään päätettävää. Mitään ei tarvitse tehdä.")
        self._sentence.setText(sentence)
        nameless = sum(not stay.person.code for stay in stays)
        words = ngettext(
            "{count} osallistujalla ei ole koodia. Hän ei voi enää jatkaa samasta kohdasta.",
            "{count} osallistujalla ei ole koodia. He eivät voi enää jatkaa samasta kohdasta.",
            nameless,
        )
        self._lost.setText(words.format(count=nameless))
        for part, shown in (
            *((self._list, bool(stays)), (self._lost, nameless > 0)),
            *((self._end, bool(stays)), (self._sums, bool(today.stays))),
        ):
            part.setVisible(shown)
        self._sums.setText(_("Tänään: {sums}.").format(sums=visit_words.day_sums(today)))

    def _on_end(self) -> None:
        try:
            ended = self._context.visit_desk.end_day()
        except StoreError as error:
            self._say_trouble(error)
            return
        self.refresh()
        count = len(ended)
        words = ngettext("{count} käynti päättyi.", "{count} käyntiä päättyi.", count)
        self._title.setText(_("Päivä on päätetty"))
        self._sentence.setText(words.format(count=count))
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self._title.text()}. {self._sentence.text()}")

    def _say_trouble(self, error: StoreError) -> None:
        title, sentence = opening_trouble(error)
        self._page.banner.say(f"{title}. {sentence}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)
