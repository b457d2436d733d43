"""Content packs from outside: what is sound is read, and everything else is refused harmlessly."""

import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.content.errors import ContentError
from digitutor_app.content.packs import LARGEST_TOML, PackError, read_pack, read_pack_file
from digitutor_app.content.toml_file import read_table
from digitutor_app.i18n.places import exercises
from tests.content.hostile_packs import EXERCISE, HOSTILE, OGG, SVG, packed, png, sound
from tests.content.kinds import KINDS

ROOT = Path(__file__).parents[2]
FUZZED = int(os.environ.get("DIGITUTOR_PACKS", "2000"))


def catalogue(files):
    return Catalogue(read_pack(packed(files)).shelf, KINDS.problem)


def test_a_sound_pack_is_a_shelf(tmp_path):
    file = tmp_path / "pack.zip"
    file.write_bytes(packed(sound()))
    pack = read_pack_file(file)
    assert pack.files == sound()
    shelf = Catalogue(pack.shelf, KINDS.problem)
    assert shelf.ids() == ["demo-01"]
    assert shelf.problems("fi") == []
    assert shelf.languages("demo-01") == {"fi"}
    assert shelf.text("demo-01", "fi", "a").title == "Katso kansiota"
    assert list(tmp_path.iterdir()) == [file]


def test_our_own_exercises_make_a_pack_that_reads_like_their_folder():
    files = {
        file.relative_to(exercises()).as_posix(): file.read_bytes()
        for module in ("files", "mouse", "kbd")
        for file in (exercises() / module).rglob("*.toml")
    }
    packed_ones, folder = catalogue(files), Catalogue(exercises(), KINDS.problem)
    mine = [name for name in folder.ids() if name.split("-")[0] in ("files", "mouse", "kbd")]
    assert packed_ones.ids() == mine
    for exercise_id in mine:
        assert packed_ones.exercise(exercise_id) == folder.exercise(exercise_id)
        for data_set in folder.exercise(exercise_id).data:
            theirs = folder.text(exercise_id, "fi", data_set)
            assert packed_ones.text(exercise_id, "fi", data_set) == theirs


def test_mistakes_of_an_exercise_are_told_as_those_of_a_folder():
    files = {**sound(), "demo/01_look/exercise.toml": EXERCISE.replace("minutes", "hours").encode()}
    shelf = catalogue(files)
    [found] = shelf.problems("fi")
    assert isinstance(found, ContentError)
    assert found.folder == "demo/01_look"
    assert shelf.sound_ids("fi") == []


def test_folders_may_stand_in_the_list():
    assert read_pack(packed({"demo/": b"", **sound()})).files == sound()


def test_nothing_of_a_pack_can_be_changed():
    pack = read_pack(packed(sound()))
    with pytest.raises(TypeError):
        pack.files["demo/new.svg"] = SVG


def test_a_file_that_cannot_be_read_is_said(tmp_path):
    with pytest.raises(PackError, match="cannot be read"):
        read_pack_file(tmp_path / "nowhere.zip")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_pack_is_refused_and_told_why(name):
    content, said = HOSTILE[name]
    with pytest.raises(PackError) as refused:
        read_pack(content)
    assert said in str(refused.value)
    assert str(refused.value).isprintable()


def test_there_are_forty_of_them_and_more():
    assert len(HOSTILE) >= 40


def test_the_largest_that_is_allowed_is_read():
    files = {
        **sound(),
        "demo/large.toml": b"# " + os.urandom(LARGEST_TOML // 2 - 1).hex().encode(),
        "demo/wide.png": png(4096, 4096),
        "demo/loud.ogg": OGG + os.urandom(1_000_000),
    }
    assert read_pack(packed(files)).files == files


def test_refusing_costs_no_more_than_reading():
    """At most nine times a third of the costliest pack that is allowed, which is all text."""
    rows = "".join(f"a{number} = [1, 2]\n" for number in range(12_000))
    toml = {f"demo/{n}.toml": rows.encode() for n in range(3)}
    allowed = packed(toml, zipfile.ZIP_STORED)
    most = 9 * seconds(allowed)
    for name, (content, _said) in HOSTILE.items():
        assert seconds(content) < most, name


def seconds(content):
    """Of the processor, the least of three."""
    taken = []
    for _again in range(3):
        begun = time.process_time()
        try:
            pack = read_pack(content)
            for name in pack.files:
                if name.endswith(".toml"):
                    read_table(pack.shelf / name)
        except PackError:
            pass
        taken.append(time.process_time() - begun)
    return min(taken)


def guarded(first, last):
    """What went wrong in a process that may open nothing outside and has little memory."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.content.pack_guard", str(first), str(last)],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    return (ran.stdout + ran.stderr).strip()


def test_nothing_is_opened_and_memory_stays_small():
    assert guarded(1, FUZZED) == ""


def broken_guard(trouble, before=""):
    """What the guard tells when reading a pack does this."""
    code = f"""
from tests.content import pack_guard, pack_fuzz
pack_fuzz.trouble = lambda content: {trouble}
{before}
print(pack_guard.main(1, 2))
"""
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True
    )
    return ran.stdout + ran.stderr


def test_the_guard_would_see_a_file(tmp_path):
    probe = tmp_path / "probe"
    assert f"open {str(probe)!r}" in broken_guard(f"open({str(probe)!r}, 'w').close() or ''")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux")
def test_the_guard_would_see_hunger():
    assert "MemoryError" in broken_guard("bytes(400_000_000) and ''", "pack_guard.keep_small()")
