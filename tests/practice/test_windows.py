"""Windows: which is on top, which shape comes back, and what is a deed."""

import pytest

from digitutor_app.practice.windows import Shape


@pytest.fixture
def windows(computer):
    computer.windows.open("files")
    computer.windows.open("document:plan")
    computer.book.seal()
    return computer.windows


def test_a_window_knows_its_program_and_what_it_shows(windows):
    assert (windows.get("document:plan").program, windows.get("document:plan").argument) == (
        "document",
        "plan",
    )
    assert windows.get("files").argument == ""
    assert windows.get("mail") is None


def test_the_newest_is_on_top_and_the_taskbar_keeps_its_order(windows):
    assert windows.top().id == "document:plan"
    windows.raise_("files")
    assert windows.top().id == "files"
    assert [window.id for window in windows.all()] == ["files", "document:plan"]


def test_new_windows_do_not_hide_each_other(windows):
    assert windows.get("files").place != windows.get("document:plan").place


def test_opening_what_is_on_top_is_no_deed(computer, windows):
    windows.open("document:plan")
    windows.raise_("document:plan")
    assert not computer.book.can_undo


def test_what_is_not_open_is_not_raised(computer, windows):
    windows.raise_("mail")
    windows.minimise("mail")
    windows.maximise("mail")
    windows.put("mail", (0, 0, 10, 10))
    assert windows.get("mail") is None
    assert not computer.book.can_undo


@pytest.mark.parametrize("shape", [Shape.NORMAL, Shape.MAXIMISED])
def test_a_window_comes_back_from_the_taskbar_as_it_was(windows, shape):
    if shape is Shape.MAXIMISED:
        windows.maximise("document:plan")
    windows.minimise("document:plan")
    windows.minimise("document:plan")
    assert windows.top().id == "files"
    windows.open("document:plan")
    assert windows.get("document:plan").shape is shape
    assert windows.top().id == "document:plan"


def test_maximising_twice_brings_the_place_back(windows):
    place = windows.get("files").place
    windows.maximise("files")
    windows.maximise("files")
    assert windows.get("files").place == place
    assert windows.get("files").shape is Shape.NORMAL


def test_a_moved_window_is_no_longer_maximised(windows):
    windows.maximise("files")
    windows.put("files", (100, 100, 500, 500))
    assert windows.get("files").place == (100, 100, 500, 500)
    assert windows.get("files").shape is Shape.NORMAL


def test_without_a_shown_window_none_is_on_top(windows):
    windows.minimise("document:plan")
    windows.close("files")
    assert windows.top() is None


def test_a_closed_window_comes_back_to_its_place_on_the_taskbar(computer, windows):
    windows.close("files")
    computer.undo()
    assert [window.id for window in windows.all()] == ["files", "document:plan"]
    assert windows.top().id == "document:plan"
