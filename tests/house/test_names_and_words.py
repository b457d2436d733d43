"""Every module has its door plate and an honest name; no file says what belongs elsewhere."""

import re
from pathlib import Path

from tests.house.sources import ROOT, sources, written_files

OURS = ("digitutor_app", "packaging", "tests")
SAY_NOTHING = re.compile(r"(^|_)(utils?|helpers?|managers?|base|misc|common)($|_)")
# An absolute path of the machine it was written on.
PATH_OF_A_MACHINE = re.compile(r"(?<![\w.:/\\~-])/(?:work|tmp|root|home/\w+|srv)/")
# A promise names its topic in brackets, so that it can be found again.
BARE_PROMISE = re.compile(r"\b(?:TO" r"DO|FIX" r"ME)\b(?!\([\w .-]+\):? \w)")


def test_every_module_has_a_door_plate() -> None:
    ours = sources("digitutor_app", "packaging")
    assert [source.name for source in ours if not source.docstring] == []


def test_no_name_says_nothing() -> None:
    parts = {part for source in sources(*OURS) for part in Path(source.name).with_suffix("").parts}
    assert sorted(part for part in parts if SAY_NOTHING.search(part)) == []


def test_every_folder_with_code_is_a_package() -> None:
    """The import contracts, the packager and mypy see only packages."""
    folders = {source.path.parent for source in sources("digitutor_app")}
    above = {parent for folder in folders for parent in folder.parents if ROOT in parent.parents}
    without = [folder for folder in folders | above if not (folder / "__init__.py").is_file()]
    assert sorted(folder.relative_to(ROOT).as_posix() for folder in without) == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    assert lines_with(PATH_OF_A_MACHINE) == []


def test_no_promise_without_a_topic() -> None:
    assert lines_with(BARE_PROMISE) == []


def test_the_patterns_catch_what_they_should() -> None:
    assert PATH_OF_A_MACHINE.search('"' + "/tmp" + '/x"')
    assert not PATH_OF_A_MACHINE.search("digitutor_app/work/x https://example.org/work/ ./tmp/")
    assert BARE_PROMISE.search("# TO" + "DO later")
    assert not BARE_PROMISE.search("# TO" + "DO(printing): shorter names")
    assert SAY_NOTHING.search("file_utils")
    assert not SAY_NOTHING.search("database")


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT).as_posix()}:{number}: {line.strip()}"
        for path in written_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]
