"""An exercise as the engine sees it: ids only, no word of any language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from digitutor_app.domain.plain import Row

Argument = str | int | bool


@dataclass(frozen=True, slots=True)
class Test:
    """One question to the practice computer, by the name of its kind.

    ``value`` is what stands behind the kind's own name in the file, ``options`` the rest of the
    table. ``after`` names a step: the test is false until that step is done, and a test of the log
    sees only what was done since.
    """

    __test__ = False  # not a pytest class

    kind: str
    value: Argument
    options: Mapping[str, Argument] = field(default_factory=dict)
    after: str = ""


@dataclass(frozen=True, slots=True)
class AllOf:
    """True when every one of its conditions is."""

    of: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when at least one of its conditions is."""

    of: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True when its condition is not."""

    of: "Condition"


Condition = Test | AllOf | AnyOf | Not


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a hand does in a walkthrough: a verb, a target by name, and what else it needs.

    For ``key`` the target is what is pressed, the option ``on`` says where, and ``shows`` what to
    point at instead (a key that is drawn). ``until`` tells
    guidance when the action is no longer needed (a file already selected).
    """

    verb: str
    target: str
    options: Mapping[str, Argument] = field(default_factory=dict)
    until: Condition | None = None

    @property
    def where(self) -> str:
        """The target to point at; "" when the keys go to what has the keyboard already."""
        if self.verb != "key":
            return self.target
        return str(self.options.get("shows", self.options.get("on", "")))

    @property
    def targets(self) -> frozenset[str]:
        """Every target that the hand needs: where it begins and where it lets go."""
        more = {str(self.options.get(name, "")) for name in ("to", "on")}
        return frozenset({self.where, *more} - {""})


class StepKind(StrEnum):
    """Who says that a step is done (decisions.md)."""

    DO = "do"
    READ = "read"
    QUESTION = "question"
    TUTOR = "tutor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One instruction.

    ``keep``: what this step reached must stay until the next step without ``keep`` is done;
    otherwise the exercise comes back here (a dialog that was closed, a selection that was lost).
    ``choices`` and ``answers`` are ids of a question's choices, and of those that are right.
    """

    id: str
    kind: StepKind = StepKind.DO
    done: Condition | None = None
    walkthrough: tuple[Action, ...] = ()
    keep: bool = False
    choices: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Another correct way: what it does in some steps; a step with no actions is passed over.

    ``begun`` tells when the learner is on this way, so that guidance follows.
    """

    id: str
    steps: Mapping[str, tuple[Action, ...]]
    begun: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A mistake with a name: when it is seen, and how to provoke it.

    ``still_for``: seconds for which it must stay true before it counts (0: at once).
    ``provoke`` starts from the beginning of step ``at`` ("" means the first step).
    """

    id: str
    when: Condition
    still_for: int = 0
    at: str = ""
    provoke: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise.

    ``version`` is a hash of everything that decides what counts as done. ``starts`` maps each data
    set to the state in which the practice computer begins. ``advice`` names mistakes that no
    program can see; their texts stand on the call card.
    """

    id: str
    module: str
    level: str
    minutes: int
    skills: tuple[str, ...]
    room: str
    version: str
    data: tuple[str, ...]
    starts: Mapping[str, Row]
    steps: tuple[Step, ...]
    ways: tuple[Way, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    advice: tuple[str, ...] = ()

    def step(self, step_id: str) -> Step:
        return next(step for step in self.steps if step.id == step_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepText:
    """The words of one step: the instruction, and the same in other words (hint 1)."""

    instruction: str
    again: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseText:
    """All words of an exercise in one language and one data set, placeholders filled in.

    ``names`` maps ids of things to the names that people see; ``documents`` maps ids of files to
    their text. ``difficulties`` tells a tutor what each mistake was. ``ask`` is one good question
    for the tutor. ``checklist`` maps step ids to the lines of the list in mode Itse. ``ways`` maps
    way id and step id to the instruction for that way. ``summaries`` maps way id to the whole way
    in a sentence, for somebody who reads it afterwards; the first is told first. ``pair`` is what
    to show or tell a partner in the end, "" when the exercise has no words for that.
    """

    title: str
    context: str
    goal: str
    success: str
    checklist: Mapping[str, str]
    steps: Mapping[str, StepText]
    mistakes: Mapping[str, str]
    difficulties: Mapping[str, str]
    ways: Mapping[tuple[str, str], StepText]
    advice: Mapping[str, str]
    ask: str
    names: Mapping[str, str]
    documents: Mapping[str, str]
    summaries: Mapping[str, str] = field(default_factory=dict)
    pair: str = ""
