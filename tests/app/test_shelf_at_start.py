"""Exercises cost the start nothing, however many there are: nobody has asked for one yet."""

import subprocess
import sys

# Furnishes a program in a process of its own and tells which files of exercises were touched.
FURNISH = """
import os, sys, threading
from pathlib import Path
touched = []
shelf = str(Path(sys.argv[2]))
def watch(event, args):
    if event in ("open", "os.scandir", "os.listdir") and str(args[0]).startswith(shelf):
        touched.append(str(args[0]))
sys.addaudithook(watch)
from PySide6.QtWidgets import QApplication
app = QApplication(sys.argv[:1])
from digitutor_app.app.compose import compose
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.domain.clock import SystemClock
from digitutor_app.store.opening import open_store
folder, clock = DataFolder(Path(sys.argv[1])), SystemClock()
parts = compose(
    folder, clock, lambda: open_store(folder.practice_store, bytes(32), clock), Path(shelf)
)
parts.context.worker.opened.result()
parts.context.reception.cards()
print(len(touched))
parts.context.catalogue.ids()
print(len(touched) > 0)
parts.background.close()
parts.context.worker.close()
"""


def test_no_file_of_an_exercise_is_read_before_it_is_asked_for(tmp_path):
    (tmp_path / "shelf" / "files" / "01_one").mkdir(parents=True)
    line = [sys.executable, "-c", FURNISH, str(tmp_path), str(tmp_path / "shelf")]
    told = subprocess.run(line, check=False, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    assert told.stdout.split() == ["0", "True"]
