"""Files and folders behave as on a real computer, and a refusal changes nothing."""

import pytest

from digitutor_app.practice.computer import Computer
from digitutor_app.practice.files import FORBIDDEN, LONGEST_NAME, OnConflict, RefusedError, Why
from digitutor_app.practice.nodes import BIN, DESKTOP, NodeKind
from tests.practice.makers import NAMES


def inside(files, folder):
    return [node.id for node in files.children(folder)]


def names(files, folder):
    return [files.name(node.id) for node in files.children(folder)]


def refused(why, act, *arguments):
    with pytest.raises(RefusedError) as caught:
        act(*arguments)
    assert caught.value.why is why
    return caught.value.node_id


# The beginning


def test_paths_become_folders_and_files(files):
    assert files.node("plan").kind is NodeKind.FILE
    assert files.node("plan").ending == ".odt"
    assert files.node("to_update").kind is NodeKind.FOLDER
    assert [node.id for node in files.path("plan")] == [DESKTOP, "house", "inbox", "plan"]
    assert inside(files, DESKTOP) == ["house", "downloads"]


def test_a_path_may_lead_into_the_bin():
    computer = Computer()
    computer.begin(files=["bin/old.odt"])
    assert inside(computer.files, BIN) == ["old"]


def test_an_ending_may_have_dots_in_it():
    computer = Computer()
    computer.begin(files=["copy.tar.gz"])
    assert computer.files.node("copy").ending == ".tar.gz"


def test_who_asks_for_nothing_gets_a_key_error(files):
    assert files.get("nothing") is None
    with pytest.raises(KeyError):
        files.node("nothing")


# Moving


def test_moved_means_there_and_not_here(files):
    files.move(["plan"], "to_update")
    assert inside(files, "to_update") == ["plan"]
    assert inside(files, "inbox") == ["menu"]


def test_moving_where_it_is_changes_nothing(computer, files):
    files.move(["plan"], "inbox")
    assert not computer.book.can_undo


def test_a_folder_moves_with_its_content(files):
    files.move(["inbox"], "forms")
    assert [node.id for node in files.path("plan")][-3:] == ["forms", "inbox", "plan"]


@pytest.mark.parametrize("target", ["house", "inbox", "to_update"])
def test_a_folder_does_not_go_into_itself(computer, files, target):
    before = computer.to_plain()
    assert refused(Why.INTO_ITSELF, files.move, ["menu", "house"], target) == "house"
    assert refused(Why.INTO_ITSELF, files.copy, ["menu", "house"], target) == "house"
    assert computer.to_plain() == before


def test_the_desktop_does_not_go_anywhere(files):
    assert refused(Why.INTO_ITSELF, files.move, [DESKTOP], "forms") == DESKTOP


# Names that are taken


@pytest.fixture
def two_plans(files):
    """A copy of the plan, made in the target folder."""
    return files.copy(["plan"], "to_update")[0]


def test_a_taken_name_is_refused_and_nothing_has_moved(computer, files, two_plans):
    before = computer.to_plain()
    assert files.conflict("plan", "to_update").id == two_plans
    assert refused(Why.TAKEN, files.move, ["menu", "plan"], "to_update") == "plan"
    assert refused(Why.TAKEN, files.copy, ["menu", "plan"], "to_update") == "plan"
    assert computer.to_plain() == before


def test_replacing_puts_the_other_one_into_the_bin(files, two_plans):
    files.move(["plan"], "to_update", OnConflict.REPLACE)
    assert inside(files, "to_update") == ["plan"]
    assert inside(files, BIN) == [two_plans]


def test_keeping_both_marks_the_newcomer(files, two_plans):
    files.move(["plan"], "to_update", OnConflict.KEEP_BOTH)
    assert sorted(names(files, "to_update")) == ["hoitosuunnitelma", "hoitosuunnitelma – kopio"]
    assert files.name(two_plans) == "hoitosuunnitelma"


def test_capitals_make_no_other_name(files):
    files.rename("menu", "HOITOSUUNNITELMA 2")
    assert refused(Why.TAKEN, files.rename, "plan", "hoitosuunnitelma 2") == "plan"


def test_another_ending_is_another_name(computer, files):
    computer.begin(files=["house/forms/plan_pdf.pdf"])
    files.rename("plan_pdf", "hoitosuunnitelma")
    files.move(["plan"], "forms")
    assert names(files, "forms").count("hoitosuunnitelma") == 2


# Copying


def test_a_copy_carries_the_name_and_leaves_the_original(files):
    (copy,) = files.copy(["plan"], "forms")
    assert files.name(copy) == "hoitosuunnitelma"
    assert files.node(copy).base == "plan"
    assert files.node("plan").parent == "inbox"


