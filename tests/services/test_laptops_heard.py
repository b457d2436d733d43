"""What a laptop says of itself in a bundle is doubted: its key may be in other hands."""

from datetime import UTC, datetime, timedelta

import pytest

from digitutor_app.exchange.bundle import unpack
from digitutor_app.exchange.errors import BundleAlteredError
from digitutor_app.services.laptops_heard import after, as_told, number_of
from digitutor_app.services.organisation import Device
from tests.exchange.hostile import a_head, sealed
from tests.exchange.machines import NOW, TRUSTED, TUTOR

EMPTY = b"x\x9c\x03\x00\x00\x00\x00\x01"


def bundle(**more):
    return unpack(sealed(a_head(EMPTY, 0, 0, **more), EMPTY), [TUTOR], TRUSTED)


@pytest.mark.parametrize("said", ["", "²", "-1", "1.0", "٣", "100", "9" * 80, "\n1", "x"])
def test_what_is_no_number_is_none(said):
    assert number_of(said) == 0
    assert as_told(None, bundle(laptop=said).header).number == 0


def test_a_number_that_is_known_stays():
    assert number_of("07") == 7
    assert as_told(Device(public="ab" * 32, number=3), bundle(laptop="7").header).number == 3


@pytest.mark.parametrize(
    "created", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "9999-01-01T00:00:00Z"]
)
def test_days_that_cannot_be_told_are_refused(created):
    with pytest.raises(BundleAlteredError):
        bundle(created=created)


def test_heard_of_in_the_future_is_heard_of_now():
    known = Device(public="ab" * 32, number=1)
    once = after(known, bundle(created="2099-01-01T00:00:00Z", sequence=4), NOW)
    assert datetime.fromisoformat(once.heard) == NOW
    later = NOW + timedelta(days=2)
    again = after(once, bundle(created="2099-01-01T00:00:00Z", sequence=4), later)
    assert again.heard == once.heard


def test_an_older_bundle_says_nothing_more():
    known = Device(public="ab" * 32, number=1, sequence=9, sha="x", heard=NOW.isoformat())
    assert after(known, bundle(sequence=8), NOW) == known


def test_the_day_is_that_of_the_tutors_machine():
    said = after(Device(public="ab" * 32), bundle(created="2026-03-01T22:30:00Z"), NOW)
    assert datetime.fromisoformat(said.heard).utcoffset() == NOW.utcoffset()
    assert datetime.fromisoformat(said.heard) == datetime(2026, 3, 1, 22, 30, tzinfo=UTC)
