"""A page about data and machines: a bar with the way back, what the page is about, and news."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from digitutor_app.domain.errors import WorldError
from digitutor_app.exchange.errors import BundleError, PlaceError
from digitutor_app.exchange.stick.errors import StickError
from digitutor_app.i18n import _
from digitutor_app.screens.exchange_words import file_trouble, folder_trouble, place_trouble
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import Background
from digitutor_app.services.errors import OtherOrganisationError
from digitutor_app.store.errors import StoreFullError
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.card import AttentionCard, Card, SoftCard
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Body, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill

T = TypeVar("T")


class DataPage(QWidget):
    """Shows its parts (``rows``) under the bar; news and troubles stand above them.

    Emits ``backRequested``. Whoever works for the page calls ``work`` when it begins, then
    ``tell`` or ``failed``.
    """

    backRequested = Signal()

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self.look = look
        self.working = False
        self._back = SmallButton(look, _("Takaisin"))
        #: Who had the keyboard when the work began, and to whom it went then.
        self._had_keyboard: tuple[QWidget | None, QWidget | None] = (None, None)
        self._page = Page(look, TopBar(look, title, self._back))
        self._news = Column(gap=10)
        self._news.hide()
        self._page.rows.add(self._news)
        self.parts = Column()
        self._page.rows.add(self.parts)
        fill(self, self._page)
        self._back.clicked.connect(self.backRequested)

    def run(
        self,
        background: Background,
        job: Callable[[], T],
        done: Callable[[T], object],
        words: str = "",
    ) -> None:
        """Do a job for this page, which says meanwhile that it waits; who has left it hears
        nothing more."""
        self.work(words)

        def finished(answer: T) -> None:
            if isValid(self):
                self.ready()
                done(answer)
                self._give_keyboard()

        def failed(error: Exception) -> None:
            if isValid(self):
                self.failed(error)
                self._give_keyboard()

        background.run(job, finished, failed)

    def work(self, words: str = "") -> None:
        """Something takes its time: nothing is pressed twice."""
        self.working = True
        had, (before, moved) = self.focusWidget(), self._had_keyboard
        # One job may begin the next: the keyboard goes back to where it was before the first.
        had = before if before is not None and had is moved else had
        self.parts.setEnabled(False)
        self._had_keyboard = had, self.focusWidget()
        self._put(SoftCard(self.look, Strong(self.look, words or _("Odota hetki…")), padding=16))
        announce(self, words or _("Odota hetki…"))

    def ready(self) -> None:
        """What was worked at is done; there is nothing to tell."""
        self.working = False
        self.parts.setEnabled(True)
        self._news.rows.clear()
        self._news.hide()

    def tell(self, title: str, sentences: Sequence[str] = ()) -> None:
        """It is done, and this came of it."""
        self.ready()
        words = "\n".join(sentences)
        parts = [Strong(self.look, title), *([Body(self.look, words)] if words else [])]
        self._put(SoftCard(self.look, *parts, padding=16))
        announce(self, f"{title} {' '.join(sentences)}")

    def warn(self, title: str, sentence: str) -> None:
        """Something must be seen, above everything else."""
        self.ready()
        card = AttentionCard(
            self.look, Strong(self.look, title), Body(self.look, sentence), padding=16
        )
        card.rows.setSpacing(2)
        self._put(card)
        announce(self, f"{title}. {sentence}")

    def failed(self, error: Exception) -> None:
        """Say what happened, what is safe and what to do; an error of ours is raised again."""
        self.ready()
        self.warn(*trouble(error))

    def _give_keyboard(self) -> None:
        """Back to what was pressed, or to the way back where that has gone; a page that has put it
        elsewhere meanwhile keeps it there."""
        if not isValid(self) or self.working:
            return
        (had, moved), now = self._had_keyboard, self.focusWidget()
        self._had_keyboard = None, None
        if now is not None and now is not moved and now.isVisibleTo(self):
            return
        if had is None or not isValid(had) or not (had.isVisibleTo(self) and had.isEnabled()):
            had = self._back
        had.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, card: Card) -> None:
        self._news.rows.clear()
        self._news.rows.add(card)
        self._news.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)


def trouble(error: Exception) -> tuple[str, str]:
    """A title and sentences about whatever the world may do to data, in the running language.

    An error of neither the world nor the system is raised again: nobody but us can mend it.
    """
    if not isinstance(error, (WorldError, OSError)):
        raise error
    if isinstance(error, StickError):
        return place_trouble(error)
    if isinstance(error, PlaceError):
        return folder_trouble(error)
    if isinstance(error, BundleError):
        return _("Tiedostoa ei voi käyttää"), file_trouble(error)
    if isinstance(error, OtherOrganisationError):
        return (
            _("Koneet kuuluvat eri järjestäjille"),
            _(
                "Kummallakin koneella on jo oman järjestäjän työpajoja ja tikkuja. "
                "Mitään ei muutettu. Valmistele tikut yhdellä koneella."
            ),
        )
    return opening_trouble(error)


def stick_trouble(error: Exception) -> tuple[str, str]:
    """The same where it is about a stick."""
    if isinstance(error, (PlaceError, StoreFullError)):
        return place_trouble(error)
    return trouble(error)
