"""``digitutor check-exercise``: what an author sees, as a program of its own."""

import io
import os
import shutil
import subprocess
import sys

import pytest

from digitutor_app.app.exercise_check.command import check_exercise
from digitutor_app.app.exercise_check.guards import GUARDS
from tests.replays.found import folder_of

FAST = "files-04"


def check(*words):
    return subprocess.run(
        [sys.executable, "-m", "digitutor_app", "check-exercise", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"},
    )


def copied(folder, name="my own"):
    """The exercise outside the folder of exercises, under a name of its own."""
    return shutil.copytree(folder_of(FAST), folder / name)


def spoil(folder, old, new, file="exercise.toml"):
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_sound_exercise_anywhere_on_the_disk(tmp_path):
    done = check(copied(tmp_path), "--quick")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    first, *guards, last = done.stdout.splitlines()
    assert first == "Kansio 04_my own: tiedostot on luettu."
    assert guards == [f"{guard.title}: kunnossa" for guard in GUARDS]
    assert last == "Harjoitus on kunnossa."


def test_what_is_not_sound_is_told_with_file_step_and_reason(tmp_path):
    folder = copied(tmp_path)
    spoil(folder, 'click = "button:move"', 'click = "button:mvoe"')
    spoil(folder, "Hyvä. Siirsit", "Loistavaa! Siirsit", "text.fi.toml")
    done = check(folder, "--quick")
    assert (done.returncode, done.stderr) == (1, "")
    assert "mallitapa vie loppuun: ei vielä kunnossa" in done.stdout
    assert "odotus ei vie eteenpäin: kunnossa" in done.stdout
    assert '* 04_my own/text.fi.toml: success: ei kuulu palautteeseen: "loistavaa"' in done.stdout
    where = '* 04_my own/exercise.toml: vaihe press_move, teko 1: { click = "button:mvoe" }: '
    assert where + 'kohdetta "button:mvoe" ei ole.' in done.stdout
    assert "Harjoitus on kunnossa." not in done.stdout


#: What is done to the folder, and a part of the one sentence that comes.
BAD = {
    "no folder": (shutil.rmtree, "ei löydy"),
    "no file": (lambda f: (f / "exercise.toml").unlink(), "ei ole tiedostoa exercise.toml"),
    "broken": (lambda f: spoil(f, 'id = "', "id = "), "ei ole oikeaa TOML-kieltä"),
    "not text": (lambda f: (f / "exercise.toml").write_bytes(b"\xff"), "ei ole oikeaa TOML-kieltä"),
    "no id": (lambda f: spoil(f, 'id = "files-04"', ""), "pitää olla tunnus"),
    "an id like none": (lambda f: spoil(f, "files-04", "files"), "pitää olla tunnus"),
    "another module": (lambda f: spoil(f, "files-04", "flies-04"), 'moduulia "flies" ei ole'),
    "a folder for a file": (
        lambda f: ((f / "exercise.toml").unlink(), (f / "exercise.toml").mkdir()), "ei avaudu"
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_bad_input_is_one_sentence(tmp_path, what):
    folder = copied(tmp_path)
    spoilt, told = BAD[what]
    spoilt(folder)
    out = io.StringIO()
    assert check_exercise(out, folder, quick=True) == 1
    [sentence] = out.getvalue().splitlines()
    assert told in sentence


def test_a_folder_among_the_exercises_is_called_as_its_id(tmp_path, monkeypatch):
    content = shutil.copytree(folder_of(FAST).parent.parent, tmp_path / "exercises")
    monkeypatch.setattr("digitutor_app.app.exercise_check.shelf.exercises", lambda: content)
    there = content / "files" / folder_of(FAST).name
    spoil(there, '"files-04"', '"files-98"')
    out = io.StringIO()
    assert check_exercise(out, there, quick=True) == 1
    assert "niiden pitää vastata toisiaan" in out.getvalue()


def test_a_text_that_cannot_be_read_ends_the_check_with_its_place(tmp_path):
    folder = copied(tmp_path)
    spoil(folder, "goal =", "gaol =", "text.fi.toml")
    done = check(folder, "--quick")
    assert (done.returncode, done.stderr) == (1, "")
    assert "04_my own/text.fi.toml: kohta" in done.stdout


@pytest.mark.parametrize(
    "words", [["check-exercise"], ["self-check", "folder"], ["--quick"], ["folder"]]
)
def test_a_wrong_word_is_answered_with_the_usage(words):
    command = [sys.executable, "-m", "digitutor_app", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "usage" in done.stderr
    assert "Traceback" not in done.stderr
