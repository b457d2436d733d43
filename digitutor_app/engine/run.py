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
from digitutor_app.engine.ladder import Ladder
from digitutor_app.engine.mistakes import MistakeWatch
from digitutor_app.engine.outcome import Guidance, Outcome, StepFinished
from digitutor_app.engine.position import Mark, Position
from digitutor_app.engine.slips import Slip, SlipWatch, Standing, closes_needed
from digitutor_app.engine.tally import Tally
from digitutor_app.engine.vocabulary import Vocabulary, holds
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.seen import Seen

FORMAT = 1


class Run:
    """Follows a learner through an exercise on a practice computer that has already begun.

    ``hands`` is told of presses and keys; what it sees goes to ``notice``.
    """

    def __init__(
        self, exercise: Exercise, kinds: Vocabulary, computer: Computer, clock: Clock, mode: Mode
    ) -> None:
        self.exercise = exercise
        self.computer = computer
        self.mode = mode
        self._kinds = kinds
        self._clock = clock
        self._ladder = Ladder(clock, exercise.level)
        self.hands = SlipWatch(self._standing, clock)
        self._guide = Guide(exercise)
        self._position = Position(computer.book)
        self._watch = MistakeWatch(exercise.mistakes)
        if not self._position.begun:
            self._position.put(Mark())
            computer.book.seal()
        self._way = self._guide.way(self._position.mark.index, self._holds)
        self._watch.settle(len(self.computer.book.log), self._holds)

    @property
    def tally(self) -> Tally:
        """What has been counted in this attempt."""
        return self._ladder.tally

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
        expected = self.expected()
        self._ladder.act()
        self.computer.observe(observation)
        self._count_device(observation)
        outcome = self._look()
        if outcome == Outcome() and closes_needed(observation, expected):
            return self._ladder.slipped(Slip.CLOSED, observation.target)
        return outcome

    def notice(self, code: Slip | None) -> Outcome:
        """Hands did something; it was this common mistake (None: it was none)."""
        self._ladder.touch()
        return Outcome() if code is None or self.done else self._ladder.slipped(code)

    def answer(self, choice: str = "") -> Outcome:
        """A person answered the current step: read it, chose, or the tutor confirmed.

        A wrong choice is a mistake with the choice's id; the step stays.
        """
        step = self.step
        if step is None or step.kind is StepKind.DO:
            raise OurMistakeError("this step is not answered by a person")
        self._ladder.touch()
        if step.kind is StepKind.QUESTION and choice not in step.answers:
            return self._ladder.mistaken(f"{step.id}.{choice}", "")
        before = self._position.mark
        with self.computer.deed():
            self._position.put(self._guide.answered(before, len(self.computer.book.log)))
            self._advance()
        return self._settle(before.index)

    def undo(self) -> Outcome:
        """Peru: the practice computer and the position go back by one deed."""
        before = self._position.mark.index
        self._ladder.touch()
        if not self.computer.undo():
            return Outcome()
        self.tally.undos += 1
        self._ladder.clear()
        self._way = self._guide.way(self._position.mark.index, self._holds)
        self._watch.settle(len(self.computer.book.log), self._holds)
        return self._settle(before)

    def ask_hint(self) -> Outcome:
        """The learner asks: the next level of the ladder."""
        self._ladder.touch()
        return Outcome() if self.step is None else self._ladder.ask()

    def refuse(self, target: str) -> Outcome:
        """Training wheels held a press on something that is not needed now (G13)."""
        return self._ladder.refuse(target)

    def tick(self) -> Outcome:
        """Time has passed: a mistake may have become certain, or help may be offered."""
        outcome = self._look()
        if outcome != Outcome() or self.done:
            return outcome
        code = self.hands.tick()
        return self._ladder.offer() if code is None else self._ladder.slipped(code)

    def put_hint_away(self) -> None:
        """The learner has closed the hint."""
        self._ladder.put_away()

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
            hint=self._ladder.hint,
            outlined=action.where if action and pointed else "",
            arrow=self.tally.level >= 2,
            live=self._guide.live(mark.index) if guided else None,
            actions=actions,
            done_steps=finished,
            keys=action.target if action and action.verb == "key" and self.tally.level >= 2 else "",
        )

    def actions_left(self) -> tuple[Action, ...]:
        """What a hand still has to do in the current step (for the demonstration)."""
        actions = self.guidance().actions
        return tuple(a for a in actions if a.until is None or not self._holds(a.until))

    def expected(self) -> tuple[Action, ...]:
        """What a hand may do next, one action for each written way."""
        return self._guide.expected(self._position.mark.index, self._holds)

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
        run._ladder.tally = Tally.from_plain(plain["tally"])
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
            made = self._ladder.mistaken(mistake.id, self._place())
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
            self._ladder.moved(forward=index > before)
        return Outcome(tuple(finished), moved=moved, done=moved and self.done)

    def _standing(self) -> Standing:
        steps, refusals = self._position.mark.index, self._ladder.refusals
        return Standing(self.expected(), steps, self._ladder.named, refusals)

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
