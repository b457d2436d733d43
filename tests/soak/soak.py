"""The long run: ``python tests/soak/soak.py`` (``make soak``). What it found stands in
docs/soak.json, which docs/soak.md shows.

``DIGITUTOR_SOAK`` scales it (1 is everything, 0.1 a tenth). It saves after every part and goes on
where it was stopped; ``--fresh`` begins anew.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "docs" / "soak.json"
#: Acts of the monkey in each room at scale 1, and how many one seed makes.
ACTS, ACTS_OF_A_SEED = 5000, 200


def seeds(scale):
    """The seeds of one room, at least one."""
    return range(1, max(1, round(ACTS * scale / ACTS_OF_A_SEED)) + 1)


class Results:
    """What was found so far, saved in a file after every part."""

    def __init__(self, file, scale, *, fresh=False):
        self._file = file
        kept = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        goes_on = kept.get("scale") == scale and not fresh
        self.table = kept if goes_on else {"scale": scale, "monkey": {}}

    def done(self, room, seed):
        """Whether this part was played already."""
        return seed in self.table["monkey"].get(room, {}).get("seeds", [])

    def put(self, room, seed, acts, broken):
        """Keep what a part found: ``broken`` is a sentence, "" when nothing was."""
        row = self.table["monkey"].setdefault(room, {"acts": 0, "seeds": [], "broken": []})
        row["acts"] += acts
        row["seeds"].append(seed)
        row["broken"] += [broken] if broken else []
        text = json.dumps(self.table, ensure_ascii=False, indent=1, sort_keys=True)
        self._file.write_text(text + "\n", encoding="utf-8")


def main(results, scale, say=sys.stdout.write):
    """Play every part that is not done yet; returns how many promises were broken."""
    from PySide6.QtWidgets import QApplication

    from digitutor_app.app.exercise_check.bench import Bench
    from tests.replays.found import copy_of_exercises
    from tests.rooms.contract.test_contract import ROOMS, exercises_of

    app = QApplication.instance() or QApplication([])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(copy_of_exercises(Path(folder) / "exercises"))
        try:
            for room in ROOMS:
                exercises = exercises_of(room)
                for seed in seeds(scale):
                    if exercises and not results.done(room, seed):
                        acts, broken = part(bench, exercises[seed % len(exercises)], seed)
                        results.put(room, seed, acts, broken)
                        say(f"monkey, {room}, seed {seed}: {broken or 'held'}\n")
                        bench.shut_window()
        finally:
            bench.close()
    return sum(len(row["broken"]) for row in results.table["monkey"].values())


def part(bench, exercise_id, seed):
    """One seed of the monkey: how many acts it did, and what it broke, or ""."""
    from tests.rooms.contract.monkey import FoundError, run

    try:
        run(bench, exercise_id, seed, ACTS_OF_A_SEED)
    except FoundError as error:
        return error.acts, str(error)
    return ACTS_OF_A_SEED, ""


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    asked = float(os.environ.get("DIGITUTOR_SOAK", "1"))
    sys.exit(1 if main(Results(RESULTS, asked, fresh="--fresh" in sys.argv), asked) else 0)
