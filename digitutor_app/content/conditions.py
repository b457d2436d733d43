"""Conditions and actions as tables of an exercise file; a table's first word names its kind.

What hands do: a verb, its target, and what may stand beside it (``until`` may always).

    click, double_click   ``caret``: where in a text: "start", "end", or the id of the words that
                          then stand before the caret
    right_click, open, choose
    hover                 ``seconds``: stay there
    trace                 ``points``: a recorded way of the pointer, "x y ms, …": thousandths of
                          the target and milliseconds since the beginning
    drag                  ``to``: where to let go; ``button = "right"`` for the other button
    hold, carry, let_go   the parts of a drag, for exercises that teach it: press on a target and
                          keep the button down (``button``), go to a target, release over a target
    scroll                ``to``: until that target can be seen; ``notches``
    type                  ``text``: the id of a name, or the text itself; the target may be ""
    key                   a key such as "Ctrl+X" in place of the target; ``on``: what gets the
                          keyboard first
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from digitutor_app.content.errors import ContentError
from digitutor_app.content.place import Place
from digitutor_app.domain.exercise import Action, AllOf, AnyOf, Argument, Condition, Not, Test

#: The verbs of hands, and the options that each takes beside ``until``; "!" marks what it needs.
VERBS: Mapping[str, tuple[str, ...]] = {
    "click": ("caret",),
    "double_click": ("caret",),
    "right_click": (),
    "drag": ("to!", "button"),
    "hold": ("button",),
    "carry": (),
    "let_go": (),
    "hover": ("seconds",),
    "trace": ("points!",),
    "scroll": ("to", "notches"),
    "open": (),
    "choose": (),
    "type": ("text!",),
    "key": ("on", "shows"),
}


@dataclass(slots=True)
class Reader:
    """Reads the tables of one file; collects where steps and targets are named, to check them
    when the whole file is known."""

    file: Place
    problem: Callable[[Test], str]
    steps_named: list[tuple[str, str]] = field(default_factory=list)
    targets_named: list[tuple[str, str]] = field(default_factory=list)

    def condition(self, table: Any, place: str) -> Condition:
        """``{all = […]}``, ``{any = […]}``, ``{not = {…}}`` or a test such as ``{file = "x"}``."""
        first = self._first(table, place)
        value = table[first]
        if first in ("all", "any"):
            if not isinstance(value, list) or not value:
                raise ContentError(self.file, place, f'a list of conditions behind "{first}"')
            self._alone(first, table, place)
            parts = tuple(self.condition(t, f"{place}.{first}[{n}]") for n, t in enumerate(value))
            return AllOf(parts) if first == "all" else AnyOf(parts)
        if first == "not":
            self._alone(first, table, place)
            return Not(self.condition(value, f"{place}.not"))
        return self._test(first, table, place)

    def actions(self, tables: list[Any], place: str) -> tuple[Action, ...]:
        return tuple(self._action(t, f"{place}[{n}]") for n, t in enumerate(tables))

    def _action(self, table: Any, place: str) -> Action:
        verb = self._first(table, place)
        if verb not in VERBS:
            raise ContentError(self.file, place, f'a verb of: {", ".join(VERBS)}; not "{verb}"')
        target, until = table[verb], table.get("until")
        if not isinstance(target, str) or not (target or verb == "type"):
            raise ContentError(self.file, f"{place}.{verb}", 'a target such as "file:plan"')
        options = self._arguments(
            {k: v for k, v in table.items() if k not in (verb, "until")}, place
        )
        self._check_options(verb, options, place)
        action = Action(
            verb=verb,
            target=target,
            options=options,
            until=None if until is None else self.condition(until, f"{place}.until"),
        )
        self.targets_named += ((place, name) for name in sorted(action.targets))
        return action

    def _check_options(self, verb: str, options: Mapping[str, Argument], place: str) -> None:
        known = {name.rstrip("!") for name in VERBS[verb]}
        unknown = sorted(set(options) - known)
        missing = [n[:-1] for n in VERBS[verb] if n.endswith("!") and n[:-1] not in options]
        if unknown:
            words = ", ".join(sorted(known)) or "nothing"
            expected = f'no "{unknown[0]}"; beside its target "{verb}" takes: {words}'
            raise ContentError(self.file, place, expected)
        if missing:
            raise ContentError(self.file, place, f'"{missing[0]}" too, because of "{verb}"')

    def _alone(self, first: str, table: dict[str, Any], place: str) -> None:
        if len(table) > 1:
            raise ContentError(self.file, place, f'nothing beside "{first}" in its table')

    def _test(self, kind: str, table: dict[str, Any], place: str) -> Test:
        rest = {k: v for k, v in table.items() if k not in (kind, "after")}
        after = table.get("after", "")
        if "after" in table:
            self.steps_named.append((f"{place}.after", str(after)))
        value = self._arguments({kind: table[kind]}, place)[kind]
        test = Test(kind, value, self._arguments(rest, place), str(after))
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
