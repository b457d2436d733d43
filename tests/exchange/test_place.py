"""A folder as a place: real files, links and refusals."""

import errno
import os

import pytest

from digitutor_app.exchange.bundle import Kind
from digitutor_app.exchange.carrying import BundleName, candidates, carry, fetch
from digitutor_app.exchange.errors import (
    PlaceFullError,
    PlaceGoneError,
    PlaceReadOnlyError,
    PlaceTroubleError,
)
from digitutor_app.exchange.place import FolderPlace
from tests.exchange.machines import NOW, WRITER, a_bundle

posix = pytest.mark.skipif(os.name != "posix", reason="links and modes of POSIX")


def name_of(kind=Kind.BUNDLE):
    return BundleName.of("opisto", WRITER.public.hex(), NOW, kind)


def test_a_bundle_goes_to_a_folder_and_comes_back(tmp_path):
    place = FolderPlace(tmp_path)
    packed = a_bundle()
    done = carry(place, packed, name_of())
    assert (tmp_path / done.name).read_bytes() == packed.content
    [found] = candidates(place)
    assert found.entry.name == done.name
    assert fetch(place, found) == packed.content
    assert [path.name for path in tmp_path.iterdir()] == [packed.header.device[:8]]


def test_a_place_without_a_folder_is_gone(tmp_path):
    place = FolderPlace(tmp_path / "unplugged")
    for step in (
        place.free,
        place.entries,
        lambda: place.read("x", 1),
        lambda: place.write_new("a/x", b""),
        lambda: carry(place, a_bundle(), name_of()),
    ):
        with pytest.raises(PlaceGoneError):
            step()
    assert not (tmp_path / "unplugged").exists()


def test_nothing_is_written_over(tmp_path):
    place = FolderPlace(tmp_path)
    place.write_new("a/x", b"one")
    with pytest.raises(PlaceTroubleError):
        place.write_new("a/x", b"two")
    assert (tmp_path / "a" / "x").read_bytes() == b"one"
    place.remove("a/x")
    place.remove("a/x")


@posix
def test_links_are_no_files_of_the_place(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "opisto-aaaaaaaa-20260302T070000Z-000000.wb1").write_bytes(b"elsewhere")
    inside = tmp_path / "stick"
    inside.mkdir()
    (inside / "link.wb1").symlink_to(outside / "opisto-aaaaaaaa-20260302T070000Z-000000.wb1")
    (inside / "folder").symlink_to(outside)
    (inside / "deep" / "deeper").mkdir(parents=True)
    (inside / "deep" / "deeper" / "x.wb1").write_bytes(b"too deep")
    (inside / "deep" / "x.wb1").write_bytes(b"seen")
    assert [entry.name for entry in FolderPlace(inside).entries()] == ["deep/x.wb1"]


@posix
@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="nothing is locked for root")
def test_a_locked_folder_is_said(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(PlaceReadOnlyError):
            FolderPlace(tmp_path).write_new("a/x", b"")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, PlaceFullError),
        (errno.EROFS, PlaceReadOnlyError),
        (errno.EIO, PlaceGoneError),
        (errno.ENODEV, PlaceGoneError),
        (errno.EINVAL, PlaceTroubleError),
    ],
)
def test_what_the_machine_refuses_is_told_apart(tmp_path, monkeypatch, number, error):
    def refuse(*_args):
        raise OSError(number, os.strerror(number))

    place = FolderPlace(tmp_path)
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(error):
        place.write_new("x", b"content")


def test_what_changed_has_another_mark(tmp_path):
    place = FolderPlace(tmp_path)
    place.write_new("x.wb1", b"one")
    [before] = place.entries()
    os.utime(tmp_path / "x.wb1", ns=(1, 1))
    [after] = place.entries()
    assert before.mark != after.mark
    assert (before.name, before.size) == (after.name, after.size) == ("x.wb1", 3)
