"""A stick is prepared, found among the places of a machine, read, and answered."""

import os

import pytest

from digitutor_app.exchange.stick.errors import NoStickError, StickFileError, StickRefusedError
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.exchange.stick.receipts import Receipts, written_receipts
from digitutor_app.exchange.stick.sheet import written_sheet
from tests.exchange.stick.makers import TUTOR, a_sheet


@pytest.fixture
def stick(tmp_path):
    root = tmp_path / "stick"
    root.mkdir()
    made = Stick(root)
    made.prepare(written_sheet(a_sheet(), TUTOR))
    return made


def test_a_prepared_stick_is_found_and_read(stick, tmp_path):
    (tmp_path / "other").mkdir()
    assert [Stick(tmp_path / name).has_workshop for name in ("other", "gone", "stick")] == [
        False,
        False,
        True,
    ]
    assert stick.sheet() == (TUTOR.public, a_sheet())
    assert stick.receipts() is None


def test_everything_of_ours_lies_in_one_folder(stick):
    assert [path.name for path in stick.root.iterdir()] == ["DIGITUTOR"]


def test_preparing_anew_keeps_what_laptops_delivered(stick):
    (stick.bundles / "a.wb1").write_bytes(b"delivered")
    stick.prepare(written_sheet(a_sheet(rehearsal=True), TUTOR))
    assert stick.sheet()[1].rehearsal
    assert (stick.bundles / "a.wb1").read_bytes() == b"delivered"


def test_receipts_are_read_back(stick):
    said = Receipts(made="2026-11-24T12:00+02:00", organisation="sedu")
    stick.answer(written_receipts(said, TUTOR))
    assert stick.receipts() == (TUTOR.public, said)
    (stick.folder / "receipts.dgt").write_bytes(b"torn")
    assert stick.receipts() is None


def test_no_stick_and_a_torn_sheet(stick, tmp_path):
    with pytest.raises(NoStickError):
        Stick(tmp_path / "gone").sheet()
    file = stick.folder / "workshop.dgt"
    file.write_bytes(file.read_bytes()[:40])
    with pytest.raises(StickFileError):
        stick.sheet()


def test_a_stick_without_room_keeps_the_old_sheet(stick, monkeypatch):
    before = stick.sheet()

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StickRefusedError):
        stick.prepare(written_sheet(a_sheet(rehearsal=True), TUTOR))
    assert stick.sheet() == before


def test_a_stick_that_cannot_be_written(tmp_path):
    (tmp_path / "DIGITUTOR").write_text("a file, no folder")
    with pytest.raises(StickRefusedError):
        Stick(tmp_path).prepare(written_sheet(a_sheet(), TUTOR))


def test_preparing_never_makes_a_stick_where_there_is_none(tmp_path):
    with pytest.raises(StickRefusedError):
        Stick(tmp_path / "gone").prepare(written_sheet(a_sheet(), TUTOR))
    assert not (tmp_path / "gone").exists()


def test_answering_never_makes_a_folder_where_the_stick_is_gone(tmp_path):
    said = Receipts(made="2026-11-24T12:00+02:00", organisation="sedu")
    with pytest.raises(StickRefusedError):
        Stick(tmp_path / "gone").answer(written_receipts(said, TUTOR))
    assert not (tmp_path / "gone").exists()
