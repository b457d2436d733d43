"""A paper is written whole or not at all."""

import errno

import pytest

from digitutor_app.services import paper
from digitutor_app.services.paper import NoRoomForPaperError, PaperNotSavedError, save_paper


def test_a_file_is_written_and_replaced(tmp_path):
    path = tmp_path / "todistus.pdf"
    save_paper(path, b"one")
    save_paper(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(PaperNotSavedError):
        save_paper(tmp_path / "gone" / "todistus.pdf", b"one")


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "todistus.pdf"
    save_paper(path, b"one")

    def full(_number):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(paper.os, "fsync", full)
    with pytest.raises(NoRoomForPaperError):
        save_paper(path, b"two")
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]
