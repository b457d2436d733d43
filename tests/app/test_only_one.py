"""A second program on the same folder: it says so and brings the first one's window forward."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from digitutor_app.app.doorbell import Doorbell, Heard, ring
from digitutor_app.app.folder_lock import FILE, FolderLock
from digitutor_app.app.only_one import ComesForward, silent_words
from digitutor_app.app.window import MainWindow
from digitutor_app.ui_kit.look import Look
from tests.app.races import race

SOON = 60
RACES = int(os.environ.get("DIGITUTOR_RACES", "3"))
ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def lock(folder):
    lock = FolderLock(folder.path)
    yield lock
    lock.release()


def program(folder, code=""):
    """The real program in a process of its own; ``code`` runs before it."""
    run = f"{code}\nimport sys\nfrom digitutor_app.app.command_line import main\nsys.exit(main())"
    return subprocess.Popen(
        [sys.executable, "-c", run, "--data", str(folder.path)],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_one_folder_has_one_lock(folder, lock):
    assert lock.take()
    assert lock.take()
    other = FolderLock(folder.path)
    assert not other.take()
    assert FolderLock(folder.path.parent / "elsewhere").take()
    lock.release()
    assert other.take()
    other.release()


def test_the_same_folder_has_the_same_name(folder, tmp_path):
    folder.path.mkdir()
    (tmp_path / "way").symlink_to(folder.path)
    assert FolderLock(tmp_path / "way").name == FolderLock(folder.path).name
    assert FolderLock(tmp_path).name != FolderLock(folder.path).name


def test_what_cannot_be_locked_is_left_to_the_opening(tmp_path):
    (tmp_path / "file").write_text("")
    assert FolderLock(tmp_path / "file" / "data").take()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_ring_brings_a_minimized_window_forward(qtbot, lock, folder):
    assert lock.take()
    window = MainWindow(Look())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        ComesForward(lock, window)
        window.show()
    window.showMinimized()
    QApplication.processEvents()
    code = f"""
from pathlib import Path
from digitutor_app.app.folder_lock import FolderLock
from digitutor_app.app.doorbell import ring
print(ring(FolderLock(Path({str(folder.path)!r})), {SOON}).name)
"""
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True
    ) as second:
        qtbot.waitUntil(lambda: not window.isMinimized(), timeout=SOON * 1000)
        qtbot.waitUntil(window.isActiveWindow, timeout=SOON * 1000)
        assert second.stdout.read() == "CAME\n"


def test_who_listens_does_so_again_after_a_bad_end(qtbot, lock):
    assert lock.take()
    first = Doorbell(lock)
    second = Doorbell(lock)
    assert first.hangs
    assert second.hangs
    for bell in (first, second):
        bell.close()


def test_a_folder_that_has_become_free_is_taken(lock):
    assert ring(lock, 5) is Heard.FREE
    assert not FolderLock(lock._folder).take()


def test_nobody_answers(folder, lock):
    assert lock.take()
    assert ring(FolderLock(folder.path), 0.3) is Heard.SILENT


# The real program


def opened(first, folder):
    """Until it has the folder; it may still be starting then."""
    while not (folder.path / FILE).exists():
        assert first.poll() is None, first.communicate()


def end(process):
    process.kill()
    process.communicate()


def test_the_second_program_ends_with_a_sentence(folder):
    first = program(folder)
    try:
        opened(first, folder)
        second = program(folder)
        out, error = second.communicate(timeout=SOON)
        assert (second.returncode, error) == (0, "")
        assert out == "Digitutor on jo auki. Sen ikkuna tuli esiin.\n"
        assert first.poll() is None
    finally:
        end(first)
    # Killed, it holds nothing any more.
    assert FolderLock(folder.path).take()


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="nothing to stop a process with")
def test_a_first_program_that_hangs_is_told(folder):
    first = program(folder)
    try:
        opened(first, folder)
        os.kill(first.pid, signal.SIGSTOP)
        # The sentence stands in a window too; this one is closed at once.
        hurry = """
import digitutor_app.app.doorbell as doorbell
doorbell.ring.__defaults__ = (0.5,)
import PySide6.QtWidgets as widgets
widgets.QApplication.exec = lambda *_: print("shown", flush=True)
"""
        second = program(folder, hurry)
        out, error = second.communicate(timeout=SOON)
        assert (second.returncode, out) == (2, "shown\n"), error
        assert error == "{}. {}\n".format(*silent_words())
    finally:
        os.kill(first.pid, signal.SIGCONT)
        end(first)


def test_of_two_that_race_one_writes(tmp_path):
    for number in range(RACES):
        assert race(Path(tmp_path) / str(number)) == ""
