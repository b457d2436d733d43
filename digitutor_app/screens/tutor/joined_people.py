"""Yhdistetyt henkilöt: everybody who was joined with another, and how to part them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.screens.person_joined import JoinedPart
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import TutorContext
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.labels import Body
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill


class JoinedPeopleScreen(QWidget):
    """Shows them by the one who stands for them, each with "Erota". Emits ``backRequested``."""

    backRequested = Signal()

    def __init__(self, look: Look, tutor: TutorContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tutor = tutor
        self._back = SmallButton(look, _("Takaisin"))
        self._page = Page(look, TopBar(look, _("Yhdistetyt henkilöt"), self._back))
        self._part = JoinedPart(look, tutor.same_person, heads=True)
        self._page.rows.add(
            Body(
                look,
                _(
                    "Nämä ovat olleet monella koneella ja ovat yksi henkilö.\n"
                    "Jos he ovatkin eri ihmisiä, paina Erota. Mitään ei katoa."
                ),
            )
        )
        self._page.rows.add(self._part)
        self._empty = Body(look, _("Ketään ei ole yhdistetty nyt."))
        self._page.rows.add(self._empty)
        fill(self, self._page)
        self._back.clicked.connect(self.backRequested)
        self._part.changed.connect(self.refresh)
        self._part.troubled.connect(self._page.banner.say)
        self.refresh()

    def refresh(self) -> None:
        """Read anew who was joined."""
        try:
            joined = self._tutor.same_person.joined()
        except StoreError as error:
            self._page.banner.say(". ".join(opening_trouble(error)))
            return
        self._page.banner.clear()
        self._part.show_joined(joined)
        self._empty.setVisible(not joined)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)
