"""The kinds of condition that exercises may use, each made from one function."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from keyword import iskeyword
from typing import Any, Literal, get_args, get_origin, get_type_hints

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.exercise import AllOf, AnyOf, Argument, Condition, Not, Test
from digitutor_app.practice.seen import Seen

Check = Callable[..., bool]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of condition: its function and the options that it takes.

    ``options`` maps a name in the file to its type (``str``, ``int``, ``bool`` or a ``Literal`` of
    texts); ``required`` are those without a default; ``open`` tells that any further option is
    welcome. Where Python keeps a word (``in``), the function's own name has an underscore behind.
    """

    name: str
    check: Check
    value: Any
    options: Mapping[str, Any]
    required: frozenset[str]
    open: bool

    @classmethod
    def of(cls, function: Check) -> "Kind":
        """Read a kind from ``name(seen, value, *, option, in_, **others) -> bool``."""
        types = get_type_hints(function)
        parameters = list(inspect.signature(function).parameters.values())
        named = {_file_name(p.name): p for p in parameters[2:] if p.kind is p.KEYWORD_ONLY}
        return cls(
            name=_file_name(function.__name__),
            check=function,
            value=types[parameters[1].name],
            options={name: types[p.name] for name, p in named.items()},
            required=frozenset(n for n, p in named.items() if p.default is p.empty),
            open=any(p.kind is p.VAR_KEYWORD for p in parameters),
        )

    def holds(self, seen: Seen, test: Test) -> bool:
        """Ask the function."""
        options = {
            f"{name}_" if iskeyword(name) and name in self.options else name: value
            for name, value in test.options.items()
        }
        return self.check(seen, test.value, **options)


class Vocabulary:
    """All kinds that are known, by name."""

    def __init__(self, functions: Iterable[Check]) -> None:
        self._kinds: dict[str, Kind] = {}
        for function in functions:
            kind = Kind.of(function)
            if kind.name in self._kinds:
                raise OurMistakeError(f"two kinds of condition are called {kind.name!r}")
            self._kinds[kind.name] = kind

    def __getitem__(self, name: str) -> Kind:
        return self._kinds[name]

    def names(self) -> list[str]:
        return sorted(self._kinds)

    def problem(self, test: Test) -> str:
        """What is wrong with the test, in an author's words; "" when nothing is."""
        kind = self._kinds.get(test.kind)
        if kind is None:
            return f'"{test.kind}" is not a kind of condition; known: {", ".join(self.names())}'
        if not _fits(test.value, kind.value):
            return f'"{test.kind}" needs {_word(kind.value)}, not {test.value!r}'
        unknown = [] if kind.open else sorted(set(test.options) - set(kind.options))
        if unknown:
            known = ", ".join(kind.options) or "none"
            return f'"{test.kind}" has no option "{unknown[0]}"; it takes: {known}'
        missing = sorted(kind.required - set(test.options))
        if missing:
            return f'"{test.kind}" also needs "{missing[0]}"'
        for name, value in test.options.items():
            if name in kind.options and not _fits(value, kind.options[name]):
                return f'"{name}" needs {_word(kind.options[name])}, not {value!r}'
        return ""


def holds(
    condition: Condition, kinds: Vocabulary, seen_since: Callable[[str], Seen | None]
) -> bool:
    """Whether the condition is true now.

    ``seen_since(step)`` gives what may be seen since that step was done, None when it is not done
    yet; ``seen_since("")`` gives everything.
    """
    match condition:
        case AllOf(of):
            return all(holds(part, kinds, seen_since) for part in of)
        case AnyOf(of):
            return any(holds(part, kinds, seen_since) for part in of)
        case Not(part):
            return not holds(part, kinds, seen_since)
        case Test():
            seen = seen_since(condition.after)
            return seen is not None and kinds[condition.kind].holds(seen, condition)


def _file_name(name: str) -> str:
    """What an exercise file calls a parameter or a function: ``in_`` is ``in`` there."""
    bare = name.removesuffix("_")
    return bare if iskeyword(bare) else name


def _fits(value: Argument, wanted: Any) -> bool:
    if get_origin(wanted) is Literal:
        return value in get_args(wanted)
    if wanted is bool or isinstance(value, bool):
        return wanted is bool and isinstance(value, bool)
    return isinstance(value, wanted)


def _word(wanted: Any) -> str:
    if get_origin(wanted) is Literal:
        return "one of " + ", ".join(f'"{word}"' for word in get_args(wanted))
    return {str: "a text", int: "a whole number", bool: "true or false"}[wanted]
