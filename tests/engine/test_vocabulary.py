"""Kinds of condition: read from functions, explained to authors, asked with all/any/not."""

from typing import Literal

import pytest

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.exercise import AllOf, AnyOf, Not, Test
from digitutor_app.domain.observation import Observation
from digitutor_app.engine.vocabulary import Vocabulary, holds
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.conditions import CONDITIONS, did
from digitutor_app.practice.seen import Seen


def lies(seen, thing: str, *, in_: str, often: int = 1, upside_down: bool = False) -> bool:
    return (thing, in_, often, upside_down) == ("cup", "sink", 2, False)


def paint(seen, colour: Literal["red", "blue"], *, wet: Literal["yes", "no"] = "no") -> bool:
    return colour == "red"


def count(seen, number: int) -> bool:
    return number == 3


def ready(seen, is_: bool) -> bool:
    return is_


KINDS = Vocabulary((lies, paint, count, ready, did))
SEEN = Seen(Computer(), ())


@pytest.mark.parametrize(
    ("test", "words"),
    [
        (Test("lies", "cup", {"in": "sink"}), ""),
        (Test("lies", "cup", {"in": "sink", "often": 2, "upside_down": True}), ""),
        (
            Test("flies", "cup"),
            '"flies" is not a kind of condition; known: count, did, lies, paint, ready',
        ),
        (Test("lies", 3, {"in": "sink"}), '"lies" needs a text, not 3'),
        (Test("lies", True, {"in": "sink"}), '"lies" needs a text, not True'),
        (Test("count", "3"), "\"count\" needs a whole number, not '3'"),
        (Test("count", True), '"count" needs a whole number, not True'),
        (Test("ready", 1), '"ready" needs true or false, not 1'),
        (Test("ready", False), ""),
        (Test("lies", "cup"), '"lies" also needs "in"'),
        (
            Test("lies", "cup", {"in": "sink", "inn": "x"}),
            '"lies" has no option "inn"; it takes: in, often, upside_down',
        ),
        (Test("count", 3, {"x": 1}), '"count" has no option "x"; it takes: none'),
        (
            Test("lies", "cup", {"in": "sink", "often": "2"}),
            "\"often\" needs a whole number, not '2'",
        ),
        (Test("paint", "green"), '"paint" needs one of "red", "blue", not \'green\''),
        (Test("paint", "red", {"wet": "no"}), ""),
        (
            Test("paint", "red", {"wet": "maybe"}),
            '"wet" needs one of "yes", "no", not \'maybe\'',
        ),
        (Test("did", "open", {"anything": "x", "in": "y"}), ""),
        (Test("did", "open", {"times": "2"}), "\"times\" needs a whole number, not '2'"),
    ],
)
def test_what_is_wrong_in_an_authors_words(test, words):
    assert KINDS.problem(test) == words


def test_options_reach_the_function():
    test = Test("lies", "cup", {"in": "sink", "often": 2})
    assert KINDS["lies"].holds(SEEN, test)
    assert not KINDS["lies"].holds(SEEN, Test("lies", "cup", {"in": "sink"}))


def test_open_kinds_may_ask_for_details_that_python_or_the_function_call_otherwise():
    entry = Observation("open", "x", {"in": "inbox", "seen": 2, "verb": "v"})
    seen = Seen(Computer(), (entry,))
    assert KINDS["did"].holds(seen, Test("did", "open", {"in": "inbox", "seen": 2, "verb": "v"}))
    assert not KINDS["did"].holds(seen, Test("did", "open", {"in": "forms"}))


def test_two_kinds_of_one_name_are_our_mistake():
    with pytest.raises(OurMistakeError, match="lies"):
        Vocabulary((lies, lies))


def test_every_kind_of_the_practice_computer_can_be_read():
    assert Vocabulary(CONDITIONS).names() == ["clipboard", "did", "file", "last", "named", "window"]


# Holding


def truth(**known):
    """Whether a condition holds where steps were done at these lengths of a log of three."""
    log = (Observation("a"), Observation("b"), Observation("c"))

    def seen_since(step):
        if not step:
            return Seen(Computer(), log)
        return Seen(Computer(), log[known[step] :]) if step in known else None

    return lambda condition: holds(condition, KINDS, seen_since)


YES, NO = Test("count", 3), Test("count", 4)


@pytest.mark.parametrize(
    ("condition", "true"),
    [
        (YES, True),
        (NO, False),
        (AllOf((YES, YES)), True),
        (AllOf((YES, NO)), False),
        (AnyOf((NO, YES)), True),
        (AnyOf((NO, NO)), False),
        (Not(NO), True),
        (Not(YES), False),
        (Not(AnyOf((NO, AllOf((YES, Not(YES)))))), True),
    ],
)
def test_all_any_not(condition, true):
    assert truth()(condition) is true


def test_after_looks_only_at_what_came_since_that_step():
    asked = truth(first=1)
    assert asked(Test("did", "a"))
    assert not asked(Test("did", "a", after="first"))
    assert asked(Test("did", "b", after="first"))


def test_after_a_step_that_is_not_done_is_never_true():
    asked = truth()
    assert not asked(Test("count", 3, after="first"))
    assert asked(Not(Test("count", 3, after="first")))
