"""The pages that list things list all of them, and nothing that is not there."""

import ast
import re
import tomllib

import msgspec
import pytest

from digitutor_app.app import folder_lock
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.rooms_found import RoomsFound
from digitutor_app.content import exercise_file, text_file
from digitutor_app.content.conditions import VERBS
from digitutor_app.domain.errors import WorldError
from digitutor_app.domain.exercise import StepKind
from digitutor_app.engine.vocabulary import Vocabulary
from digitutor_app.practice.conditions import CONDITIONS
from digitutor_app.practice.files import Why
from digitutor_app.rooms.files.acting import No
from digitutor_app.rooms.files.state import COMMANDS
from digitutor_app.screens.trouble_words import known_troubles
from digitutor_app.services import gate, kept_slots
from digitutor_app.store import backup_files
from digitutor_app.store.migrations import STEPS
from digitutor_app.store.tables import TABLES
from tests.docs.pages import ROOT, in_backticks, page

FORMAT = page("developer/exercise-format.md")
DATA = page("developer/data.md")
PLACE_OF_VERB = {"Observation": 0, "_tell": 0, "about": 1}
PARTS = {
    "The top of exercise.toml": exercise_file._ExerciseTable,
    "A step": exercise_file._StepTable,
    "A way": exercise_file._WayTable,
    "A mistake": exercise_file._MistakeTable,
    "The words: text.<language>.toml": text_file._Words,
    "The words of a step": text_file._StepWords,
}


@pytest.mark.parametrize("part", PARTS)
def test_every_key_of_the_files_is_explained(part):
    keys = {field.name for field in msgspec.structs.fields(PARTS[part])}
    assert set(FORMAT.rows(part)) == keys


def test_every_kind_of_step_is_explained():
    assert list(FORMAT.rows("Kinds of steps")) == [kind.value for kind in StepKind]


def test_every_verb_and_its_options_are_explained():
    rows = FORMAT.rows("Verbs")
    assert sorted(rows) == sorted(VERBS)
    for verb, options in VERBS.items():
        wanted = {option.rstrip("!") for option in options}
        assert wanted <= set(in_backticks(rows[verb])), verb


def conditions_by_heading():
    found = {"Conditions of the practice computer": CONDITIONS}
    rooms = RoomsFound()
    everywhere = set(rooms.vocabulary().names())
    for info in rooms.infos:
        module, _, name = info.conditions.partition(":")
        functions = getattr(__import__(module, fromlist=[name]), name)
        if functions:
            found[f"Conditions of the room {info.id}"] = functions
    assert everywhere == {n for part in found.values() for n in Vocabulary(part).names()}
    return found


@pytest.mark.parametrize("heading", conditions_by_heading())
def test_every_kind_of_condition_and_its_options_are_explained(heading):
    kinds = Vocabulary(conditions_by_heading()[heading])
    rows = FORMAT.rows(heading)
    assert sorted(rows) == kinds.names()
    for name, words in rows.items():
        kind = kinds[name]
        assert set(kind.options) <= set(in_backticks(words)), name
        for option in kind.required:
            assert re.search(rf"`{option}`[^;|]*\(needed\)", words), f"{name}: {option}"


def test_no_room_is_explained_that_is_not_there():
    headings = re.findall(r"^## (Conditions of the .+)$", FORMAT.text, re.MULTILINE)
    assert set(headings) == set(conditions_by_heading())


def test_every_observation_is_explained():
    """The verbs that stand in the code of rooms and desktop, and those that exercises ask for."""
    headings = re.findall(r"^## (Observations of .+)$", FORMAT.text, re.MULTILINE)
    explained = {verb for heading in headings for verb in FORMAT.rows(heading)}
    assert verbs_in_code() <= explained
    text = "\n".join(
        p.read_text(encoding="utf-8") for p in ROOT.glob("exercises/*/*/exercise.toml")
    )
    asked = set(re.findall(r'\b(?:did|last) = "(\w+)"', text))
    assert asked
    assert asked <= explained


