"""The book: whatever is written, undo takes back exactly, and saving in between changes nothing."""

import json

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.observation import Observation
from digitutor_app.practice.book import Book

KEYS = st.sampled_from(["a", "b", "c", "window:files", "window:mail"])
ROWS = st.fixed_dictionaries({"n": st.integers(0, 3)})
ACTS = st.lists(st.tuples(KEYS, st.none() | ROWS), max_size=5)


def rows_of(book):
    """The rows in their order."""
    return [(key, book.row(key)) for key in book.keys("")]


def do(book, acts):
    for key, row in acts:
        if row is None:
            book.erase(key)
        else:
            book.write(key, row)


def through_json(book):
    other = Book()
    other.load(json.loads(json.dumps(book.to_plain())))
    return other


class Diary(RuleBasedStateMachine):
    """Keeps a photograph of every state, and compares after each undo.

    A row written outside a deed belongs to the deed before it; before the first deed it belongs to
    the beginning.
    """

    def __init__(self):
        super().__init__()
        self.book = Book()
        self.photographs = []
        self.told = []
        self.book.listen(self.told.append)

    def photograph(self):
        return rows_of(self.book), list(self.book.log)

    @initialize(acts=ACTS)
    def begin(self, acts):
        do(self.book, acts)
        self.book.note(Observation("before"))
        self.book.seal()
        assert not self.book.log
        assert not self.book.can_undo

    @rule(acts=ACTS, times=st.integers(0, 2))
    def deed(self, acts, times):
        before = self.photograph()
        self.told.clear()
        with self.book.deed():
            do(self.book, acts)
            with self.book.deed():
                do(self.book, acts[:times])
            assert not self.told
        if rows_of(self.book) != before[0]:
            self.photographs.append(before)
            assert len(self.told) == 1
        elif len(self.photographs) < self.undoable():
            # Erased and written again: nothing to see, but a deed.
            self.photographs.append(before)

    def undoable(self):
        return len(self.book.to_plain()["deeds"])

    @rule(acts=ACTS)
    def failing_deed(self, acts):
        before, deeds = self.photograph(), self.undoable()
        with pytest.raises(ZeroDivisionError):
            self.fail_half_way(acts)
        assert self.photograph() == before
        assert self.undoable() == deeds

    def fail_half_way(self, acts):
        with self.book.deed():
            do(self.book, acts)
            self.book.note(Observation("half"))
            raise ZeroDivisionError

    @rule(key=KEYS, row=st.none() | ROWS)
    def lone_write(self, key, row):
        do(self.book, [(key, row)])

    @rule(verb=st.sampled_from(["open", "click"]), n=st.integers(0, 2))
    def observe(self, verb, n):
        self.book.note(Observation(verb, "file:plan", {"n": n}))

    @precondition(lambda self: self.photographs)
    @rule()
    def undo(self):
        assert self.book.undo()
        assert self.photograph() == self.photographs.pop()

    @precondition(lambda self: not self.photographs)
    @rule()
    def undo_at_the_beginning(self):
        before = self.photograph()
        assert not self.book.undo()
        assert self.photograph() == before

    @rule()
    def save_and_load(self):
        other = through_json(self.book)
        assert other.to_plain() == self.book.to_plain()
        self.book.load(json.loads(json.dumps(self.book.to_plain())))
        assert rows_of(other) == rows_of(self.book)

    @invariant()
    def undo_is_offered_when_there_is_something(self):
        assert self.book.can_undo is bool(self.photographs)

    def teardown(self):
        while self.photographs:
            self.undo()
        self.undo_at_the_beginning()


Diary.TestCase.settings = settings(max_examples=150, stateful_step_count=25, deadline=None)
TestDiary = Diary.TestCase


@pytest.fixture
def book():
    """A book with one row, sealed."""
    made = Book()
    made.write("place", {"at": "house"})
    made.seal()
    return made


def test_all_the_way_back_is_the_sealed_beginning(book):
    start = book.to_plain()
    for n in range(5):
        with book.deed():
            book.write("place", {"at": f"room {n}"})
            book.write(f"window:{n}", {})
        book.note(Observation("open", f"folder:{n}"))
        book.write("selection", {"node": str(n)})
    while book.undo():
        pass
    assert book.to_plain() == start


def test_what_is_written_outside_goes_back_with_the_deed_before_it(book):
    book.write("selection", {"node": "plan"})
    with book.deed():
        book.write("place", {"at": "forms"})
    book.write("selection", {"node": "menu"})
    book.undo()
    assert book.row("place") == {"at": "house"}
    assert book.row("selection") == {"node": "plan"}


def test_a_deed_that_changes_nothing_is_none(book):
    with book.deed():
        book.write("place", {"at": "forms"})
        book.write("place", {"at": "house"})
    assert not book.can_undo


def test_what_came_back_stands_where_it_stood():
    book = Book()
    for name in ("a", "b", "c"):
        book.write(f"window:{name}", {})
    book.seal()
    with book.deed():
        book.erase("window:a")
    with book.deed():
        book.erase("window:b")
        book.write("window:a", {"again": True})
    book.undo()
    assert book.keys("window:") == ["window:b", "window:c"]
    book = through_json(book)
    book.undo()
    assert book.keys("window:") == ["window:a", "window:b", "window:c"]


def test_what_was_undone_is_no_longer_in_the_log(book):
    book.note(Observation("look"))
    with book.deed():
        book.write("place", {"at": "forms"})
    book.note(Observation("open", "folder:forms"))
    assert [o.verb for o in book.log] == ["look", "open"]
    book.undo()
    assert [o.verb for o in book.log] == ["look"]


def test_listeners_hear_of_each_deed_once_and_of_lone_writes(book):
    heard = []
    book.listen(heard.append)
    with book.deed():
        book.write("a", {})
        with book.deed():
            book.write("b", {})
    book.write("c", {})
    book.undo()
    book.forget(heard.append)
    book.write("d", {})
    assert heard == [{"a", "b"}, {"c"}, {"a", "b", "c"}]


def test_loading_tells_of_what_is_gone_and_of_what_is_new(book):
    other = Book()
    other.write("new", {})
    heard = []
    book.listen(heard.append)
    book.load(other.to_plain())
    assert heard == [{"place", "new"}]


def test_a_writing_of_the_same_tells_nobody(book):
    heard = []
    book.listen(heard.append)
    book.write("place", {"at": "house"})
    book.erase("nothing")
    assert heard == []


def test_undo_inside_a_deed_is_our_mistake(book):
    with pytest.raises(OurMistakeError), book.deed():
        book.undo()


def test_a_book_of_another_format_is_refused(book):
    with pytest.raises(OurMistakeError):
        book.load({**book.to_plain(), "format": 99})
    assert book.row("place") == {"at": "house"}
