"""Starts the window: first the page that people see, then everything else."""

import sys

import shiboken6
from PySide6.QtWidgets import QApplication

from digitutor_app.app.collector import ScreenCollector
from digitutor_app.app.crash_net import CrashNet
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.demo.demo_folder import clock_of
from digitutor_app.app.folder_lock import FolderLock
from digitutor_app.app.only_one import CAME, SILENT, ComesForward, ring_first, show_silent
from digitutor_app.app.program import Program
from digitutor_app.domain.errors import WorldError
from digitutor_app.i18n import _
from digitutor_app.ui_kit.fonts import FontReading


def start(folder: DataFolder, fonts: FontReading) -> int:
    """Open the window and run until it is closed; returns the exit code (2: it cannot begin).

    ``fonts`` are being read already. Where another program has the folder its window comes forward,
    and this start has nothing more to do.
    """
    lock = FolderLock(folder.path)
    first = None if lock.take() else ring_first(lock)
    if first == CAME:
        return CAME
    # Told here and not to the application: that would build the class of styles, which is large.
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("digitutor")
    try:
        fonts.finish()
    except WorldError as error:
        what_to_do = _("Asenna ohjelma uudelleen tai kysy vetäjältä.")
        sys.stderr.write(_("Ohjelma ei käynnisty.") + f" {error} {what_to_do}\n")
        return 2
    if first == SILENT:
        show_silent(app)
        return SILENT
    net = CrashNet()
    net.install(folder.log)
    program = Program(folder, clock_of(folder), net, clock_of=clock_of)
    program.keeps_key = True
    collector = ScreenCollector()
    program.open()
    ComesForward(lock, program.window)
    program.window.showMaximized()
    code = app.exec()
    program.close()
    collector.stop()
    # In this order, and now: left to the end of the function, Qt may wait for itself for ever.
    for left in (program.window, program):
        shiboken6.delete(left)
    return code
