"""The long run goes on where it was stopped, and its page shows what it found."""

import importlib.util
import json
from pathlib import Path

from tests.docs.pages import page

SPEC = importlib.util.spec_from_file_location("soak", Path(__file__).with_name("soak.py"))
soak = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(soak)


def test_it_goes_on_where_it_was_stopped(tmp_path):
    file = tmp_path / "soak.json"
    first = soak.Results(file, 1.0)
    assert not first.done("files", 1)
    first.put("files", 1, 200, "")
    first.put("files", 2, 200, "Peru from deed 3")
    again = soak.Results(file, 1.0)
    assert again.done("files", 1)
    assert not again.done("files", 3)
    assert not again.done("pointer", 1)
    assert again.table["monkey"]["files"] == {
        "acts": 400,
        "seeds": [1, 2],
        "broken": ["Peru from deed 3"],
    }
    assert not soak.Results(file, 0.1).done("files", 1)
    assert not soak.Results(file, 1.0, fresh=True).done("files", 1)


def test_the_scale_never_leaves_a_room_out():
    assert len(soak.seeds(1)) * soak.ACTS_OF_A_SEED == soak.ACTS
    assert list(soak.seeds(0.0001)) == [1]


def test_the_page_shows_what_was_found():
    found = json.loads(soak.RESULTS.read_text(encoding="utf-8"))
    shown = page("soak.md").rows("What was found")
    assert shown == {
        room: f"{row['acts']} | {len(row['seeds'])} | {len(row['broken'])}"
        for room, row in found["monkey"].items()
    }
    assert f"scale {found['scale']}" in page("soak.md").prose
