"""What the program can tell about its laptop, and what it says it cannot."""

import os
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from digitutor_app import __version__
from digitutor_app.exchange.stick.sheet import Event
from digitutor_app.services import disk_encryption
from digitutor_app.services.clock_check import ClockSays, clock_says, clock_unsure
from digitutor_app.services.disk_encryption import (
    Told,
    disk_encrypted,
    linux_answer,
    mac_answer,
    windows_answer,
)
from digitutor_app.services.laptop_health import LaptopHealth
from digitutor_app.services.workshop_here import keep_workshop
from digitutor_app.store.backup_files import DAILY
from digitutor_app.store.checking import StoreCheck
from digitutor_app.store.damage import note_damage
from digitutor_app.store.migrations import NAMES
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from tests.exchange.stick.makers import a_sheet
from tests.store.makers import KEY, MORNING, a_person, a_visit

SOON = 30


@pytest.fixture
def worker(tmp_path, clock):
    worker = StoreWorker.start(lambda: open_store(tmp_path / "practice.db", KEY, clock))
    yield worker
    worker.close()


def told_yes(folder):
    assert folder.is_dir()
    return Told.YES


def test_a_new_laptop(worker, clock):
    facts = LaptopHealth(worker, clock, told_yes).facts()
    assert (facts.program, facts.schema) == (__version__, NAMES[-1])
    assert (facts.checked, facts.backup, facts.backups, facts.damaged) == (None, None, 0, False)
    assert facts.free > 0
    assert facts.encrypted is Told.YES
    assert facts.clock is ClockSays.FINE


def test_a_laptop_in_use(worker, clock, tmp_path):
    person = a_person()
    worker.ask(lambda store: store.people.put(person))
    before = LaptopHealth(worker, clock, told_yes).facts()
    StoreCheck(worker).finished.result(SOON)
    worker.ask(lambda store: store.backups.make(DAILY))
    note_damage(tmp_path / "practice.db")
    facts = LaptopHealth(worker, clock, told_yes).facts()
    assert facts.checked == clock.now()
    assert (facts.backup, facts.backups) == (clock.now(), 1)
    assert facts.damaged
    assert facts.size > before.size


# The clock


def test_a_clock_before_the_program_was_made_is_unsure(worker, clock):
    clock.set_wall(datetime(2026, 2, 28, 23, 0, tzinfo=MORNING.tzinfo))
    assert LaptopHealth(worker, clock, told_yes).facts().clock is ClockSays.TOO_EARLY
    assert worker.ask(lambda store: clock_unsure(store, clock.now()))
    assert clock_says(MORNING, None, date(2027, 1, 1)) is ClockSays.TOO_EARLY
    assert clock_says(MORNING, None, MORNING.date()) is ClockSays.FINE


@pytest.mark.parametrize(
    ("made", "day", "today", "says"),
    [
        ("2026-11-24T08:30+02:00", "2026-11-24", "2026-11-24", ClockSays.FINE),
        ("2026-11-24T08:30+02:00", "2026-11-24", "2026-11-23", ClockSays.TOO_EARLY),
        ("2026-11-20T08:30+02:00", "2026-11-24", "2026-11-22", ClockSays.FINE),
        # The tutor's clock ran ahead: the day of the workshop was chosen by a person.
        ("2099-01-01T08:30+02:00", "2026-11-24", "2026-11-24", ClockSays.FINE),
        # Shortly after midnight here it is the day before elsewhere.
        ("2026-11-23T22:30+00:00", "2026-11-24", "2026-11-24", ClockSays.FINE),
        ("2026-11-23T22:30+00:00", "2026-11-24", "2026-11-23", ClockSays.TOO_EARLY),
    ],
)
def test_no_clock_is_before_the_sheet_that_is_here(worker, clock, made, day, today, says):
    sheet = a_sheet(made=made, event=Event("w1", "Paja", "", day))
    worker.ask(lambda store: keep_workshop(store, sheet, 1))
    clock.set_wall(datetime.fromisoformat(f"{today}T09:00+02:00"))
    assert LaptopHealth(worker, clock, told_yes).facts().clock is says


@pytest.mark.parametrize(("days", "says"), [(400, ClockSays.FINE), (401, ClockSays.FAR_AHEAD)])
def test_a_clock_far_ahead_of_all_that_is_known_is_unsure(worker, clock, days, says):
    visit = a_visit("p-1")
    worker.ask(lambda store: store.visits.put(visit))
    clock.set_wall(MORNING + timedelta(days=days))
    # What another laptop with a wild clock has written does not hide it.
    wild = a_visit("p-2", datetime(2099, 1, 1, tzinfo=MORNING.tzinfo))
    worker.ask(lambda store: store.visits.put(wild))
    assert LaptopHealth(worker, clock, told_yes).facts().clock is says


