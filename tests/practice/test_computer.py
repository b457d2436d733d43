"""The whole practice computer: it begins, is saved, and comes back."""

import json

from digitutor_app.domain.observation import Observation
from digitutor_app.practice.clipboard import Clip, Held
from digitutor_app.practice.computer import Computer


def test_the_same_beginning_is_the_same_computer(computer):
    other = Computer()
    other.begin(
        files=[
            "house/inbox/plan.odt",
            "house/inbox/menu.odt",
            "house/care_plans/to_update/",
            "house/forms/order.odt",
            "downloads/",
        ]
    )
    other.book.seal()
    assert other.to_plain() == computer.to_plain()


def test_windows_of_the_beginning_are_open():
    computer = Computer()
    computer.begin(windows=["files", "mail"])
    assert [window.id for window in computer.windows.all()] == ["files", "mail"]
    assert computer.windows.top().id == "mail"


def test_one_deed_is_one_act_whatever_it_touches(computer):
    with computer.deed():
        computer.files.move(["plan"], "forms")
        computer.windows.open("document:plan")
        computer.clipboard.take(Clip(Held.TEXT, text="x"))
    computer.observe(Observation("move", "file:plan"))
    assert computer.undo()
    assert computer.files.node("plan").parent == "inbox"
    assert computer.windows.all() == []
    assert computer.clipboard.clip.held is Held.NOTHING
    assert not computer.book.log
    assert not computer.undo()


def test_a_saved_computer_goes_on_where_it_was(computer):
    computer.files.move(["plan"], "forms")
    computer.windows.open("files:forms")
    computer.observe(Observation("move", "file:plan", {"to": "forms"}))
    other = Computer()
    other.words.names = computer.words.names
    other.load(json.loads(json.dumps(computer.to_plain())))
    assert other.to_plain() == computer.to_plain()
    assert other.book.log == computer.book.log
    assert other.clock.now == computer.clock.now
    for both in (computer, other):
        while both.undo():
            pass
    assert other.to_plain() == computer.to_plain()
    assert other.files.node("plan").parent == "inbox"
