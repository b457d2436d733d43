"""Sees when a named mistake happens: at the moment its condition becomes true, or when it has
stayed true for a while."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from digitutor_app.domain.exercise import AllOf, AnyOf, Condition, Mistake, Not, Test

Holds = Callable[[Condition], bool]
_ENTRY = "last"


@dataclass(slots=True)
class MistakeWatch:
    """Remembers since when (clock seconds) each mistake has been true, and which were reported.

    A mistake that asks for the newest entry of the log (``last``) happens anew with each entry
    that matches; any other must first have been false.
    """

    mistakes: tuple[Mistake, ...]
    _since: dict[str, float] = field(default_factory=dict)
    _reported: set[str] = field(default_factory=set)
    _length: int = 0

    def look(self, now: float, log_length: int, holds: Holds) -> Mistake | None:
        """The first mistake that happened just now, if any; each is reported once per happening."""
        entered, self._length = log_length != self._length, log_length
        for mistake in self.mistakes:
            true = holds(mistake.when)
            if not true or (entered and _asks_for_entry(mistake.when)):
                self._since.pop(mistake.id, None)
                self._reported.discard(mistake.id)
            if true:
                self._since.setdefault(mistake.id, now)
        return next(self._ripe(now), None)

    def settle(self, log_length: int, holds: Holds) -> None:
        """What is true at the beginning is not a mistake until it was false once."""
        self._reported = {m.id for m in self.mistakes if holds(m.when)}
        self._since = dict.fromkeys(self._reported, 0.0)
        self._length = log_length

    def _ripe(self, now: float) -> Iterator[Mistake]:
        for mistake in self.mistakes:
            since = self._since.get(mistake.id)
            if since is None or mistake.id in self._reported:
                continue
            if now - since >= mistake.still_for:
                self._reported.add(mistake.id)
                yield mistake


def _asks_for_entry(condition: Condition) -> bool:
    match condition:
        case AllOf(of) | AnyOf(of):
            return any(_asks_for_entry(part) for part in of)
        case Not():
            return False
        case Test():
            return condition.kind == _ENTRY
