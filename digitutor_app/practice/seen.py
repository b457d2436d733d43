"""What a condition may look at."""

from collections.abc import Sequence
from dataclasses import dataclass

from digitutor_app.domain.observation import Observation
from digitutor_app.practice.computer import Computer


@dataclass(frozen=True, slots=True)
class Seen:
    """The practice computer and the part of its log that counts (all of it, or since a step)."""

    computer: Computer
    log: Sequence[Observation]
