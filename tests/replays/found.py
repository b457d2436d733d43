"""The exercises that the folder holds, and what each guard is repeated over."""

import shutil
from dataclasses import replace

from digitutor_app.app.exercise_check.case import UnsoundError
from digitutor_app.app.exercise_check.guards import GUARDS
from digitutor_app.app.rooms_found import RoomsFound
from digitutor_app.content.catalogue import Catalogue
from digitutor_app.i18n.places import exercises

KINDS = RoomsFound().vocabulary()
CATALOGUE = Catalogue(exercises(), KINDS.problem)
GUARD_OF = {guard.id: guard for guard in GUARDS}


def folder_of(exercise_id):
    """The exercise's folder, found by its id."""
    module, _, number = exercise_id.rpartition("-")
    return next((exercises() / module).glob(f"{number}_*"))


def every_case():
    """(guard id, case) of every sound exercise; a broken one has a test of its own."""
    for exercise_id in CATALOGUE.sound_ids("fi"):
        for guard in GUARDS:
            for case in guard.cases(CATALOGUE.exercise(exercise_id)):
                yield guard.id, case


def copy_of_exercises(folder, *ids):
    """A folder of all modules with these exercises (all when none is named)."""
    shutil.copytree(exercises(), folder, ignore=shutil.ignore_patterns("[0-9]*_*" if ids else ""))
    for exercise_id in ids:
        source = folder_of(exercise_id)
        shutil.copytree(source, folder / source.parent.name / source.name)
    return folder


def hold(bench, guard_id, case):
    """Play the case on the bench; raises UnsoundError."""
    exercise = bench.catalogue.exercise(case.exercise.id)
    GUARD_OF[guard_id].hold(bench, replace(case, exercise=exercise))


def findings(bench, guard_id, exercise_id):
    """What the guard finds in all cases of an exercise, as one text."""
    exercise = bench.catalogue.exercise(exercise_id)
    found = []
    for case in GUARD_OF[guard_id].cases(exercise):
        try:
            GUARD_OF[guard_id].hold(bench, case)
        except UnsoundError as error:
            found.append(str(error))
    return "\n".join(found)
