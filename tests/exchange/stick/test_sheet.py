"""The sheet of the stick: believed only whole, unchanged, and signed by a tutor whom it names."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.exchange.stick.errors import StickFileError, StickFileNewerError
from digitutor_app.exchange.stick.receipts import (
    Receipt,
    Receipts,
    read_receipts,
    written_receipts,
)
from digitutor_app.exchange.stick.sheet import read_sheet, written_sheet
from tests.exchange.stick.makers import IDENTITY, SECRET, STRANGER, TUTOR, a_sheet


def test_what_is_written_is_read():
    public, sheet = read_sheet(written_sheet(a_sheet(), TUTOR))
    assert public == TUTOR.public
    assert sheet == a_sheet()
    assert sheet.recipients == (IDENTITY.recipient,)
    assert sheet.day.isoformat() == "2026-11-24"


def test_the_recovery_key_can_open_what_laptops_deliver_too():
    recovery = IDENTITY.recipient
    assert a_sheet(recovery=recovery).recipients == (IDENTITY.recipient, recovery)


def test_a_torn_sheet_is_never_believed():
    whole = written_sheet(a_sheet(), TUTOR)
    for length in range(len(whole)):
        with pytest.raises(StickFileError):
            read_sheet(whole[:length])


def test_a_changed_sheet_is_never_believed():
    whole = written_sheet(a_sheet(), TUTOR)
    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 1
        with pytest.raises(StickFileError):
            read_sheet(bytes(changed))
    for more in (b"\n", b" ", whole):
        with pytest.raises(StickFileError):
            read_sheet(whole + more)


def test_a_stranger_cannot_sign_for_the_tutors():
    with pytest.raises(StickFileError, match="none of its tutors"):
        read_sheet(written_sheet(a_sheet(), STRANGER))


def test_a_later_format_says_so():
    whole = written_sheet(a_sheet(), TUTOR).replace(
        b"digitutor-workshop 1", b"digitutor-workshop 2"
    )
    with pytest.raises(StickFileNewerError):
        read_sheet(whole)


@pytest.mark.parametrize(
    "changes",
    [
        {"tutors": []},
        {"secret": SECRET[:-1]},
        {"made": "yesterday"},
        {"made": "2026-11-24T08:30"},
        {"organisation": "../../etc"},
        {"recovery": "age1"},
        {"organiser": "x" * 201},
    ],
)
def test_a_sheet_that_says_something_impossible(changes):
    with pytest.raises(StickFileError):
        read_sheet(written_sheet(a_sheet(**changes), TUTOR))


def test_a_day_that_does_not_exist():
    event = msgspec.structs.replace(a_sheet().event, day="2026-02-30")
    with pytest.raises(StickFileError):
        read_sheet(written_sheet(a_sheet(event=event), TUTOR))


@given(st.binary(max_size=300))
def test_anything_at_all(content):
    with pytest.raises(StickFileError):
        read_sheet(content)
    with pytest.raises(StickFileError):
        read_receipts(content)


def test_receipts():
    mine, other = TUTOR.public, STRANGER.public
    said = Receipts(
        made="2026-11-24T12:00+02:00",
        organisation="sedu",
        receipts=[Receipt(public=mine.hex(), sequence=3, sha="ab" * 32)],
    )
    public, found = read_receipts(written_receipts(said, TUTOR))
    assert public == TUTOR.public
    assert found.of(mine).sequence == 3
    assert found.of(other) is None
    with pytest.raises(StickFileError):
        read_sheet(written_receipts(said, TUTOR))
