"""exercise.toml becomes an exercise, or a sentence that an author understands."""

import pytest

from digitutor_app.content.errors import ContentError
from digitutor_app.domain.exercise import (
    Action,
    AllOf,
    Mistake,
    Not,
    Step,
    StepKind,
    Test,
    Way,
)
from tests.content.broken_exercises import BROKEN


def test_what_is_written_is_what_the_engine_gets(shelf):
    exercise = shelf.catalogue().exercise("files-01")
    assert (exercise.id, exercise.module, exercise.level) == ("files-01", "files", "A")
    assert (exercise.minutes, exercise.room, exercise.data) == (5, "files", ("a", "b"))
    assert exercise.skills == ("files.open",)
    assert exercise.advice == ("tired",)
    is_open = Test("window", "document:plan")
    in_forms = Test("file", "plan", {"in": "forms"})
    in_bin = Test("file", "plan", {"in": "bin"})
    assert exercise.steps == (
        Step(
            id="open",
            done=is_open,
            keep=True,
            walkthrough=(Action("open", "file:plan", until=is_open),),
        ),
        Step(
            id="move",
            done=AllOf((in_forms, Not(in_bin))),
            walkthrough=(Action("drag", "file:plan", {"to": "tree:forms"}),),
        ),
        Step(id="page", kind=StepKind.READ),
        Step(id="where", kind=StepKind.QUESTION, choices=("inbox", "forms"), answers=("forms",)),
        Step(
            id="save",
            done=Test("did", "save", after="where"),
            walkthrough=(Action("click", "file:letter"), Action("key", "Ctrl+S")),
        ),
    )
    assert exercise.ways == (
        Way(
            id="cut",
            begun=Test("clipboard", "cut", {"node": "plan"}),
            steps={
                "move": (
                    Action("key", "Ctrl+X", {"on": "file:plan"}),
                    Action("key", "Ctrl+V", {"on": "tree:forms"}),
                )
            },
        ),
    )
    assert exercise.mistakes == (
        Mistake(
            id="deleted",
            when=in_bin,
            at="move",
            provoke=(Action("key", "Delete", {"on": "file:plan"}),),
        ),
    )


def test_a_data_set_may_have_a_start_of_its_own(shelf):
    more = '[starts.b]\ndisk = ["house/inbox/plan.odt", "house/forms/", "letter.pdf"]\n[[steps]]'
    shelf.spoil(shelf.exercise, "[[steps]]", more)
    starts = shelf.catalogue().exercise("files-01").starts
    assert starts["a"]["open"] == ["files"]
    assert "open" not in starts["b"]


def test_the_version_changes_with_what_counts_and_not_with_layout(shelf):
    before = shelf.catalogue().exercise("files-01").version
    shelf.spoil(shelf.exercise, "minutes = 5", "# How long it takes.\nminutes    =    5")
    assert shelf.catalogue().exercise("files-01").version == before
    shelf.spoil(shelf.exercise, 'in = "forms"', 'in = "house"')
    assert shelf.catalogue().exercise("files-01").version != before


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_explained(shelf, name):
    old, new, place, words = BROKEN[name]
    shelf.spoil(shelf.exercise, old, new)
    with pytest.raises(ContentError) as caught:
        shelf.catalogue().exercise("files-01")
    assert caught.value.file == shelf.exercise
    assert caught.value.folder == "files/01_open"
    assert caught.value.place == place
    assert words in caught.value.expected
    assert str(caught.value).startswith(f"01_open/exercise.toml: {place}: ")


def test_a_file_that_is_not_utf8_is_explained(shelf):
    shelf.exercise.write_bytes(
        shelf.exercise.read_bytes().replace(b"plan", "pl\u00e4n".encode("latin-1"))
    )
    with pytest.raises(ContentError, match="UTF-8") as caught:
        shelf.catalogue().exercise("files-01")
    assert caught.value.place.startswith("byte ")


def test_a_file_that_is_too_large_is_not_read(shelf):
    shelf.exercise.write_text("#" * 1_000_001, encoding="utf-8")
    with pytest.raises(ContentError, match="at most 1000000 bytes"):
        shelf.catalogue().exercise("files-01")


def test_a_folder_without_its_file_is_explained(shelf):
    shelf.exercise.unlink()
    with pytest.raises(ContentError, match="this file must exist"):
        shelf.catalogue().exercise("files-01")


def test_a_folder_in_place_of_the_file_is_explained(shelf):
    shelf.exercise.unlink()
    shelf.exercise.mkdir()
    with pytest.raises(ContentError, match="a file that can be read"):
        shelf.catalogue().exercise("files-01")


def test_folders_that_will_be_made_and_copies_may_be_targets(shelf):
    shelf.spoil(shelf.exercise, '{ click = "file:letter" }', '{ click = "folder:new_folder~2" }')
    shelf.catalogue().exercise("files-01")
