"""What was read of the files once holds until a row changes, and no longer."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.practice.computer import Computer
from digitutor_app.practice.files import RefusedError
from digitutor_app.practice.node_tree import NodeTree
from digitutor_app.practice.nodes import BIN


def as_read_anew(computer):
    """The same rows, read by somebody who never looked before."""
    return NodeTree(computer.book, computer.clock)


def test_a_node_whose_row_did_not_change_is_the_same_object(files):
    menu, plan = files.node("menu"), files.node("plan")
    files.rename("plan", "uusi")
    assert files.node("menu") is menu
    assert files.node("plan") is not plan
    assert files.node("plan").typed == "uusi"


def test_peru_brings_back_what_was_read_before(computer, files):
    before = files.children("inbox")
    files.trash(["plan"])
    assert [node.id for node in files.children(BIN)] == ["plan"]
    computer.undo()
    assert files.children("inbox") == before
    assert files.children(BIN) == []


def test_what_is_given_away_can_be_changed_without_harm(files):
    files.children("inbox").clear()
    files.all().clear()
    assert [node.id for node in files.children("inbox")] == ["plan", "menu"]


def test_another_state_that_is_loaded_is_read(computer, files):
    saved = computer.to_plain()
    files.create_folder("inbox")
    assert len(files.children("inbox")) == 3
    computer.load(saved)
    assert len(files.children("inbox")) == 2
    assert files.all() == as_read_anew(computer).all()


@pytest.mark.parametrize("change", ["write", "erase", "undo", "expunge", "load"])
def test_the_book_has_another_revision_after_every_change(computer, change):
    book = computer.book
    with book.deed():
        book.write("thing", {"a": 1})
    before = book.revision
    {
        "write": lambda: book.write("thing", {"a": 2}),
        "erase": lambda: book.erase("thing"),
        "undo": book.undo,
        "expunge": lambda: book.expunge("thing", lambda row: {**row, "a": 0}),
        "load": lambda: book.load(book.to_plain()),
    }[change]()
    assert book.revision != before


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["rename", "move", "copy", "trash", "restore", "create", "undo", "fail"]),
        st.sampled_from(["plan", "menu", "inbox", "forms"]),
    ),
    max_size=12,
)


@given(acts=ACTS)
def test_it_always_tells_what_a_first_look_would(acts):
    computer = Computer()
    computer.begin(files=["house/inbox/plan.odt", "house/inbox/menu.odt", "house/forms/"])
    computer.book.seal()
    files = computer.files
    for number, (act, node) in enumerate(acts):
        with suppress(RefusedError):
            do(computer, act, node, number)
        anew = as_read_anew(computer)
        assert files.all() == anew.all()
        for folder in ("house", "inbox", "forms", BIN):
            assert files.children(folder) == anew.children(folder)


def do(computer, act, node, number):
    files = computer.files
    match act:
        case "rename":
            files.rename(node, f"nimi {number}")
        case "move":
            files.move([node], "house")
        case "copy":
            files.copy([node], "house")
        case "trash":
            files.trash([node])
        case "restore":
            files.restore([node])
        case "create":
            files.create_folder("house")
        case "undo":
            computer.undo()
        case "fail":
            fail_in_mid_deed(computer, node)


def fail_in_mid_deed(computer, node):
    """A deed that ends in an error has changed nothing, also not what was read inside it."""
    with suppress(ZeroDivisionError), computer.deed():
        computer.files.trash([node])
        computer.files.all()
        raise ZeroDivisionError
