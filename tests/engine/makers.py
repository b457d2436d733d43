"""A small exercise about rows, so that every rule of the engine can be seen by itself.

The practice computer of these tests is a table of switches: the row ``switch:<name>`` is there or
not. An observation of a ``flip`` has nothing to do with the state but for the log.
"""

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.exercise import (
    Action,
    AllOf,
    Exercise,
    Mistake,
    Not,
    Step,
    StepKind,
    Test,
    Way,
)
from digitutor_app.domain.observation import Observation
from digitutor_app.engine.run import Run
from digitutor_app.engine.vocabulary import Vocabulary
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.conditions import CONDITIONS
from digitutor_app.practice.seen import Seen


def on(seen: Seen, name: str) -> bool:
    """The switch is on."""
    return seen.computer.book.row(f"switch:{name}") is not None


KINDS = Vocabulary((*CONDITIONS, on))


def is_on(name, after=""):
    return Test("on", name, after=after)


def is_off(name):
    return Not(is_on(name))


def do(name, *, done=None, keep=False, clicks=None):
    """A do step that is done when the switch of its name is on."""
    walkthrough = tuple(Action("click", f"switch:{c}", until=is_on(c)) for c in (clicks or (name,)))
    return Step(id=name, done=done or is_on(name), walkthrough=walkthrough, keep=keep)


def read(name):
    return Step(id=name, kind=StepKind.READ)


def question(name):
    return Step(
        id=name, kind=StepKind.QUESTION, choices=("left", "right", "both"), answers=("right",)
    )


def tutor(name):
    return Step(id=name, kind=StepKind.TUTOR)


def oops(name, *, still_for=0, when=None):
    return Mistake(id=name, when=when or is_on(name), still_for=still_for)


def an_exercise(*steps, level="A", version="1", ways=(), mistakes=()):
    return Exercise(
        id="test-01",
        module="test",
        level=level,
        minutes=5,
        skills=("test.skill",),
        room="test",
        version=version,
        data=("a",),
        starts={"a": {}},
        steps=steps,
        ways=ways,
        mistakes=mistakes,
    )


def way(name, step, *clicks, begun=None):
    return Way(
        id=name, steps={step: tuple(Action("click", f"switch:{c}") for c in clicks)}, begun=begun
    )


class Hands:
    """Runs an exercise: puts switches on and off as deeds, and tells the run."""

    def __init__(self, exercise, clock, mode=Mode.ALONE, already=()):
        self.clock = clock
        self.computer = Computer()
        for name in already:
            self.computer.book.write(f"switch:{name}", {})
        self.run = Run(exercise, KINDS, self.computer, clock, mode)

    def on(self, *names, by="pointer"):
        """Put switches on in one deed."""
        with self.computer.deed():
            for name in names:
                self.computer.book.write(f"switch:{name}", {})
        return self.tell(names, by)

    def off(self, *names, by="pointer"):
        with self.computer.deed():
            for name in names:
                self.computer.book.erase(f"switch:{name}")
        return self.tell(names, by)

    def touch(self, name, by="pointer"):
        """Put a switch on without a deed, as selections are."""
        self.computer.book.write(f"switch:{name}", {})
        return self.tell((name,), by)

    def flip(self, name="lamp", by="pointer"):
        """An observation that changes no state."""
        return self.tell((name,), by)

    def tell(self, names, by):
        target = f"switch:{names[0]}" if names else ""
        return self.run.observe(Observation("flip", target, {"by": by}))

    def wait(self, seconds):
        self.clock.forward(seconds)
        return self.run.tick()

    @property
    def step(self):
        return self.run.step.id if self.run.step else None


def finished(outcome):
    return [step.step for step in outcome.finished_steps]


def all_of(*conditions):
    return AllOf(conditions)
