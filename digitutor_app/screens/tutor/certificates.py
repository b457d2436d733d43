"""Certificates for everybody of a workshop day: names, choices, the page, one pile of paper."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from digitutor_app import i18n
from digitutor_app.content.errors import ContentError
from digitutor_app.dialogs.choose_file import ChooseFile, choose_pdf
from digitutor_app.dialogs.choose_printer import ChoosePrinter, choose_printer
from digitutor_app.domain.certificates import Certificate, CertificateContent
from digitutor_app.domain.errors import WorldError
from digitutor_app.domain.workshops import Workshop
from digitutor_app.i18n import _, ngettext
from digitutor_app.screens.attendee_card import LONGEST, AttendeeCard
from digitutor_app.screens.certificate_words import why_nobody
from digitutor_app.screens.erasing_words import due_word
from digitutor_app.screens.hand_out import Handful, HandOut
from digitutor_app.screens.not_yet import NotYetCard
from digitutor_app.screens.paper_preview import PaperPreview
from digitutor_app.screens.paper_words import batch_trouble
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.screens.workshop_tabs import workshop_tabs
from digitutor_app.services.certify import FEWEST_QUARTERS, Attendee, dated_as_issued
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.print_jobs import Paper
from digitutor_app.services.words import told_apart
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.tick_box import TickBox
from digitutor_app.ui_kit.two_pane import TwoPane

_MARGINS: Final = (28, 20, 28, 16)
_MOST_WORKSHOPS: Final = 4
#: What stands above and below the page picture, and the least height for it, logical pixels.
_AROUND_PAPER: Final = 330
_LOWEST_PAPER: Final = 300


class CertificatesScreen(QWidget):
    """Shows everybody who was here long enough, each with a name to type, and one paper beside.

    Emits ``finished`` when all papers are printed or saved, ``previewChanged`` when another page
    is shown, ``workshopRequested`` and ``backRequested``. What was typed stays until then.
    """

    finished = Signal()
    previewChanged = Signal()
    workshopRequested = Signal()
    backRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        tutor: TutorContext,
        *,
        choose_file: ChooseFile = choose_pdf,
        choose_printer: ChoosePrinter = choose_printer,
        parent: QWidget | None = None,
    ) -> None:
        """``choose_file`` asks where to save, ``choose_printer`` where to print."""
        super().__init__(parent)
        self._look = look
        self._context = context
        self._tutor = tutor
        self._choosers = choose_file, choose_printer
        self._workshops: list[Workshop] = []
        self._workshop: Workshop | None = None
        self._cards: list[AttendeeCard] = []
        self._shown: AttendeeCard | None = None
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read workshops and people anew."""
        try:
            self._workshops = self._tutor.workshops.all()[:_MOST_WORKSHOPS]
            kept = [w for w in self._workshops if self._workshop and w.id == self._workshop.id]
            self._workshop = next(iter(kept or self._workshops), None)
            people = self._tutor.certify.present(self._workshop) if self._workshop else []
            self._show(people)
        except (StoreError, ContentError) as error:
            self._page.banner.say(". ".join(opening_trouble(error)))

    # Building

    def _build(self) -> None:
        look = self._look
        self._back = SmallButton(look, _("Takaisin"))
        self._page = Page(look, TopBar(look, _("Todistukset"), self._back), margins=_MARGINS)
        self._which = Column()
        self._not_yet = NotYetCard(look, _("Avaa työpajat"))
        self._all = SmallButton(look, _("Valitse kaikki"))
        self._none = SmallButton(look, _("Poista valinnat"))
        self._count = Body(look)
        self._keep = TickBox(
            look, _("Säilytä nimet, jotta todistukset voi tulostaa uudelleen"), ticked=True
        )
        self._list = Column(gap=12)
        choose_file, choose_printer = self._choosers
        self._hand_out = HandOut(
            look,
            self._context.background,
            self._tutor.printing,
            self._handful,
            choose_file=choose_file,
            choose_printer=choose_printer,
        )
        self._choice = Flow(self._all, self._none, self._count)
        left = Column(self._choice, self._list, gap=14)
        self._preview = PaperPreview(look, self._context.background, _("Todistuksen sivu"))
        self._above = QWidget()  # as high as the list has been scrolled: the paper stays in sight
        self._above.setFixedHeight(0)
        self._right = Column(self._keep, self._hand_out, self._preview, gap=10)
        right = Column(self._above, self._right, gap=0)
        self._panes = TwoPane(look, left, right, shares=(7, 5), gap=28)
        for part in (self._which, self._not_yet, self._panes):
            self._page.rows.add(part)
        fill(self, self._page)

    def _connect(self) -> None:
        self._back.clicked.connect(self.backRequested)
        self._not_yet.goRequested.connect(self.workshopRequested)
        self._all.clicked.connect(self._on_all)
        self._none.clicked.connect(self._on_none)
        self._page.scroller.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._preview.drawn.connect(self.previewChanged)
        self._preview.refused.connect(self._say_refused)
        self._hand_out.refused.connect(self._say_refused)
        self._hand_out.troubled.connect(self._on_not_kept)
        self._hand_out.printed.connect(self._on_handed_out)
        self._hand_out.saved.connect(self._on_handed_out)

    # Showing

    def _show(self, people: list[Attendee]) -> None:
        self._page.banner.clear()
        self._show_workshops()
        enough = [each for each in people if each.quarter_hours >= FEWEST_QUARTERS]
        self._panes.setVisible(bool(enough))
        self._not_yet.setVisible(not enough)
        if not enough:
            self._not_yet.say(*why_nobody(self._workshop, people))
        self._show_cards(enough)

    def _show_workshops(self) -> None:
        self._which.rows.clear()
        self._which.setVisible(len(self._workshops) > 1)
        if len(self._workshops) > 1 and self._workshop is not None:
            tabs = workshop_tabs(self._look, self._workshops, self._workshop.id)
            tabs.chosen.connect(self._on_workshop)
            self._which.rows.add(tabs)

    def _show_cards(self, people: list[Attendee]) -> None:
        self._list.rows.clear()
        self._cards, self._shown = [], None
        due = {p.person.id: due_word(p) for p in self._tutor.erasing.pending()}
        words = told_apart(each.person for each in people)
        for each in people:
            who = each.person.id
            last, gone = self._last(who), due.get(who, "")
            card = AttendeeCard(self._look, each, words[who], last, gone)
            card.touched.connect(self._on_touched)
            card.changed.connect(self._on_changed)
            self._cards.append(card)
            self._list.rows.add(card)
        self._word_count()
        if self._cards:
            self._show_paper(self._cards[0])

    def _last(self, person_id: str) -> Certificate | None:
        assert self._workshop is not None
        return self._tutor.certify.last(person_id, self._workshop.id)

    def _show_paper(self, card: AttendeeCard) -> None:
        self._shown = card
        self._preview.ask(self._page_of(card))

    def _page_of(self, card: AttendeeCard) -> Callable[[], bytes]:
        assert self._workshop is not None
        return partial(
            self._tutor.certify.paper, card.person_id, self._workshop, self._content(card)
        )

    def _content(self, card: AttendeeCard) -> CertificateContent:
        assert self._workshop is not None
        draft = self._tutor.certify.draft(
            card.person_id, self._workshop, i18n.current(), with_skills=card.with_skills
        )
        return dated_as_issued(replace(draft, name=card.name), card.last)

    def _word_count(self) -> None:
        count = sum(card.chosen for card in self._cards)
        words = ngettext("{count} todistus", "{count} todistusta", count)
        self._count.setText(words.format(count=count))

    # Handing out

    def _handful(self) -> Handful | None:
        """A paper for each who is chosen; None when a name must be mended or nobody is chosen."""
        workshop = self._workshop
        chosen = [card for card in self._cards if card.chosen]
        if workshop is None or not chosen:
            self._page.banner.say(_("Valitse ensin, kenelle teet todistuksen."))
            return None
        for card in chosen:
            if len(card.name) > LONGEST:
                card.ask_for_shorter_name()
                return None
        certify, keep = self._tutor.certify, self._keep.isChecked()
        papers, contents = [], []
        for card in chosen:
            content = self._content(card)
            contents.append(content)
            papers.append(
                Paper(
                    partial(certify.paper, card.person_id, workshop, content),
                    partial(certify.issue, card.person_id, workshop, content, keep_name=keep),
                )
            )
        return Handful(
            papers=tuple(papers),
            file_name=f"todistukset_{workshop.day.isoformat()}.pdf",
            together=partial(certify.together, contents),
        )

    def _say_refused(self, error: WorldError) -> None:
        names = [card.name for card in self._cards]
        sentence = batch_trouble(error, names)
        self._page.banner.say(sentence)
        announce(self, sentence)

    # Slots

    def _on_all(self) -> None:
        for card in self._cards:
            card.choose(chosen=True)

    def _on_none(self) -> None:
        for card in self._cards:
            card.choose(chosen=False)

    def _on_touched(self, card: AttendeeCard) -> None:
        if card is not self._shown:
            self._show_paper(card)

    def _on_changed(self, card: AttendeeCard) -> None:
        self._page.banner.clear()
        self._hand_out.clear()
        self._word_count()
        self._show_paper(card)

    def _on_scrolled(self, value: int) -> None:
        if not self._cards or self._panes.stacked:
            self._above.setFixedHeight(0)
            return
        spare = self._panes.height() - self._right.heightForWidth(self._right.width())
        self._above.setFixedHeight(max(0, min(value, spare)))

    def _on_workshop(self, workshop_id: str) -> None:
        self._workshop = next(w for w in self._workshops if w.id == workshop_id)
        self._hand_out.clear()
        self.refresh()

    def _on_handed_out(self, _result: object) -> None:
        for card in self._cards:
            card.set_last(self._last(card.person_id))
        self.finished.emit()

    def _on_not_kept(self, trouble: StoreError) -> None:
        title, sentence = opening_trouble(trouble)
        kept = _("Paperit ovat valmiit, mutta todistusten luettelo ei tallentunut.")
        self._page.banner.say(f"{kept} {title}. {sentence}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        tallest = max(_LOWEST_PAPER, self.height() - _AROUND_PAPER)
        self._preview.set_tallest(0 if self._look.stacks else tallest)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)
