"""The bundle: what goes in comes out; nothing torn, changed, foreign or boundless is accepted."""

import hashlib
import json
import shutil
import struct
import subprocess
import tracemalloc
import zlib
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitutor_app.exchange import body as body_module
from digitutor_app.exchange import bundle as bundle_module
from digitutor_app.exchange.body import LARGEST_BODY
from digitutor_app.exchange.bundle import LARGEST_FILE, Kind, line_of
from digitutor_app.exchange.errors import (
    BundleAlteredError,
    BundleNotForUsError,
    BundleOldError,
    BundleOtherOrganisationError,
    BundleStrangerError,
    BundleTooLargeError,
    BundleTornError,
    NewerSchemaError,
)
from digitutor_app.exchange.trusted import Trusted
from digitutor_app.store.erasures import erasure_message
from digitutor_app.store.merging import Role
from digitutor_app.store.opening import open_store
from digitutor_app.trust.sealing import Identity, unseal
from digitutor_app.trust.signing import SigningKey
from tests.exchange import hostile
from tests.exchange.machines import (
    KEY,
    NOW,
    ROWS,
    TRUSTED,
    TUTOR,
    WRITER,
    a_bundle,
    opened,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


def test_what_goes_in_comes_out():
    packed = a_bundle(kind=Kind.TODAY, rehearsal=True, erasures="12ab")
    bundle = opened(packed.content)
    assert list(bundle.lines()) == ROWS
    assert bundle.header == packed.header
    assert bundle.sha256 == packed.sha256 == hashlib.sha256(packed.content).hexdigest()
    assert bundle.role is Role.PRACTICE
    said = bundle.header
    assert (said.format, said.schema, said.rows) == ("wb1", "1.0", 3)
    assert (said.organisation, said.laptop, said.sequence) == ("Työväenopisto", "7", 3)
    assert (said.kind, said.rehearsal, said.created) == (Kind.TODAY, True, NOW)


@settings(max_examples=60)
@given(st.lists(st.dictionaries(st.text(max_size=8), JSON, max_size=4), max_size=6))
def test_any_rows_come_out_as_they_went_in(rows):
    rows = json.loads(json.dumps(rows).replace("\\ud", "d"))
    assert list(opened(a_bundle(rows).content).lines()) == rows


def test_the_file_is_what_the_page_says():
    """Read with the age library, zlib and json alone (docs/developer/bundle-format.md)."""
    import nacl.signing
    import pyrage

    content = a_bundle().content
    inner = pyrage.decrypt(content, [pyrage.x25519.Identity.from_str(TUTOR.secret)])
    (length,) = struct.unpack(">I", inner[:4])
    head, signature, body = inner[4 : 4 + length], inner[4 + length :][:64], inner[68 + length :]
    header = json.loads(head)
    nacl.signing.VerifyKey(bytes.fromhex(header["device"])).verify(
        b"digitutor bundle wb1\n" + head, signature
    )
    assert hashlib.sha256(body).hexdigest() == header["body_sha256"]
    text = zlib.decompress(body)
    assert len(text) == header["body_length"]
    assert [json.loads(line) for line in text.splitlines()] == ROWS


@pytest.mark.skipif(shutil.which("age") is None, reason="no age program on this machine")
def test_a_standard_age_program_opens_it(tmp_path):
    file, secret = tmp_path / "bundle.wb1", tmp_path / "secret"
    file.write_bytes(a_bundle().content)
    secret.write_text(TUTOR.secret + "\n", "ascii")
    command = ["age", "--decrypt", "-i", str(secret), str(file)]
    inner = subprocess.run(command, check=True, capture_output=True).stdout
    assert inner == unseal(file.read_bytes(), [TUTOR])


def test_every_tutor_opens_it_and_nobody_else():
    others = [Identity.new() for _ in range(3)]
    content = a_bundle(recipients=[other.recipient for other in others]).content
    for other in others:
        from digitutor_app.exchange.bundle import unpack

        assert unpack(content, [other], TRUSTED).header.rows == 3
    with pytest.raises(BundleNotForUsError):
        opened(content)


def test_cut_anywhere_it_is_never_accepted():
    content = a_bundle().content
    assert not any(hostile.accepted(cut) for cut in hostile.cuts(content))


def test_flipped_anywhere_it_is_never_accepted():
    content = a_bundle().content
    assert not any(hostile.accepted(bent) for bent in hostile.flips(content))


def test_spoilt_sectors_and_blobs_are_never_accepted():
    rows = [
        {"t": "attempt", "id": f"{n}", "s": hashlib.sha256(b"%d" % n).hexdigest()}
        for n in range(40)
    ]
    content = a_bundle(rows).content
    assert len(content) > 3 * hostile.SECTOR
    assert not any(hostile.accepted(each) for each in hostile.spoilt(content, 200, 1))
    assert not any(hostile.accepted(each) for each in hostile.blobs(300, 2))


@pytest.mark.parametrize("tail", [b"\x00", b"\n", b"x" * 700])
def test_nothing_may_follow(tail):
    content = a_bundle().content
    for longer in (content + tail, content + content, content + a_bundle().content):
        with pytest.raises(BundleTornError):
            opened(longer)


def inside(content):
    """Header and body of a real bundle, to be put together otherwise."""
    inner = unseal(content, [TUTOR])
    (length,) = struct.unpack(">I", inner[:4])
    return inner[4 : 4 + length], inner[68 + length :]


def test_a_stranger_is_told_from_a_forger():
    stranger = SigningKey.new()
    content = a_bundle(key=stranger, device=stranger.public.hex()).content
    with pytest.raises(BundleStrangerError) as caught:
        opened(content)
    assert caught.value.device == stranger.public.hex()
    with pytest.raises(BundleAlteredError):
        opened(a_bundle(key=stranger).content)


def test_a_signature_is_for_bundles_only():
    head, body = inside(a_bundle().content)
    with pytest.raises(BundleAlteredError):
        opened(hostile.sealed(head, body, signature=WRITER.sign(head)))


def test_the_body_belongs_to_its_header():
    head, _ = inside(a_bundle().content)
    _, other = inside(a_bundle(ROWS[:1]).content)
    with pytest.raises(BundleAlteredError):
        opened(hostile.sealed(head, other))
    _, body = inside(a_bundle().content)
    for tail in (b"\x00", body):
        with pytest.raises(BundleAlteredError):
            opened(hostile.sealed(head, body, tail=tail))


@pytest.mark.parametrize("length", [0, 1, 2**16 + 1, 2**31, 2**32 - 1])
def test_a_header_of_another_length_is_refused(length):
    head, body = inside(a_bundle().content)
    with pytest.raises(BundleAlteredError):
        opened(hostile.sealed(head, body, length=length))


TEXT = b'{"t":"attempt"}\n{"t":"person"}\n'


@pytest.mark.parametrize(
    "more",
    [
        {"rows": 1},
        {"rows": 3},
        {"rows": -1},
        {"rows": True},
        {"rows": "2"},
        {"body_length": len(TEXT) - 1},
        {"body_length": len(TEXT) + 1},
        {"body_length": 0},
        {"body_sha256": "0" * 64},
        {"device": "xyz"},
        {"device": None},
        {"sequence": 0},
        {"sequence": 2**60},
        {"created": "2026-03-02T09:00:00"},
        {"created": None},
        {"kind": "else"},
        {"previous": "x"},
        {"organisation": "x" * 81},
        {"schema": "0.9"},
        {"schema": "1"},
        {"schema": "one"},
        {"schema": "99999999.0"},
        {"rehearsal": "no"},
    ],
)
def test_a_signed_header_that_does_not_hold_is_refused(more):
    body = zlib.compress(TEXT)
    assert hostile.accepted(hostile.sealed(hostile.a_head(body, len(TEXT), 2), body))
    with pytest.raises(BundleAlteredError):
        opened(hostile.sealed(hostile.a_head(body, len(TEXT), 2, **more), body))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"x",
        zlib.compress(TEXT)[:-1],
        zlib.compress(TEXT) + b"x",
        zlib.compress(TEXT) + zlib.compress(TEXT),
        zlib.compress(TEXT[:-1] + b" "),
        TEXT,
    ],
)
def test_a_signed_body_that_is_not_one_whole_stream_is_refused(body):
    with pytest.raises(BundleAlteredError):
        opened(hostile.sealed(hostile.a_head(body, len(TEXT), 2), body))


