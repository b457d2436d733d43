"""Keeps Python's None, True and False alive under PySide 6.12 on Python 3.11."""

import sys
from typing import Final

#: More than all calls of a day can take away, less than the counter holds.
_REFERENCES: Final = 1 << 40


def keep_none() -> None:
    """Give None, True and False so many references that PySide cannot use them up.

    PySide 6.12.0 returns None from every method without a result, and True from every ``emit`` of
    a signal, and does not count the reference. From Python 3.12 on nothing counts the references
    of these three (PEP 683). Python 3.11 does: after some thousand calls it ends the program with
    "deallocating None" (after some hundred signals: "deallocating True or False"). This writes the
    one number that PEP 683 made constant, and does nothing on a Python that does not need it. The
    tests beside it tell when PySide has been mended and this can go.
    """
    if sys.version_info >= (3, 12):
        return
    from ctypes import c_ssize_t

    for lasting in (None, True, False):
        counter = c_ssize_t.from_address(id(lasting))
        if counter.value < _REFERENCES:
            counter.value += _REFERENCES
