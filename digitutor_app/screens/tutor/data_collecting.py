"""Keruukierros on the tutor's machine: the page over everything while the stick is read."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitutor_app.i18n import _
from digitutor_app.screens import collect_words
from digitutor_app.services.collecting import Collected
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.buttons import MainButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Label, Muted
from digitutor_app.ui_kit.look import Look, Role
from digitutor_app.ui_kit.marks import Mark, MarkKind
from digitutor_app.ui_kit.page import Page


class CollectingScreen(QWidget):
    """Shows that the stick must stay, then what came from it and that it may be pulled out.

    It goes away by itself when the stick does; emits ``goOnRequested`` when somebody wants to go on
    with the stick in its place.
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
        self.may_be_pulled = False
        title = _("Odota hetki")
        words = _("Tuon tietoja tikulta. Älä ota tikkua vielä irti.")
        self._put(title, [Label(self._look, words, Role.LEAD)], None, go_on=False)

    def show_done(self, collected: Collected, numbers: Mapping[str, int]) -> None:
        """Everything is here, and the stick holds the receipts; ``numbers`` by public key."""
        self.may_be_pulled = True
        look = self._look
        sentences = collect_words.told(collected)
        large = 1 + bool(collected.missing)
        parts: list[QWidget] = [Label(look, one, Role.LEAD) for one in sentences[:large]]
        parts += [Body(look, sentence) for sentence in sentences[large:]]
        refused = collect_words.refusals(collected.refused, numbers)
        if collect_words.strangers(collected.refused):
            refused.append(
                _("Tuntemattoman koneen tiedosto jäi tikulle. Esittele kone kohdassa Tuo tiedot.")
            )
        parts += [Muted(look, sentence) for sentence in refused]
        mark = Mark(look, MarkKind.TICK, _("Valmis"), tone="accent", points=60 / look.scale)
        self._put(_("Voit ottaa tikun irti"), parts, mark, go_on=True)

    def show_trouble(self, title: str, sentence: str) -> None:
        """It did not work; nothing was lost."""
        self.may_be_pulled = True
        look = self._look
        mark = Mark(look, MarkKind.ATTENTION, _("Huomaa"), tone="amber", points=60 / look.scale)
        self._put(title, [Label(look, sentence, Role.LEAD)], mark, go_on=True)

    def _put(self, title: str, parts: list[QWidget], mark: Mark | None, *, go_on: bool) -> None:
        look = self._look
        page = Page(look, ground="soft_accent" if go_on else "paper", margins=(80, 40, 80, 24))
        page.rows.add_space()
        head = Label(look, title, Role.CALL)
        page.rows.add(head if mark is None else Flow(mark, head, gap=28))
        page.rows.add(Column(*parts, gap=8))
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
        said = [part.text() for part in parts if isinstance(part, Label)]
        announce(self, " ".join([f"{title}.", *said]))
