"""Sees when a named mistake happens: at the moment its condition becomes true, or when it has
stayed true for a while."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from digitutor_app.domain.exercise import Condition, Mistake


@dataclass(slots=True)
class MistakeWatch:
    """Remembers since when (clock seconds) each mistake has been true, and which were reported."""

    mistakes: tuple[Mistake, ...]
    _since: dict[str, float] = field(default_factory=dict)
    _reported: set[str] = field(default_factory=set)

    def look(self, now: float, holds: Callable[[Condition], bool]) -> Mistake | None:
        """The first mistake that happened just now, if any; each is reported once per happening."""
        for mistake in self.mistakes:
            if holds(mistake.when):
                self._since.setdefault(mistake.id, now)
            else:
                self._since.pop(mistake.id, None)
                self._reported.discard(mistake.id)
        return next(self._ripe(now), None)

    def settle(self, holds: Callable[[Condition], bool]) -> None:
        """What is true at the beginning is not a mistake until it was false once."""
        self._reported = {m.id for m in self.mistakes if holds(m.when)}
        self._since = dict.fromkeys(self._reported, 0.0)

    def _ripe(self, now: float) -> Iterator[Mistake]:
        for mistake in self.mistakes:
            since = self._since.get(mistake.id)
            if since is None or mistake.id in self._reported:
                continue
            if now - since >= mistake.still_for:
                self._reported.add(mistake.id)
                yield mistake
