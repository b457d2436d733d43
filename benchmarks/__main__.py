"""``python -m benchmarks``: measures everything and prints the table; ``--quick`` measures little.

Further words choose measurements by name. Each is made in a process of its own: what one leaves
behind (windows, caches, a grown heap) is no part of the next. The exit code is 0 also where a
budget is missed: a slow machine is no failure of the program.
"""

import argparse
import importlib
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.measuring import Line, Size

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

#: Each is a module with ``measure(folder, size)``.
MEASUREMENTS = (
    "start",
    "shelf",
    "clicks",
    "saving",
    "paper",
    "tutor_pages",
    "merging",
    "gathering",
    "server",
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("only", nargs="*", choices=(*MEASUREMENTS, []), metavar="NAME")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--no-head", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if not given.no_head:
        say(machine())
        say(f"{'':<46} {'value':>10} {'budget':>10}   ")
    names = given.only or MEASUREMENTS
    if len(names) == 1:
        show(names[0], Size(quick=given.quick))
        return 0
    more = ["--quick"] if given.quick else []
    line = [sys.executable, "-m", "benchmarks", "--no-head", *more]
    return max(subprocess.run([*line, name], check=False).returncode for name in names)


def show(name: str, size: Size) -> None:
    """Make one measurement and print its lines."""
    module = importlib.import_module(f"benchmarks.{name}")
    measure: Callable[[Path, Size], Iterable[Line]] = module.measure
    with tempfile.TemporaryDirectory() as folder:
        for line in measure(Path(folder), size):
            say(written(line))


def written(line: Line) -> str:
    """One line of the table."""
    value, budget = f"{line.value:.2f} {line.unit}", f"{line.budget:.2f} {line.unit}"
    mark = "" if line.kept else "OVER  "
    return f"{line.what:<46} {value:>10} {budget:>10}   {mark}{line.told}"


def machine() -> str:
    """The machine and the versions."""
    import PySide6
    import reportlab
    from sqlcipher3 import dbapi2

    return (
        f"{processor()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f};"
        f" {platform.system()} {platform.release()}, Python {platform.python_version()},"
        f" PySide6 {PySide6.__version__}, SQLite {dbapi2.sqlite_version},"
        f" reportlab {reportlab.Version}"
    )


def processor() -> str:
    """The name of the processor, where the system tells it."""
    told = Path("/proc/cpuinfo")
    names = [
        line.partition(":")[2].strip()
        for line in (told.read_text().splitlines() if told.exists() else ())
        if line.startswith("model name")
    ]
    return names[0] if names else platform.machine()


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
