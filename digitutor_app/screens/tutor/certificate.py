"""A certificate of participation: the name for the paper, what will stand on it, and the page."""

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
from digitutor_app.domain.people import Person
from digitutor_app.domain.workshops import Workshop
from digitutor_app.i18n import _
from digitutor_app.screens.certificate_words import facts_of, why_not_yet
from digitutor_app.screens.hand_out import Handful, HandOut
from digitutor_app.screens.not_yet import NotYetCard
from digitutor_app.screens.paper_preview import PaperPreview
from digitutor_app.screens.paper_words import drawing_trouble, is_in_name
from digitutor_app.screens.person_erasing import ErasingNote
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.screens.workshop_tabs import workshop_tabs
from digitutor_app.services.certify import FEWEST_QUARTERS, dated_as_issued
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.paper import one_line
from digitutor_app.services.print_jobs import Paper
from digitutor_app.services.words import person_word
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.fields import TextField
from digitutor_app.ui_kit.labels import Body
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill
from digitutor_app.ui_kit.tick_box import TickBox
from digitutor_app.ui_kit.two_pane import TwoPane

LONGEST: Final = 200
_MARGINS: Final = (28, 20, 28, 16)
#: What stands above and below the page picture, and the least height for it, logical pixels.
_AROUND_PAPER: Final = 168
_LOWEST_PAPER: Final = 340
_MOST_WORKSHOPS: Final = 4


