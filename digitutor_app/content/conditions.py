"""Conditions and actions as tables of an exercise file; a table's first word names its kind."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from digitutor_app.content.errors import ContentError
from digitutor_app.domain.exercise import Action, AllOf, AnyOf, Argument, Condition, Not, Test

VERBS = (
    "click",
    "double_click",
    "right_click",
    "press",
    "drag",
    "hover",
    "scroll",
    "key",
    "type",
    "open",
    "choose",
    "read",
    "answer",
    "tutor",
)


@dataclass(slots=True)
class Reader:
    """Reads the tables of one file. ``steps_named`` collects where steps are named by id."""

    file: Path
    problem: Callable[[Test], str]
    steps_named: list[tuple[str, str]] = field(default_factory=list)

    def condition(self, table: Any, place: str) -> Condition:
        """``{all = […]}``, ``{any = […]}``, ``{not = {…}}`` or a test such as ``{file = "x"}``."""
        first = self._first(table, place)
        value = table[first]
        if first in ("all", "any"):
            if not isinstance(value, list) or not value or len(table) > 1:
                raise ContentError(self.file, place, f'"{first}" takes a list of conditions')
            parts = tuple(self.condition(t, f"{place}.{first}[{n}]") for n, t in enumerate(value))
            return AllOf(parts) if first == "all" else AnyOf(parts)
        if first == "not":
            return Not(self.condition(value, f"{place}.not"))
        return self._test(first, table, place)

    def actions(self, tables: list[Any], place: str) -> tuple[Action, ...]:
        return tuple(self._action(t, f"{place}[{n}]") for n, t in enumerate(tables))

    def _action(self, table: Any, place: str) -> Action:
        verb = self._first(table, place)
        if verb not in VERBS:
            raise ContentError(self.file, place, f'a verb of: {", ".join(VERBS)}; not "{verb}"')
        until = table.get("until")
        options = self._arguments(
            {k: v for k, v in table.items() if k not in (verb, "until")}, place
        )
        return Action(
            verb=verb,
            target=str(table[verb]),
            options=options,
            until=None if until is None else self.condition(until, f"{place}.until"),
        )

    def _test(self, kind: str, table: dict[str, Any], place: str) -> Test:
        rest = {k: v for k, v in table.items() if k not in (kind, "after")}
        after = str(table.get("after", ""))
        self.steps_named.append((f"{place}.after", after))
        value = self._arguments({kind: table[kind]}, place)[kind]
        test = Test(kind, value, self._arguments(rest, place), after)
        wrong = self.problem(test)
        if wrong:
            raise ContentError(self.file, place, wrong)
        return test

    def _first(self, table: Any, place: str) -> str:
        if not isinstance(table, dict) or not table:
            raise ContentError(self.file, place, 'a table such as { click = "file:plan" }')
        return str(next(iter(table)))

    def _arguments(self, table: dict[str, Any], place: str) -> dict[str, Argument]:
        for name, value in table.items():
            if not isinstance(value, str | int | bool):
                raise ContentError(self.file, f"{place}.{name}", "a text, a number, true or false")
        return table
