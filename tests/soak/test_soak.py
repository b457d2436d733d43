"""The long run goes on where it was stopped, and its page shows what it found."""

import json

import pytest

from tests.docs.pages import page
from tests.rooms.contract.test_contract import ROOMS, exercises_of
from tests.soak import proof_monkey, soak
from tests.soak.soak import Found


def test_it_goes_on_where_it_was_stopped(tmp_path):
    file = tmp_path / "soak.json"
    first = soak.Results(file)
    first.begin("monkey", 1.0)
    assert not first.done("monkey", "files", 1)
    first.put("monkey", "files", 1, Found({"acts": 200}, []))
    first.put("monkey", "files", 2, Found({"acts": 150}, ["Peru from deed 3"]))
    again = soak.Results(file)
    again.begin("monkey", 1.0)
    assert again.done("monkey", "files", 1)
    assert not again.done("monkey", "files", 3)
    assert not again.done("monkey", "pointer", 1)
    assert again.proofs["monkey"]["rows"]["files"] == {
        "pieces": "1-2",
        "tried": {"acts": 350},
        "broken": ["Peru from deed 3"],
    }
    again.begin("monkey", 0.1)
    assert not again.done("monkey", "files", 1)
    fresh = soak.Results(file, fresh=["monkey"])
    fresh.begin("monkey", 1.0)
    assert not fresh.done("monkey", "files", 1)


@pytest.mark.parametrize("wanted", [set(), {4}, {1, 2, 3}, {1, 2, 5, 7, 8}])
def test_numbers_as_ranges(wanted):
    assert soak.numbers(soak.ranges(wanted)) == wanted


@pytest.mark.parametrize("name", soak.proof_names())
def test_the_scale_never_leaves_a_row_out(name):
    asked = soak.proof(name)
    assert {row for row, _ in soak.pieces(asked, 0.0001)} == set(asked.TOTAL) == set(asked.PIECE)
    for row, total in asked.TOTAL.items():
        whole = [number for each, number in soak.pieces(asked, 1) if each == row]
        assert len(whole) * asked.PIECE[row] >= total


def test_every_room_has_its_monkey():
    assert set(proof_monkey.ROOMS) == {room for room in ROOMS if exercises_of(room)}


def test_the_page_shows_what_was_found():
    found = json.loads(soak.RESULTS.read_text(encoding="utf-8"))["monkey"]
    shown = page("soak.md").rows("What was found")
    assert shown == {
        room: f"{row['tried']['acts']} | {row['tried']['seeds']} | {len(row['broken'])}"
        for room, row in found["rows"].items()
    }
    assert f"scale {found['scale']}" in page("soak.md").prose
