"""The practice key: made once, for this user only, and never made anew beside a store."""

import os
import stat

import pytest

from digitutor_app.trust.errors import KeyDamagedError, KeyMissingError, KeyUnreadableError
from digitutor_app.trust.practice_key import practice_key

posix = pytest.mark.skipif(os.name != "posix", reason="file modes of POSIX")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "practice.key"


@pytest.fixture
def store(tmp_path):
    return tmp_path / "data" / "practice.db"


def test_the_first_start_makes_a_key_and_the_next_one_finds_it(path, store):
    key = practice_key(path, store)
    assert len(key) == 32
    assert practice_key(path, store) == key
    store.write_bytes(b"a store")
    assert practice_key(path, store) == key
    assert [file.name for file in path.parent.iterdir() if file != store] == [path.name]


def test_two_laptops_have_two_keys(tmp_path, store):
    keys = {practice_key(tmp_path / str(number) / "key", store) for number in range(20)}
    assert len(keys) == 20


@posix
def test_only_this_user_may_read_it(path, store):
    practice_key(path, store)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    practice_key(path, store)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_store_without_its_key_gets_no_new_one(path, store):
    store.parent.mkdir()
    store.write_bytes(b"a store")
    with pytest.raises(KeyMissingError) as caught:
        practice_key(path, store)
    assert (caught.value.path, caught.value.store) == (path, store)
    assert not path.exists()


@pytest.mark.parametrize("size", [0, 31, 33])
def test_another_length_is_damage_and_is_left_alone(path, store, size):
    path.parent.mkdir()
    path.write_bytes(bytes(size))
    with pytest.raises(KeyDamagedError) as caught:
        practice_key(path, store)
    assert caught.value.path == path
    assert path.read_bytes() == bytes(size)


def test_a_file_that_cannot_be_read_is_said(path, store):
    path.mkdir(parents=True)
    with pytest.raises(KeyUnreadableError):
        practice_key(path, store)


def test_a_folder_that_cannot_be_made_is_said(path, store):
    path.parent.write_bytes(b"a file in the way")
    with pytest.raises(KeyUnreadableError):
        practice_key(path, store)


@posix
def test_a_link_to_nowhere_is_not_a_first_start(path, store):
    path.parent.mkdir()
    path.symlink_to(path.parent / "unplugged" / "practice.key")
    with pytest.raises(KeyUnreadableError):
        practice_key(path, store)


def test_what_a_cut_off_start_left_is_removed(path, store):
    key = practice_key(path, store)
    left = path.with_name(path.name + ".new-0badcafe")
    left.write_bytes(key[:7])
    assert practice_key(path, store) == key
    assert not left.exists()
