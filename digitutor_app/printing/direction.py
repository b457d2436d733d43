"""Which parts of a line are written from right to left, and in which order they stand."""

import unicodedata
from dataclasses import dataclass

_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
_NEUTRAL = frozenset({"ON", "WS", "S", "B", "BN"})


@dataclass(frozen=True, slots=True)
class Run:
    """A part ``[start, stop)`` of a line that is written in one direction."""

    start: int
    stop: int
    right_to_left: bool


def reads_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction of its own is a right-to-left one (UAX 9, P2)."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in {"L", "R", "AL"}:
            return kind != "L"
    return False


def visual_runs(text: str, right_to_left: bool) -> list[Run]:
    """Split one line into runs, ordered from left to right as they stand on paper.

    The rules W1-W7, N1-N2, I1-I2 and L2 of the Unicode bidirectional algorithm (UAX 9) for one
    line without embedding marks. Brackets are treated like other signs (no rule N0).
    """
    if not right_to_left and not any(map(_turns, text)):
        return [Run(0, len(text), False)] if text else []
    base = int(right_to_left)
    kinds = _neutrals(
        _weak([unicodedata.bidirectional(letter) or "L" for letter in text], base), base
    )
    return _ordered([_level(kind, base) for kind in kinds])


def _turns(letter: str) -> bool:
    return letter > "\u0590" and unicodedata.bidirectional(letter) in {"R", "AL", "AN"}


def _level(kind: str, base: int) -> int:
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: list[str], base: int) -> list[str]:
    kinds = _letters_decide(kinds, base)
    for i in range(1, len(kinds) - 1):  # W4
        around = kinds[i - 1]
        if around == kinds[i + 1] and (
            (kinds[i] == "CS" and around in {"EN", "AN"}) or (kinds[i] == "ES" and around == "EN")
        ):
            kinds[i] = around
    for order in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):  # W5
        step = -1 if order.step > 0 else 1
        for i in order:
            if kinds[i] == "ET" and kinds[i + step] == "EN":
                kinds[i] = "EN"
    last = "R" if base else "L"
    for i, kind in enumerate(kinds):  # W6, W7
        if kind in {"ES", "ET", "CS"}:
            kinds[i] = "ON"
        elif kind in {"L", "R"}:
            last = kind
        elif kind == "EN" and last == "L":
            kinds[i] = "L"
    return kinds


def _letters_decide(kinds: list[str], base: int) -> list[str]:
    """W1-W3: marks follow their letter, numbers after Arabic letters are Arabic numbers."""
    decided: list[str] = []
    previous = last = "R" if base else "L"
    for given in kinds:
        kind = previous if given == "NSM" else given
        previous = kind
        if kind in {"L", "R", "AL"}:
            last = kind
        elif kind == "EN" and last == "AL":
            kind = "AN"
        decided.append(kind)
    return ["R" if kind == "AL" else kind for kind in decided]


def _neutrals(kinds: list[str], base: int) -> list[str]:
    """N1, N2: signs and spaces take the direction around them, or that of the line."""
    own = "R" if base else "L"
    resolved = list(kinds)
    i = 0
    while i < len(kinds):
        if kinds[i] not in _NEUTRAL:
            i += 1
            continue
        stop = i
        while stop < len(kinds) and kinds[stop] in _NEUTRAL:
            stop += 1
        before = _STRONG[kinds[i - 1]] if i else own
        after = _STRONG[kinds[stop]] if stop < len(kinds) else own
        resolved[i:stop] = [before if before == after else own] * (stop - i)
        i = stop
    return resolved


def _ordered(levels: list[int]) -> list[Run]:
    runs: list[tuple[int, Run]] = []
    start = 0
    for i in range(1, len(levels) + 1):
        if i == len(levels) or levels[i] != levels[start]:
            runs.append((levels[start], Run(start, i, bool(levels[start] % 2))))
            start = i
    for level in range(max(levels, default=0), 0, -1):  # L2
        i = 0
        while i < len(runs):
            stop = i
            while stop < len(runs) and runs[stop][0] >= level:
                stop += 1
            runs[i:stop] = runs[i:stop][::-1]
            i = max(stop, i + 1)
    return [run for _, run in runs]
