"""What was achieved, in words: which way, another way, and what to do with other data."""

import pytest

from digitutor_app.domain.attempts import Mode
from digitutor_app.services.achievement import achievement_of
from tests.services.laptop import finish, move_plan, open_plan

DRAG_WORDS = """
[ways.drag.move]
instruction = "Raahaa {plan}."

[names.a]"""
DRAG = """
[[ways]]
id = "drag"
steps.move = [{ drag = "file:plan", to = "tree:forms" }]
"""


@pytest.fixture
def done(laptop):
    """Does the exercise in this mode; ``before`` is done to it on the way."""

    def do(mode=Mode.ALONE, before=None):
        practice = laptop.begin(laptop.arrive(), mode=mode)
        if before is not None:
            before(practice)
        finish(practice)
        return achievement_of(practice)

    return do


def cut(practice):
    practice.run.tally.way = "cut"


def drag(practice):
    open_plan(practice)
    move_plan(practice)


def test_what_was_done_and_what_the_task_was(done):
    told = done()
    assert (told.title, told.sentence, told.goal) == (
        "Avaa suunnitelma",
        "Hyvä.",
        "Siirrä suunnitelma.",
    )


@pytest.mark.parametrize(
    ("mode", "again"),
    [(Mode.GUIDED, Mode.ALONE), (Mode.ALONE, Mode.VARIATION), (Mode.VARIATION, None)],
)
def test_the_same_again_in_the_next_mode(done, mode, again):
    assert done(mode).again is again


def test_after_much_help_the_same_mode_again(done):
    assert done(before=lambda practice: practice.run.tally.raise_to(2)).again is Mode.ALONE


@pytest.mark.parametrize(
    ("before", "used", "other"),
    [
        (None, "", "Leikkaa suunnitelma."),
        (cut, "Leikkaa suunnitelma.", "Raahaa suunnitelma."),
        (drag, "Raahaa suunnitelma.", "Leikkaa suunnitelma."),
    ],
)
def test_the_way_taken_and_another(laptop, shelf, before, used, other):
    shelf.spoil(shelf.exercise, "[[mistakes]]", DRAG + "[[mistakes]]")
    shelf.spoil(shelf.text, "\n[names.a]", DRAG_WORDS)
    practice = laptop.begin(laptop.arrive(), mode=Mode.ALONE)
    if before is not None:
        before(practice)
    told = achievement_of(practice)
    assert (told.used, told.other) == (used, other)


def test_a_way_without_words_of_its_own_is_not_told(done, shelf):
    shelf.spoil(shelf.exercise, "[[mistakes]]", DRAG + "[[mistakes]]")
    assert done(before=drag).used == ""
    assert done(before=cut).other == ""


def test_one_way_only_is_nothing_to_tell(done, shelf):
    shelf.spoil(shelf.text, '[ways.cut.move]\ninstruction = "Leikkaa {plan}."\n', "")
    assert (done().used, done().other) == ("", "")
