"""Rows that Peru leaves alone, and rows of which nothing may be kept."""

import json

from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.practice.book import Book


def emptied(row):
    return {**row, "text": ""}


def test_peru_leaves_a_lasting_row_alone():
    book = Book()
    with book.deed():
        book.write("field", {"text": "a"})
    book.write("lamp", {"on": True}, lasting=True)
    assert book.undo()
    assert book.row("field") is None
    assert book.row("lamp") == {"on": True}


def test_a_lasting_row_is_saved():
    book, other = Book(), Book()
    book.write("lamp", {"on": True}, lasting=True)
    other.load(json.loads(json.dumps(book.to_plain())))
    assert other.row("lamp") == {"on": True}


def test_what_is_expunged_is_nowhere_and_peru_finds_what_came_before():
    book = Book()
    with book.deed():
        book.write("other", {"text": "kept"})
    for text in ("s", "se", "sec", "secret"):
        with book.deed():
            book.write("field", {"text": text})
    told = []
    book.listen(told.append)
    book.expunge("field", emptied)
    assert told == [frozenset({"field"})]
    assert book.row("field") == {"text": ""}
    assert "se" not in json.dumps(book.to_plain())
    assert book.undo(), "the first letter made the row"
    assert book.row("field") is None
    assert book.undo(), "three letters that are gone were no deeds any more"
    assert book.row("other") is None
    assert not book.can_undo


def test_a_deed_that_did_more_is_still_a_deed():
    book = Book()
    with book.deed():
        book.write("field", {"text": "x"})
    with book.deed():
        book.write("field", {"text": "secret"})
        book.write("other", {"text": "kept"})
    book.expunge("field", emptied)
    assert book.undo()
    assert book.row("other") is None
    assert book.row("field") == {"text": ""}


def test_in_the_middle_of_a_deed():
    book = Book()
    with book.deed():
        book.write("field", {"text": "secret"})
    with book.deed():
        book.write("field", {"text": "secrets"})
        book.expunge("field", emptied)
    assert "secret" not in json.dumps(book.to_plain())


@given(st.lists(st.tuples(st.sampled_from(["field", "other"]), st.text("xyz", max_size=3))))
def test_whatever_was_written_nothing_of_it_is_left(writes):
    book = Book()
    for key, text in writes:
        with book.deed():
            book.write(key, {"text": f"#{text}" if key == "field" else text})
    others = [text for key, text in writes if key == "other"]
    book.expunge("field", emptied)
    assert "#" not in json.dumps(book.to_plain())
    while book.undo():
        assert "#" not in json.dumps(book.to_plain())
        row = book.row("other")
        assert row is None or row["text"] in others
    assert book.row("field") is None
    assert book.row("other") is None
