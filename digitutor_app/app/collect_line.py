"""The tutor's machine and the workshop's stick: what the laptops delivered comes by itself."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from digitutor_app.app.places_seen import mounted
from digitutor_app.app.stick_watch import Places, Sticks, StickWatch
from digitutor_app.app.window import MainWindow
from digitutor_app.domain.errors import WorldError
from digitutor_app.i18n import _
from digitutor_app.services.context import Context, TutorContext

if TYPE_CHECKING:
    from digitutor_app.screens.tutor.data_collecting import CollectingScreen
    from digitutor_app.services.collected import Collected

Opened = Callable[[], TutorContext | None]


class CollectLine(QObject):
    """Looks for sticks every two seconds, on a tutor's machine only; each is read once while it is
    in its place. While the tutor's store is locked a sentence asks for the words.

    Emits ``collected`` when something has come; ``last`` and ``numbers`` (of the laptops by public
    key) tell what.
    """

    collected = Signal()

    def __init__(
        self,
        window: MainWindow,
        context: Context,
        opened: Opened,
        places: Places = mounted,
    ) -> None:
        super().__init__(window)
        self.last: tuple[Collected, datetime] | None = None
        self.numbers: dict[str, int] = {}
        self._window = window
        self._context = context
        self._opened = opened
        self._closed = self._asks = False
        self._watch = StickWatch(places, context.clock, self, wanted=self._is_tutors)
        self._watch.seen.connect(self._on_seen)
        self._there: list[Path] = []
        self._dealt_with: set[Path] = set()
        self._torn: set[Path] = set()
        self._written: set[Path] = set()
        self._now: Path | None = None
        self._pointed_at: Path | None = None
        self._is_folder = False
        self._screen: CollectingScreen | None = None

    def close(self) -> None:
        """Look no more."""
        self._closed = True
        self._watch.close()

    def leave_alone(self, root: Path) -> None:
        """This stick is being written by the tutor: it is read when it comes the next time.

        While it is written there may be no workshop on it yet: it counts as long as it is there.
        """
        self._written.add(root)

    def read(self, root: Path) -> bool:
        """Collect from a folder that somebody has pointed at; False where one is being read."""
        if self._now is not None or self._opened() is None:
            return False
        self._pointed_at = root
        self._is_folder = root not in self._there
        self._there = [*self._there, root]
        self._begin(root)
        return True

    def look(self) -> None:
        """Look once; what is found comes later, on this thread."""
        self._watch.look()

    @property
    def looking(self) -> bool:
        """Whether it looks just now."""
        return self._watch.looking

    def _is_tutors(self) -> bool:
        return self._context.gate.is_set

    def _on_seen(self, sticks: Sticks) -> None:
        roots = sticks.roots
        if sticks.places is not None:
            self._written &= set(sticks.places)
        if self._pointed_at is not None and self._pointed_at not in roots:
            roots = [*roots, self._pointed_at]  # a folder never goes away by itself
        self._there = roots
        self._dealt_with &= set(roots)
        self._torn &= set(roots)
        if self._now is not None and self._now not in roots:
            self._gone()
        waiting = [root for root in roots if root not in self._dealt_with | self._written]
        if self._now is None and waiting:
            # A torn one is looked at again when no other waits.
            self._begin(min(waiting, key=self._torn.__contains__))
        elif not waiting:
            self._ask_no_more()

    def _gone(self) -> None:
        """While it is still being read the answer comes later."""
        if self._screen is None or self._screen.may_be_pulled:
            self._now = None
            self._uncover()

    def _begin(self, root: Path) -> None:
        tutor = self._opened()
        if tutor is None:
            if not self._asks:
                self._asks = True
                self._window.banner.say(
                    _("Keruutikku on paikallaan. Avaa tutorin tiedot, niin tuon keruun.")
                )
            return
        from digitutor_app.exchange.stick.place import Stick

        self._ask_no_more()
        self._now = root
        stick = Stick(root)
        self._context.background.run(
            lambda: (tutor, tutor.collecting.is_ours(stick)), self._on_known, self._on_refused
        )

    def _on_known(self, found: tuple[TutorContext, bool]) -> None:
        tutor, ours = found
        root = self._now
        if root is None or self._closed or self._opened() is not tutor:
            self._now = None
            return
        self._dealt_with.add(root)
        if not ours:
            self._now = None
            self._window.banner.say(
                _("Tikku on toisen järjestäjän. Siltä ei tuotu mitään tähän koneeseen.")
            )
            return
        self._cover()
        self._collect(tutor, root)

    def _collect(self, tutor: TutorContext, root: Path) -> None:
        from digitutor_app.exchange.stick.place import Stick
        from digitutor_app.services.organisation import Organisation

        def job() -> "tuple[Collected, dict[str, int]]":
            done = tutor.collecting.collect(Stick(root))
            known = tutor.worker.ask(lambda store: Organisation(store).devices())
            return done, {device.public: device.number for device in known}

        self._context.background.run(job, self._on_collected, self._on_trouble)

    def _on_refused(self, error: Exception) -> None:
        """A torn or half written sheet is looked at again; other sticks are told of once."""
        from digitutor_app.exchange.stick.errors import NoStickError, StickFileError
        from digitutor_app.screens.exchange_words import place_trouble

        root, self._now = self._now, None
        self._pointed_at = None
        if isinstance(error, (NoStickError, StickFileError)) and root is not None:
            self._torn.add(root)
        if self._opened() is None or isinstance(error, (NoStickError, StickFileError)):
            return
        if not isinstance(error, WorldError):
            raise error
        if root is not None:
            self._dealt_with.add(root)
        self._window.banner.say(". ".join(place_trouble(error)))

    def _on_collected(self, answer: "tuple[Collected, dict[str, int]]") -> None:
        done, self.numbers = answer
        self.last = done, self._context.clock.now()
        if self._screen is not None and isValid(self._screen):
            self._screen.show_done(done, self.numbers)
        self.collected.emit()
        self._look_again()

    def _on_trouble(self, error: Exception) -> None:
        if self._screen is None:
            return
        if self._opened() is None:  # locked meanwhile: the words are asked for, then it goes on
            self._dealt_with.discard(self._now or Path())
            self._now = self._pointed_at = None
            self._uncover()
            return
        from digitutor_app.screens.data_page import stick_trouble

        if isValid(self._screen):
            self._screen.show_trouble(*stick_trouble(error))
        self._look_again()

    def _look_again(self) -> None:
        """The stick may have gone while it was being read."""
        if self._now is not None and self._now not in self._there:
            self._gone()

    def _ask_no_more(self) -> None:
        if self._asks:
            self._asks = False
            self._window.banner.clear()

    def _cover(self) -> None:
        from digitutor_app.screens.tutor.data_collecting import CollectingScreen

        self._screen = CollectingScreen(
            self._window.look, folder=self._is_folder and self._now == self._pointed_at
        )
        self._screen.goOnRequested.connect(self._on_go_on)
        self._window.lay_over(self._screen)

    def _on_go_on(self) -> None:
        self._now = self._pointed_at = None
        self._uncover()

    def _uncover(self) -> None:
        covering, self._screen = self._screen, None
        if covering is not None and isValid(covering) and self._window.page is covering:
            self._window.uncover()
