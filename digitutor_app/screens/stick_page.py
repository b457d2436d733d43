"""The page over everything else while a stick is being used: wait, or pull it out."""

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

_MARGINS = (80, 40, 80, 24)
_ATTENTION_POINTS = 60


class StickPage(QWidget):
    """Shows that the stick must stay (the sentence ``waiting``), then what came of it.

    It goes away by itself when the stick does; emits ``goOnRequested`` when somebody wants to go on
    with it in its place, once ``may_be_pulled``.
    """

    goOnRequested = Signal()

    def __init__(self, look: Look, waiting: str) -> None:
        super().__init__()
        self.look = look
        self.may_be_pulled = False
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._page: Page | None = None
        title = _("Odota hetki")
        self._put(self._page_with("paper", self.words(title, waiting)))
        announce(self, f"{title}. {waiting}")

    def show_trouble(self, title: str, sentence: str) -> None:
        """It did not work; nothing was lost."""
        mark = self.mark(MarkKind.ATTENTION, _("Huomaa"), "amber", _ATTENTION_POINTS)
        whole = beside(mark, self.words(title, sentence))
        self._show_end("paper", f"{title}. {sentence}", whole)

    def show_good_end(self, said: str, *parts: QWidget) -> None:
        """It worked; ``said`` is what the parts say, for somebody who does not see them."""
        self._show_end("soft_accent", said, *parts)

    def words(self, title: str, sentence: str) -> Column:
        """A title that is read from across the room, and what it means."""
        return Column(Label(self.look, title, Role.CALL), Label(self.look, sentence, Role.LEAD))

    def mark(self, kind: MarkKind, meaning: str, tone: str, points: float) -> Mark:
        """Read from across the room: it does not grow with the text."""
        return Mark(self.look, kind, meaning, tone=tone, points=points / self.look.scale)

    def _show_end(self, ground: str, said: str, *parts: QWidget) -> None:
        self.may_be_pulled = True
        button = MainButton(self.look, _("Jatka"))
        button.clicked.connect(self.goOnRequested)
        self._put(self._page_with(ground, *parts, button=button))
        if self.isVisible():
            button.setFocus()
        announce(self, said)

    def _page_with(self, ground: str, *parts: QWidget, button: MainButton | None = None) -> Page:
        page = Page(self.look, ground=ground, margins=_MARGINS)
        page.rows.add_space()
        for part in parts:
            page.rows.add(part)
        if button is not None:
            page.rows.add(button, gap_before=28)
        page.rows.add_space()
        return page

    def _put(self, page: Page) -> None:
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
        self._page = page
        self._whole.addWidget(page)


def beside(*parts: QWidget) -> QWidget:
    """Large things in one row; the last of them has the room that is left."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(40)
    for part in parts:
        row.addWidget(part, 1 if part is parts[-1] else 0)
    return whole
