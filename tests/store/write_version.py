"""Writes ``versions/<newest migration>.db``; to be run once, when that migration is released."""

import sys
from pathlib import Path

from digitutor_app.store.migrations import NAMES
from digitutor_app.store.opening import open_store
from tests.fakes.clock import FakeClock
from tests.store.makers import KEY
from tests.store.story import tell_story

VERSIONS = Path(__file__).parent / "versions"


def main():
    target = VERSIONS / f"{NAMES[-1]}.db"
    if target.exists():
        sys.exit(f"{target.name} has been released and stays as it is")
    store = open_store(target, KEY, FakeClock())
    tell_story(store)
    store.close()


if __name__ == "__main__":
    main()
