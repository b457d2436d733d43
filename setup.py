"""Notes in a built program on which day it was built (see digitutor_app.services.built)."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


def day_of_source() -> str:
    """SOURCE_DATE_EPOCH where it is set, else the day of the newest commit, else of this file."""
    if said := os.environ.get("SOURCE_DATE_EPOCH"):
        return _day(int(said))
    command = ["git", "-C", str(Path(__file__).parent), "log", "-1", "--format=%cs"]
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return _day(Path(__file__).stat().st_mtime)


def _day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


class BuildWithItsDay(build_py):
    """Writes the day beside the modules in the folder that is built, never into the source."""

    def run(self) -> None:
        super().run()
        if not getattr(self, "editable_mode", False):
            place = Path(self.build_lib, "digitutor_app", "built_on.txt")
            place.write_text(day_of_source() + "\n", encoding="ascii")


if __name__ == "__main__":
    setup(cmdclass={"build_py": BuildWithItsDay})
