"""The monkey in each room: presses, drags, turns of the wheel, keys; what breaks is told with its
seed and the shortest tail of acts that repeats it."""

import atexit
import tempfile
from functools import cache
from pathlib import Path

from tests.soak.soak import Found

ACTS_OF_A_SEED = 200
ROOMS = ("files", "pointer", "typing")
TOTAL = dict.fromkeys(ROOMS, 5000)
PIECE = dict.fromkeys(ROOMS, ACTS_OF_A_SEED)


def play(row, number, folder):
    """One seed in one room."""
    from tests.rooms.contract.monkey import FoundError, run
    from tests.rooms.contract.test_contract import exercises_of

    exercises = exercises_of(row)
    try:
        run(bench(), exercises[number % len(exercises)], number, ACTS_OF_A_SEED)
    except FoundError as error:
        return Found({"acts": error.acts, "seeds": 1}, [str(error)])
    finally:
        bench().shut_window()
    return Found({"acts": ACTS_OF_A_SEED, "seeds": 1}, [])


@cache
def bench():
    """One table for all pieces of this process."""
    from PySide6.QtWidgets import QApplication

    from digitutor_app.app.exercise_check.bench import Bench
    from tests.replays.found import copy_of_exercises

    app = QApplication.instance() or QApplication([])
    app.setStyle("Fusion")
    folder = tempfile.TemporaryDirectory()
    made = Bench(copy_of_exercises(Path(folder.name) / "exercises"))
    atexit.register(_close, made, folder, app)
    return made


def _close(made, folder, _app):
    made.close()
    folder.cleanup()