class CertificateScreen(QWidget):
    """Shows the form on the left and on the right the page as it will be printed.

    Emits ``saved(Path)`` when the PDF is in its folder, ``printed`` when the paper has come out,
    ``previewChanged`` when another page is shown, ``workshopRequested`` and ``backRequested``.
    """

    saved = Signal(object)
    printed = Signal()
    previewChanged = Signal()
    workshopRequested = Signal()
    backRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        tutor: TutorContext,
        person_id: str,
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
        self._person_id = person_id
        self._handed = ""
        self._choosers = choose_file, choose_printer
        self._person = Person(id=person_id)
        self._workshops: list[Workshop] = []
        self._offered: list[Workshop] = []
        self._workshop: Workshop | None = None
        self._draft: CertificateContent | None = None
        self._last: Certificate | None = None
        self._build()
        self._connect()
        self.refresh()
        self._name.set_text(self._kept_name)
        self.setFocusProxy(self._name.edit)

    def refresh(self) -> None:
        """Read the facts anew; what was typed stays."""
        try:
            self._read()
        except (StoreError, ContentError) as error:
            self._page.banner.say(". ".join(opening_trouble(error)))
            return
        self._page.banner.clear()
        self._show()

    # Building

    def _build(self) -> None:
        look = self._look
        self._back = SmallButton(look, _("Takaisin"))
        self._top = TopBar(look, _("Todistus"), self._back)
        self._page = Page(look, self._top, margins=_MARGINS)
        self._name = TextField(
            look,
            _("Etunimet ja sukunimi todistukseen"),
            _("Nimi tulee paperille.\nJätä tyhjäksi, jos kirjoitat nimen käsin."),
        )
        self._keep = TickBox(
            look, _("Säilytä nimi, jotta todistuksen voi tulostaa uudelleen"), ticked=True
        )
        self._which = Column()
        self._which.hide()
        self._facts = Body(look)
        self._skills = TickBox(look, _("Tulosta itse näytetyt taidot, jos osallistuja haluaa"))
        self._erasing = ErasingNote(look, self._tutor.erasing)
        self._hand_out = HandOut(
            look,
            self._context.background,
            self._tutor.printing,
            self._handful,
            choose_file=self._choosers[0],
            choose_printer=self._choosers[1],
        )
        self._not_yet = NotYetCard(look, _("Avaa työpajat"))
        self._form = Column(
            self._name, self._keep, self._skills, self._facts, self._hand_out, gap=10
        )
        self._preview = PaperPreview(look, self._context.background, _("Todistuksen sivu"))
        left = Column(self._which, self._not_yet, self._erasing, self._form, gap=10)
        self._page.rows.add(TwoPane(look, left, self._preview, shares=(6, 5), gap=32))
        fill(self, self._page)

    def _connect(self) -> None:
        self._back.clicked.connect(self.backRequested)
        self._not_yet.goRequested.connect(self.workshopRequested)
        self._hand_out.saved.connect(self._on_saved)
        self._hand_out.printed.connect(self._on_printed)
        self._hand_out.refused.connect(self._on_not_drawn)
        self._hand_out.troubled.connect(self._on_not_kept)
        self._skills.toggled.connect(self._on_skills)
        self._name.changed.connect(self._on_name_changed)
        self._name.submitted.connect(self._ask_for_page)
        self._preview.drawn.connect(self.previewChanged)
        self._preview.refused.connect(self._say_refused)
        self._look.changed.connect(self._fit_paper)

    # The facts

    def _read(self) -> None:
        certify = self._tutor.certify
        record = self._context.records.of_person(self._person_id, i18n.current())
        if record is not None:
            self._person = record.person
        self._erasing.look_at(self._person_id)
        attended = certify.attended(self._person_id)[:_MOST_WORKSHOPS]
        self._workshops = attended or self._tutor.workshops.all()[:1]
        kept = self._workshop.id if self._workshop else ""
        chosen = [w for w in self._workshops if w.id == kept] or self._workshops
        self._workshop = chosen[0] if chosen else None
        self._draft = self._last = None
        if self._workshop is not None:
            self._draft = certify.draft(
                self._person_id,
                self._workshop,
                i18n.current(),
                with_skills=self._skills.isChecked(),
            )
            self._last = certify.last(self._person_id, self._workshop.id)

    @property
    def _kept_name(self) -> str:
        return self._last.content.name if self._last else ""

    def _content(self) -> CertificateContent:
        """What is to be printed, with the name as it is typed now."""
        assert self._draft is not None
        name = one_line(self._name.text())
        return dated_as_issued(replace(self._draft, name=name), self._last)

    # Showing

    def _show(self) -> None:
        self._top.set_title(_("Todistus"), person_word(self._person))
        self._show_workshops()
        draft = self._draft
        enough = draft is not None and draft.quarter_hours >= FEWEST_QUARTERS
        self._not_yet.setVisible(not enough)
        self._form.setVisible(enough)
        self._preview.setVisible(enough)
        if draft is not None and enough:
            self._facts.setText(facts_of(draft, self._last))
            self._ask_for_page()
            return
        self._not_yet.say(*why_not_yet(self._workshop, draft))

    def _show_workshops(self) -> None:
        if self._workshops == self._offered:
            return  # the keyboard stays where it is
        self._offered = self._workshops
        self._which.rows.clear()
        self._which.setVisible(len(self._workshops) > 1)
        if len(self._workshops) > 1 and self._workshop is not None:
            choices = workshop_tabs(self._look, self._workshops, self._workshop.id)
            choices.chosen.connect(self._on_workshop)
            self._which.rows.add(choices)

    def _ask_for_page(self) -> None:
        if self._draft is not None:
            self._preview.ask(partial(self._tutor.certify.pdf, self._content()))

    def _say_refused(self, error: WorldError) -> None:
        name = one_line(self._name.text())
        sentence = drawing_trouble(error, name)
        if is_in_name(error, name):
            self._name.show_trouble(sentence)
        else:
            self._page.banner.say(sentence)
        announce(self, sentence)

    # Handing out

    def _handful(self) -> Handful | None:
        """The one paper; None when the name must be mended first."""
        workshop = self._workshop
        if workshop is None or self._draft is None:
            return None
        if len(one_line(self._name.text())) > LONGEST:
            words = _("Nimi on pitkä. Lyhennä se alle {count} merkkiin.")
            self._name.show_trouble(words.format(count=LONGEST))
            self._name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        certify, who, content = self._tutor.certify, self._person_id, self._content()
        self._handed = content.name
        make = partial(certify.paper, who, workshop, content)
        keep = partial(certify.issue, who, workshop, content, keep_name=self._keep.isChecked())
        return Handful(
            papers=(Paper(make, keep),),
            file_name=f"todistus_{self._person.code or 'osallistuja'}.pdf",
            together=make,
        )

    # Slots

    def _on_name_changed(self, _text: str) -> None:
        self._hand_out.clear()
        self._page.banner.clear()
        self._ask_for_page()

    def _on_skills(self, _ticked: bool) -> None:
        self._hand_out.clear()
        self.refresh()

    def _on_saved(self, path: object) -> None:
        self.refresh()
        self.saved.emit(path)

    def _on_printed(self, _count: int) -> None:
        self.refresh()
        self.printed.emit()

    def _on_not_drawn(self, error: WorldError) -> None:
        if self._handed == one_line(self._name.text()):  # else it has been mended meanwhile
            self._say_refused(error)

    def _on_not_kept(self, trouble: StoreError) -> None:
        kept = _("Paperi on valmis, mutta todistusten luettelo ei tallentunut.")
        self._page.banner.say(f"{kept} {'. '.join(opening_trouble(trouble))}")

    def _on_workshop(self, workshop_id: str) -> None:
        self._workshop = next(w for w in self._workshops if w.id == workshop_id)
        self._hand_out.clear()
        self.refresh()

    def _fit_paper(self) -> None:
        wide = self._look.stacks or self.width() < 1000
        tallest = max(_LOWEST_PAPER, self.height() - _AROUND_PAPER)
        self._preview.set_tallest(0 if wide else tallest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_paper()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)
