"""What people write at the laptops of a history: few different things, so that they collide."""

from datetime import timedelta

from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.domain.calls import CallEnd
from digitutor_app.domain.tutor_observations import MarkedBehind
from tests.store.makers import MORNING

PEOPLE = ("p-0", "p-1", "p-2", "p-3")
WORDS = ("", "ä", "b", "c")
MUTABLE = ("person", "person", "visit", "call", "note")
FACTS = ("attempt", "attempt", "step_done", "observation", "withdrawn")


def words_of(name, number, word, minutes):
    """What a row of this table says; few different things, so that histories collide."""
    at = MORNING + timedelta(minutes=minutes * 15)
    return {
        "person": {
            "code": WORDS[word % 4],
            "merged_into": ("p-3", "p-1", "", "", "", "")[number % 6],
        },
        "visit": {"arrived": MORNING, "last_seen": at, "laptop": WORDS[word % 4]},
        "call": {"called": MORNING, "end": list(CallEnd)[word % 4].value, "step": WORDS[word % 4]},
        "note": {"text": WORDS[word % 4], "day": MORNING.date()},
        "attempt": {
            "exercise": "files-04",
            "data_set": WORDS[word % 2 + 1],
            "mode": list(Mode)[word % 4].value,
            "end": list(AttemptEnd)[number % 2].value,
            "started": MORNING,
            "ended": at,
            "steps_done": word % 3,
            "hint": minutes % 4,
            "skills": [f"s.{i}" for i in range(word % 3)],
            "mistakes": {"G1": 1} if word % 2 else {},
        },
        "step_done": {"at": at, "mode": "guided", "number": 1, "attempt_id": f"attempt-{word % 2}"},
        "observation": {
            "skill": f"s.{word % 3}",
            "day": MORNING.date(),
            "behind": list(MarkedBehind)[word % 2].value,
        },
        "withdrawn": {"kind": "attempt", "at": at},
    }[name]


def newer_fields(replica, name, word):
    """What only the newer of the two programs says."""
    if replica.old:
        return {}
    return {
        "person": {"display": {"text": 150} if word % 3 else {}},
        "attempt": {"device": ("", "keys", "both")[word % 3]},
    }.get(name, {})


def poisoned(bundle):
    """Rows of the bundle with something wrong about each, and an erasure nobody has signed."""
    bad = [{"t": "erased", "s": "p-0", "at": 1, "by": "ab", "sig": "AAAA"}, "torn", 7]
    for line in bundle[:5]:
        if line["t"] != "erased":
            bad.append(line | {"p": line["p"] | {"code": "x\x00"}, "v": "f" * 28, "h": "0" * 16})
            bad.append(line | {"s": "not an id"})
    return bad
