"""A laptop of a workshop: a real store in a folder, and every service on it."""

import shutil

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.observation import Observation
from digitutor_app.engine.vocabulary import Vocabulary
from digitutor_app.practice.conditions import CONDITIONS
from digitutor_app.services.begun import PracticeTools
from digitutor_app.services.board import Board
from digitutor_app.services.exercise_map import ExerciseMap
from digitutor_app.services.help_calls import HelpCalls
from digitutor_app.services.laptop import Laptop as LaptopNumber
from digitutor_app.services.practices import Practices
from digitutor_app.services.reception import Reception
from digitutor_app.services.records import Records
from digitutor_app.services.skills import Skills
from digitutor_app.services.visit_desk import VisitDesk
from digitutor_app.services.what_next import WhatNext
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker

KEY = bytes(range(32))


class Laptop:
    """The practice side. What is saved can be looked at with ``store(lambda s: …)``."""

    def __init__(self, folder, shelf, clock):
        self.folder, self.shelf, self.clock = folder, shelf, clock
        self.worker = StoreWorker.start(lambda: open_store(folder / "practice.db", KEY, clock))
        self.catalogue = shelf.catalogue()
        kinds = Vocabulary(CONDITIONS)
        self.reception = Reception(self.worker, clock)
        self.practices = Practices(PracticeTools(self.worker, clock, self.catalogue, kinds))
        self.what_next = WhatNext(self.worker, self.catalogue, self.practices, clock)
        self.exercise_map = ExerciseMap(self.worker, self.catalogue, self.what_next)
        self.skills = Skills(self.worker, self.catalogue)
        self.calls = HelpCalls(self.worker, clock)
        self.board = Board(self.worker, self.catalogue, clock)
        self.laptop_number = LaptopNumber(self.worker)
        self.visit_desk = VisitDesk(self.worker, clock)
        self.records = Records(self.worker, self.catalogue, self.skills)

    def store(self, question):
        """The answer of the store, after everything that was told to it."""
        return self.worker.ask(question)

    def after_power_cut(self):
        """The laptop that starts again from what is on the disk now; nobody has said good-bye."""
        self.store(_nothing)
        folder = self.folder.with_name(self.folder.name + "-again")
        shutil.copytree(self.folder, folder)
        return Laptop(folder, self.shelf, self.clock)

    def arrive(self):
        """A new person sits down; returns their id."""
        return self.reception.arrive("fi").person.id

    def begin(self, person_id, exercise="files-01", mode=Mode.GUIDED, data_set="a"):
        return self.practices.begin(person_id, exercise, mode, data_set, "fi")

    def attempts(self, person_id):
        return self.store(lambda store: store.attempts.of_person(person_id))


def _nothing(_store):
    """Asked only to wait until everything before it is saved."""


def open_plan(practice):
    """The first step of the shelf's exercise."""
    practice.computer.windows.open("document:plan")
    return practice.observe(Observation("open", "file:plan", {"by": "pointer"}))


def move_plan(practice, folder="forms"):
    """The second step."""
    practice.computer.files.move(["plan"], folder)
    return practice.observe(Observation("move", "file:plan", {"to": folder, "by": "drag"}))


def delete_plan(practice):
    """The exercise's mistake, and taking it back."""
    practice.computer.files.trash(["plan"])
    outcome = practice.observe(Observation("delete", "file:plan", {"by": "keys"}))
    practice.undo()
    return outcome


def finish(practice):
    """Everything from where the practice is to its end."""
    step = practice.run.step.id
    for name in ("open", "move", "page", "where", "save")[practice.run.steps_done :]:
        assert practice.run.step.id == name, (step, practice.run.step)
        if name == "open":
            open_plan(practice)
        elif name == "move":
            move_plan(practice)
        elif name == "save":
            return practice.observe(Observation("save", "file:letter", {"by": "keys"}))
        else:
            practice.answer("forms")
    raise AssertionError("the exercise has no end")


def do_all(laptop, person_id, exercise="files-01", mode=Mode.GUIDED, data_set="a"):
    """Begin and finish."""
    return finish(laptop.begin(person_id, exercise, mode, data_set))
