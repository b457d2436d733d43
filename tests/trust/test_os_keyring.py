"""The practice key in the keyring: kept once it has opened, asked for when its file is gone."""

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import null
from keyring.errors import KeyringLocked

from digitutor_app.trust.errors import KeyDamagedError, KeyMissingError
from digitutor_app.trust.os_keyring import keep_in_keyring, key_in_keyring
from digitutor_app.trust.practice_key import keep_practice_key, practice_key


class KeyringInMemory(KeyringBackend):
    """A keyring of the library's own kind that lives as long as the test."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.kept, self.locked = {}, False

    def get_password(self, service, username):
        self._look()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self._look()
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]

    def _look(self):
        if self.locked:
            raise KeyringLocked


@pytest.fixture
def ring():
    before = keyring.get_keyring()
    made = KeyringInMemory()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "practice.key"


@pytest.fixture
def store(tmp_path, path):
    """A store whose key is in its file and in the keyring."""
    store = tmp_path / "practice.db"
    key = practice_key(path, store)
    store.write_bytes(b"a store")
    assert keep_practice_key(path, key) in (True, False)
    return store


def test_a_key_that_is_gone_comes_from_the_keyring_and_into_its_file_again(ring, path, store):
    key = path.read_bytes()
    path.unlink()
    assert practice_key(path, store) == key
    assert not path.exists()
    assert keep_practice_key(path, key)
    assert path.read_bytes() == key


def test_a_damaged_file_is_read_around_and_never_replaced(ring, path, store):
    key = path.read_bytes()
    path.write_bytes(b"half")
    assert practice_key(path, store) == key
    keep_practice_key(path, key)
    assert path.read_bytes() == b"half"


def test_the_file_is_read_first(ring, path, store):
    key = path.read_bytes()
    ring.kept.clear()
    assert practice_key(path, store) == key
    ring.locked = True
    assert practice_key(path, store) == key


def test_without_a_store_a_new_key_is_made_whatever_the_keyring_says(ring, path, store):
    key = path.read_bytes()
    path.unlink()
    store.unlink()
    assert practice_key(path, store) != key


def test_another_folder_has_another_key(ring, tmp_path):
    keep_in_keyring(tmp_path / "a", bytes(32))
    assert key_in_keyring(tmp_path / "b") is None
    assert key_in_keyring(tmp_path / "a") == bytes(32)


@pytest.mark.parametrize("kept", ["", "ÄÄ", "AAAA"])
def test_what_is_no_key_is_none(ring, path, store, kept):
    ring.kept = dict.fromkeys(ring.kept, kept)
    path.unlink()
    with pytest.raises(KeyMissingError):
        practice_key(path, store)


def test_a_keyring_that_refuses_changes_nothing(ring, path, store):
    ring.locked = True
    assert not keep_practice_key(path, path.read_bytes())
    path.write_bytes(b"half")
    with pytest.raises(KeyDamagedError):
        practice_key(path, store)


def test_without_a_keyring_the_file_alone_has_it(path, store):
    assert isinstance(keyring.get_keyring(), null.Keyring)
    assert not keep_in_keyring(path, bytes(32))
    path.unlink()
    with pytest.raises(KeyMissingError):
        practice_key(path, store)
