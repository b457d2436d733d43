"""Content packs made by chance, each read in a process that may open nothing and has little memory:
nothing but a refusal or a pack within its limits comes out."""

import subprocess
import sys

from tests.soak.soak import ROOT, Found

TOTAL = {"packs": 200_000}
PIECE = {"packs": 5000}


def play(row, number, folder):
    """Five thousand seeds, and every hostile pack."""
    first = (number - 1) * PIECE[row] + 1
    seeds = str(first), str(first + PIECE[row] - 1)
    command = [sys.executable, "-m", "tests.content.pack_guard", *seeds]
    ran = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    told = (ran.stdout + ran.stderr).strip()
    return Found({"packs": PIECE[row]}, told.splitlines())
