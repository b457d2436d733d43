"""Brings the tables of docs/soak.md and docs/reliability.md up to date with docs/soak.json:
``.venv/bin/python tests/soak/write_tables.py``, after a long run."""

import json
import re
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.soak import soak

PAGES = soak.ROOT / "docs"
HEADING = "## What was found\n"
MONKEY = "monkey"
NOT_RUN = "not run yet | – | –"
#: The largest of each piece, added up: says nothing.
_SENSELESS = {"most lost"}


def proofs_of_data():
    """The proofs that docs/reliability.md shows: all but the monkey."""
    return [name for name in soak.proof_names() if name != MONKEY]


def reliability_rows(found):
    """One line for each row of each proof; ``found`` is what docs/soak.json holds."""
    yield "| proof | parts | counted | broken |"
    yield "|---|---|---|---|"
    for name in proofs_of_data():
        asked = soak.proof(name)
        kept = found.get(name, {"scale": 1, "rows": {}})
        whole = [row for row, _number in soak.pieces(asked, kept["scale"])]
        for row in asked.TOTAL:
            cells = _cells(kept["rows"].get(row), whole.count(row))
            yield f"| `{name}: {row}` | {cells} |"


def _cells(row, whole):
    if row is None:
        return NOT_RUN
    missed = [told for told in row["broken"] if told.startswith("not run")]
    counted = [f"{n:,} {what}" for what, n in row["tried"].items() if what not in _SENSELESS]
    if missed:
        counted.append(f"{len(missed)} not run here")
    played = len(soak.numbers(row["pieces"]))
    broken = len(row["broken"]) - len(missed)
    return f"{played} of {whole} | {', '.join(sorted(counted, key=_name)) or '–'} | {broken}"


def _name(counted):
    return counted.partition(" ")[2]


def monkey_rows(found):
    yield "| room | acts | seeds | broken |"
    yield "|---|---|---|---|"
    for room, row in found[MONKEY]["rows"].items():
        tried = row["tried"]
        yield f"| `{room}` | {tried['acts']} | {tried['seeds']} | {len(row['broken'])} |"


def scales(found):
    """At which scale each proof was run, as the page says it."""
    run = [name for name in proofs_of_data() if name in found]
    told = ", ".join(f"{name} {found[name]['scale']}" for name in run)
    return f"Scale: {told}." if told else "Scale: none has been run yet."


def with_table(text, rows):
    """A page with other lines in place of the table that follows the heading."""
    before, heading, after = text.partition(HEADING)
    assert heading, "the page has no such heading"
    table = re.compile(r"^\|.*\|$\n?(?:^\|.*\|$\n?)*", re.M)
    lines = "\n".join(rows) + "\n"
    return before + heading + table.sub(lambda _found: lines, after, count=1)


def pages(found):
    """The pages as they should be, by path."""
    monkey, reliability = PAGES / "soak.md", PAGES / "reliability.md"
    text = re.sub(r"At scale [\d.]+\d", f"At scale {found[MONKEY]['scale']}", _read(monkey))
    yield monkey, with_table(text, monkey_rows(found))
    text = re.sub(r"^Scale: .*$", scales(found), _read(reliability), flags=re.M)
    yield reliability, with_table(text, reliability_rows(found))


def _read(file):
    return file.read_text(encoding="utf-8")


def main():
    found = json.loads(_read(soak.RESULTS))
    for file, text in list(pages(found)):
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