def verbs_in_code():
    """The texts that are given as a verb: Observation("open", …), about(nodes, "open", …)."""
    found = set()
    for folder in ("rooms", "room_kit"):
        for source in (ROOT / "digitutor_app" / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
                place = PLACE_OF_VERB.get(called(node))
                if place is not None and len(node.args) > place:
                    constants = [
                        n for n in ast.walk(node.args[place]) if isinstance(n, ast.Constant)
                    ]
                    found |= {n.value for n in constants if isinstance(n.value, str)}
    assert len(found) > 20
    return found


def called(node):
    function = node.func if isinstance(node, ast.Call) else None
    return getattr(function, "id", getattr(function, "attr", None))


def test_commands_and_refusals_of_the_file_manager_are_explained():
    listed = in_backticks(FORMAT.section("Commands of the room files"))
    assert set(listed) - {"button:move", "menu:move"} == set(COMMANDS)
    refusals = in_backticks(FORMAT.section("Why the room files refuses"))
    assert set(refusals) == {*(why.value for why in Why), *(no.value for no in No)}


def test_targets_on_the_disk_are_explained():
    assert set(exercise_file.ON_DISK) <= set(FORMAT.rows("Targets"))


def test_targets_of_the_exercises_are_explained():
    """What exercises really name, as far as it is a target."""
    text = "\n".join(
        p.read_text(encoding="utf-8") for p in ROOT.glob("exercises/*/*/exercise.toml")
    )
    verbs = "|".join(verb for verb in VERBS if verb not in ("key", "type"))
    used = re.findall(rf'\b(?:{verbs}|on|to) = "(\w+)(?::|")', text)
    assert used
    assert set(used) <= set(FORMAT.rows("Targets"))


def test_every_file_of_the_data_folder_is_explained(tmp_path):
    folder = DataFolder(tmp_path)
    names = {folder.practice_store, folder.practice_key, folder.log, folder.typeface}
    wanted = {path.name for path in names} | {gate.STORE, gate.SLOTS, gate.TRIES}
    wanted |= {backup_files.FOLDER, backup_files.DAMAGED, folder_lock.FILE}
    wanted |= {gate.SLOTS + kept_slots.COPY}
    assert set(DATA.rows("Files")) == wanted


def test_every_table_and_column_is_explained():
    rows = DATA.rows("Row shapes")
    for table in TABLES:
        assert in_backticks(rows[table.name]) == [column.name for column in table.columns]
        assert rows[table.name].startswith("mutable" if table.mutable else "fact"), table.name
    made = re.findall(r'CREATE TABLE "(\w+)"', "\n".join(s for m in STEPS for s in m.STATEMENTS))
    assert set(made) == set(rows) | {"erased"}
    assert "`erased`" in DATA.section("Row shapes")


def test_every_table_lies_somewhere():
    made = re.findall(r'CREATE TABLE "(\w+)"', "\n".join(s for m in STEPS for s in m.STATEMENTS))
    assert sorted(DATA.rows("What lies where")) == sorted(made)


def test_every_trouble_in_opening_is_explained():
    named = set(in_backticks(DATA.section("When a store does not open")))
    wanted = {error.__name__ for error in known_troubles()}
    assert named == wanted
    assert all(issubclass(error, WorldError) for error in known_troubles())


def test_the_floor_plan_is_that_of_the_contracts():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    [floors] = [c for c in settings["tool"]["importlinter"]["contracts"] if c["id"] == "floors"]
    built = {p.parent.name for p in ROOT.glob("digitutor_app/*/__init__.py")}
    names = [name for layer in floors["layers"] for name in re.findall(r"\w+", layer)]
    rows = page("developer/floor-plan.md").rows("Floor plan")
    assert list(rows) == [name for name in names if name in built]
