"""The pages of the long run show what docs/soak.json holds, and say plainly what was not run."""

import json

from tests.docs.pages import page
from tests.soak import soak, write_tables
from tests.soak.soak import Found


def test_the_pages_show_what_was_found():
    found = json.loads(soak.RESULTS.read_text(encoding="utf-8"))
    for file, text in write_tables.pages(found):
        assert file.read_text(encoding="utf-8") == text, "run tests/soak/write_tables.py"


def test_every_row_of_every_proof_has_its_line():
    shown = set(page("reliability.md").rows("What was found"))
    assert shown == {
        f"{name}: {row}" for name in write_tables.proofs_of_data() for row in soak.proof(name).TOTAL
    }


def test_every_proof_is_described():
    told = page("reliability.md").section("What is promised")
    for name in write_tables.proofs_of_data():
        assert f"`tests/soak/proof_{name}.py`" in told


def test_what_was_not_run_is_said():
    assert f"| `kills: kills while saving` | {write_tables.NOT_RUN} |" in lines({})


def test_what_was_run_is_counted(tmp_path):
    results = soak.Results(tmp_path / "soak.json")
    results.begin("kills", 0.05)
    row = "kills while saving"
    results.put("kills", row, 1, Found({"kills": 250, "acknowledged": 1400, "lost": 0}, []))
    shown = "1 of 2 | 1,400 acknowledged, 250 kills, 0 lost"
    assert f"| `kills: {row}` | {shown} | 0 |" in lines(results.proofs)
    results.put("kills", row, 2, Found({"kills": 250, "lost": 1}, ["step 7 is missing"]))
    shown = "2 of 2 | 1,400 acknowledged, 500 kills, 1 lost"
    assert f"| `kills: {row}` | {shown} | 1 |" in lines(results.proofs)


def test_what_could_not_be_run_here_is_not_broken(tmp_path):
    results = soak.Results(tmp_path / "soak.json")
    results.begin("server", 1)
    results.put("server", "pushes", 1, Found({}, ["not run: no PostgreSQL here"]))
    assert "| `server: pushes` | 1 of 1 | 1 not run here | 0 |" in lines(results.proofs)


def test_a_table_is_replaced_and_the_rest_stays():
    text = f"# Page\n\n{write_tables.HEADING}\nWords.\n\n| a |\n|---|\n| old |\n\nMore.\n\n| b |\n"
    new = write_tables.with_table(text, ["| a |", "|---|", "| new |", "| row |"])
    assert new == text.replace("| old |\n", "| new |\n| row |\n")


def lines(found):
    return list(write_tables.reliability_rows(found))
