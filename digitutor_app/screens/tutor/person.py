"""One person's page for the tutor: what goes well, what was tried, when they were here."""

from itertools import groupby
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitutor_app import i18n
from digitutor_app.content.errors import ContentError
from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.i18n import _, ngettext
from digitutor_app.i18n.formats import clock_time, hours, listed, short_date
from digitutor_app.screens.code_picture import code_picture
from digitutor_app.screens.skill_marks import SKILL_MARKS
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.records import AttemptLine, Record
from digitutor_app.services.skills import SkillLine
from digitutor_app.services.words import mode_word, person_word, skill_state_word
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import MainButton, PlainButton, SmallButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Heading, Muted, Strong, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page
from digitutor_app.ui_kit.picture import PictureView
from digitutor_app.ui_kit.rows import RowList
from digitutor_app.ui_kit.two_pane import TwoPane

_MARGINS: Final = (28, 22, 28, 20)
#: So many attempts are shown; who looks for more wants a report.
_MOST_ATTEMPTS: Final = 40


class PersonScreen(QWidget):
    """Shows picture and name, skills by module, attempts with the newest first, days and hours.

    Emits ``certificateRequested(person id)``, ``sheetRequested(person id)`` and ``backRequested``.
    """

    certificateRequested = Signal(str)
    sheetRequested = Signal(str)
    backRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        tutor: TutorContext,
        person_id: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._context = context
        self._tutor = tutor
        self._person_id = person_id
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the record anew."""
        try:
            record = self._context.records.of_person(self._person_id, i18n.current())
        except (StoreError, ContentError) as error:
            title, sentence = opening_trouble(error)
            self._page.banner.say(f"{title}. {sentence}")
            return
        self._page.banner.clear()
        self._who.rows.clear()
        self._skills.rows.clear()
        self._attempts.rows.clear()
        self._papers.setVisible(record is not None)
        if record is None:
            self._who.rows.add(Body(self._look, _("Tätä osallistujaa ei ole tällä koneella.")))
            return
        self._show_who(record)
        self._show_skills(record)
        self._show_attempts(record)

    # Building

    def _build(self) -> None:
        look = self._look
        self._back = SmallButton(look, _("Takaisin"))
        self._certificate = MainButton(look, _("Tee todistus"))
        top = TopBar(look, _("Osallistuja"), self._back)
        self._page = Page(look, top, margins=_MARGINS)
        self._who = Column(gap=10)
        self._skills = Column(gap=4)
        self._attempts = Column(gap=4)
        self._sheet = PlainButton(look, _("Omat digitaitoni -lehti"))
        self._papers = Flow(self._certificate, self._sheet)
        left = Column(self._who, self._papers, self._skills, gap=18)
        self._page.rows.add(TwoPane(look, left, self._attempts, shares=(5, 6), gap=36))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)

    def _connect(self) -> None:
        self._back.clicked.connect(self.backRequested)
        self._certificate.clicked.connect(self._on_certificate)
        self._sheet.clicked.connect(self._on_sheet)

    # Showing

    def _show_who(self, record: Record) -> None:
        look, person = self._look, record.person
        names = Column(Title(look, person_word(person)), gap=0)
        if person.first_name and person.code:
            names.rows.add(Muted(look, person.code))
        picture = code_picture(person.code)
        parts: list[QWidget] = [names]
        if picture is not None:
            parts.insert(0, PictureView(look, picture, person.code, side=64))
        self._who.rows.add(Flow(*parts, gap=18))
        self._who.rows.add(Body(look, _visits(record)))

    def _show_skills(self, record: Record) -> None:
        look = self._look
        self._skills.rows.add(Heading(look, _("Taidot")))
        if not record.skills:
            self._skills.rows.add(Body(look, _("Taidot tulevat tähän, kun harjoitus on alkanut.")))
        for module, lines in groupby(record.skills, key=_module):
            self._skills.rows.add(Strong(look, module), gap_before=6)
            rows = RowList(look)
            for line in lines:
                rows.add(line.skill, skill_state_word(line.state), SKILL_MARKS[line.state])
            self._skills.rows.add(rows)

    def _show_attempts(self, record: Record) -> None:
        look = self._look
        self._attempts.rows.add(Heading(look, _("Harjoitukset")))
        if not record.attempts:
            self._attempts.rows.add(Body(look, _("Yhtään harjoitusta ei ole vielä tehty loppuun.")))
            return
        rows = RowList(look)
        for line in record.attempts[:_MOST_ATTEMPTS]:
            rows.add(line.title, self._when(line), detail=_went(line))
        self._attempts.rows.add(rows)
        more = len(record.attempts) - _MOST_ATTEMPTS
        if more > 0:
            words = ngettext("ja {count} aiempi", "ja {count} aiempaa", more).format(count=more)
            self._attempts.rows.add(Muted(look, words))

    def _when(self, line: AttemptLine) -> str:
        if line.ended.date() == self._context.clock.now().date():
            return clock_time(line.ended)
        return short_date(line.ended.date())

    def _on_certificate(self) -> None:
        self.certificateRequested.emit(self._person_id)

    def _on_sheet(self) -> None:
        self.sheetRequested.emit(self._person_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)


def _module(line: SkillLine) -> str:
    return line.module


def _visits(record: Record) -> str:
    if not record.days:
        return _("Ei käyntejä tällä koneella.")
    days = listed([short_date(day) for day in record.days])
    if not record.quarter_hours:
        return _("Paikalla {days}, yhteensä alle 15 minuuttia.").format(days=days)
    return _("Paikalla {days}, yhteensä {hours}.").format(
        days=days, hours=hours(record.quarter_hours)
    )


def _went(line: AttemptLine) -> str:
    """How it went, in words: mode, end, hints; then what was difficult."""
    parts = [mode_word(line.mode)]
    if line.mode is Mode.WATCH:
        pass  # watching goes neither well nor badly
    elif line.end is AttemptEnd.DONE:
        parts.append(_("vihjeen avulla") if line.attempt.hint else _("ilman vihjettä"))
    elif line.end is AttemptEnd.RESTARTED:
        parts.append(_("aloitettiin alusta"))
    elif line.end is AttemptEnd.SKIPPED:
        parts.append(_("ohitti tehtävän"))
    else:
        parts.append(_("jäi kesken"))
    return "\n".join((", ".join(parts), *line.difficulties[:3]))
