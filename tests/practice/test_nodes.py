"""Names of things: of the exercise, of the computer, as typed, and of copies."""

from dataclasses import replace
from datetime import datetime

import pytest

from digitutor_app.practice.nodes import (
    BIN,
    DESKTOP,
    DOCUMENTS,
    DOWNLOADS,
    NEW_FOLDER,
    Node,
    NodeKind,
    Words,
    from_row,
    to_row,
)

PLAN = Node(
    id="plan~2",
    kind=NodeKind.FILE,
    parent="inbox",
    base="plan",
    ending=".odt",
    changed=datetime(2026, 10, 14, 9, 15),  # noqa: DTZ001 - a pretend time has no zone
)
WORDS = Words({"plan": "suunnitelma"}, {"plan": "Viikko 42"})


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({}, "suunnitelma"),
        ({"copy": 1}, "suunnitelma – kopio"),
        ({"copy": 2}, "suunnitelma – kopio 2"),
        ({"typed": "Oma", "copy": 1}, "Oma"),
        ({"base": "unknown"}, "unknown"),
        ({"base": DESKTOP}, "Työpöytä"),
        ({"base": BIN}, "Roskakori"),
        ({"base": DOCUMENTS}, "Omat asiakirjat"),
        ({"base": DOWNLOADS}, "Lataukset"),
        ({"base": NEW_FOLDER}, "Uusi kansio"),
        ({"base": NEW_FOLDER, "copy": 1}, "Uusi kansio (2)"),
    ],
)
def test_names(change, name):
    assert WORDS.name(replace(PLAN, **change)) == name


def test_an_exercise_may_name_a_well_known_place():
    assert Words({DOWNLOADS: "Ladatut"}).name(replace(PLAN, base=DOWNLOADS)) == "Ladatut"


def test_copies_carry_the_text_of_their_original():
    assert WORDS.document(PLAN) == "Viikko 42"
    assert WORDS.document(replace(PLAN, base="menu")) == ""


def test_a_row_is_plain_and_gives_the_node_back():
    row = to_row(PLAN)
    assert all(isinstance(value, str | int) for value in row.values())
    assert from_row("plan~2", row) == PLAN


def test_targets_tell_files_from_folders():
    assert PLAN.target == "file:plan~2"
    assert replace(PLAN, kind=NodeKind.FOLDER).target == "folder:plan~2"