# The disk


def machine(root, *mounts, dm=()):
    """A pretend /proc and /sys: ``dm`` names devices, what they are and what they lie on."""
    proc = root / "proc/self"
    proc.mkdir(parents=True)
    lines = (
        f"30 1 {number} / {point} rw - {kind} {source} rw" for number, point, kind, source in mounts
    )
    (proc / "mountinfo").write_text("\n".join(lines) + "\n")
    for name, number, uuid, below in dm:
        device = root / "sys/devices" / name
        (device / "slaves").mkdir(parents=True)
        for one in below:
            (device / "slaves" / one).symlink_to(root / "sys/devices" / one)
        if uuid:
            (device / "dm").mkdir()
            (device / "dm/uuid").write_text(uuid + "\n")
        for folder, link in (("sys/dev/block", number), ("sys/class/block", name)):
            (root / folder).mkdir(parents=True, exist_ok=True)
            (root / folder / link).symlink_to(device)
    return root


SDA = ("sda2", "8:2", "", ())
LUKS = ("dm-0", "254:0", "CRYPT-LUKS2-0123-sda2_crypt", ("sda2",))
LVM = ("dm-1", "254:1", "LVM-abcd", ("dm-0",))
BARE_LVM = ("dm-1", "254:1", "LVM-abcd", ("sda2",))
TWO_DISKS = ("dm-1", "254:1", "LVM-abcd", ("dm-0", "sda2"))
BARE, CRYPT = ("8:2", "/", "ext4", "/dev/sda2"), ("254:0", "/", "ext4", "/dev/mapper/sda2_crypt")
ON_LVM = ("254:1", "/", "ext4", "/dev/mapper/root")
STICK = ("8:17", "/media/stick\\040one", "vfat", "/dev/sdb1")


@pytest.mark.skipif(sys.platform == "win32", reason="links as on Linux")
@pytest.mark.parametrize(
    ("folder", "mounts", "dm", "told"),
    [
        ("/home/a", [BARE], [SDA], Told.NO),
        ("/home/a", [CRYPT], [SDA, LUKS], Told.YES),
        ("/home/a", [ON_LVM], [SDA, LUKS, LVM], Told.YES),
        ("/home/a", [ON_LVM], [SDA, BARE_LVM], Told.NO),
        ("/home/a", [ON_LVM], [SDA, LUKS, TWO_DISKS], Told.NO),
        ("/home/a", [BARE, ("0:50", "/home/a", "ecryptfs", "/home/.a")], [SDA], Told.YES),
        ("/home/a", [("0:40", "/", "overlay", "overlay")], [], Told.CANNOT_TELL),
        ("/home/a", [("0:40", "/", "btrfs", "/dev/dm-0")], [SDA, LUKS], Told.YES),
        ("/home/a", [("0:40", "/", "btrfs", "/dev/sda2")], [SDA], Told.NO),
        ("/home/a", [("0:41", "/", "nfs4", "server:/home")], [], Told.CANNOT_TELL),
        ("/home/a", [BARE], [], Told.CANNOT_TELL),
        ("/media/stick one/data", [CRYPT, STICK], [SDA, LUKS, ("sdb1", "8:17", "", ())], Told.NO),
        ("/media/stick", [CRYPT, STICK], [SDA, LUKS], Told.YES),
    ],
)
def test_on_linux(tmp_path, folder, mounts, dm, told):
    root = machine(tmp_path, *mounts, dm=dm)
    assert linux_answer(Path(folder), root) is told


@pytest.mark.parametrize(
    ("said", "told"),
    [("1\n", Told.YES), ("3", Told.YES), ("2\n", Told.NO), ("5", Told.NO), ("", Told.CANNOT_TELL)],
)
def test_on_windows(said, told):
    assert windows_answer(said) is told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("FileVault is On.\n", Told.YES),
        ("FileVault is Off.\n", Told.NO),
        ("Error\n", Told.CANNOT_TELL),
    ],
)
def test_on_a_mac(said, told):
    assert mac_answer(said) is told


def test_here_there_is_an_answer(tmp_path):
    assert disk_encrypted(tmp_path) in Told


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_where_nobody_can_be_asked_it_cannot_be_told(tmp_path, monkeypatch, system):
    monkeypatch.setattr(disk_encryption.sys, "platform", system)
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    assert disk_encrypted(tmp_path) is Told.CANNOT_TELL
