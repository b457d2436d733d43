"""The calm card that calls the tutor across the room (look-call.png)."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.reading import read_button
from digitutor_app.services.place import Place
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.card import AttentionCard
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Heading, Label, Muted
from digitutor_app.ui_kit.look import Look, Role
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.read_aloud import ReadAloud, visible_words

#: How often the card looks whether a tutor is on the way.
_LOOK_MS: Final = 3_000
#: The words stand at the middle of the number beside them, logical pixels.
_BESIDE_NUMBER: Final = 40


class CallScreen(QWidget):
    """Shows the laptop's number, «Tutor tulee», and for the tutor what is difficult.

    ``is_coming`` tells whether a tutor has said «Olen menossa»; then the card says so. Emits
    ``arrived`` and ``goOnRequested``.
    """

    arrived = Signal()
    goOnRequested = Signal()

    def __init__(
        self,
        look: Look,
        laptop: str,
        place: Place | None,
        reader: ReadAloud | None = None,
        is_coming: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__()
        self._is_coming = is_coming
        self._comes = False
        page = Page(look, ground="soft_amber", margins=(80, 40, 80, 24))
        self._parts = self._head(look, laptop), self._for_tutor(look, place)
        came = MainButton(look, _("Tutor on täällä"))
        self.go_on = PlainButton(look, _("Jatkan itse"))
        came.clicked.connect(self.arrived)
        self.go_on.clicked.connect(self.goOnRequested)
        buttons: list[QWidget] = [came, self.go_on]
        if reader is not None:
            buttons.append(read_button(look, reader, self._words))
        # What is far to be read stays in sight: large text brings the buttons up to it.
        head, for_tutor = self._parts
        below = (Flow(*buttons), for_tutor) if look.stacks else (for_tutor, Flow(*buttons))
        page.rows.add(head)
        page.rows.add(below[0], gap_before=28)
        page.rows.add(below[1], gap_before=18)
        fill(self, page)
        self.setFocusProxy(self.go_on)
        if is_coming is not None:
            timer = QTimer(self)
            timer.timeout.connect(self.look_for_tutor)
            timer.start(_LOOK_MS)

    def look_for_tutor(self) -> None:
        """Say that a tutor is on the way, or no longer."""
        comes = self._is_coming is not None and self._is_coming()
        if comes != self._comes:
            self._comes = comes
            self._title.setText(_call_word(comes=comes))
            if comes:
                announce(self, _("Tutor on tulossa luoksesi."))

    def say(self) -> None:
        """Tell a screen reader."""
        announce(self, _("Tutor tulee. Voit odottaa rauhassa."))

    def _words(self) -> str:
        return visible_words(*self._parts)

    def _head(self, look: Look, laptop: str) -> QWidget:
        self._title = Label(look, _call_word(comes=False), Role.CALL)
        words = Column(
            self._title,
            Label(look, _("Voit odottaa rauhassa. Työsi on tallessa."), Role.LEAD),
        )
        if not laptop:
            return words
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(60)
        row.addWidget(Label(look, laptop, Role.NUMBER, tone="amber_ink"))
        words.rows.setContentsMargins(0, _BESIDE_NUMBER, 0, 0)
        row.addWidget(words, 1)
        return head

    def _for_tutor(self, look: Look, place: Place | None) -> AttentionCard:
        card = AttentionCard(look, Muted(look, _("Tutorille")))
        if place is None:
            card.rows.add(Heading(look, _("Ei harjoitusta kesken")))
            card.rows.add(Label(look, _("Kysy: ”Miten voin auttaa?”"), Role.LEAD))
            return card
        step = _("{title}, vaihe {number} / {of}").format(
            title=place.title, number=place.number, of=place.of
        )
        card.rows.add(Heading(look, step))
        what = place.difficulty or _("Ohje on: {step}").format(step=place.instruction)
        card.rows.add(Label(look, what, Role.LEAD))
        card.rows.add(Label(look, _("Kysy: ”{question}”").format(question=place.ask), Role.LEAD))
        for advice in place.advice:
            card.rows.add(Muted(look, advice))
        return card


def _call_word(*, comes: bool) -> str:
    return _("Tutor on tulossa") if comes else _("Tutor tulee")