def test_a_last_line_without_its_end_is_refused():
    text = TEXT + b'{"t":"attempt"'
    body = zlib.compress(text)
    with pytest.raises(BundleAlteredError):
        opened(hostile.sealed(hostile.a_head(body, len(text), 2), body))


def test_unknown_fields_of_a_later_program_are_let_through():
    body = zlib.compress(TEXT)
    content = hostile.sealed(hostile.a_head(body, len(TEXT), 2, schema="1.7", mood="good"), body)
    assert opened(content).header.schema == "1.7"


@pytest.mark.parametrize(
    "more", [{"schema": "2.0", "rows": None}, {"format": "wb2", "sequence": []}]
)
def test_a_newer_program_is_said_so(more):
    body = zlib.compress(TEXT)
    content = hostile.sealed(hostile.a_head(body, len(TEXT), 2, **more), body)
    with pytest.raises(NewerSchemaError) as caught:
        opened(content)
    assert caught.value.program == "0.1.0"


def test_only_a_trusted_machine_can_say_it_is_newer():
    stranger = SigningKey.new()
    head = hostile.a_head(b"", 0, 0, schema="2.0", device=stranger.public.hex())
    with pytest.raises(BundleStrangerError):
        opened(hostile.sealed(head, b"", key=stranger))


def test_another_organisation_and_an_old_bundle_are_told_apart():
    content = a_bundle().content
    assert opened(content, organisation="Työväenopisto", now=NOW).header.rows == 3
    with pytest.raises(BundleOtherOrganisationError) as caught:
        opened(content, organisation="Toinen")
    assert caught.value.organisation == "Työväenopisto"
    assert opened(content, now=NOW + timedelta(days=180)).header.rows == 3
    with pytest.raises(BundleOldError) as old:
        opened(content, now=NOW + timedelta(days=180, minutes=1))
    assert old.value.created == NOW
    assert opened(content, now=NOW - timedelta(days=20_000)).header.rows == 3


