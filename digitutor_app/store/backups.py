"""Copies of a store in the folder ``backups`` beside it, encrypted with the same key."""

from datetime import UTC
from pathlib import Path
from typing import Any

from digitutor_app.domain.clock import Clock
from digitutor_app.store import engine
from digitutor_app.store.errors import StoreDamagedError

FOLDER = "backups"


def back_up(connection: Any, path: Path, key: bytes, why: str, clock: Clock) -> Path:
    """Copy the whole store and prove that the copy opens; returns the copy.

    ``why`` becomes part of its name. Raises StoreFullError, StoreDeviceError or, where the copy
    does not read, StoreDamagedError.
    """
    folder = path.parent / FOLDER
    folder.mkdir(exist_ok=True)
    copy = _free_name(folder, f"{path.stem}-{why}-{clock.now().astimezone(UTC):%Y%m%dT%H%M}")
    with engine.translated(path):
        connection.execute("VACUUM INTO ?", [str(copy)])
    _prove(copy, key)
    return copy


def _free_name(folder: Path, stem: str) -> Path:
    number = 1
    while (copy := folder / f"{stem}-{number}.db").exists():
        number += 1
    return copy


def _prove(copy: Path, key: bytes) -> None:
    connection = engine.connect(copy, key, look_only=True)
    try:
        with engine.translated(copy):
            answer = connection.execute("PRAGMA quick_check").fetchall()
    finally:
        connection.close()
    if answer != [("ok",)]:
        raise StoreDamagedError(copy, str(answer[:3]))
