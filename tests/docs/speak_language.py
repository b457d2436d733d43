"""Speaks a language in the real window: ``speak_language.py <language> <data folder>``.

Runs in a process of its own, in the project in which a recipe was followed. Says every word of the
start page in that language, and which exercise is offered first.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from digitutor_app import i18n
from digitutor_app.app.crash_net import CrashNet
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.program import Program
from tests.fakes.clock import FakeClock
from tests.finding import find, said


def main(language, folder):
    app = QApplication([])
    program = Program(DataFolder(Path(folder)), FakeClock(), CrashNet())
    program.open()
    program.window.show()
    while program.house is None:
        app.processEvents()
    find(program.window, i18n.own_name(language)).click()
    app.processEvents()
    sys.stdout.write(said(program.window) + "\n")
    sys.stdout.write(program.house.parts.context.what_next.first(language).exercise + "\n")
    program.window.close()
    program.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
