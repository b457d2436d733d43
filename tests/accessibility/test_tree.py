"""What a screen reader finds on every page, in the real window: roles, names, order, targets."""

import inspect
import os
import pkgutil
import re
from functools import cache
from importlib import import_module
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QDialog

import digitutor_app
from digitutor_app.app.rooms_found import RoomsFound
from tests.accessibility import session
from tests.accessibility.session import Sight, Thing
from tests.accessibility.stops import STOPS

#: Logical pixels (domain/7-accessibility, "Targets"); Xvfb shows them one to one.
LEAST = 48
#: Things lie on one line when they overlap in height by more than this.
SAME_LINE = 8
PRESSED = frozenset(
    {"push button", "toggle button", "check box", "radio button", "menu item", "page tab"}
)
#: What can have the keyboard, as a screen reader says it.
ROLES = PRESSED | {
    *("text", "entry", "password text", "list item", "table cell", "tree item", "link", "slider"),
    *("title bar", "panel", "grouping"),
}
#: Names that Qt or a programmer gives, not a person who speaks Finnish.
NOT_FINNISH = re.compile(
    r"^(?i:ok|cancel|close|open|save|yes|no|copy|paste|undo|next|back|help|minimi[sz]e|maximi[sz]e"
    r"|restore|line up|line down|page up|page down|more|less|button|dialog)$"
    r"|[a-zåäö]_[a-zåäö]|^Q[A-Z]|^[a-z]+[A-Z]\w*$|%[1-9]|[{}]"
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    if lacks := session.missing():
        told = f"the AT-SPI tree cannot be walked here: {', '.join(lacks)} missing"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)
    with session.reading(tmp_path_factory.mktemp("tour") / "data") as somebody:
        yield somebody


@pytest.fixture(scope="module")
def seen(reader):
    """Goes to a stop and looks at it, once for all questions that need no keys."""
    return cache(reader.go_to)


@pytest.mark.parametrize("stop", STOPS)
def test_every_focusable_has_a_role_and_a_finnish_name(seen, stop):
    sight = seen(stop)
    troubles = [f"no role: {thing}" for thing in focusable(sight) if thing.role not in ROLES]
    troubles += [f"no name: {thing}" for thing in focusable(sight) if not thing.name.strip()]
    troubles += [
        f"not Finnish: {thing}" for thing in focusable(sight) if NOT_FINNISH.search(thing.name)
    ]
    troubles += [f"twice: {name}" for name in said_twice(sight)]
    assert troubles == []
    assert focusable(sight)


@pytest.mark.parametrize("stop", ["now", "people", "visits", "workshops", "papers"])
def test_the_menu_of_the_tutor_is_page_tabs(seen, stop):
    tabs = [thing for thing in seen(stop).things if thing.role == "page tab"]
    names = ["Nyt", "Osallistujat", "Työpajat", "Paperit", "Tiedot ja koneet"]
    assert [thing.name for thing in tabs] == names
    lists = {seen(stop).thing(thing.above) for thing in tabs}
    assert len(lists) == 1


@pytest.mark.parametrize("stop", STOPS)
def test_every_target_is_large_enough(seen, stop):
    sight = seen(stop)
    small = [
        str(thing)
        for thing in sight.things
        if (thing.role in PRESSED or thing.focusable)
        and not sight.is_practice(thing)
        and min(thing.rect[2:]) < LEAST
    ]
    assert small == []


@pytest.mark.parametrize("stop", STOPS)
def test_tab_goes_in_reading_order(reader, stop):
    sight = reader.go_to(stop)
    round_ = tab_round(reader, sight)
    troubles = [
        f"{one} -> {other}"
        for one, other in pairwise(round_)
        if not (sight.is_practice(one) or sight.is_practice(other)) and goes_back(one, other)
    ]
    assert troubles == []
    # Of what is pressed outside the practice frame nothing is left out. A group of choices is one
    # stop, and the arrows go on inside it.
    reached = {thing.number for thing in round_}
    groups = {thing.above for thing in round_ if is_choice(thing)}
    left_out = [
        str(thing)
        for thing in focusable(sight)
        if thing.enabled
        and thing.number not in reached
        and not sight.is_practice(thing)
        and not (is_choice(thing) and thing.above in groups)
    ]
    assert left_out == []


def test_every_screen_is_here():
    shown = {stop.kind for stop in STOPS.values()}
    assert sorted(kind.__qualname__ for kind in screens() - shown) == []


def test_every_room_is_here():
    rooms = {info.id for info in RoomsFound().infos}
    assert rooms - {stop.room for stop in STOPS.values()} == set()


def test_a_step_back_is_seen():
    def at(x, y):
        return Thing(0, "push button", "", "", (x, y, 100, 48), True, True, True, None)

    assert goes_back(at(300, 100), at(100, 100))
    assert goes_back(at(100, 200), at(100, 100))
    assert not goes_back(at(100, 100), at(300, 104))
    assert not goes_back(at(300, 100), at(100, 200))
    assert not goes_back(at(100, 600), at(700, 100)), "the top of the next column"


def focusable(sight: Sight) -> list[Thing]:
    return [thing for thing in sight.things if thing.focusable]


def is_choice(thing: Thing) -> bool:
    return thing.role in ("radio button", "list item", "table cell")


def said_twice(sight: Sight) -> list[str]:
    """Names of buttons outside the practice frame that two have, so that nobody can tell which."""
    names = [t.name for t in focusable(sight) if t.role in PRESSED and not sight.is_practice(t)]
    return sorted({name for name in names if names.count(name) > 1})


def tab_round(reader, sight: Sight) -> list[Thing]:
    """What Tab reaches, from the first thing to the last, in its order."""
    met: list[int] = []
    for _key in range(2 * len(focusable(sight)) + 4):
        number = reader.tab()
        if number is None:
            continue
        if number in met:
            first = met.index(number)
            break
        met.append(number)
    else:
        first = 0
    whole = [thing for number in met[first:] if (thing := sight.thing(number)) is not None]
    # The round has no beginning: it is where a page is first read.
    top = min(range(len(whole)), key=lambda place: whole[place].number, default=0)
    return whole[top:] + whole[:top]


def goes_back(one: Thing, other: Thing) -> bool:
    """Whether the second lies before the first for somebody who reads columns from the left."""
    right_of_it = other.rect[0] >= one.rect[0] + one.rect[2] - SAME_LINE
    below_it = other.rect[1] >= one.rect[1] + one.rect[3] - SAME_LINE
    inside_it = one.inside(other.rect) or other.inside(one.rect)
    return not (right_of_it or below_it or inside_it)


def screens() -> set[type]:
    """Every class of a page or a dialog of ours."""
    found = set()
    for module in pkgutil.walk_packages(digitutor_app.__path__, "digitutor_app."):
        if module.name.split(".")[1] not in ("screens", "dialogs", "ui_kit"):
            continue
        for _name, kind in inspect.getmembers(import_module(module.name), inspect.isclass):
            is_ours = kind.__module__ == module.name
            if is_ours and (kind.__name__.endswith("Screen") or issubclass(kind, QDialog)):
                found.add(kind)
    return found
