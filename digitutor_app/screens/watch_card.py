"""The card beside the frame while an exercise is shown: what happens now, and how to steer it."""

from typing import Final

from PySide6.QtCore import Signal

from digitutor_app.domain.exercise import ExerciseText, StepKind
from digitutor_app.engine.outcome import Guidance
from digitutor_app.i18n import _
from digitutor_app.screens.practice_page import SideCard
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Instruction, Muted
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.progress_dots import ProgressDots

_PADDING: Final = 24


class WatchCard(SideCard):
    """Emits ``pauseRequested``, ``goOnRequested``, ``againRequested`` (this step once more),
    ``slowRequested(bool)``, ``tryRequested``, ``restartRequested`` (the whole once more) and
    ``backRequested``."""

    pauseRequested = Signal()
    goOnRequested = Signal()
    againRequested = Signal()
    slowRequested = Signal(bool)
    tryRequested = Signal()
    restartRequested = Signal()
    backRequested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._paused = False
        self._slow = False
        self._over = False
        self._progress = ProgressDots(look)
        self._instruction = Instruction(look)
        self._note = Muted(look)
        self.main = MainButton(look, _("Pysäytä"))
        self.again = PlainButton(look, _("Näytä kohta uudestaan"))
        self.speed = PlainButton(look, _("Hitaammin"))
        self.back = PlainButton(look, _("Takaisin"))
        self._build()

    def _build(self) -> None:
        card = Card(self._look, self._progress, self._instruction, self._note, padding=_PADDING)
        card.rows.add(Flow(self.main, self.again, self.speed, self.back), gap_before=14)
        self.hold(card, _("Katso"))
        self.main.clicked.connect(self._on_main)
        self.again.clicked.connect(self._on_again)
        self.speed.clicked.connect(self._on_speed)
        self.back.clicked.connect(self.backRequested)

    @property
    def paused(self) -> bool:
        """Whether the learner has stopped the show."""
        return self._paused

    def show_step(self, guidance: Guidance, text: ExerciseText) -> None:
        """Show what the program does now."""
        step = guidance.step
        if step is None:
            return
        self._over = False
        progress = _("Vaihe {number} / {of}").format(number=guidance.number, of=guidance.of)
        self._progress.show_progress(guidance.number - 1, guidance.of, progress)
        words = text.steps[step.id].instruction
        self._instruction.setText(words)
        does = step.kind is StepKind.DO
        self._note.setText(
            _("Ohjelma tekee tämän nyt. Voit katsoa rauhassa.")
            if does
            else _("Tämän kohdan teet myöhemmin itse.")
        )
        self._show_buttons()
        announce(self, words)

    def show_end(self, of: int) -> None:
        """Everything has been shown."""
        self._over, self._paused = True, False
        self._progress.show_progress(of, of, _("Kaikki vaiheet"))
        self._instruction.setText(_("Näit koko tehtävän. Haluatko kokeilla?"))
        self._note.setText(_("Kokeilussa ohjelma neuvoo vaihe kerrallaan."))
        self._show_buttons()
        announce(self, self._instruction.text())

    def show_failure(self) -> None:
        """A step could not be shown."""
        self._over, self._paused = True, False
        self._instruction.setText(_("Tätä kohtaa ohjelma ei voi näyttää."))
        self._note.setText(_("Voit kokeilla itse. Tutor auttaa mielellään."))
        self._show_buttons()

    def _show_buttons(self) -> None:
        if self._over:
            self.main.set_text(_("Kokeile"))
        else:
            self.main.set_text(_("Jatka") if self._paused else _("Pysäytä"))
        self.again.set_text(_("Katso alusta") if self._over else _("Näytä kohta uudestaan"))
        self.speed.set_text(_("Nopeammin") if self._slow else _("Hitaammin"))
        self.speed.setVisible(not self._over)
        self.fit()

    def _on_main(self) -> None:
        if self._over:
            self.tryRequested.emit()
            return
        self._paused = not self._paused
        self._show_buttons()
        (self.pauseRequested if self._paused else self.goOnRequested).emit()

    def _on_again(self) -> None:
        over = self._over
        self._paused = False
        self._show_buttons()
        (self.restartRequested if over else self.againRequested).emit()

    def _on_speed(self) -> None:
        self._slow = not self._slow
        self._show_buttons()
        self.slowRequested.emit(self._slow)
