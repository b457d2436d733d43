"""What was achieved, in words: which way, another way, and what to do with other data."""

import pytest

from digitutor_app.domain.attempts import Mode
from digitutor_app.services.achievement import achievement_of
from tests.services.laptop import finish, move_plan, open_plan

DRAG = """
[[ways]]
id = "drag"
begun = { last = "move", to = "forms", by = "drag" }
steps.move = [{ drag = "file:plan", to = "tree:forms" }]
"""
CUT_WORDS = "Leikkaa suunnitelma ja liitä se."
DRAG_WORDS = "Raahaa suunnitelma kansioon."


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


@pytest.fixture
def two_ways(shelf):
    """Cutting and dragging, each with its words; the text file tells cutting first."""
    shelf.spoil(shelf.exercise, "[[mistakes]]", DRAG + "[[mistakes]]")
    shelf.spoil(shelf.text, "\n[names.a]", 'drag = "Raahaa {plan} kansioon."\n\n[names.a]')


@pytest.mark.usefixtures("two_ways")
@pytest.mark.parametrize(
    ("before", "used", "other"),
    [(None, "", CUT_WORDS), (cut, CUT_WORDS, DRAG_WORDS), (drag, DRAG_WORDS, CUT_WORDS)],
)
def test_the_way_taken_and_another(laptop, before, used, other):
    practice = laptop.begin(laptop.arrive(), mode=Mode.ALONE)
    if before is not None:
        before(practice)
    told = achievement_of(practice)
    assert (told.used, told.other) == (used, other)


@pytest.mark.usefixtures("two_ways")
def test_the_way_that_the_text_file_names_first_is_told_first(laptop, shelf):
    summary = 'cut = "Leikkaa {plan} ja liitä se."\n'
    shelf.spoil(shelf.text, summary, "")
    shelf.spoil(shelf.text, "\n[names.a]", f"{summary}\n[names.a]")
    assert achievement_of(laptop.begin(laptop.arrive(), mode=Mode.ALONE)).other == DRAG_WORDS


def test_a_way_without_a_summary_is_not_told(done, shelf):
    shelf.spoil(shelf.text, '[summaries]\ncut = "Leikkaa {plan} ja liitä se."\n', "")
    told = done(before=cut)
    assert (told.used, told.other) == ("", "")


def test_what_to_show_a_partner(done, shelf):
    shelf.spoil(shelf.text, 'ask = "', 'pair = "Näytä {plan} parillesi."\nask = "')
    assert done().pair == "Näytä suunnitelma parillesi."


def test_nothing_of_its_own_to_show_a_partner(done):
    assert done().pair == ""
