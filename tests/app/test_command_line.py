"""The console program: self-check, help, a data folder of one's own."""

import io
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from digitutor_app import __version__
from digitutor_app.app.self_check import self_check
from digitutor_app.i18n.places import exercises

PARTS = ("Harjoitukset", "Kuvat ja fontti", "Tietovarasto", "Tuloste")


def digitutor(*arguments, **more):
    """Run the program as people do."""
    return subprocess.run(
        [sys.executable, "-m", "digitutor_app", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
        **more,
    )


def test_self_check_finds_every_part_sound():
    done = digitutor("self-check")
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == list(PARTS)
    assert all("kunnossa" in line for line in lines)
    assert "ei kunnossa" not in done.stdout
    assert done.stderr == ""


def test_self_check_names_a_broken_exercise_and_checks_the_rest(tmp_path):
    content = Path(shutil.copytree(exercises(), tmp_path / "exercises"))
    file = content / "files" / "01_open_folder_and_file" / "text.fi.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("goal = ", "gaol = "))
    out = io.StringIO()
    assert self_check(out, content) == 2
    first, *others = out.getvalue().splitlines()
    assert first.startswith("Harjoitukset: ei kunnossa.")
    assert "text.fi.toml" in first
    assert "Asenna ohjelma uudelleen tai kysy vetäjältä." in first
    assert len(others) == len(PARTS) - 1
    assert all(line.count("kunnossa") == 1 and "ei kunnossa" not in line for line in others)


def test_self_check_without_any_exercise(tmp_path):
    out = io.StringIO()
    assert self_check(out, tmp_path) == 2
    assert out.getvalue().startswith("Harjoitukset: ei kunnossa.")


def test_help_says_what_there_is():
    done = digitutor("--help")
    assert done.returncode == 0
    for word in ("self-check", "--data", "--version", "Esimerkkejä:"):
        assert word in done.stdout


def test_version():
    assert digitutor("--version").stdout == f"digitutor {__version__}\n"


@pytest.mark.parametrize("arguments", [["nothing-such"], ["--nothing-such"], ["--data"]])
def test_a_wrong_word_is_answered_with_the_usage(arguments):
    done = digitutor(*arguments)
    assert done.returncode == 2
    assert "digitutor" in done.stderr
    assert "Traceback" not in done.stderr


def test_data_is_the_folder_in_which_everything_is(tmp_path):
    folder = tmp_path / "own data"
    arguments = [sys.executable, "-m", "digitutor_app", "--data", str(folder)]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE) as running:
        try:
            while not (folder / "practice.db").exists():
                assert running.poll() is None, running.stderr.read()
                time.sleep(0.05)
        finally:
            running.terminate()
    assert (folder / "practice.key").stat().st_size == 32
