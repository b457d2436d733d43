"""Every kind of condition of the practice computer, once true and once false."""

import pytest

from digitutor_app.domain.observation import Observation
from digitutor_app.practice.clipboard import Clip, Held
from digitutor_app.practice.conditions import CONDITIONS, clipboard, did, file, last, named, window
from digitutor_app.practice.seen import Seen

LOG = (
    Observation("open", "folder:inbox", {"by": "keys"}),
    Observation("move", "file:plan", {"to": "to_update", "count": 2}),
    Observation("open", "folder:forms", {"by": "pointer"}),
)


@pytest.fixture
def seen(computer):
    """The computer after LOG was observed."""
    return Seen(computer, LOG)


def test_there_is_a_test_for_every_kind():
    assert set(CONDITIONS) == {did, last, file, named, window, clipboard}


@pytest.mark.parametrize(
    ("verb", "details", "true"),
    [
        ("open", {}, True),
        ("close", {}, False),
        ("open", {"target": "folder:inbox"}, True),
        ("open", {"target": "folder:house"}, False),
        ("open", {"times": 2}, True),
        ("open", {"times": 3}, False),
        ("open", {"times": 2, "by": "keys"}, False),
        ("open", {"target": "folder:*", "by": "pointer"}, True),
        ("open", {"target": "file:*"}, False),
        ("open", {"target": "!folder:inbox"}, True),
        ("move", {"target": "!file:plan"}, False),
        ("move", {"to": "to_update", "count": 2}, True),
        ("move", {"count": 1}, False),
        ("move", {"verb": "move"}, False),
    ],
)
def test_did(seen, verb, details, true):
    assert did(seen, verb, **details) is true


def test_last_looks_at_the_newest_only(seen, computer):
    assert last(seen, "open", target="folder:forms")
    assert not last(seen, "open", target="folder:inbox")
    assert not last(seen, "move")
    assert not last(Seen(computer, ()), "open")


def test_file_in_a_folder(seen, files):
    assert file(seen, "plan", in_="inbox")
    assert file(seen, "plan")
    assert file(seen, "inbox", in_="house")
    assert not file(seen, "plan", in_="forms")
    assert not file(seen, "nothing")
    files.copy(["plan"], "forms")
    assert file(seen, "plan", in_="forms")


def test_file_nowhere_else(seen, files):
    assert file(seen, "plan", in_="inbox", nowhere_else=True)
    (copy,) = files.copy(["plan"], "to_update")
    assert not file(seen, "plan", in_="to_update", nowhere_else=True)
    files.trash(["plan"])
    assert file(seen, "plan", in_="to_update", nowhere_else=True)
    assert not file(seen, "plan", in_="inbox")
    files.restore(["plan"])
    files.trash(["inbox"])
    assert file(seen, copy, in_="to_update", nowhere_else=True)
    assert file(seen, "plan", in_="to_update", nowhere_else=True), "what a deleted folder holds"


def test_named(seen, files, computer):
    files.rename("plan", "Oma  Ensiapu 2026")
    assert named(seen, "plan", name="ensiapu")
    assert named(seen, "plan", name="oma ensiapu")
    assert not named(seen, "plan", name="palo")
    assert not named(seen, "nothing", name="oma")
    assert not named(seen, "menu", name="wanted")
    computer.words.names = {**computer.words.names, "wanted": "Ruokalista"}
    assert named(seen, "menu", name="wanted"), "the id of a name"


def test_window(seen, computer):
    assert not window(seen, "files")
    computer.open("files")
    assert window(seen, "files")
    computer.windows.minimise("files")
    assert window(seen, "files")
    computer.windows.close("files")
    assert not window(seen, "files")


@pytest.mark.parametrize("held", [held for held in Held if held is not Held.NOTHING])
def test_clipboard(seen, computer, held):
    assert clipboard(seen, "nothing")
    assert not clipboard(seen, held.value)
    computer.clipboard.take(Clip(held, nodes=("plan",)))
    assert clipboard(seen, held.value)
    assert clipboard(seen, held.value, node="plan")
    assert not clipboard(seen, held.value, node="menu")
    assert not clipboard(seen, "nothing")
