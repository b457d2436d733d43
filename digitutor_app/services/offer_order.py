"""In which order exercises are offered, by ids alone (domain/2, 2.0 "fading").

The rule. A person's place is the module in which they last did something.

1. Three that wait for Itse, or three that wait for Toisin: the one that has waited longest.
2. The next new exercise of the module.
3. What waits for Itse, then for Toisin, then for being repeated for "osaa"; longest first.
4. New exercises of the modules that follow, and then of those before.
5. What was finished last comes after everything else that is due.
6. A module of which something was skipped comes after the others, what was skipped after that.
7. Nothing is due any more: what rests or is known, longest ago first. So there is always an offer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode
from digitutor_app.domain.fading import Due

#: So many may wait for the same before a new one comes.
MOST_WAITING = 3

Attempts = Mapping[str, Sequence[Attempt]]


def by_exercise(attempts: Iterable[Attempt]) -> dict[str, list[Attempt]]:
    """Exercise id -> the attempts at it, in the order given."""
    found: dict[str, list[Attempt]] = {}
    for attempt in attempts:
        found.setdefault(attempt.exercise, []).append(attempt)
    return found


def in_order(
    ids: Sequence[str], dues: Mapping[str, Due], attempts: Attempts, begun: str = ""
) -> list[str]:
    """Every id once, the best offer first.

    ``ids`` are in teaching order, ``dues`` those of tried exercises (the rest is NEW), ``begun``
    is the exercise that is going on ("" for none).
    """
    last = _last_done(ids, attempts)
    place = module_of(begun or last or (ids[0] if ids else ""))
    waiting = {
        due: sorted((i for i in ids if dues.get(i) is due), key=lambda i: _ended(attempts[i]))
        for due in Due
    }
    skipped = {i for i in ids if i in attempts and _was_skipped(attempts[i])}
    put_off = {module_of(i) for i in skipped}
    new = sorted(
        (i for i in _from_place(ids, place) if dues.get(i, Due.NEW) is Due.NEW),
        key=lambda i: (i in skipped, module_of(i) in put_off),
    )
    here = [i for i in new if module_of(i) == place and place not in put_off]
    crowds = [waiting[due] for due in (Due.ALONE, Due.VARIATION)]
    due = [crowd[0] for crowd in crowds if len(crowd) >= MOST_WAITING]
    due += here
    for kind in (Due.ALONE, Due.VARIATION, Due.AGAIN):
        due += waiting[kind]
    due += new
    if last in due:
        due = [i for i in due if i != last] + [last]
    return list(dict.fromkeys([*due, *waiting[Due.RESTING], *waiting[Due.KNOWN]]))


def different_first(order: Sequence[str], dues: Mapping[str, Due]) -> Iterator[str]:
    """The same ids: the two best, then one of each kind not offered yet, then the rest.

    A kind is what is due in which module, so that people can choose between different things.
    """
    seen = set()
    left: list[str] = []
    for number, exercise_id in enumerate(order):
        due = dues.get(exercise_id, Due.NEW)
        kind = due, module_of(exercise_id)
        if number < 2 or (kind not in seen and due < Due.RESTING):
            seen.add(kind)
            yield exercise_id
        else:
            left.append(exercise_id)
    yield from left


def module_of(exercise_id: str) -> str:
    """The id of the module that an exercise belongs to."""
    return exercise_id.rpartition("-")[0]


def _from_place(ids: Sequence[str], place: str) -> list[str]:
    """The ids beginning with the module ``place``; those before it come last."""
    start = next((n for n, i in enumerate(ids) if module_of(i) == place), 0)
    return [*ids[start:], *ids[:start]]


def _last_done(ids: Sequence[str], attempts: Attempts) -> str:
    """The exercise of the attempt that ended last, "" when there is none.

    Times are rounded to minutes: of two in the same minute it is the one taught later.
    """
    tried = [i for i in ids if i in attempts]
    return max(reversed(tried), key=lambda i: _ended(attempts[i]), default="")


def _was_skipped(attempts: Sequence[Attempt]) -> bool:
    """Whether somebody skipped the exercise and has not done it since."""
    ends = {a.end for a in attempts if a.mode is not Mode.WATCH}
    return AttemptEnd.SKIPPED in ends and AttemptEnd.DONE not in ends


def _ended(attempts: Sequence[Attempt]) -> datetime:
    return max(a.ended for a in attempts)
