"""The page over everything else while the laptop delivers to a stick: wait, or pull it out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digitutor_app.i18n import _
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.buttons import MainButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.look import Look, Role
from digitutor_app.ui_kit.marks import Mark, MarkKind
from digitutor_app.ui_kit.page import Page

#: The tick is as tall as the number beside it, in points.
_TICK_POINTS = 120
_ATTENTION_POINTS = 60


class StickScreen(QWidget):
    """Shows that the stick must stay, then a large tick with the laptop's number, or a trouble.

    It goes away by itself when the stick does; emits ``goOnRequested`` when somebody wants to go on
    with it in its place (after a tick or a trouble).
    """

    goOnRequested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._page: Page | None = None
        self.may_be_pulled = False
        self.show_waiting()

    def show_waiting(self) -> None:
        """The stick must not be pulled out yet."""
        title = _("Odota hetki")
        sentence = _("Tallennan tikulle. Älä ota tikkua vielä irti.")
        self._put(None, "", title, sentence, go_on=False)

    def show_done(self, number: int) -> None:
        """Everything lies on the stick and has been read back."""
        self.may_be_pulled = True
        title = _("Voit ottaa tikun irti")
        sentence = _("Koneen tiedot ovat tikulla. Työ jatkuu siitä, mihin se jäi.")
        mark = self._mark(MarkKind.TICK, _("Valmis"), "accent", _TICK_POINTS)
        self._put(mark, str(number), title, sentence, go_on=True)

    def show_trouble(self, title: str, sentence: str) -> None:
        """It did not work; nothing was lost."""
        self.may_be_pulled = True
        mark = self._mark(MarkKind.ATTENTION, _("Huomaa"), "amber", _ATTENTION_POINTS)
        self._put(mark, "", title, sentence, go_on=True)

    def _put(
        self, mark: Mark | None, number: str, title: str, sentence: str, *, go_on: bool
    ) -> None:
        look = self._look
        page = Page(look, ground="soft_accent" if number else "paper", margins=(80, 40, 80, 24))
        page.rows.add_space()
        words = Column(Label(look, title, Role.CALL), Label(look, sentence, Role.LEAD))
        page.rows.add(self._beside(mark, number, words))
        if go_on:
            button = MainButton(look, _("Jatka"))
            button.clicked.connect(self.goOnRequested)
            page.rows.add(button, gap_before=28)
        page.rows.add_space()
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
        self._page = page
        self._whole.addWidget(page)
        if go_on and self.isVisible():
            button.setFocus()
        announce(self, f"{title}. {sentence}")

    def _mark(self, kind: MarkKind, meaning: str, tone: str, points: float) -> Mark:
        """Read from across the room: it does not grow with the text."""
        return Mark(self._look, kind, meaning, tone=tone, points=points / self._look.scale)

    def _beside(self, mark: Mark | None, number: str, words: Column) -> QWidget:
        if mark is None:
            return words
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(40)
        row.addWidget(mark)
        if number:
            large = Label(self._look, number, Role.NUMBER, tone="accent")
            large.setAccessibleName(_("Kone {number}").format(number=number))
            row.addWidget(large)
        row.addWidget(words, 1)
        return head
