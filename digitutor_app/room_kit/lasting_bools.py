"""Keeps Python's True and False alive under PySide 6.12 on Python 3.11."""

import sys
from typing import Final

_REFERENCES: Final = 1 << 40


def keep_bools() -> None:
    """Give True and False so many references that PySide cannot use them up.

    The same fault as with None (``ui_kit.lasting_none``): in PySide 6.12.0 each ``emit`` returns
    True and does not count the reference; after some thousand signals Python 3.11 would end the
    program. Does nothing on a Python that does not need it.
    """
    if sys.version_info >= (3, 12):
        return
    from ctypes import c_ssize_t

    for lasting in (True, False):
        counter = c_ssize_t.from_address(id(lasting))
        if counter.value < _REFERENCES:
            counter.value += _REFERENCES
