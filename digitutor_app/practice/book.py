"""The book in which the practice computer keeps its state: rows, deeds that can be undone, a log.

Every part of the practice computer keeps its state as plain rows in one book. So undo, saving and
resuming are done once, here, and no room has to think of them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.observation import Observation
from digitutor_app.domain.plain import Row

FORMAT = 1
Listener = Callable[[frozenset[str]], None]


@dataclass(slots=True)
class _Deed:
    """What one deed overwrote: each row as it was, with its number (None: there was none)."""

    log_length: int
    before: dict[str, tuple[int, Row] | None] = field(default_factory=dict)


class Book:
    """Rows by key, changed in deeds.

    A deed is what a person would call one act; ``undo`` takes back the last one exactly, the order
    of the rows too. A row written outside a deed (a selection, a scroll position) belongs to the
    deed before it and goes back with it. A deed that ends in an error has changed nothing.
    """

    def __init__(self) -> None:
        self._rows: dict[str, Row] = {}
        self._numbers: dict[str, int] = {}  # grow in the order in which rows came
        self._deeds: list[_Deed] = []
        self._open: _Deed | None = None
        self._log: list[Observation] = []
        self._listeners: list[Listener] = []
        self._revision = 0

    # Reading

    @property
    def revision(self) -> int:
        """Another one after each change of a row: what was read at this one still holds."""
        return self._revision

    def row(self, key: str) -> Row | None:
        return self._rows.get(key)

    def keys(self, prefix: str) -> list[str]:
        """The keys that begin with ``prefix``, in the order in which their rows came."""
        return [key for key in self._rows if key.startswith(prefix)]

    @property
    def log(self) -> Sequence[Observation]:
        """What was observed, oldest first; what was undone is no longer in it."""
        return self._log

    @property
    def can_undo(self) -> bool:
        return bool(self._deeds)

    # Writing

    @contextmanager
    def deed(self) -> Iterator[None]:
        """Everything written inside is one act; a deed inside a deed is part of the outer one."""
        if self._open is not None:
            yield
            return
        deed = self._open = _Deed(log_length=len(self._log))
        try:
            yield
        except BaseException:
            self._take_back(deed)
            raise
        finally:
            self._open = None
        changed = {key for key, before in deed.before.items() if before != self._standing(key)}
        if changed:
            self._deeds.append(deed)
            self._tell(changed)

    def write(self, key: str, row: Row, *, lasting: bool = False) -> None:
        """Put a row of plain data; ``row`` must not be changed afterwards.

        ``lasting``: Peru leaves it alone, because nobody's deed made it (a lamp of the keyboard).
        """
        if self._rows.get(key) == row:
            return
        if not lasting:
            self._remember(key)
        if key not in self._rows:
            self._numbers[key] = self._next_number()
        self._rows[key] = row
        self._revision += 1
        self._tell_outside({key})

    def erase(self, key: str) -> None:
        if key in self._rows:
            self._remember(key)
            del self._rows[key], self._numbers[key]
            self._revision += 1
            self._tell_outside({key})

    def expunge(self, key: str, clean: Callable[[Row], Row]) -> None:
        """Rewrite the row now and in all that Peru could bring back: for what must not be kept.

        A deed that did nothing but change what is gone now is no deed any more.
        """
        if key in self._rows:
            self._rows[key] = clean(self._rows[key])
            self._revision += 1
        after = self._standing(key)
        if self._open is not None and (before := self._open.before.get(key)) is not None:
            self._open.before[key] = (before[0], clean(before[1]))
        kept: list[_Deed] = []
        for deed in reversed(self._deeds):
            if key in deed.before:
                stood = deed.before[key]
                cleaned = None if stood is None else (stood[0], clean(stood[1]))
                deed.before[key] = cleaned
                if set(deed.before) == {key} and cleaned == after:
                    continue
                after = cleaned
            kept.insert(0, deed)
        self._deeds[:] = kept
        self._tell_outside({key})

    def note(self, observation: Observation) -> None:
        """Add to the log."""
        self._log.append(observation)

    def undo(self) -> bool:
        """Take back the last deed; False when there is none."""
        if self._open is not None:
            raise OurMistakeError("undo inside a deed")
        if not self._deeds:
            return False
        deed = self._deeds.pop()
        self._take_back(deed)
        self._tell(set(deed.before))
        return True

    def _remember(self, key: str) -> None:
        deed = self._open or (self._deeds[-1] if self._deeds else None)
        if deed is not None and key not in deed.before:
            deed.before[key] = self._standing(key)

    def _standing(self, key: str) -> tuple[int, Row] | None:
        return (self._numbers[key], self._rows[key]) if key in self._rows else None

    def _next_number(self) -> int:
        return self._numbers[next(reversed(self._rows))] + 1 if self._rows else 0

    def _take_back(self, deed: _Deed) -> None:
        for key, before in deed.before.items():
            self._rows.pop(key, None)
            self._numbers.pop(key, None)
            if before is not None:
                self._numbers[key], self._rows[key] = before
        self._rows = {
            key: self._rows[key] for key in sorted(self._rows, key=self._numbers.__getitem__)
        }
        self._revision += 1
        del self._log[deed.log_length :]

    def seal(self) -> None:
        """What stands now is the beginning: nothing before it can be undone or was observed."""
        self._deeds.clear()
        self._log.clear()

    # Telling

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` with the changed keys after each deed, lone write, undo or load."""
        self._listeners.append(listener)

    def forget(self, listener: Listener) -> None:
        self._listeners.remove(listener)

    def _tell_outside(self, keys: set[str]) -> None:
        if self._open is None:
            self._tell(keys)

    def _tell(self, keys: set[str]) -> None:
        for listener in tuple(self._listeners):
            listener(frozenset(keys))

    # Saving

    def to_plain(self) -> dict[str, Any]:
        """Everything, as data that JSON can hold."""
        return {
            "format": FORMAT,
            "rows": dict(self._rows),
            "numbers": [self._numbers[key] for key in self._rows],
            "deeds": [[deed.log_length, dict(deed.before)] for deed in self._deeds],
            "log": [[o.verb, o.target, dict(o.details)] for o in self._log],
        }

    def load(self, plain: Mapping[str, Any]) -> None:
        """Become what ``to_plain`` gave; raises OurMistakeError when it is of another format."""
        if plain.get("format") != FORMAT:
            raise OurMistakeError(f"a book of format {plain.get('format')!r}")
        keys = set(self._rows) | set(plain["rows"])
        self._rows = dict(plain["rows"])
        self._revision += 1
        self._numbers = dict(zip(self._rows, plain["numbers"], strict=True))
        self._deeds = [_Deed(length, _tuples(before)) for length, before in plain["deeds"]]
        self._log = [Observation(verb, target, details) for verb, target, details in plain["log"]]
        self._tell(keys)


def _tuples(before: Mapping[str, Any]) -> dict[str, tuple[int, Row] | None]:
    return {key: None if pair is None else (pair[0], pair[1]) for key, pair in before.items()}