def test_a_file_that_is_too_large_is_not_even_opened():
    with pytest.raises(BundleTooLargeError):
        opened(bytes(LARGEST_FILE + 1))


def test_many_more_rows_than_signed_are_not_counted_to_the_end(monkeypatch):
    """A small file may hold hundreds of millions of empty ones."""
    text = b"\n" * 1_000_000
    body = zlib.compress(text)
    seen = []

    def counted(*given_to_it):
        for line in body_module.split(*given_to_it):
            seen.append(1)
            yield line

    monkeypatch.setattr(bundle_module, "split", counted)
    with pytest.raises(BundleAlteredError):
        opened(hostile.sealed(hostile.a_head(body, len(text), 10), body))
    assert len(seen) == 11


def test_a_bomb_is_stopped_before_it_grows():
    """A small body that would unpack to 320 MB, once as it is and once well described."""
    squeezer = zlib.compressobj(9)
    zeros = bytes(1024 * 1024)
    body = b"".join(squeezer.compress(zeros) for _ in range(320)) + squeezer.flush()
    tracemalloc.start()
    for length, error in (
        (1024, BundleAlteredError),
        (LARGEST_BODY, BundleAlteredError),
        (320 * 1024**2, BundleTooLargeError),
    ):
        with pytest.raises(error):
            opened(hostile.sealed(hostile.a_head(body, length, 1), body))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40 * 1024 * 1024


def test_a_bomb_of_empty_lines_costs_no_memory():
    text = b"\n" * 200_000
    body = zlib.compress(text)
    content = hostile.sealed(hostile.a_head(body, len(text), 200_000), body)
    tracemalloc.start()
    assert opened(content).header.rows == 200_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * 1024 * 1024


def test_a_writer_keeps_the_limits_too(monkeypatch):
    monkeypatch.setattr(body_module, "LARGEST_BODY", 100)
    with pytest.raises(BundleTooLargeError):
        a_bundle()


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"x",
        b"\xff\xfe",
        b'{"t":"attempt"',
        b'{"t":"attempt"} x',
        b'{"a":NaN}',
        b'{"a":1e999}',
        b'{"a":' + b"9" * 5000 + b"}",
        b'"\\ud800"',
        b"[" * 17 + b"]" * 17,
        b"[" * 100_000,
        b'{"a":' * 5000 + b"1" + b"}" * 5000,
    ],
)
def test_a_line_that_cannot_be_read_comes_as_a_text(line):
    text = line + b"\n" + line_of(ROWS[1]) + b"\n"
    body = zlib.compress(text)
    bundle = opened(hostile.sealed(hostile.a_head(body, len(text), 2), body))
    first, second = bundle.lines()
    assert isinstance(first, str)
    assert len(first) <= 40_000
    assert second == ROWS[1]


@pytest.mark.parametrize(
    "line", ["[" * 16 + "]" * 16, '{"a":"' + "[" * 500 + '"}', '["\\"[[[[[[[[[[[[[[[[["]']
)
def test_brackets_in_texts_do_not_count(line):
    text = line.encode() + b"\n"
    body = zlib.compress(text)
    [found] = opened(hostile.sealed(hostile.a_head(body, len(text), 1), body)).lines()
    assert found == json.loads(line)


def test_fuzzed_bundles_of_a_trusted_key_break_nothing(tmp_path, clock):
    count, seen, broken = 2000, 0, []
    for seed in range(2):
        folder = tmp_path / str(seed)
        folder.mkdir()
        opened_here, found = hostile.fuzz(folder, clock, count // 2, seed, open_store, KEY)
        seen += opened_here
        broken += found
    assert broken == []
    assert seen > count / 3


def test_erasures_hold_when_a_tutor_signed_them():
    tutor, laptop, former = SigningKey.new(), SigningKey.new(), SigningKey.new()
    roles = {tutor.public.hex(): Role.TUTOR, laptop.public.hex(): Role.PRACTICE}
    trusted = Trusted(roles, frozenset([former.public.hex()]))
    for key, holds in ((tutor, True), (former, True), (laptop, False), (SigningKey.new(), False)):
        signature = key.sign(erasure_message("p-1", 5))
        assert trusted.erasure_holds("p-1", 5, key.public.hex(), signature) is holds
        assert not trusted.erasure_holds("p-2", 5, key.public.hex(), signature)
        assert not trusted.erasure_holds("p-1", 6, key.public.hex(), signature)
    assert trusted.role_of(former.public.hex()) is None
