"""Counts of one attempt: hints, mistakes, undos. They only grow; Peru does not take them back."""

from dataclasses import asdict, dataclass, field
from typing import Any, Self


@dataclass(slots=True)
class Tally:
    """``level`` is the hint level in the current step, ``asked`` how often the learner asked.

    ``step_mistakes`` are those since the last progress, so that falling back or Peru do not make
    three of the same look like one.
    """

    hint: int = 0
    level: int = 0
    asked: int = 0
    undos: int = 0
    pointer: int = 0
    keys: int = 0
    mistakes: dict[str, int] = field(default_factory=dict)
    step_mistakes: dict[str, int] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    way: str = ""

    def count_mistake(self, code: str) -> int:
        """Count it; returns how often it has happened since the last progress."""
        self.mistakes[code] = self.mistakes.get(code, 0) + 1
        self.step_mistakes[code] = self.step_mistakes.get(code, 0) + 1
        return self.step_mistakes[code]

    def raise_to(self, level: int) -> None:
        """Note the hint level; it never goes down within a step."""
        self.level = max(self.level, level)
        self.hint = max(self.hint, level)

    def take_step(self) -> tuple[int, dict[str, int]]:
        """A step was done for the first time: returns its hint level and mistakes, and forgets
        them."""
        level, mistakes = self.level, self.step_mistakes
        self.level, self.step_mistakes = 0, {}
        return level, mistakes

    @property
    def device(self) -> str:
        """What the hands used: "pointer", "keys", "both", or "" when nothing yet."""
        if self.pointer and self.keys:
            return "both"
        return "pointer" if self.pointer else "keys" if self.keys else ""

    def to_plain(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Self:
        return cls(**plain)
