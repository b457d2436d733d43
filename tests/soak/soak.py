"""The long run: ``python tests/soak/soak.py [PROOF …]`` (``make soak``). What it found stands in
docs/soak.json, which the pages of docs show.

Each ``proof_*.py`` beside this file is one proof (see ``Proof``). ``DIGITUTOR_SOAK`` scales the run
(1 is everything, 0.1 a tenth), ``DIGITUTOR_SOAK_JOBS`` says how many pieces are played at once. It
saves after every piece and goes on where it was stopped; ``--fresh`` begins anew.
"""

import contextlib
import importlib
import json
import multiprocessing
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import NamedTuple, Protocol

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "docs" / "soak.json"
HERE = Path(__file__).parent


class Found(NamedTuple):
    """What one piece tried (counts by name, added up over the pieces of a row) and what broke."""

    tried: dict[str, int]
    broken: list[str]


class Proof(Protocol):
    """What a ``proof_*.py`` holds. A piece is a row's name and its number, from 1."""

    #: Units of each row at scale 1, and how many one piece plays.
    TOTAL: dict[str, int]
    PIECE: dict[str, int]

    def play(self, row: str, number: int, folder: Path) -> Found: ...


def proof_names():
    return sorted(file.stem.removeprefix("proof_") for file in HERE.glob("proof_*.py"))


def proof(name):
    return importlib.import_module(f"tests.soak.proof_{name}")


def pieces(asked, scale):
    """Every piece of a proof, at least one of each row."""
    return [
        (row, number)
        for row, total in asked.TOTAL.items()
        for number in range(1, max(1, round(total * scale / asked.PIECE[row])) + 1)
    ]


class Results:
    """What was found so far, saved in a file after every piece."""

    def __init__(self, file, *, fresh=()):
        self._file = file
        self.proofs = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        for name in fresh:
            self.proofs.pop(name, None)

    def begin(self, name, scale):
        """Go on with a proof, or begin it anew where it was of another scale."""
        if self.proofs.get(name, {}).get("scale") != scale:
            self.proofs[name] = {"scale": scale, "rows": {}}

    def done(self, name, row, number):
        """Whether this piece was played already."""
        return number in numbers(self._row(name, row)["pieces"])

    def put(self, name, row, number, found):
        """Keep what a piece found."""
        kept = self._row(name, row)
        kept["pieces"] = ranges({*numbers(kept["pieces"]), number})
        for what, count in found.tried.items():
            kept["tried"][what] = kept["tried"].get(what, 0) + count
        kept["broken"] += found.broken
        text = json.dumps(self.proofs, ensure_ascii=False, indent=1, sort_keys=True)
        draft = self._file.with_suffix(".part")
        draft.write_text(text + "\n", encoding="utf-8")
        draft.replace(self._file)

    def _row(self, name, row):
        empty = {"pieces": "", "tried": {}, "broken": []}
        return self.proofs[name]["rows"].setdefault(row, empty)


def numbers(text):
    """The numbers of "1-3,7"."""
    ends = [part.partition("-") for part in text.split(",") if part]
    return {n for low, _, high in ends for n in range(int(low), int(high or low) + 1)}


def ranges(wanted):
    """Numbers as "1-3,7"."""
    runs = []
    for number in sorted(wanted):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(f"{low}-{high}" if high > low else str(low) for low, high in runs)


def play(name, row, number):
    """One piece, in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        return proof(name).play(row, number, Path(folder))


def main(names, results, scale, jobs, say=sys.stdout.write):
    """Play every piece that is not done yet; returns how many promises were broken."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=spawn) as pool:
        for name in names:
            results.begin(name, scale)
            left = [p for p in pieces(proof(name), scale) if not results.done(name, *p)]
            playing = {pool.submit(play, name, *piece): piece for piece in left}
            try:
                for ended in as_completed(playing):
                    row, number = playing[ended]
                    found = ended.result()
                    results.put(name, row, number, found)
                    say(f"{name}, {row} {number}: {'; '.join(found.broken) or 'held'}\n")
            finally:
                pool.shutdown(wait=False, cancel_futures=True) if sys.exc_info()[0] else None
    rows = (row for name in names for row in results.proofs[name]["rows"].values())
    return sum(len(row["broken"]) for row in rows)


def run(words):
    """From the command line; returns the exit code."""
    names = [word for word in words if not word.startswith("-")] or proof_names()
    fresh = names if "--fresh" in words else ()
    scale = float(os.environ.get("DIGITUTOR_SOAK", "1"))
    jobs = int(os.environ.get("DIGITUTOR_SOAK_JOBS", os.cpu_count() or 1))
    return 1 if main(names, Results(RESULTS, fresh=fresh), scale, jobs) else 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    # Workers import this module by its name too.
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(run(sys.argv[1:]))
