"""What the world does to bundles: cut, bent, spoilt by sectors, and rewritten by somebody who holds
a trusted key. Used here in a short form and by the long run."""

import contextlib
import hashlib
import json
import random
import struct
import zlib
from copy import deepcopy

from digitutor_app.exchange.bundle import DOMAIN, FORMAT, SCHEMA, Role, unpack
from digitutor_app.exchange.errors import BundleError
from digitutor_app.store.merging import RowRules, merge
from digitutor_app.trust.sealing import seal
from tests.exchange.machines import NOW, TRUSTED, TUTOR, WRITER, look, said, take

SECTOR = 512


def accepted(content, trusted=TRUSTED):
    """Whether a file is taken for a bundle; anything but a BundleError goes on to the caller."""
    try:
        unpack(content, [TUTOR], trusted)
    except BundleError:
        return False
    return True


def cuts(content):
    return (content[:end] for end in range(len(content)))


def flips(content):
    for place in range(len(content)):
        yield content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]


def spoilt(content, count, seed):
    """With a sector of zeros or ones, or of other bytes, somewhere."""
    chance = random.Random(seed)
    for _ in range(count):
        start = chance.randrange(0, len(content), SECTOR) if len(content) > SECTOR else 0
        start = min(start, chance.randrange(len(content)))
        size = min(SECTOR, len(content) - start)
        filling = chance.choice((bytes(size), b"\xff" * size, chance.randbytes(size)))
        if content[start : start + size] != filling:
            yield content[:start] + filling + content[start + size :]


def blobs(count, seed):
    chance = random.Random(seed)
    for _ in range(count):
        head = chance.choice(
            (b"", b"age-encryption.org/v1\n", b"age-encryption.org/v1\n-> X25519 ")
        )
        yield head + chance.randbytes(chance.randrange(400))


def sealed(head, body, *, key=WRITER, signature=None, length=None, tail=b""):
    """A bundle from its parts, signed and sealed whatever they say."""
    signature = key.sign(DOMAIN + head) if signature is None else signature
    size = len(head) if length is None else length
    return seal(struct.pack(">I", size) + head + signature + body + tail, [TUTOR.recipient])


def a_head(body, length, rows, /, **more):
    """A header as bytes; ``more`` stands in for or adds to what it says (None leaves it out)."""
    said_of = {
        "format": FORMAT,
        "schema": SCHEMA,
        "organisation": "o",
        "program": "0.1.0",
        "created": NOW.isoformat(),
        "device": WRITER.public.hex(),
        "sequence": 1,
        "rows": rows,
        "body_length": length,
        "body_sha256": hashlib.sha256(body).hexdigest(),
    }
    whole = {name: value for name, value in (said_of | more).items() if value is not None}
    return json.dumps(whole).encode()


class Fuzz:
    """Bundles signed by a trusted key with anything inside; ``real`` are wire rows to bend."""

    def __init__(self, real, seed):
        self._real = [json.dumps(row, ensure_ascii=False).encode() for row in real]
        self._chance = random.Random(seed)

    def bundle(self):
        chance = self._chance
        lines = [self._line() for _ in range(chance.randrange(1, 12))]
        text = b"".join(line + b"\n" for line in lines)
        if chance.random() < 0.05:
            text = self._bent(text)
        body = zlib.compress(text, 1)
        if chance.random() < 0.1:
            body = self._bent(body)
        if chance.random() < 0.05:
            body += chance.randbytes(chance.randrange(1, 9))
        more = {}
        if chance.random() < 0.15:
            more[chance.choice(_HEADER)] = _value(chance)
        head = a_head(body, len(text), text.count(b"\n"), **more)
        if chance.random() < 0.05:
            head = self._bent(head)
        return sealed(head, body)

    def _line(self):
        chance = self._chance
        line = chance.choice(self._real)
        if chance.random() < 0.5:
            row = json.loads(line)
            for _ in range(chance.randrange(1, 4)):
                inside = (
                    row["p"] if isinstance(row.get("p"), dict) and chance.random() < 0.6 else row
                )
                name = chance.choice([*inside, "t", "id", "s", "v", "h", "d", "e", "r", "neu"])
                inside[name] = _value(chance)
            # Half characters and endless numbers pass Python's own writer.
            return json.dumps(row).encode()
        return self._bent(line) if chance.random() < 0.5 else line

    def _bent(self, content):
        chance = self._chance
        bent = bytearray(content)
        for _ in range(chance.randrange(1, 5)):
            start = chance.randrange(len(bent) + 1)
            end = start + chance.randrange(4)
            bent[start:end] = chance.choice(
                (
                    b"",
                    chance.randbytes(chance.randrange(1, 5)),
                    b'"',
                    b"\n",
                    b"[" * 40,
                    b"{",
                    b"9" * 30,
                )
            )
        return bytes(bent)


