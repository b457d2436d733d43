"""A store under another key: all of it, nothing for the old key, one or the other after a cut."""

import shutil

import pytest

from digitutor_app.store import engine
from digitutor_app.store.backup_files import FOLDER
from digitutor_app.store.errors import StoreError, StoreFullError, StoreNotOursError
from digitutor_app.store.opening import open_store
from digitutor_app.store.rekeying import copy_of, finish_rekeying, write_rekeyed
from tests.store.makers import KEY, a_person

NEW = bytes(range(100, 132))


@pytest.fixture
def path(tmp_path, clock):
    """A closed store with people and a setting."""
    path = tmp_path / "tutor.db"
    store = open_store(path, KEY, clock)
    for number in range(10, 60):
        store.people.put(a_person(f"sininen-kettu-{number}", "Aino"))
    store.settings.put("name", "Liisa")
    store.close()
    return path


def people(path, key, clock):
    store = open_store(path, key, clock)
    try:
        return len(store.people.all_cards()), store.settings.get("name")
    finally:
        store.close()


def test_everything_opens_with_the_new_key_and_nothing_with_the_old(path, clock):
    write_rekeyed(path, KEY, NEW)
    assert people(path, KEY, clock) == (50, "Liisa")
    finish_rekeying(path, NEW)
    assert people(path, NEW, clock) == (50, "Liisa")
    assert not copy_of(path).exists()
    with pytest.raises(StoreNotOursError):
        open_store(path, KEY, clock)
    finish_rekeying(path, NEW)
    assert people(path, NEW, clock) == (50, "Liisa")


def test_the_new_store_can_be_written_to(path, clock):
    write_rekeyed(path, KEY, NEW)
    finish_rekeying(path, NEW)
    store = open_store(path, NEW, clock)
    store.people.put(a_person("vihreä-kuusi-14"))
    store.close()
    assert people(path, NEW, clock)[0] == 51


def test_a_copy_that_never_came_to_hold_goes_at_the_next_opening(path, clock):
    write_rekeyed(path, KEY, NEW)
    finish_rekeying(path, KEY)
    assert not copy_of(path).exists()
    assert people(path, KEY, clock) == (50, "Liisa")


def test_a_key_that_fits_neither_file_changes_nothing(path):
    write_rekeyed(path, KEY, NEW)
    before = path.read_bytes(), copy_of(path).read_bytes()
    finish_rekeying(path, bytes(32))
    assert (path.read_bytes(), copy_of(path).read_bytes()) == before


def test_backups_under_the_old_key_go_and_no_others(path, clock):
    folder = path.parent / FOLDER
    folder.mkdir()
    other = folder / "tutor-other-1.db"
    practice = folder / "practice-before-1.db"
    for copy in (folder / "tutor-daily-1.db", folder / "tutor-daily-2.db", practice):
        shutil.copy(path, copy)
    other.write_bytes(engine.salt_of(bytes(32)) + bytes(5000))
    write_rekeyed(path, KEY, NEW)
    finish_rekeying(path, NEW)
    assert sorted(folder.iterdir()) == sorted([other, practice])


def test_a_log_of_the_old_store_is_not_read_into_the_new(path, clock):
    write_rekeyed(path, KEY, NEW)
    path.with_name("tutor.db-wal").write_bytes(b"old" * 2000)
    finish_rekeying(path, NEW)
    assert people(path, NEW, clock) == (50, "Liisa")


def test_work_in_the_log_is_in_the_copy(path, clock, tmp_path):
    """After a power cut the newest work stands in the log."""
    store = open_store(path, KEY, clock)
    store.people.put(a_person("vihreä-kuusi-14"))
    cut = tmp_path / "cut"
    cut.mkdir()
    for name in ("tutor.db", "tutor.db-wal"):
        shutil.copy(path.with_name(name), cut / name)
    store.close()
    write_rekeyed(cut / "tutor.db", KEY, NEW)
    finish_rekeying(cut / "tutor.db", NEW)
    assert people(cut / "tutor.db", NEW, clock) == (51, "Liisa")


def test_a_store_that_is_open_or_of_another_key_is_not_touched(path, clock):
    store = open_store(path, KEY, clock)
    with pytest.raises(StoreError):
        write_rekeyed(path, KEY, NEW)
    store.close()
    with pytest.raises(StoreNotOursError):
        write_rekeyed(path, bytes(32), NEW)
    assert not copy_of(path).exists()
    assert people(path, KEY, clock) == (50, "Liisa")


def test_a_full_disk_leaves_the_store_and_no_copy(path, clock, monkeypatch):
    connect = engine.open_locked

    def small(which, key):
        connection = connect(which, key)
        execute = connection.execute

        class Small:
            """The copy may grow to three pages."""

            def execute(self, text, *more):
                answer = execute(text, *more)
                if text.startswith("ATTACH"):
                    execute("PRAGMA rekeyed.max_page_count=3")
                return answer

            def close(self):
                connection.close()

        return Small()

    monkeypatch.setattr(engine, "open_locked", small)
    with pytest.raises(StoreFullError):
        write_rekeyed(path, KEY, NEW)
    assert not copy_of(path).exists()
    monkeypatch.undo()
    assert people(path, KEY, clock) == (50, "Liisa")
