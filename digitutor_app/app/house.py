"""Everything behind the start page: the services, the learner's way and the tutor's way."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from digitutor_app.app.compose import Mend, compose
from digitutor_app.app.crash_net import CrashNet
from digitutor_app.app.daily_backups import DailyBackups
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.learner_line import LearnerLine
from digitutor_app.app.places_seen import mounted
from digitutor_app.app.share_line import ShareLine
from digitutor_app.app.stick_line import StickLine
from digitutor_app.app.stick_watch import Places
from digitutor_app.app.still_here import StillHere
from digitutor_app.app.watchers import Watchers
from digitutor_app.app.window import MainWindow
from digitutor_app.dialogs.close_anyway import close_anyway
from digitutor_app.domain.clock import Clock
from digitutor_app.domain.people import Person
from digitutor_app.screens.learner.start import StartScreen
from digitutor_app.screens.trouble_words import (
    backup_trouble,
    rescued_words,
    saving_trouble,
)
from digitutor_app.services.backing_up import BackingUp
from digitutor_app.services.presence import Presence
from digitutor_app.store.errors import StoreDamagedError, StoreError, StoreTroubleError
from digitutor_app.store.store import Store
from digitutor_app.ui_kit.speech_service import speech_languages

if TYPE_CHECKING:
    from digitutor_app.app.laptop_line import LaptopLine
    from digitutor_app.app.tutor_line import TutorLine
    from digitutor_app.services.context import TutorContext
    from digitutor_app.store.restoring import Rescue


class House(QObject):
    """The furnished program. Emits ``troubleRequested(error)`` when the store did not open.

    Emits ``returnRequested`` when the laptop is to be wiped, ``rehearsalRequested(root)`` when it
    is to join the rehearsal of the stick there, and ``endRehearsalRequested``.
    """

    troubleRequested = Signal(object)
    returnRequested = Signal()
    rehearsalRequested = Signal(object)
    endRehearsalRequested = Signal()

    def __init__(
        self,
        folder: DataFolder,
        clock: Clock,
        window: MainWindow,
        open_practice: Callable[[], Store],
        net: CrashNet,
        *,
        content: Path | None = None,
        places: Places | None = None,
        mend: Mend | None = None,
        rehearsal: bool = False,
    ) -> None:
        super().__init__()
        self._window = window
        self._net = net
        parts = compose(folder, clock, open_practice, content, mend)
        context = replace(parts.context, rehearsal=rehearsal)
        self.parts = replace(parts, context=context)
        self.learner = LearnerLine(window, context, self.parts.rooms)
        self._tutor: TutorLine | None = None
        self._laptop: LaptopLine | None = None
        self.learner.tutorRequested.connect(self._on_tutor)
        self._watch(clock)
        self.stick = StickLine(window, context, self.learner.save, places or mounted)
        self.stick.invited.connect(self.learner.invite)
        self.stick.joined.connect(self.learner.renumber)
        self.stick.rehearsalRequested.connect(self.rehearsalRequested)
        self.stick.endRehearsalRequested.connect(self.endRehearsalRequested)
        self.learner.joinRequested.connect(self.stick.join)
        self.share = ShareLine(context.worker, context.laptop, clock, net.caught)
        self.watchers = Watchers.begin(
            window, context, self.open_tutor, net.caught, places, folder=folder.path
        )
        self.parts.news.troubleChanged.connect(self._on_trouble)
        self.parts.news.failureFinished.connect(net.caught)
        self._clock = clock
        self.parts.news.mendFinished.connect(self._on_mended)
        self.parts.news.backupFinished.connect(self._on_backup)
        self.backing_up = BackingUp(context.worker, clock, self.parts.news.on_backup)
        self._backups: DailyBackups | None = None
        window.may_close = self._may_close
        self.parts.background.run(speech_languages, self._on_speech, net.caught)

    def _watch(self, clock: Clock) -> None:
        """Ask, after a long quiet time, whether it is still the same person who sits here."""
        self.still_here = StillHere(self._window, Presence(clock), self._person, self.learner.save)
        self.still_here.otherRequested.connect(self.learner.make_room)

    def _person(self) -> Person | None:
        seat = self.parts.context.reception.seat
        return None if seat is None else seat.person

    def take_over(self, screen: StartScreen) -> None:
        """Bring the start page to life once the store is open."""
        opened = self.parts.context.worker.opened
        error = opened.exception()
        if error is not None:
            self.troubleRequested.emit(error)
            return
        self.learner.fill_start(screen, self.parts.context.reception.cards())
        self.learner.adopt(screen)
        self._backups = DailyBackups(self.backing_up, parent=self)
        self.parts.check_store()

    def _on_tutor(self) -> None:
        """The tutor's pages come with the first tutor; most days at most laptops nobody asks."""
        if self._tutor is None:
            from digitutor_app.app.tutor_line import TutorLine

            self._tutor = TutorLine(self._window.look, self.parts.context, self._window.show_page)
            self._tutor.watchers = self.watchers
            self._tutor.closeRequested.connect(self.learner.show_start)
            self._tutor.laptopRequested.connect(self._on_laptop)
            self._tutor.troubleChanged.connect(self._on_sentence)
        self._tutor.show_gate()

    def open_tutor(self) -> "TutorContext | None":
        """What there is while the tutor's store is open."""
        return None if self._tutor is None else self._tutor.tutor

    def _on_laptop(self, back: Callable[[], object]) -> None:
        if self._laptop is None:
            from digitutor_app.app.laptop_line import LaptopLine

            context, show = self.parts.context, self._window.show_page
            self._laptop = LaptopLine(self._window.look, context, show, self.share)
            self._laptop.returnRequested.connect(self.returnRequested)
            self._laptop.endRehearsalRequested.connect(self.endRehearsalRequested)
        self._laptop.show(back)

    def close(self) -> None:
        """Save where everybody is and close the stores."""
        self._window.may_close = None
        self.still_here.close()
        self.stick.close()
        self.share.close()
        self.watchers.close()
        if self._backups is not None:
            self._backups.close()
        self.learner.save()
        if self._tutor is not None:
            self._tutor.close()
        self.parts.background.close()
        self.parts.context.worker.close()

    def _may_close(self) -> bool:
        """Nobody closes away work that waits for room on the disk without being told."""
        worker = self.parts.context.worker
        if worker.trouble is None:
            return True
        title, _sentence = saving_trouble(worker.trouble)
        return close_anyway(self._window.look, self._window, title, worker.unsaved)

    def _on_speech(self, languages: frozenset[str] | None) -> None:
        """Where the machine can speak, the pages may read aloud."""
        self._window.reader.open(languages)

    def _on_mended(self, done: "Rescue") -> None:
        """Whoever practises goes on; what they did since is kept."""
        made = None if done.backup is None else done.backup.made
        copied = None if made is None else made.astimezone(self._clock.now().tzinfo)
        self._window.banner.say(rescued_words(copied, whole=done.whole))

    def _on_backup(self, error: StoreError | None) -> None:
        # A damaged store is mended, and that is told.
        if error is not None and not isinstance(error, StoreDamagedError):
            self._window.banner.say(backup_trouble(error))

    def _on_sentence(self, sentence: str) -> None:
        if sentence:
            self._window.banner.say(sentence)
        else:
            self._window.banner.clear()

    def _on_trouble(self, error: StoreTroubleError | None) -> None:
        if error is None:
            self._window.banner.clear()
        else:
            self._window.banner.say(saving_trouble(error)[1])
