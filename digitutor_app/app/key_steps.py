"""What the ways about keys have in common: one's own words, a new recovery key on paper, and a job
for a form."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from shiboken6 import isValid

from digitutor_app.app.window import ShowPage
from digitutor_app.i18n import _
from digitutor_app.screens.key_form import KeyForm
from digitutor_app.screens.tutor.own_words import OwnWordsScreen
from digitutor_app.screens.tutor.recovery_check import RecoveryCheckScreen
from digitutor_app.screens.tutor.recovery_sheet import RecoverySheetScreen
from digitutor_app.services.context import Context
from digitutor_app.services.print_jobs import Printing
from digitutor_app.services.recovery_sheets import NewRecovery
from digitutor_app.ui_kit.look import Look

T = TypeVar("T")
Then = Callable[[], object]
#: Takes a recovery key into use, for the form on which it was typed back.
Take = Callable[[NewRecovery, KeyForm], object]


def _tell(_error: Exception) -> bool:
    return False


class KeySteps:
    """The steps; ``show`` puts a page on the screen."""

    def __init__(
        self, look: Look, context: Context, show: ShowPage, printing: Callable[[], Printing]
    ) -> None:
        self.look = look
        self.gate = context.gate
        self.show = show
        self._context = context
        self._printing = printing

    def run(
        self,
        screen: KeyForm,
        job: Callable[[], T],
        done: Callable[[T], object],
        instead: Callable[[Exception], bool] = _tell,
    ) -> None:
        """Do a job for a page; who has left it meanwhile hears nothing of its failure. ``instead``
        tells of an error whether that has been dealt with in another way."""
        screen.work()

        def failed(error: Exception) -> None:
            if not instead(error) and isValid(screen):
                screen.failed(error)

        self._context.background.run(job, done, failed)

    def ask_own(
        self, title: str, sentence: str, verb: str, back: Then, go_on: Callable[[str], object]
    ) -> None:
        """Ask for the words of whoever sits here; ``go_on`` gets them."""
        screen = OwnWordsScreen(self.look, title, sentence, verb)

        def typed(own: str) -> None:
            self.run(screen, partial(self.gate.confirm, own), lambda _fits: go_on(own))

        screen.typed.connect(typed)
        screen.backRequested.connect(back)
        self.show(screen)

    def print_recovery(self, take: Take, back: Then) -> None:
        """A new key on paper, then two groups typed back, then ``take``."""
        number = self._context.laptop.number
        laptop = _("Kone {number}").format(number=number) if number else ""
        self._show_sheet(NewRecovery(self._context.clock, laptop), take, back)

    def _show_sheet(self, recovery: NewRecovery, take: Take, back: Then) -> None:
        screen = RecoverySheetScreen(self.look, self._context, self._printing(), recovery)
        screen.goOnRequested.connect(partial(self._check, recovery, take, back))
        screen.backRequested.connect(back)
        self.show(screen)

    def _check(self, recovery: NewRecovery, take: Take, back: Then) -> None:
        screen = RecoveryCheckScreen(self.look, recovery, _("Ota käyttöön"))
        screen.checked.connect(partial(take, recovery, screen))
        screen.backRequested.connect(partial(self._show_sheet, recovery, take, back))
        self.show(screen)
