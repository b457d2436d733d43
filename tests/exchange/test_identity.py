"""Who a machine is: kept, counted on, and given up when a copy of it goes about."""

import shutil

import pytest

from digitutor_app.exchange import machine as machine_module
from digitutor_app.exchange.bundle import Kind
from digitutor_app.exchange.carrying import own_names
from digitutor_app.exchange.identity import MOST_OWN, Identities
from digitutor_app.exchange.machine import fingerprint, machine_number
from tests.exchange.machines import said
from tests.fakes.stick import FakeStick


def test_it_is_made_once_and_stays(machine):
    laptop = machine("laptop", number="m-1")
    device = laptop.identities.device()
    assert (device.sequence, device.previous, device.was) == (0, "", ())
    laptop.close()
    again = machine("laptop", number="m-1")
    assert again.identities.device().key.seed == device.key.seed
    assert again.public == device.public


def test_two_laptops_are_two(machine):
    assert machine("one").public != machine("two").public


def test_it_counts_and_remembers_what_it_made(laptop):
    stick = FakeStick()
    first, second = laptop.export(stick), laptop.export(stick)
    device = laptop.identities.device()
    assert ([own.sequence for own in device.own], device.sequence) == ([1, 2], 2)
    assert [own.sha256 for own in device.own] == [first.sha256, second.sha256]
    assert device.previous == second.sha256


def test_a_number_is_never_used_twice_though_a_bundle_is_not_made(laptop):
    laptop.identities.begin()
    assert laptop.identities.begin().sequence == 2
    laptop.export(FakeStick())
    assert [own.sequence for own in laptop.identities.device().own] == [3]


def test_on_another_machine_it_is_another(machine):
    laptop = machine("laptop", number="m-1")
    person = laptop.practise()
    laptop.export(FakeStick())
    before, rows = laptop.identities.device(), said(laptop.practice)
    laptop.close()
    copy = machine("laptop", number="m-2")
    after = copy.identities.device()
    assert after.public != before.public
    assert (after.sequence, after.previous, after.own) == (0, "", ())
    assert [(was.public, was.sequence, was.why) for was in after.was] == [
        (before.public, 1, "machine")
    ]
    assert said(copy.practice) == rows
    assert copy.practice.people.get(person.id) is not None
    assert copy.identities.device().public == after.public


def test_where_the_system_tells_no_number_it_stays(machine):
    laptop = machine("laptop", number="m-1")
    public = laptop.public
    assert Identities(laptop.practice, "").device().public == public
    assert Identities(laptop.practice, "m-1").device().public == public


def test_a_number_that_is_told_later_is_taken_on(machine):
    laptop = machine("laptop")
    public = Identities(laptop.practice, "").device().public
    assert Identities(laptop.practice, "m-1").device().public == public
    assert Identities(laptop.practice, "m-2").device().public != public


def copies(machine, tmp_path):
    """Two laptops from one image that was made after the program had been used."""
    first = machine("first", number="same")
    first.practise()
    first.identities.device()
    first.close()
    shutil.copytree(tmp_path / "first", tmp_path / "second")
    return machine("first", number="same"), machine("second", number="same")


def test_a_copied_image_is_noticed_by_what_lies_on_the_stick(machine, tmp_path):
    first, second = copies(machine, tmp_path)
    assert first.public == second.public
    stick = FakeStick()
    first.export(stick)
    assert first.identities.notice_names(own_names(stick, first.public)) is None
    rows = said(second.practice)
    renewed = second.identities.notice_names(own_names(stick, second.public))
    assert renewed is not None
    assert renewed.public != first.public
    assert [was.why for was in renewed.was] == ["copy"]
    assert said(second.practice) == rows
    second.export(stick)
    assert second.identities.notice_names(own_names(stick, second.public)) is None
    assert len(stick.content) == 2


def test_other_names_and_others_bundles_say_nothing(laptop):
    public = laptop.public
    other = ("00" if public[:2] != "00" else "11") * 4
    names = [
        f"opisto-{other}-20260302T070000Z-000000.wb1",
        f"{public[:8]}/kirje.odt",
        f"opisto-{public[:8]}.wb1",
    ]
    assert laptop.identities.notice_names(names) is None


def test_many_today_files_do_not_make_it_forget_its_bundles(laptop):
    stick = FakeStick()
    full = laptop.export(stick)
    for _ in range(MOST_OWN + 5):
        laptop.clock.forward(60)
        laptop.export(stick, kind=Kind.TODAY)
    device = laptop.identities.device()
    assert len(device.own) == MOST_OWN + 1
    assert device.own[0].sha256 == full.sha256
    assert laptop.identities.notice_names(own_names(stick, laptop.public)) is None
    old = f"opisto-{laptop.public[:8]}-20260101T070000Z-000000-today.wb1"
    assert laptop.identities.notice_names([old]) is None


def test_an_image_is_prepared_by_forgetting(laptop):
    before = laptop.public
    laptop.identities.forget()
    after = laptop.identities.device()
    assert after.public != before
    assert after.was == ()


def test_the_fingerprint_names_the_machine_to_nobody():
    assert fingerprint("salt", "m-1") == fingerprint("salt", "m-1")
    assert fingerprint("salt", "m-1") not in (
        fingerprint("other", "m-1"),
        fingerprint("salt", "m-2"),
    )
    assert "m-1" not in fingerprint("salt", "m-1")
    assert fingerprint("salt", "") == ""


def test_the_systems_number_is_read_where_there_is_one(tmp_path, monkeypatch):
    assert machine_number() == machine_number()
    if not hasattr(machine_module, "_LINUX"):
        pytest.skip("files of Linux")
    blank, real = tmp_path / "blank", tmp_path / "real"
    blank.write_bytes(b"\n")
    real.write_bytes(b"0123\n")
    monkeypatch.setattr(machine_module, "_LINUX", (tmp_path / "none", blank, real))
    assert machine_number() == "0123"
    monkeypatch.setattr(machine_module, "_LINUX", (tmp_path / "none",))
    assert machine_number() == ""
