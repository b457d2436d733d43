"""Walks the AT-SPI tree, as a screen reader does; runs on the system's Python, where pyatspi is.

Two questions on standard input, each answered with a line of JSON: ``tree`` (all that is showing)
and ``focus`` (the number of the thing with the keyboard, in the last tree; null elsewhere).
"""

import json
import sys

import pyatspi

DEEPEST = 40


def program():
    """The tour among the running programs."""
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None and application.childCount:
            return application
    return None


def seen(accessible, depth=0, above=None):
    """What is showing, from the top, with the number of what it lies in."""
    states = accessible.getState()
    if depth > 1 and not states.contains(pyatspi.STATE_SHOWING):
        return
    here = len(_met)
    _met.append(accessible)
    if states.contains(pyatspi.STATE_FOCUSABLE):
        _focusable.append(here)
    yield describe(accessible, states, above)
    if depth < DEEPEST:
        for child in accessible:
            if child is not None:
                yield from seen(child, depth + 1, here)


def describe(accessible, states, above):
    rect = [0, 0, 0, 0]
    interfaces = pyatspi.listInterfaces(accessible)
    if "Component" in interfaces:
        box = accessible.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        rect = [box.x, box.y, box.width, box.height]
    return {
        "role": accessible.getRoleName(),
        "name": accessible.name,
        "description": accessible.description,
        "rect": rect,
        "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
        "enabled": states.contains(pyatspi.STATE_ENABLED),
        "actions": "Action" in interfaces,
        "above": above,
    }


def focused():
    """A view has the keyboard together with its item: the item, which is deeper, is spoken."""
    for number in sorted(_focusable, reverse=True):
        try:
            if _met[number].getState().contains(pyatspi.STATE_FOCUSED):
                return number
        except Exception:  # noqa: BLE001 - it has gone while we looked
            continue
    return None


_met = []
_focusable = []


def main():
    for line in sys.stdin:
        if line.strip() == "tree":
            _met.clear()
            _focusable.clear()
            tour = program()
            answer = [] if tour is None else list(seen(tour))
        else:
            answer = focused()
        print(json.dumps(answer), flush=True)  # noqa: T201 - this is the answer


if __name__ == "__main__":
    main()
