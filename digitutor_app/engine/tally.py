"""Counts of one attempt: hints, mistakes, undos. They only grow; Peru does not take them back."""

from dataclasses import asdict, dataclass, field
from typing import Any, Self


@dataclass(slots=True)
class Tally:
    """``level`` is the hint level in the current step, ``step_mistakes`` its mistakes."""

    hint: int = 0
    level: int = 0
    undos: int = 0
    pointer: int = 0
    keys: int = 0
    mistakes: dict[str, int] = field(default_factory=dict)
    step_mistakes: dict[str, int] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    way: str = ""

    def count_mistake(self, code: str) -> int:
        """Count it; returns how often it has happened in this step."""
        self.mistakes[code] = self.mistakes.get(code, 0) + 1
        self.step_mistakes[code] = self.step_mistakes.get(code, 0) + 1
        return self.step_mistakes[code]

    def raise_to(self, level: int) -> None:
        """Note the hint level; it never goes down within a step."""
        self.level = max(self.level, level)
        self.hint = max(self.hint, level)

    def next_step(self) -> None:
        self.level = 0
        self.step_mistakes = {}

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
