"""The guards around every test do fail a test that deserves it, and leave the others alone."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUARDED = """
import logging, warnings
from PySide6.QtCore import QPropertyAnimation, QThread, QTimer, QVariantAnimation, qWarning
from PySide6.QtWidgets import QLabel, QWidget

KEPT = []

def test_good_quiet(): pass
def test_good_expected_warning(log_watch):
    log_watch.expect("disk .* full")
    logging.getLogger("store").warning("the disk is %s", "nearly full")
def test_good_info(): logging.getLogger("store").info("opened")
def test_good_widget(qtbot):
    widget = QLabel("hello")
    widget.timer = QTimer(widget)
    widget.timer.start(1000)
    qtbot.addWidget(widget)
    widget.show()
def test_good_cycle(qtbot):
    widget = QWidget()
    widget.itself = widget
    widget.show()
def test_good_thread_that_ends(qtbot):
    thread = QThread()
    thread.start()
    thread.quit()
    thread.wait()

def test_bad_warning(): logging.getLogger("store").warning("lost")
def test_bad_error_beside_expected(log_watch):
    log_watch.expect("full")
    logging.error("full")
    logging.error("broken")
def test_bad_expected_never_came(log_watch): log_watch.expect("full")
def test_bad_python_warning(): warnings.warn("old", stacklevel=1)
def test_bad_qt_warning(qtbot): qWarning("oops")
def test_bad_window(qtbot):
    KEPT.append(QLabel("stays"))
    KEPT[-1].show()
def test_bad_hidden_window(qtbot): KEPT.append(QLabel("stays"))
def test_bad_timer(qtbot):
    KEPT.append(QTimer())
    KEPT[-1].start(1000)
def test_good_timer_that_rests(qtbot): KEPT.append(QTimer())
def test_bad_timer_from_an_earlier_test(qtbot): KEPT[-1].start(1000)
def test_bad_animation(qtbot):
    KEPT.append(QVariantAnimation(startValue=0, endValue=1, duration=100000))
    KEPT[-1].start()
def test_bad_thread(qtbot):
    KEPT.append(QThread())
    KEPT[-1].start()

def test_good_after_the_bad_ones(qtbot): qtbot.addWidget(QWidget())
def test_good_threads_end():
    KEPT[-1].quit()
    KEPT[-1].wait()
"""


def test_only_the_bad_tests_fail(tmp_path: Path) -> None:
    (tmp_path / "test_guarded.py").write_text(GUARDED, encoding="utf-8")
    told = run_pytest(tmp_path)
    outcomes: dict[str, set[str]] = {}
    for outcome, name in re.findall(r"^(PASSED|FAILED|ERROR) .*::test_(\w+)", told, re.MULTILINE):
        outcomes.setdefault(name, set()).add(outcome)
    assert set(outcomes) == set(re.findall(r"def test_(\w+)", GUARDED)), told
    fell = {name for name, found in outcomes.items() if found != {"PASSED"}}
    assert fell == {name for name in outcomes if name.startswith("bad_")}, told


def run_pytest(folder: Path) -> str:
    command = [
        *(sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider"),
        *("-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder), "-rA", "test_guarded.py"),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, check=False, cwd=folder, env=environment, capture_output=True, text=True
    )
    return done.stdout + done.stderr
