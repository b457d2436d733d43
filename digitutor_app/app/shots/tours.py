"""Every tour of the program, and every screen that they must see."""

import importlib
import inspect
import pkgutil
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from digitutor_app import screens
from digitutor_app.app.shots.data_tour import data_tour
from digitutor_app.app.shots.dialog_tour import dialog_tour
from digitutor_app.app.shots.exercise_tour import exercise_tour
from digitutor_app.app.shots.learner_tour import learner_tour
from digitutor_app.app.shots.stop import Stop, Tour
from digitutor_app.app.shots.tutor_tour import tutor_tour
from digitutor_app.app.shots.view import View
from digitutor_app.app.shots.visitor import Visitor

TOURS: Final[Mapping[str, Tour]] = {
    "learner": learner_tour,
    "exercises": exercise_tour,
    "tutor": tutor_tour,
    "data": data_tour,
    "dialogs": dialog_tour,
}


def every_screen() -> set[type[QWidget]]:
    """The classes of all pages, found by looking in the folder ``screens``."""
    names = [m.name for m in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}.")]
    modules = [importlib.import_module(name) for name in names]
    return {
        found
        for module in modules
        for name, found in inspect.getmembers(module, inspect.isclass)
        if name.endswith("Screen")
        and found.__module__ == module.__name__
        and issubclass(found, QWidget)
    }


@contextmanager
def visit(demo: Path, view: View) -> Iterator[Visitor]:
    """A visitor in a copy of the demo folder."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(demo, Path(folder) / "data"))
        visitor = Visitor(copy, view)
        try:
            yield visitor
        finally:
            visitor.close()


def stops(demo: Path, name: str, view: View) -> Iterator[tuple[Visitor, Stop]]:
    """The stops of one tour in one view."""
    with visit(demo, view) as visitor:
        for stop in TOURS[name](visitor):
            visitor.settle()
            yield visitor, stop
