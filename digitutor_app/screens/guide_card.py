"""The card beside the practice frame: what to do now, and the hint."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, Signal

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.exercise import ExerciseText, StepKind
from digitutor_app.engine.outcome import Guidance, Hint, HintKind
from digitutor_app.engine.slips import Slip
from digitutor_app.i18n import _
from digitutor_app.screens.key_words import key_words
from digitutor_app.screens.practice_page import SideCard
from digitutor_app.screens.reading import read_button
from digitutor_app.services.slip_words import slip_hint
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.buttons import MainButton, SmallButton
from digitutor_app.ui_kit.card import Card, HintCard
from digitutor_app.ui_kit.choices import Choices
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.key_caps import KeyCaps
from digitutor_app.ui_kit.labels import Instruction, Muted
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.marks import MarkKind
from digitutor_app.ui_kit.progress_dots import ProgressDots
from digitutor_app.ui_kit.read_aloud import ReadAloud, visible_words
from digitutor_app.ui_kit.rows import RowList

_PADDING: Final = 24


class GuideCard(SideCard):
    """Shows the step (Ohjatusti) or the goal with its checklist (Itse), and one hint at a time.

    Emits ``answered(choice)``: a step was read, a question answered ("" when not a question), or
    the tutor has seen it. Emits ``skipRequested`` where ``may_skip`` shows that button.
    """

    answered = Signal(str)
    skipRequested = Signal()

    def __init__(
        self, look: Look, *, may_skip: bool = False, reader: ReadAloud | None = None
    ) -> None:
        super().__init__(look)
        self._said = ""
        self._given: tuple[object, ...] = ()
        self._shown: tuple[object, ...] = ()
        self._progress = ProgressDots(look)
        self._context = Muted(look)
        self._instruction = Instruction(look)
        self._ask = Column(gap=8)
        self._list = Column(gap=8)
        self._hint = HintCard(look, _("Vihje"))
        self._skip = SmallButton(look, _("Ohita tämä tehtävä")) if may_skip else None
        self._keys = KeyCaps(look)
        self._read = None if reader is None else read_button(look, reader, self._words)
        if reader is not None:
            reader.voicesChanged.connect(self.fit)
        self._stuck = Muted(look, _("Jäitkö jumiin? Paina Kutsu tutor."), small=True)
        self._build()

    def _build(self) -> None:
        card = Card(self._look, self._progress, self._context, self._instruction, padding=_PADDING)
        card.rows.add(self._ask)
        if self._read is not None:
            card.rows.add(self._read)
        card.rows.add(self._hint, gap_before=10)
        card.rows.add(self._keys)
        card.rows.add(self._stuck)
        card.rows.add(self._list)
        if self._skip is not None:
            card.rows.add(self._skip, gap_before=14)
            self._skip.clicked.connect(self.skipRequested)
        self.hold(card, _("Ohje"))

    def hint_place(self) -> QRect:
        """Where the hint stands in what ``scroller`` scrolls, logical pixels."""
        return QRect(self._hint.mapTo(self._card, QPoint(0, 0)), self._hint.size())

    def show_guidance(
        self, guidance: Guidance, text: ExerciseText, mode: Mode, last: str = ""
    ) -> None:
        """Show what the engine says now. ``last`` is the name of what a mistake happened to."""
        step, left_handed = guidance.step, self._look.display.left_handed
        given = (guidance, text, mode, last, left_handed)
        if step is None or given == self._given:
            return
        self._given = given
        guided = mode is Mode.GUIDED
        words = text.ways.get((guidance.way, step.id), text.steps[step.id])
        progress = _("Vaihe {number} / {of}").format(number=guidance.number, of=guidance.of)
        self._progress.show_progress(guidance.number - 1, guidance.of, progress)
        self._progress.setVisible(guided)
        self._context.setText(text.context)
        background = guidance.number == 1 or not guided
        self._context.setVisible(background and guidance.hint is None)
        asks = step.kind is not StepKind.DO
        main = words.instruction if guided or asks else text.goal
        self._instruction.setText(main)
        shown = (step.id, mode, guidance.done_steps, id(text))
        if shown != self._shown:
            self._shown = shown
            self._show_more(guidance, text, guided=guided)
        hint = guidance.hint
        told = ""
        if hint is not None:
            told = hint_text(hint, guidance, words.again, text, last, left_handed=left_handed)
        if self._skip is not None:
            stuck = guidance.hint is not None and guidance.hint.level >= 2
            self._skip.setVisible(guidance.number == 1 or stuck)
        self._keys.show_keys(key_words(guidance.keys) if guidance.keys else ())
        self._show_hint(hint, told)
        self.fit()
        self._announce(told or main)

    def show_demonstration(self) -> None:
        """The program shows this step itself just now."""
        self._given = ()
        self._hint.set_hint(_("Katso"), _("Ohjelma näyttää tämän kohdan. Tee sitten sama itse."))
        self._hint.show()
        self.fit()

    def _show_more(self, guidance: Guidance, text: ExerciseText, *, guided: bool) -> None:
        self._ask.rows.clear()
        self._list.rows.clear()
        step = guidance.step
        if step is not None and step.kind is StepKind.QUESTION:
            words = text.steps[step.id].choices
            answers = Choices(self._look, [(c, words[c]) for c in step.choices])
            answers.chosen.connect(self.answered)
            self._ask.rows.add(answers)
        elif step is not None and step.kind is not StepKind.DO:
            read = step.kind is StepKind.READ
            button = MainButton(self._look, _("Luin tämän") if read else _("Tämä on tehty"))
            button.clicked.connect(self._on_done)
            self._ask.rows.add(button)
        elif not guided:
            self._list.rows.add(self._checklist(guidance, text))
        self._ask.setVisible(self._ask.rows.count() > 1)
        self._list.setVisible(self._list.rows.count() > 1)

    def _checklist(self, guidance: Guidance, text: ExerciseText) -> RowList:
        rows = RowList(self._look)
        for step_id, line in text.checklist.items():
            done = step_id in guidance.done_steps
            rows.add(line, _("valmis") if done else "", MarkKind.TICK if done else MarkKind.RING)
        return rows

    def _show_hint(self, hint: Hint | None, told: str) -> None:
        new = told and told != self._said
        self._hint.setVisible(hint is not None)
        self._stuck.setVisible(hint is not None and hint.level >= 2)
        if hint is not None:
            self._hint.set_hint(_("Vihje"), told)
        if new and not self._whole:
            self._card.rows.activate()
            self.scroller.reveal(self._hint)

    def _announce(self, words: str) -> None:
        """Tell a screen reader what is new."""
        if words != self._said:
            self._said = words
            announce(self, words)
            if self._read is not None:
                self._read.renew()

    def _words(self) -> str:
        """What is read aloud: the step with its choices, and the hint."""
        return visible_words(
            self._context, self._instruction, self._ask, self._hint, self._stuck, self._list
        )

    def _on_done(self) -> None:
        self.answered.emit("")


def hint_text(
    hint: Hint,
    guidance: Guidance,
    again: str,
    text: ExerciseText,
    last: str,
    *,
    left_handed: bool = False,
) -> str:
    """The words of a hint; ``last`` is the name of what a mistake happened to."""
    if hint.kind is HintKind.MISTAKE:
        return text.mistakes[hint.mistake].replace("{last}", last)
    if hint.kind is HintKind.SLIP:
        return slip_hint(hint.mistake, left_handed=left_handed, shown=hint.level == 3)
    if hint.kind is HintKind.AGAIN:
        pointed = _("Oranssi kehys ja nuoli näyttävät paikan.") if guidance.outlined else ""
        if guidance.keys:
            pointed = _("Kuva näyttää näppäimen.")
        by_level = {2: f"{again} {pointed}".strip(), 3: _("Tee nyt sama itse.") + " " + again}
        return by_level.get(hint.level, again)
    return {
        HintKind.NOT_NOW: slip_hint(Slip.NOT_NEEDED),
        HintKind.OFFER: slip_hint(Slip.IDLE),
        HintKind.TUTOR: _("Tutor auttaa mielellään. Paina Kutsu tutor."),
    }[hint.kind]