def test_copies_beside_the_original_get_names_of_their_own(files):
    for _ in range(3):
        files.copy(["plan"], "inbox")
    assert names(files, "inbox") == [
        "hoitosuunnitelma",
        "ruokalista",
        "hoitosuunnitelma – kopio",
        "hoitosuunnitelma – kopio 2",
        "hoitosuunnitelma – kopio 3",
    ]


def test_copies_of_a_typed_name_are_numbered_once(files):
    files.rename("plan", "oma")
    for _ in range(3):
        files.copy(["plan"], "inbox")
    assert names(files, "inbox") == ["oma", "ruokalista", "oma (2)", "oma (3)", "oma (4)"]


def test_a_folder_is_copied_with_its_content(files):
    (copy,) = files.copy(["house"], "downloads")
    assert names(files, copy) == ["Saapuneet", "Hoitosuunnitelmat", "Lomakkeet"]
    assert len([node for node in files.all() if node.base == "plan"]) == 2
    files.trash([copy])
    assert inside(files, "inbox") == ["plan", "menu"]


# New folders and names


def test_new_folders_are_numbered(files):
    made = [files.create_folder("house") for _ in range(3)]
    assert len(set(made)) == 3
    assert [files.name(m) for m in made] == ["Uusi kansio", "Uusi kansio (2)", "Uusi kansio (3)"]


def test_a_typed_name_stays_as_typed_but_for_its_spaces(files):
    files.rename("plan", "  Huone 12   ÄÖ ")
    assert files.name("plan") == "Huone 12 ÄÖ"
    assert files.node("plan").ending == ".odt"


def test_the_name_it_has_already_is_no_deed(computer, files):
    files.rename("plan", "hoitosuunnitelma")
    assert not computer.book.can_undo


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", Why.EMPTY),
        ("   ", Why.EMPTY),
        *((f"a{character}b", Why.FORBIDDEN_CHARACTER) for character in FORBIDDEN),
        ("x" * (LONGEST_NAME + 1), Why.TOO_LONG),
        ("Ruokalista", Why.TAKEN),
    ],
)
def test_a_name_that_cannot_be(computer, files, typed, why):
    before = computer.to_plain()
    assert refused(why, files.rename, "plan", typed) == "plan"
    assert computer.to_plain() == before


def test_capitals_of_its_own_name_may_change(files):
    files.rename("plan", "Hoitosuunnitelma")
    assert files.name("plan") == "Hoitosuunnitelma"


def test_names_follow_the_language_but_what_was_typed_stays(computer, files):
    files.rename("menu", "lounas")
    computer.words.names = {**NAMES, "plan": "vårdplan", "menu": "matlista"}
    assert (files.name("plan"), files.name("menu")) == ("vårdplan", "lounas")


# The bin


def test_what_is_deleted_comes_back_to_its_folder(files):
    files.trash(["plan"])
    assert inside(files, BIN) == ["plan"]
    files.restore(["plan"])
    assert files.node("plan").parent == "inbox"
    assert files.node("plan").came_from == ""


def test_a_folder_takes_its_content_along_and_brings_it_back(files):
    files.trash(["inbox"])
    assert files.inside("plan", BIN)
    assert not files.find("hoitosuunnitelma")[1:]
    files.restore(["inbox"])
    assert [node.id for node in files.path("plan")] == [DESKTOP, "house", "inbox", "plan"]


def test_what_has_no_folder_any_more_comes_to_the_desktop(files):
    files.trash(["plan"])
    files.trash(["inbox"])
    files.restore(["plan"])
    assert files.node("plan").parent == DESKTOP


def test_a_place_that_was_taken_meanwhile_keeps_both(files):
    files.trash(["plan"])
    files.rename("menu", "hoitosuunnitelma")
    files.restore(["plan"])
    assert names(files, "inbox") == ["hoitosuunnitelma – kopio", "hoitosuunnitelma"]


def test_an_emptied_bin_is_empty_until_undo(computer, files):
    files.trash(["inbox"])
    files.empty_bin()
    assert files.get("plan") is None
    assert files.get("inbox") is None
    assert files.get("order") is not None
    computer.undo()
    assert files.inside("plan", BIN)


# Searching


def test_the_search_finds_parts_of_names_whatever_the_capitals(files):
    assert [node.id for node in files.find(" HOITO ")] == ["plan", "care_plans"]
    assert [node.id for node in files.find(".odt")] == ["plan", "menu", "order"]
    assert files.find("  ") == []
    files.trash(["plan"])
    assert [node.id for node in files.find("hoito")] == ["care_plans"]


# Time


def test_changes_have_an_order_in_time(computer, files):
    files.move(["plan"], "forms")
    files.rename("menu", "lounas")
    assert files.node("plan").changed < files.node("menu").changed == computer.clock.now
