"""One observation: something that was done on the practice computer."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Detail = str | int | bool


@dataclass(frozen=True, slots=True)
class Observation:
    """A deed in one verb, its target by name, and details that conditions may ask for.

    Targets are ids such as ``file:plan`` or ``button:move``, never words of a language. What a
    learner typed is never part of an observation that is stored (domain/2, 2.0).
    """

    verb: str
    target: str = ""
    details: Mapping[str, Detail] = field(default_factory=dict)

    def get(self, name: str) -> Detail | None:
        """The detail, or the target under the name "target", or None."""
        return self.target if name == "target" else self.details.get(name)
