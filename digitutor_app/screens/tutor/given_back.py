"""Palautetut koneet: the tutor says which laptops were given back; nobody waits for those."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.clock import Clock
from digitutor_app.i18n import _
from digitutor_app.i18n.formats import clock_time, short_date
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import TutorContext
from digitutor_app.services.given_back import GivenBack
from digitutor_app.services.organisation import Device
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Body, Heading, Muted, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.spread import Spread


class GivenBackScreen(QWidget):
    """Shows the laptops in use, each with "Kone on palautettu", and those that were given back,
    each with "Peru palautus". Emits ``backRequested``."""

    backRequested = Signal()

    def __init__(
        self, look: Look, tutor: TutorContext, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._clock = clock
        self._given_back = GivenBack(tutor.worker, clock)
        self._back = SmallButton(look, _("Takaisin"))
        self._page = Page(look, TopBar(look, _("Palautetut koneet"), self._back))
        self._back.clicked.connect(self.backRequested)
        self._build()
        fill(self, self._page)
        self.refresh()

    def refresh(self) -> None:
        """Read the laptops anew."""
        try:
            in_use, gone = self._given_back.in_use(), self._given_back.given_back()
        except StoreError as error:
            self._page.banner.say(". ".join(opening_trouble(error)))
            return
        self._page.banner.clear()
        for part in (self._in_use, self._gone):
            part.rows.clear()
        for device in gone:
            self._gone.rows.add(self._card(device))
        for device in in_use:
            self._in_use.rows.add(self._card(device))
        self._gone_part.setVisible(bool(gone))
        self._in_use_part.setVisible(bool(in_use))
        self._nobody.setVisible(not (gone or in_use))

    def _build(self) -> None:
        look = self._look
        self._gone, self._in_use = Column(gap=10), Column(gap=10)
        self._gone_part = Column(Heading(look, _("Palautetut")), self._gone, gap=8)
        self._in_use_part = Column(Heading(look, _("Käytössä")), self._in_use, gap=8)
        self._nobody = Body(look, _("Harjoituskoneita ei ole vielä liittynyt."))
        about = Body(
            look,
            _(
                "Palautettua konetta ohjelma ei enää odota: se ei puutu, eikä sen tarvitse "
                "vahvistaa poistoja.\n"
                "Jos koneelta tulee uusia tietoja, se palaa itse käyttöön."
            ),
        )
        for part in (about, self._gone_part, self._in_use_part, self._nobody):
            self._page.rows.add(part)

    def _card(self, device: Device) -> Card:
        look = self._look
        name = _("Kone {number}").format(number=device.number or "?")
        if device.given_back:
            line = _("Palautettu {day}").format(
                day=short_date(self._moment(device.given_back).date())
            )
            verb, act = _("Peru palautus"), self._on_undo
        else:
            line, verb, act = self._last_heard(device), _("Kone on palautettu"), self._on_given_back
        button = SmallButton(look, verb)
        button.setAccessibleName(f"{verb}: {name}")
        button.setProperty("laptop", device.public)
        button.clicked.connect(act)
        words = Column(Strong(look, name), Muted(look, line), gap=0)
        return Card(look, Spread(look, words, button), padding=14)

    def _last_heard(self, device: Device) -> str:
        if not device.heard:
            return _("Ei vielä tietoja")
        at = self._moment(device.heard)
        words = _("Viimeksi {day} klo {time}")
        return words.format(day=short_date(at.date()), time=clock_time(at))

    def _moment(self, said: str) -> datetime:
        return datetime.fromisoformat(said).astimezone(self._clock.now().tzinfo)

    def _on_given_back(self) -> None:
        self._do(self._given_back.say, _("Ohjelma ei enää odota konetta."))

    def _on_undo(self) -> None:
        self._do(self._given_back.take_back, _("Kone on käytössä."))

    def _do(self, act: Callable[[str], None], words: str) -> None:
        try:
            act(str(self.sender().property("laptop")))
        except StoreError as error:
            self._page.banner.say(". ".join(opening_trouble(error)))
            return
        self.refresh()
        announce(self, words)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)
