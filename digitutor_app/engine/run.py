"""One run through an exercise: takes observations, answers outcomes."""

import json
from dataclasses import replace
from typing import Any

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.clock import Clock
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.exercise import Action, Condition, Exercise, Step, StepKind
from digitutor_app.domain.observation import Observation
from digitutor_app.engine.guide import Guide
from digitutor_app.engine.mistakes import MistakeWatch
from digitutor_app.engine.outcome import Guidance, Hint, HintKind, Outcome, StepFinished
from digitutor_app.engine.position import Mark, Position
from digitutor_app.engine.tally import Tally
from digitutor_app.engine.vocabulary import Vocabulary, holds
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.seen import Seen

FORMAT = 1
IDLE = {"A": 30, "B": 45, "C": 60}
TIMES_TO_SHOW = 3
_PASSING = (HintKind.OFFER, HintKind.NOT_NOW)  # they go away with the learner's next act


class Run:
    """Follows a learner through an exercise on a practice computer that has already begun.

    Hints by domain/2, 2.0: level 1 says the step in other words, 2 points, 3 demonstrates, 4 offers
    the tutor. A hint never takes over and never counts as failure.
    """

    def __init__(
        self, exercise: Exercise, kinds: Vocabulary, computer: Computer, clock: Clock, mode: Mode
    ) -> None:
        self.exercise = exercise
        self.computer = computer
        self.mode = mode
        self.tally = Tally()
        self._kinds = kinds
        self._clock = clock
        self._guide = Guide(exercise)
        self._position = Position(computer.book)
        self._watch = MistakeWatch(exercise.mistakes)
        self._hint: Hint | None = None
        self._touched = clock.seconds()
        if not self._position.begun:
            self._position.put(Mark())
            computer.book.seal()
        self._way = self._guide.way(self._position.mark.index, self._holds)
        self._watch.settle(len(self.computer.book.log), self._holds)

    @property
    def untouched(self) -> bool:
        """Nothing has been done in it yet."""
        return not self.computer.book.log and not self._position.mark.done

    def begin_here(self) -> None:
        """What the practice computer shows now is the beginning; Peru does not go behind it."""
        self.computer.book.seal()
        self._watch.settle(len(self.computer.book.log), self._holds)

    # What happened

    def observe(self, observation: Observation) -> Outcome:
        """Something was done on the practice computer."""
        if self._hint is not None and self._hint.kind in _PASSING:
            self._hint = None
        self.computer.observe(observation)
        self._count_device(observation)
        self._touched = self._clock.seconds()
        return self._look()

    def answer(self, choice: str = "") -> Outcome:
        """A person answered the current step: read it, chose, or the tutor confirmed.

        A wrong choice is a mistake with the choice's id; the step stays.
        """
        step = self.step
        if step is None or step.kind is StepKind.DO:
            raise OurMistakeError("this step is not answered by a person")
        self._touched = self._clock.seconds()
        if step.kind is StepKind.QUESTION and choice not in step.answers:
            return self._mistaken(f"{step.id}.{choice}", "")
        before = self._position.mark
        with self.computer.deed():
            self._position.put(self._guide.answered(before, len(self.computer.book.log)))
            self._advance()
        return self._settle(before.index)

    def undo(self) -> Outcome:
        """Peru: the practice computer and the position go back by one deed."""
        before = self._position.mark.index
        self._touched = self._clock.seconds()
        if not self.computer.undo():
            return Outcome()
        self.tally.undos += 1
        self._hint = None
        self._way = self._guide.way(self._position.mark.index, self._holds)
        self._watch.settle(len(self.computer.book.log), self._holds)
        return self._settle(before)

    def ask_hint(self) -> Outcome:
        """The learner asks: the next level of the ladder."""
        self._touched = self._clock.seconds()
        if self.step is None:
            return Outcome()
        return self._help(min(self.tally.level + 1, 4))

    def refuse(self, target: str) -> Outcome:
        """Training wheels held a press on something that is not needed now (G13)."""
        self._touched = self._clock.seconds()
        self._hint = Hint(HintKind.NOT_NOW, self.tally.level, place=target)
        return Outcome(hint=self._hint)

    def tick(self) -> Outcome:
        """Time has passed: a mistake may have become certain, or help may be offered."""
        outcome = self._look()
        idle = self._clock.seconds() - self._touched >= IDLE[self.exercise.level]
        if outcome == Outcome() and idle and self._hint is None and not self.done:
            self._hint = Hint(HintKind.OFFER, self.tally.level)
            return Outcome(hint=self._hint)
        return outcome

    def put_hint_away(self) -> None:
        """The learner has closed the hint."""
        self._touched = self._clock.seconds()
        self._hint = None

    # What to show

    @property
    def step(self) -> Step | None:
        """The step to show; None when the exercise is done."""
        index = self._position.mark.index
        if index >= len(self.exercise.steps):
            return None
        return self.exercise.steps[self._guide.shown(index, self._guide.way(index, self._holds))]

    @property
    def done(self) -> bool:
        return self._position.mark.index >= len(self.exercise.steps)

    @property
    def steps_done(self) -> int:
        return len(self._position.mark.done)

    def guidance(self) -> Guidance:
        """Everything that the screen shows now."""
        mark, of = self._position.mark, len(self.exercise.steps)
        finished = frozenset(mark.done)
        if mark.index >= of:
            return Guidance(None, of, of, "", None, "", False, None, (), finished)
        way = self._guide.way(mark.index, self._holds)
        index = self._guide.shown(mark.index, way)
        step = self.exercise.steps[index]
        actions = self._guide.actions(step, way)
        action = self._guide.next_action(actions, self._holds)
        guided = self.mode is Mode.GUIDED
        pointed = guided or self.tally.level >= 2
        return Guidance(
            step=step,
            number=index + 1,
            of=of,
            way=way.id if way else "",
            hint=self._hint,
            outlined=action.where if action and pointed else "",
            arrow=self.tally.level >= 2,
            live=self._guide.live(mark.index) if guided else None,
            actions=actions,
            done_steps=finished,
        )

    def actions_left(self) -> tuple[Action, ...]:
        """What a hand still has to do in the current step (for the demonstration)."""
        actions = self.guidance().actions
        return tuple(a for a in actions if a.until is None or not self._holds(a.until))

    # Saving

    def to_plain(self) -> dict[str, Any]:
        """The run with its practice computer, as data that JSON can hold."""
        return {
            "format": FORMAT,
            "exercise": self.exercise.id,
            "version": self.exercise.version,
            "mode": self.mode.value,
            "tally": self.tally.to_plain(),
            "computer": self.computer.to_plain(),
        }

    def to_json(self) -> str:
        return json.dumps(self.to_plain(), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def resume(
        cls,
        plain: dict[str, Any],
        exercise: Exercise,
        kinds: Vocabulary,
        computer: Computer,
        clock: Clock,
    ) -> "Run":
        """Go on from ``to_plain``; raises OurMistakeError when it is of another exercise, of
        another content version or format."""
        expected = (FORMAT, exercise.id, exercise.version)
        if (plain.get("format"), plain.get("exercise"), plain.get("version")) != expected:
            raise OurMistakeError("the saved run is of another exercise or version")
        computer.load(plain["computer"])
        run = cls(exercise, kinds, computer, clock, Mode(plain["mode"]))
        run.tally = Tally.from_plain(plain["tally"])
        return run

    # Inside

    def _holds(self, condition: Condition) -> bool:
        return holds(condition, self._kinds, self._seen_since)

    def _seen_since(self, step: str) -> Seen | None:
        log = self.computer.book.log
        if not step:
            return Seen(self.computer, log)
        since = self._position.mark.done.get(step)
        return None if since is None else Seen(self.computer, log[since:])

    def _look(self) -> Outcome:
        """Advance, then see whether what happened was a mistake."""
        before = self._position.mark.index
        self._advance()
        self._way = self._guide.way(self._position.mark.index, self._holds)
        outcome = self._settle(before)
        log_length = len(self.computer.book.log)
        mistake = self._watch.look(self._clock.seconds(), log_length, self._holds)
        if mistake is not None and not self.done:
            made = self._mistaken(mistake.id, self._place())
            return replace(made, finished_steps=outcome.finished_steps, moved=outcome.moved)
        return outcome

    def _advance(self) -> None:
        """Move the position to where it belongs; a step may make the next one hold."""
        for _ in self.exercise.steps:
            before = self._position.mark
            after = self._guide.advance(before, len(self.computer.book.log), self._holds)
            if after == before:
                return
            # What ends a way (pasting what was cut) may also end what tells that it was begun.
            way = self._guide.way(before.index, self._holds) or self._way
            if way is not None and after.index > before.index:
                self.tally.way = way.id
            self._position.put(after)

    def _settle(self, before: int) -> Outcome:
        """The outcome of the position having gone from ``before`` to where it is."""
        index = self._position.mark.index
        finished = []
        for number in range(before, index):
            step = self.exercise.steps[number]
            if step.id not in self.tally.told:
                self.tally.told.append(step.id)
                level, mistakes = self.tally.take_step()
                finished.append(StepFinished(step.id, number + 1, level, mistakes))
        moved = index != before
        if moved:
            self.tally.level = 0
            self._hint = None
        return Outcome(tuple(finished), moved=moved, done=moved and self.done)

    def _mistaken(self, code: str, place: str) -> Outcome:
        times = self.tally.count_mistake(code)
        self.tally.raise_to(3 if times >= TIMES_TO_SHOW else 1)
        self._hint = Hint(HintKind.MISTAKE, self.tally.level, mistake=code, place=place)
        show = times >= TIMES_TO_SHOW
        return Outcome(mistake=code, hint=self._hint, demonstrate=show)

    def _help(self, level: int) -> Outcome:
        self.tally.raise_to(level)
        kind = HintKind.TUTOR if level == 4 else HintKind.AGAIN
        self._hint = Hint(kind, level)
        return Outcome(hint=self._hint, demonstrate=level == 3)

    def _place(self) -> str:
        """The target by which the newest observation happened, for a hint to name."""
        log = self.computer.book.log
        if not log:
            return ""
        return str(log[-1].details.get("to", log[-1].target))

    def _count_device(self, observation: Observation) -> None:
        match observation.get("by"):
            case "keys":
                self.tally.keys += 1
            case str():
                self.tally.pointer += 1
