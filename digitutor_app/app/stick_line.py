"""A practice laptop and the workshop's stick: joining with one press, delivering with none."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from digitutor_app.app.places_seen import mounted, runs_from
from digitutor_app.app.stick_watch import Places, Sticks, StickWatch
from digitutor_app.app.window import MainWindow
from digitutor_app.domain.errors import WorldError
from digitutor_app.i18n import _
from digitutor_app.services.context import Context

if TYPE_CHECKING:
    from digitutor_app.exchange.stick.place import Stick
    from digitutor_app.exchange.stick.sheet import Sheet
    from digitutor_app.screens.learner.stick import StickScreen
    from digitutor_app.services.gathering import Gathered, Gathering
    from digitutor_app.services.joining import Joining


class StickLine(QObject):
    """Looks for a stick every two seconds. Emits ``invited(words)`` ("" when it is over) and
    ``joined`` when the laptop takes part or has another number.

    A rehearsal has a data folder of its own: ``rehearsalRequested(root)`` asks to join the one of
    the stick there, ``endRehearsalRequested`` to leave, because its stick is a real one now.

    A laptop in a workshop delivers to each stick of its organiser once, as soon as it sees it: the
    page over everything says when the stick may be pulled out and goes away with it. ``save`` saves
    the work of whoever sits here.
    """

    invited = Signal(str)
    joined = Signal()
    rehearsalRequested = Signal(object)
    endRehearsalRequested = Signal()

    def __init__(
        self,
        window: MainWindow,
        context: Context,
        save: Callable[[], None],
        places: Places = mounted,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._save = save
        self._closed = False
        self._watch = StickWatch(places, context.clock, self)
        self._watch.seen.connect(self._on_seen)
        self._there: Path | None = None
        #: Those of others, told of once, and those that could not be read the last time.
        self._refused: set[Path] = set()
        self._torn: set[Path] = set()
        self._invites_to_rehearsal = False
        self._screen: StickScreen | None = None
        self._joining: Joining | None = None

    def close(self) -> None:
        """Look no more."""
        self._closed = True
        self._watch.close()

    def look(self) -> None:
        """Look once; what is found comes later, on this thread."""
        self._watch.look()

    def join_at(self, root: Path) -> None:
        """Take part in the workshop whose stick was seen there a moment ago."""
        self._there = root
        self.join()

    def join(self) -> None:
        """Take part in the workshop whose stick is there; then deliver to it."""
        if self._there is None or self._screen is not None:
            return
        if self._invites_to_rehearsal:
            self.rehearsalRequested.emit(self._there)
            return
        stick, joining = self._stick(self._there), self._services()
        self._cover()
        self._context.background.run(lambda: joining.join(stick), self._on_joined, self._on_trouble)

    @property
    def looking(self) -> bool:
        """Whether it looks just now."""
        return self._watch.looking

    def _on_seen(self, sticks: Sticks) -> None:
        roots = sticks.roots
        self._refused &= set(roots)
        self._torn &= set(roots)
        if self._there is not None and self._there not in roots:
            self._gone()
        waiting = [root for root in roots if root not in self._refused]
        if self._there is None and waiting and not self._context.gate.is_set:
            # A torn one is looked at again when no other waits.
            self._there = min(waiting, key=self._torn.__contains__)
            self._ask(self._there)

    def _gone(self) -> None:
        self._there = None
        self._invites_to_rehearsal = False
        self.invited.emit("")
        if self._screen is not None and self._screen.may_be_pulled:
            self._uncover()

    def _ask(self, root: Path) -> None:
        """What is this stick to us?"""
        stick, joining = self._stick(root), self._services()
        self._context.background.run(lambda: joining.look(stick), self._on_known, self._on_refused)

    def _on_known(self, found: "tuple[object, Sheet]") -> None:
        from digitutor_app.screens.exchange_words import event_words
        from digitutor_app.services.joining import Invitation

        invitation, sheet = found
        if self._there is None or self._closed:
            return
        if self._context.rehearsal and not sheet.rehearsal:
            self.endRehearsalRequested.emit()
            return
        self._invites_to_rehearsal = sheet.rehearsal and not self._context.rehearsal
        if invitation is Invitation.OURS and not self._invites_to_rehearsal:
            self._deliver()
        elif runs_from(self._there):
            self.join()
        else:
            if self._services().here is not None and not self._invites_to_rehearsal:
                self._deliver()
            self.invited.emit(event_words(sheet))

    def _on_refused(self, error: Exception) -> None:
        """A stick that is not for us is said once, above the page."""
        from digitutor_app.exchange.stick.errors import (
            NoStickError,
            OtherOrganiserError,
            StickFileError,
        )
        from digitutor_app.screens.exchange_words import place_trouble

        root, self._there = self._there, None
        if root is None:
            return
        if isinstance(error, (NoStickError, StickFileError)):
            self._torn.add(root)  # torn or half there: looked at again
            return
        self._refused.add(root)
        if isinstance(error, OtherOrganiserError) and self._context.rehearsal:
            self._window.banner.say(
                _("Tikku on toisen järjestäjän. Lopeta ensin harjoituskierros sivulla Tämä kone.")
            )
        elif isinstance(error, WorldError):
            self._window.banner.say(". ".join(place_trouble(error)))
        else:
            raise error

    # Delivering

    def _deliver(self) -> None:
        if self._there is None or self._screen is not None:
            return
        self._cover()
        self._answer()

    def _answer(self) -> None:
        stick, gathering = self._stick(self._there), self._gathering()
        self._context.background.run(
            lambda: gathering.answer(stick), self._on_delivered, self._on_trouble
        )

    def _on_joined(self, _here: object) -> None:
        self.invited.emit("")
        self.joined.emit()
        if self._there is None:
            self._uncover()
        else:
            self._answer()

    def _on_delivered(self, gathered: "Gathered") -> None:
        if gathered.was:
            self.joined.emit()
            words = _("Kone sai uuden numeron {number}, koska toinen kone käytti samaa tunnusta.")
            self._window.banner.say(words.format(number=gathered.number))
        if self._screen is not None:
            self._screen.show_done(gathered.number)
            self._look_again()

    def _on_trouble(self, error: Exception) -> None:
        if not isinstance(error, WorldError):
            raise error
        from digitutor_app.screens.exchange_words import place_trouble

        if self._screen is not None:
            self._screen.show_trouble(*place_trouble(error))
            self._look_again()

    def _look_again(self) -> None:
        """The stick may have gone while it was being written."""
        if self._there is None:
            self._uncover()

    def _cover(self) -> None:
        from digitutor_app.screens.learner.stick import StickScreen

        self._save()
        self._screen = StickScreen(self._window.look)
        self._screen.goOnRequested.connect(self._uncover)
        self._window.lay_over(self._screen)

    def _uncover(self) -> None:
        covering, self._screen = self._screen, None
        if covering is not None and self._window.page is covering:
            self._window.uncover()

    # What it works with

    def _stick(self, root: Path | None) -> "Stick":
        from digitutor_app.exchange.stick.place import Stick

        assert root is not None
        return Stick(root)

    def _services(self) -> "Joining":
        if self._joining is None:
            from digitutor_app.services.joining import Joining

            self._joining = Joining(self._context.worker, self._context.laptop)
        return self._joining

    def _gathering(self) -> "Gathering":
        from digitutor_app.services.gathering import Gathering

        return Gathering(self._context.worker, self._services(), self._context.clock)
