"""Each recipe of the developers' pages, followed to the letter in a copy of the project.

Blocks with a file's name are written (a catalogue of words is filled in), ``sh`` blocks are run,
both in the order of the page. Then the thing that was added is used.
"""

import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from tests.docs.pages import ROOT, Block, page

COPIED = ("digitutor_app", "exercises", "resources", "docs", "tests")
HERE = Path(__file__).parent
NOT_COPIED = shutil.ignore_patterns("__pycache__", "*.png")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, as far as recipes need it."""
    for name in COPIED:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=NOT_COPIED)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def follow(recipe: str, project: Path) -> str:
    """Do what the page shows, from top to bottom; returns what its commands said."""
    told = ""
    for block in page(f"developer/{recipe}.md").blocks():
        if block.language == "sh":
            told += run(["sh", "-e", "-c", block.text.replace(".venv/bin/", bin_folder())], project)
        elif block.language == "po":
            fill_in(project / block.name, block)
        elif block.name:
            write(block, project)
    return told


def write(block: Block, project: Path) -> None:
    path = project / block.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, encoding="utf-8")


def run(command: list[str], project: Path) -> str:
    environment = {
        **os.environ,
        "PYTHONPATH": str(project),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTEST_DEBUG_TEMPROOT": str(project),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        command, check=False, cwd=project, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def passed(told: str) -> list[int]:
    """How many tests each run of pytest has passed."""
    return [int(count) for count in re.findall(r"(\d+) passed", told)]


def bin_folder() -> str:
    return f"{Path(sys.executable).parent}/"


def fill_in(path: Path, block: Block) -> None:
    """Write the translations of the block into the catalogue, as a translator would."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    for message in read_po(BytesIO(block.text.encode())):
        if message.id:
            assert message.id in catalogue, f"the program never says {message.id!r}"
            catalogue[message.id].string = message.string
    with path.open("wb") as file:
        write_po(file, catalogue)


def counted(told: str) -> int:
    """How many exercises the self-check has found."""
    return int(re.search(r"(\d+) harjoitusta", told)[1])


def test_the_copy_is_what_runs(project: Path) -> None:
    where = run([sys.executable, "-c", "import digitutor_app as d; print(d.__file__)"], project)
    assert Path(where.strip()).is_relative_to(project)


def test_an_exercise(project: Path) -> None:
    before = counted(run([sys.executable, "-m", "digitutor_app", "self-check"], project))
    told = follow("add-an-exercise", project)
    assert counted(told) == before + 1
    assert passed(told)[-1] > 4


def test_an_exercise_with_a_gap_is_told(project: Path) -> None:
    """The self-check is a promise of the recipe: it names the file and the place."""
    for block in page("developer/add-an-exercise.md").blocks():
        if block.name:
            write(block, project)
    text = project / "exercises/files/99_copy_form/text.fi.toml"
    text.write_text(text.read_text(encoding="utf-8").replace('own = "Omat"\n', ""), "utf-8")
    command = [sys.executable, "-m", "digitutor_app", "self-check"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    [line] = [line for line in done.stdout.splitlines() if line.startswith("Harjoitukset")]
    assert "99_copy_form/text.fi.toml" in line
    assert '"own"' in line


def test_a_room(project: Path) -> None:
    told = follow("add-a-room", project)
    assert passed(told)[0] == 1
    assert passed(told)[-1] > 2


def test_a_sheet(project: Path) -> None:
    assert passed(follow("add-a-sheet", project)) == [3]
    assert (project / "table_sign.pdf").read_bytes().startswith(b"%PDF")


def test_a_language(project: Path) -> None:
    follow("add-a-language", project)
    data = project / "data"
    script = str(HERE / "speak_language.py")
    told = run([sys.executable, script, "et", str(data)], project).splitlines()
    assert {"Alusta", "Tere tulemast", "Kirjutan koodi", "Suomi", "Eesti"} <= set(told)
    assert "Aloita" not in told
    assert told[-1] == "files-01"


@pytest.mark.parametrize("recipe", ["add-a-room", "add-a-sheet"])
def test_the_code_of_recipes_keeps_the_rules_of_the_house(recipe: str, project: Path) -> None:
    written = [b for b in page(f"developer/{recipe}.md").blocks() if b.language == "python"]
    for block in written:
        write(block, project)
    ruff, names = f"{bin_folder()}ruff", [block.name for block in written]
    run([ruff, "check", "--no-cache", "--quiet", *names], project)
    run([ruff, "format", "--no-cache", "--check", "--quiet", *names], project)
