"""Whether a row that came can be read: one that cannot would break every page that shows it."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.domain.calls import CallEnd
from digitutor_app.domain.ids import moved_id
from digitutor_app.domain.tutor_observations import MarkedBehind
from digitutor_app.store.errors import UnfitValueError

_Check = Callable[[Any], bool]


def check_of(name: str, column: str) -> _Check | None:
    """What a value of this column must pass, where it must pass anything."""
    return _CHECKS.get(name, {}).get(column)


def needed(name: str) -> frozenset[str]:
    """The columns without which a row of this table cannot be read."""
    return frozenset(column for column, check in _CHECKS.get(name, {}).items() if not check(None))


def check_move(row_id: str, said: Mapping[str, Any]) -> None:
    """Raise UnfitValueError where a withdrawal names another copy than that of its move."""
    to = said.get("moved_to", "")
    if to and said.get("copy_id") != moved_id(row_id, to):
        raise UnfitValueError("withdrawn.copy_id", "not the copy of that move")


def _one_of(words: type[StrEnum]) -> _Check:
    known = frozenset(word.value for word in words)

    def check(value: Any) -> bool:
        return isinstance(value, str) and value in known

    return check


def _there(value: Any) -> bool:
    """A time or a day: that it is one has been seen."""
    return value is not None


def _words(value: Any) -> bool:
    return value is None or (
        isinstance(value, list) and all(isinstance(word, str) for word in value)
    )


def _counts(value: Any) -> bool:
    return value is None or (
        isinstance(value, dict) and all(type(count) is int for count in value.values())
    )


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _content(value: Any) -> bool:
    """Everything that is printed on a certificate (domain.certificates)."""
    if not isinstance(value, dict):
        return False
    texts = all(_text(value.get(key)) for key in ("language", "name", "workshop", "place"))
    lists = all(
        isinstance(value.get(key), list) and _words(value[key])
        for key in ("days", "contents", "organisers", "skills")
    )
    return (
        texts
        and lists
        and all(_is_day(day) for day in value["days"])
        and _is_day(value.get("issued"))
        and type(value.get("quarter_hours")) is int
        and _text(value.get("style", ""))
    )


_CHECKS: dict[str, dict[str, _Check]] = {
    "visit": {"arrived": _there, "last_seen": _there},
    "call": {"called": _there, "end": _one_of(CallEnd)},
    "coming": {"since": _there},
    "workshop": {"day": _there, "organisers": _words},
    "step_done": {"at": _there, "mode": _one_of(Mode), "mistakes": _counts},
    "attempt": {
        "started": _there,
        "ended": _there,
        "mode": _one_of(Mode),
        "end": _one_of(AttemptEnd),
        "skills": _words,
        "mistakes": _counts,
    },
    "certificate": {"content": _content},
    "note": {"day": _there},
    "observation": {"day": _there, "behind": _one_of(MarkedBehind)},
    "withdrawn": {"at": _there},
}
