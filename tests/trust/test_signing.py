"""Signatures: only the owner's fit, and only for the very same message."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitutor_app.trust.signing import SigningKey, verify

MESSAGE = b"twelve laptops and one stick"


def test_the_owner_of_the_key_signed():
    key = SigningKey.new()
    assert len(key.public) == 32
    assert verify(key.public, MESSAGE, key.sign(MESSAGE))


def test_a_key_is_made_again_from_its_seed():
    key = SigningKey.new()
    again = SigningKey(key.seed)
    assert again.public == key.public
    assert again.sign(MESSAGE) == key.sign(MESSAGE)
    assert SigningKey.new().seed != key.seed


def test_it_is_the_standard_signature():
    """The first example of RFC 8032, 7.1."""
    key = SigningKey(
        bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    )
    assert key.public.hex() == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert (
        key.sign(b"").hex().startswith("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065")
    )


@settings(max_examples=60)
@given(st.binary(max_size=60), st.binary(max_size=60))
def test_it_fits_no_other_message_and_no_other_key(message, other):
    key = SigningKey.new()
    signature = key.sign(message)
    assert verify(key.public, other, signature) == (other == message)
    assert not verify(SigningKey.new().public, message, signature)


def test_every_flipped_bit_is_seen():
    key = SigningKey.new()
    signature = key.sign(MESSAGE)
    for bit in range(64 * 8):
        bent = bytearray(signature)
        bent[bit // 8] ^= 1 << bit % 8
        assert not verify(key.public, MESSAGE, bytes(bent))


@pytest.mark.parametrize("key", [b"", b"short", bytes(32), b"\xff" * 32, bytes(33)])
@pytest.mark.parametrize("signature", [b"", bytes(64), bytes(63), bytes(65)])
def test_nothing_fits_what_is_no_key_or_no_signature(key, signature):
    assert not verify(key, MESSAGE, signature)
