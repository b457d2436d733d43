"""Everything that lies in a data folder beside the tutor's store, as one text."""

import shutil

from digitutor_app.store import engine
from digitutor_app.store.looking import wal_of


def rows_of(path, key):
    """Every value of every table, by table."""
    connection = engine.connect(path, key)
    try:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in found}
    finally:
        connection.close()


def with_its_log(path, folder):
    """A copy of a store that is open at this moment, with what stands only in its log."""
    copy = folder / path.name
    for file, to in ((path, copy), (wal_of(path), wal_of(copy))):
        shutil.copyfile(file, to)
    return copy


def as_written(folder, without):
    """The bytes of every file, but for those whose names begin so."""
    files = (f for f in sorted(folder.rglob("*")) if f.is_file() and not f.name.startswith(without))
    return b"\n".join(file.read_bytes() for file in files)
