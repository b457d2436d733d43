"""Where sticks may be is read from the list of mounts; nothing that is mounted is asked."""

import os
import sys
from pathlib import Path

import pytest

from digitutor_app.app import places_seen

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the list of a Linux kernel")
LISTED = rb"""22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
40 27 8:17 / /media/liisa/UUSI\040TIKKU rw,nosuid,nodev - vfat /dev/sdb1 rw,uid=1000
41 27 8:33 / /media/liisa/LUKITTU ro,nosuid,nodev shared:7 - exfat /dev/sdc1 ro
42 27 0:50 / /mnt/palvelin rw,relatime - nfs4 10.0.0.1:/jako rw,hard
43 27 0:51 / /media/liisa/pilvi rw - fuse.sshfs liisa@kone:/koti rw
44 27 0:52 / /mnt/windows rw - cifs //palvelin/jako rw
45 27 8:49 / /run/media/liisa/\303\204ITI rw - fuseblk /dev/sdd1 rw
broken
46 27 - x
"""


@pytest.fixture
def listed(tmp_path, monkeypatch):
    file = tmp_path / "mountinfo"
    file.write_bytes(LISTED)
    monkeypatch.setattr(places_seen, "_MOUNTS", file)
    return file


def test_devices_are_seen_and_no_network(listed):
    assert [str(root) for root in places_seen.mounted()] == [
        "/",
        "/media/liisa/UUSI TIKKU",
        "/media/liisa/LUKITTU",
        "/run/media/liisa/ÄITI",
    ]


def test_a_stick_to_prepare_can_be_written(listed):
    assert [root.name for root in places_seen.removable()] == ["UUSI TIKKU", "ÄITI"]


def test_nothing_that_is_mounted_is_asked(listed, monkeypatch):
    """A dead server would keep whoever asks."""

    def asked(*_args, **_kwargs):
        raise AssertionError("it was asked")

    for name in ("stat", "lstat", "statvfs"):
        monkeypatch.setattr(os, name, asked)
    assert places_seen.mounted()
    assert places_seen.removable()


def test_no_list_no_places(listed):
    listed.unlink()
    assert places_seen.mounted() == places_seen.removable() == []


def test_what_this_machine_has_mounted_is_there():
    assert all(isinstance(root, Path) for root in places_seen.mounted())
