"""Which step is current, and what points to it: the rules of guidance, without any memory.

Steps form stretches: steps with ``keep`` and the step that closes them. Inside a stretch a written
way is free to go another road; only the closing step's condition counts.
"""

from collections.abc import Callable
from dataclasses import dataclass

from digitutor_app.domain.exercise import Action, Condition, Exercise, Step, StepKind, Way
from digitutor_app.engine.position import Mark

Holds = Callable[[Condition], bool]


@dataclass(frozen=True, slots=True)
class Guide:
    """Answers for one exercise."""

    exercise: Exercise

    def advance(self, mark: Mark, log_length: int, holds: Holds) -> Mark:
        """The mark after what has just happened; ask again until nothing changes any more, because
        a condition with ``after`` may hold once its step is marked as done.

        A do step is also done when a later step's condition already holds, but nothing leaps over
        a step that a person must answer. A step with ``keep`` whose condition is lost is current
        again, unless the learner is on another way.
        """
        done = dict(mark.done)
        index = self._reached(mark.index, holds)
        for step in self.exercise.steps[mark.index : index]:
            done.setdefault(step.id, log_length)
        back = index if self.way(index, holds) else self._lost(index, holds)
        for step in self.exercise.steps[back:index]:
            done.pop(step.id, None)
        return Mark(back, done)

    def answered(self, mark: Mark, log_length: int) -> Mark:
        """The mark after a person has answered the current step (read, question, tutor)."""
        step = self.exercise.steps[mark.index]
        return Mark(mark.index + 1, {**mark.done, step.id: log_length})

    def way(self, index: int, holds: Holds) -> Way | None:
        """The written way that the learner has begun in this stretch; None is the main one."""
        if index >= len(self.exercise.steps):
            return None
        closing = self.closing(index)
        for way in self.exercise.ways:
            if closing.id in way.steps and way.begun is not None and holds(way.begun):
                return way
        return None

    def shown(self, index: int, way: Way | None) -> int:
        """The index of the step to show: on another way the one that closes the stretch."""
        return index if way is None else self.exercise.steps.index(self.closing(index))

    def actions(self, step: Step, way: Way | None) -> tuple[Action, ...]:
        """What a hand does in this step on this way."""
        if way is not None and step.id in way.steps:
            return way.steps[step.id]
        return step.walkthrough

    def next_action(self, actions: tuple[Action, ...], holds: Holds) -> Action | None:
        """The first action that is still needed."""
        for action in actions:
            if action.until is None or not holds(action.until):
                return action
        return None

    def expected(self, index: int, holds: Holds) -> tuple[Action, ...]:
        """What a hand may do next: the next action of every written way that is still open."""
        if index >= len(self.exercise.steps):
            return ()
        way = self.way(index, holds)
        step, closing = self.exercise.steps[self.shown(index, way)], self.closing(index)
        roads = [self.actions(step, way)]
        if way is None:
            roads += [w.steps[closing.id] for w in self.exercise.ways if closing.id in w.steps]
        found = (self.next_action(road, holds) for road in roads)
        return tuple(action for action in found if action is not None)

    def live(self, index: int) -> frozenset[str]:
        """The targets of every written way in this stretch (training wheels, decisions.md)."""
        stretch = self._stretch(index)
        actions = [action for step in stretch for action in step.walkthrough]
        for way in self.exercise.ways:
            actions += way.steps.get(stretch[-1].id, ())
        return frozenset().union(*(action.targets for action in actions))

    def closing(self, index: int) -> Step:
        """The step that closes the stretch in which ``index`` lies."""
        return self._stretch(index)[-1]

    def _stretch(self, index: int) -> tuple[Step, ...]:
        steps = self.exercise.steps
        first = last = index
        while first > 0 and steps[first - 1].keep:
            first -= 1
        while steps[last].keep and last < len(steps) - 1:
            last += 1
        return steps[first : last + 1]

    def _reached(self, index: int, holds: Holds) -> int:
        """The index behind the last step that holds among the do steps from ``index`` on."""
        reached = index
        for number, step in enumerate(self.exercise.steps[index:], start=index):
            if step.kind is not StepKind.DO:
                break
            if step.done is not None and holds(step.done):
                reached = number + 1
        return reached

    def _lost(self, index: int, holds: Holds) -> int:
        """The first of the steps with ``keep`` right before ``index`` that no longer holds."""
        steps = self.exercise.steps
        if index == len(steps):
            return index
        first = index
        while first > 0 and steps[first - 1].keep:
            first -= 1
        for number in range(first, index):
            condition = steps[number].done
            if condition is not None and not holds(condition):
                return number
        return index
