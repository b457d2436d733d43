"""``digitutor check-exercise FOLDER``: plays an exercise and tells its author what is missing."""

import os
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from digitutor_app.app.exercise_check.case import UnsoundError
from digitutor_app.app.exercise_check.shelf import Shelf
from digitutor_app.i18n import _, ngettext

if TYPE_CHECKING:
    from digitutor_app.app.exercise_check.bench import Bench

SOUND, UNSOUND = 0, 1
#: How long one movement takes when somebody watches, milliseconds.
PACE_MS = 160


def check_exercise(out: TextIO, folder: Path, *, quick: bool = False) -> int:
    """Check the exercise in the folder and write the findings; 0 when it is sound, else 1.

    ``quick``, or a machine without a screen, plays at once and shows no window. Needs a process of
    its own: it makes the QApplication.
    """
    try:
        shelf = Shelf(folder)
    except UnsoundError as error:
        out.write(f"{error}\n")
        return UNSOUND
    try:
        findings = _findings(out, shelf, seen=not quick and _has_screen())
    finally:
        shelf.close()
    if not findings:
        out.write(_("Harjoitus on kunnossa.") + "\n")
        return SOUND
    many = ngettext("Korjaa vielä {count} kohta:", "Korjaa vielä {count} kohtaa:", len(findings))
    out.write(many.format(count=len(findings)) + "\n")
    for finding in findings:
        out.write(f"* {finding}\n")
    return UNSOUND


def _findings(out: TextIO, shelf: Shelf, *, seen: bool) -> list[str]:
    from PySide6.QtWidgets import QApplication

    from digitutor_app.app.exercise_check.bench import Bench
    from digitutor_app.app.exercise_check.texts import read

    if not seen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    bench = Bench(shelf.root, pace=PACE_MS if seen else 0)
    try:
        name = shelf.copy.name
        findings = [
            f"{name}/{found}" for found in read(bench.catalogue, shelf.copy, shelf.exercise_id)
        ]
        if bench.catalogue.problem(shelf.exercise_id, "fi") is None:
            out.write(_("Kansio {folder}: tiedostot on luettu.").format(folder=name) + "\n")
            findings += _played(out, bench, shelf)
    finally:
        bench.close()
    return findings


def _played(out: TextIO, bench: "Bench", shelf: Shelf) -> list[str]:
    """What the guards find, each thing once."""
    from digitutor_app.app.exercise_check.guards import GUARDS

    exercise = bench.catalogue.exercise(shelf.exercise_id)
    findings: dict[str, None] = {}
    for guard in GUARDS:
        before = len(findings)
        for case in guard.cases(exercise):
            bench.window.setWindowTitle(f"{_(guard.title)}: {case.what} {case.told()}")
            try:
                guard.hold(bench, case)
            except UnsoundError as error:
                findings[f"{shelf.copy.name}/exercise.toml: {error}"] = None
        verdict = _("kunnossa") if len(findings) == before else _("ei vielä kunnossa")
        out.write(f"{_(guard.title)}: {verdict}\n")
        out.flush()
    return list(findings)


def _has_screen() -> bool:
    """Whether a window could be seen."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if platform.system() == "Linux":
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True
