"""Sealed files: each named key opens them, no other does, and nothing half or changed opens."""

import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitutor_app.trust.sealing import (
    Identity,
    NotAKeyError,
    NotSealedForUsError,
    SealBrokenError,
    SealError,
    seal,
    unseal,
)


@pytest.fixture(scope="module")
def keys():
    return [Identity.new() for _ in range(3)]


@settings(max_examples=30)
@given(st.binary(max_size=300))
def test_each_named_key_opens_it(keys, content):
    sealed = seal(content, [key.recipient for key in keys])
    assert sealed.startswith(b"age-encryption.org/v1\n")
    for key in keys:
        assert unseal(sealed, [key]) == content


def test_a_stranger_does_not(keys):
    sealed = seal(b"names", [keys[0].recipient])
    assert b"names" not in sealed
    with pytest.raises(NotSealedForUsError):
        unseal(sealed, [keys[1], keys[2]])
    with pytest.raises(NotSealedForUsError):
        unseal(sealed, [])
    assert unseal(sealed, keys) == b"names"


def test_the_secret_half_makes_the_key_again_and_is_not_shown(keys):
    key = keys[0]
    assert Identity.of(key.secret) == key
    assert key.secret.startswith("AGE-SECRET-KEY-1")
    assert key.secret not in repr(key)


@pytest.mark.parametrize("text", ["", "age1", "AGE-SECRET-KEY-1QQ", "ä", "age1\x00"])
def test_what_is_no_key_is_said(text):
    with pytest.raises(NotAKeyError):
        Identity.of(text)
    with pytest.raises(NotAKeyError):
        seal(b"x", [text])


def test_it_is_always_closed_for_somebody():
    with pytest.raises(NotAKeyError):
        seal(b"x", [])


def test_half_and_changed_files_never_open(keys):
    sealed = seal(b"names" * 20, [keys[0].recipient])
    for place in range(len(sealed)):
        with pytest.raises(SealError):
            unseal(sealed[:place], [keys[0]])
        bent = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises(SealError):
            unseal(bent, [keys[0]])


@pytest.mark.parametrize("tail", [b"\x00", b"\n", None])
def test_nothing_may_follow(keys, tail):
    sealed = seal(b"names", [keys[0].recipient])
    with pytest.raises(SealBrokenError):
        unseal(sealed + (sealed if tail is None else tail), [keys[0]])


def test_only_one_form_opens(keys):
    import pyrage

    key = pyrage.x25519.Recipient.from_str(keys[0].recipient)
    with pytest.raises(SealBrokenError):
        unseal(pyrage.encrypt(b"names", [key], armored=True), [keys[0]])
    with pytest.raises(SealError):
        unseal(pyrage.passphrase.encrypt(b"names", "word"), [keys[0]])


def test_the_library_alone_opens_it(keys):
    import pyrage

    sealed = seal(b"names", [key.recipient for key in keys])
    opener = pyrage.x25519.Identity.from_str(keys[2].secret)
    assert pyrage.decrypt(sealed, [opener]) == b"names"


@pytest.mark.skipif(shutil.which("age") is None, reason="no age program on this machine")
def test_a_standard_age_program_opens_it(keys, tmp_path):
    sealed, secret = tmp_path / "sealed", tmp_path / "secret"
    sealed.write_bytes(seal(b"names", [keys[0].recipient]))
    secret.write_text(keys[0].secret + "\n", "ascii")
    command = ["age", "--decrypt", "-i", str(secret), str(sealed)]
    assert subprocess.run(command, check=True, capture_output=True).stdout == b"names"
