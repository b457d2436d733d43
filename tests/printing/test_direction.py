"""Right-to-left lines stand in the order of the Unicode bidirectional algorithm."""

import pytest

from digitutor_app.printing.direction import reads_right_to_left, visual_runs


def on_paper(text, right_to_left=None):
    base = reads_right_to_left(text) if right_to_left is None else right_to_left
    return "".join(
        text[run.start : run.stop][::-1] if run.right_to_left else text[run.start : run.stop]
        for run in visual_runs(text, base)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Aino 12, Ö.", "Aino 12, Ö."),
        ("אבג", "גבא"),
        ("אב 12 גד", "דג 12 בא"),
        ("אב 1,5 גד", "דג 1,5 בא"),
        ("Aino אב גד ry", "Aino דג בא ry"),
        ("Aino אב.", "Aino בא."),
        ("אב Aino Oy גד", "דג Aino Oy בא"),
        ("עלי -אב", "בא- ילע"),
        ("12 אב", "בא 12"),
        ("محمد 10%", "%10 دمحم"),
        ("א\u05b7ב", "ב\u05b7א"),
    ],
)
def test_order(text, expected):
    assert on_paper(text) == expected


def test_the_line_may_have_another_direction_than_its_first_letter():
    assert on_paper("אב ry.", right_to_left=False) == "בא ry."
    assert on_paper("ab אב", right_to_left=True) == "בא ab"


@pytest.mark.parametrize(("text", "expected"), [("12 אב", True), ("- Aino אב", False), ("", False)])
def test_first_letter_decides(text, expected):
    assert reads_right_to_left(text) is expected


def test_runs_cover_the_line_once():
    text = "ab אב 12 'cd' גד-34 %"
    for base in (False, True):
        covered = sorted(i for run in visual_runs(text, base) for i in range(run.start, run.stop))
        assert covered == list(range(len(text)))
