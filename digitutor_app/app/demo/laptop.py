"""One laptop of the invented workshop: its own store, and people who do what is told of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from digitutor_app.app.compose import compose
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.demo.story_clock import StoryClock, moment
from digitutor_app.app.exercise_check.case import Case, stretches
from digitutor_app.app.exercise_check.play import Play
from digitutor_app.app.window import MainWindow
from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.calls import CallEnd
from digitutor_app.domain.exercise import Step
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.i18n import MASTER
from digitutor_app.screens.learner.exercise import TICK_MS
from digitutor_app.screens.learner.watch import WatchScreen
from digitutor_app.services.demo_story import FIRST_DAY, Act, Learner, Leaving, Stay
from digitutor_app.services.gathering import Gathering
from digitutor_app.services.joining import Joining
from digitutor_app.services.laptop import Laptop
from digitutor_app.services.watching import Watched
from digitutor_app.store.opening import open_store
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker

#: How long an invented person needs for a step, before a slip, and for a hint, seconds.
STEP_SECONDS, SLIP_SECONDS, HINT_SECONDS = 34.0, 21.0, 18.0


class DemoLaptop:
    """Plays stays, one after the other, in the exercise page with real presses; ``close`` when
    done. ``people`` are the ids of those who have sat here."""

    def __init__(
        self,
        number: int,
        folder: Path,
        window: MainWindow,
        learners: Sequence[Learner],
        content: Path | None = None,
    ) -> None:
        self.clock = StoryClock(moment(FIRST_DAY, "8:30"))
        self._window = window
        self._learners: Mapping[str, Learner] = {learner.key: learner for learner in learners}
        self.people: dict[str, str] = {}
        self._folder = DataFolder(folder)
        self._folder.path.mkdir()
        self.parts = compose(self._folder, self.clock, self.open, content)
        self._kinds = self.parts.rooms.vocabulary()
        self._context = self.parts.context
        self._context.laptop.give(str(number))

    def live(self, stay: Stay) -> None:
        """Play one stay."""
        self._turn_to(moment(stay.day, stay.begins))
        self._sit(stay.who)
        begins, ends = moment(stay.day, stay.begins), moment(stay.day, stay.ends)
        for number, act in enumerate(stay.acts):
            evenly = begins + (ends - begins) * number / len(stay.acts)
            self._turn_to(moment(stay.day, act.begins) if act.begins else evenly)
            self._do(stay.who, act)
        if stay.leaving is not Leaving.STAYS:
            self._turn_to(ends)
        reception = self._context.reception
        if stay.leaving is Leaving.LEAVES:
            reception.leave()
        elif stay.leaving is Leaving.MADE_ROOM:
            reception.make_room(self.clock.now())

    def close(self) -> None:
        self.parts.background.close()
        self._context.worker.close()

    def deliver(self, stick: Stick, at: datetime, *, joins_alone: bool = False) -> None:
        """Take part in the stick's workshop and leave everything on it; after ``close``. Raises
        StickError, PlaceError and StoreError."""
        self.clock.turn_to(at)
        worker = StoreWorker.start(self.open)
        try:
            joining = Joining(worker, Laptop(worker))
            joining.join(stick)
            if not joins_alone:
                Gathering(worker, joining, self.clock).answer(stick)
        finally:
            worker.close()

    def open(self) -> Store:
        """What it keeps; one at a time."""
        return open_store(self._folder.practice_store, bytes(32), self.clock)

    def _turn_to(self, later: datetime) -> None:
        """What was told to the store is written at its own time before the clock goes on."""
        self._context.worker.ask(_nothing)
        self.clock.turn_to(later)

    def _sit(self, who: str) -> None:
        reception = self._context.reception
        if who in self.people:
            reception.come_back(self.people[who])
        else:
            self.people[who] = reception.arrive(MASTER).person.id

    def _do(self, who: str, act: Act) -> None:
        if act.mode is Mode.WATCH:
            self._watch(who, act.exercise)
            return
        play = self._begin(who, act)
        self._steps(play, act)
        learner = self._learners[who]
        if play.ended and learner.code and not self._context.reception.require().person.code:
            self._context.reception.take_code(learner.code, learner.first_name)

    def _begin(self, who: str, act: Act) -> Play:
        context = self._context
        exercise = context.catalogue.exercise(act.exercise)
        number = {Mode.GUIDED: 0, Mode.ALONE: 0, Mode.VARIATION: 1}[act.mode]
        data_set = exercise.data[number % len(exercise.data)]
        case = Case(exercise, data_set, act.mode, act.way)
        play = Play(self.parts, self._kinds, self._window, case, self.clock)
        play.person_id = self.people[who]
        play.practice = context.practices.begin(
            play.person_id, exercise.id, act.mode, data_set, MASTER
        )
        play.show()
        # Time passes here only where the story says so.
        for timer in play.screen.findChildren(QTimer):
            if timer.interval() == TICK_MS:
                timer.stop()
        return play

    def _steps(self, play: Play, act: Act) -> None:
        """Every step up to ``until``: slips and hints in it, then the step itself."""
        for stretch in stretches(play.case.exercise):
            taken = play.case.way.steps.get(stretch[-1].id) if act.way else None
            for step in stretch[-1:] if taken is not None else stretch:
                if play.ended:
                    return
                self._slip(play, act, step)
                if step.id == (act.at or play.case.exercise.steps[0].id):
                    self._ask(play, act)
                if step.id == act.until:
                    play.practice.save()
                    return
                self.clock.forward(STEP_SECONDS)
                if taken is not None:
                    play.do(taken, step.id)
                else:
                    play.pass_step(step)

    def _slip(self, play: Play, act: Act, step: Step) -> None:
        first = play.case.exercise.steps[0].id
        known = {mistake.id: mistake for mistake in play.case.exercise.mistakes}
        for slip in act.slips:
            mistake = known.get(slip)
            if mistake is None and slip.partition(".")[0] == step.id:
                self.clock.forward(SLIP_SECONDS)
                play.choose(slip.partition(".")[2])
            if mistake is None or (mistake.at or first) != step.id:
                continue
            self.clock.forward(SLIP_SECONDS)
            deeds = play.moment().deeds
            play.do(mistake.provoke, slip)
            self.clock.forward(mistake.still_for)
            play.screen.tick()
            for _deed in range(play.moment().deeds - deeds):
                play.screen.bar.undoRequested.emit()
            play.settle()

    def _ask(self, play: Play, act: Act) -> None:
        """Hints, then a call, as far as the act tells of them."""
        for _hint in range(act.hints):
            self.clock.forward(HINT_SECONDS)
            play.screen.bar.hintRequested.emit()
            play.settle()
        if act.call is None:
            return
        self.clock.forward(HINT_SECONDS)
        calls, step = self._context.calls, play.step
        call = calls.call(play.person_id, play.case.exercise.id, "" if step is None else step.id)
        if act.call is not CallEnd.OPEN:
            self.clock.forward(3 * STEP_SECONDS)
            calls.end(call, act.call)

    def _watch(self, who: str, exercise_id: str) -> None:
        """Katso, to its end."""
        exercise = self._context.catalogue.exercise(exercise_id)
        watched = Watched(self.people[who], exercise.id, exercise.data[0])
        watching = self._context.watchings.begin(watched, MASTER)
        screen = WatchScreen(
            self._window.look, self.clock, watching, self.parts.rooms.room_class, step_ms=0
        )
        waiting = QEventLoop()
        screen.show_.ended.connect(waiting.quit)
        screen.show_.failed.connect(waiting.quit)
        screen.show_.begun.connect(self._on_step_seen)
        self._window.show_page(screen)
        waiting.exec()

    def _on_step_seen(self) -> None:
        self.clock.forward(STEP_SECONDS)


def _nothing(_store: Store) -> None:
    """Asked only to wait until everything before it is saved."""