_HEADER = [
    *("format", "schema", "organisation", "program", "created", "device", "sequence", "previous"),
    *("kind", "laptop", "rows", "body_length", "body_sha256", "clock_unsure"),
]
_VALUES = [
    *(None, True, False, 0, -1, 1, 2**53, 2**63, 2**64, 10**30, 1.5, 1e300, float("nan")),
    *("", "x", "ä" * 300, "\x00", "\ud800", "A\u030a", "9" * 28, "0" * 28, "f" * 28, "x" * 70_000),
    *([], {}, [[[[[[[[[[[[]]]]]]]]]]]], {"a": {"b": [1, {"c": None}]}}, ["x"] * 3, {"": ""}),
    *("erased", "note", "certificate", "setting", "sqlite_master", "../x", "2026-03-02", "1970"),
    *("2026-03-02T09:00+02:00", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2.0"),
]


def _value(chance):
    """A value of its own: what is put into it later is not in the next one."""
    return deepcopy(chance.choice(_VALUES))


def fuzz(folder, clock, count, seed, open_store, key):
    """Try so many bundles on a store; returns how many opened and what broke."""
    store = open_store(folder / "real.db", key, clock)
    other = open_store(folder / "other.db", key, clock)
    broken, opened = [], 0
    try:
        fuzzing = Fuzz(_something(store), seed)
        for number in range(count):
            content = fuzzing.bundle()
            try:
                bundle = unpack(content, [TUTOR], TRUSTED, now=NOW)
            except BundleError:
                continue
            opened += 1
            before = said(other) if number % 50 == 0 else None
            look(bundle, [other], TRUSTED)
            if before is not None and said(other) != before:
                broken.append(f"seed {seed}, bundle {number}: looking changed something")
            take(bundle, [other], TRUSTED, before=_no_copy)
        broken += _unfit(other, folder, clock, open_store, key, seed)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
        broken.append(f"seed {seed}: {type(error).__name__}: {error}")
    finally:
        for each in (store, other):
            with contextlib.suppress(Exception):
                each.close()
    return opened, broken


def _unfit(store, folder, clock, open_store, key, seed):
    """What was taken must be what we would write: it goes on to the next store without a loss."""
    third = open_store(folder / "third.db", key, clock)
    try:
        rows = said(store)
        rules = RowRules(role=Role.PRACTICE, erasure_holds=TRUSTED.erasure_holds)
        report = merge(third, rows, rules)
        fits = not report.put_aside and said(third) == rows
        return [] if fits else [f"seed {seed}: what was taken does not travel on"]
    finally:
        third.close()


def _no_copy(_store):
    pass


def _something(store):
    from tests.store.makers import a_person, a_step, a_visit, after, an_attempt

    person = a_person()
    store.people.put(person)
    store.visits.put(a_visit(person.id))
    step = a_step(person.id)
    store.attempts.finish_step(step, after(step))
    store.attempts.add(an_attempt(person.id))
    return said(store)
