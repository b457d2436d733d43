"""A stick on which anything may lie under our names: nothing waits, nothing is written elsewhere,
and what is ours on it is read all the same."""

import os
import threading

import pytest

from digitutor_app.exchange.by_hand import place_at
from digitutor_app.exchange.carrying import candidates
from digitutor_app.exchange.errors import PlaceError
from digitutor_app.exchange.place import FolderPlace
from digitutor_app.exchange.stick.errors import StickError
from digitutor_app.exchange.stick.place import Stick
from tests.services.room import CODES, somebody

pytestmark = pytest.mark.skipif(os.name != "posix", reason="such files are made on POSIX systems")
#: Far more than any of this takes; without it a broken reader would hold the whole run.
PATIENCE = 60


def answered(act):
    """What an act answers or raises, as long as it ends at all."""
    said = []

    def run():
        try:
            said.append(act())
        except Exception as error:  # noqa: BLE001 - handed to whoever asked
            said.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    assert said, "it waits for ever"
    return said[0]


def pipe(path):
    os.mkfifo(path)


def endless(path):
    path.symlink_to("/dev/zero")


def dangling(path):
    path.symlink_to(path.with_name("nowhere"))


def loop(path):
    path.symlink_to(path)


def folder(path):
    path.mkdir()


def sparse(path):
    with path.open("wb") as file:
        file.truncate(50 * 1024**3)


STRANGE = [pipe, endless, dangling, loop, folder, sparse]


@pytest.fixture
def delivered(room):
    """A room of which one laptop has delivered."""
    laptop = room.joined("laptop")
    somebody(laptop)
    room.gather(laptop)
    return laptop


@pytest.mark.parametrize("make", STRANGE)
def test_a_strange_sheet_is_no_stick(tmp_path, make):
    stick = Stick(tmp_path)
    stick.folder.mkdir()
    make(stick.folder / "workshop.dgt")
    answered(lambda: stick.has_workshop)
    assert isinstance(answered(stick.sheet), StickError)


@pytest.mark.parametrize("make", STRANGE)
def test_strange_receipts_keep_no_laptop_from_delivering(room, delivered, make):
    make(room.stick.folder / "receipts.dgt")
    assert answered(lambda: room.gather(delivered).number) == 1


@pytest.mark.parametrize("make", STRANGE)
def test_a_strange_card_hides_no_laptop(room, delivered, make):
    make(room.stick.folder / "laptops" / "w1" / "02.dgt")
    other = answered(lambda: room.joined("other"))
    somebody(other, CODES[3])
    room.gather(other)
    assert answered(lambda: room.desk.collect(room.stick)).numbers == (1, 3)


@pytest.mark.parametrize("make", STRANGE)
def test_strange_bundles_keep_nobody_elses_away(room, delivered, make):
    make(room.stick.bundles / "aaaa.wb1")
    collected = answered(lambda: room.desk.collect(room.stick))
    assert [each.device.number for each in collected.arrived] == [1]


@pytest.mark.parametrize("make", [pipe, endless, dangling, loop, folder])
def test_a_strange_file_that_somebody_points_at_is_said(room, tmp_path, make):
    make(tmp_path / "chosen.wb1")
    assert isinstance(
        answered(lambda: room.desk.look(place_at(tmp_path / "chosen.wb1"))),
        PlaceError | type(room.desk.look(FolderPlace(room.stick.bundles))),
    )


@pytest.mark.parametrize("make", [pipe, endless, dangling, loop, folder, sparse])
def test_a_file_that_changes_its_kind_before_it_is_read(tmp_path, make):
    make(tmp_path / "x.wb1")
    found = answered(lambda: FolderPlace(tmp_path).read("x.wb1", 10))
    assert isinstance(found, PlaceError) or found == bytes(10)


def test_many_files_of_others_hide_no_bundle(room, delivered):
    for number in range(25_000):
        (room.stick.bundles / f"{number}.wb1").touch()
    place = FolderPlace(room.stick.bundles)
    device = room.gathering(delivered)[0].identities
    own = delivered.store(lambda store: device(store).device().public[:8])
    assert own in [each.device for each in candidates(place)]


def test_large_files_that_are_no_bundles_are_not_read(tmp_path, monkeypatch, room):
    for number in range(3):
        with (tmp_path / f"{number}.wb1").open("wb") as file:
            file.truncate(60 * 1024**2)
    asked = []
    monkeypatch.setattr(os, "fdopen", _counted(os.fdopen, asked))
    refused = room.desk.look(FolderPlace(tmp_path)).refused
    assert len(refused) == 3
    assert sum(asked) < 1000


def _counted(open_file, asked):
    class Counted:
        def __init__(self, *args):
            self._file = open_file(*args)

        def __enter__(self):
            return self

        def __exit__(self, *_args):
            self._file.close()

        def read(self, most):
            content = self._file.read(most)
            asked.append(len(content))
            return content

    return Counted


@pytest.mark.parametrize("name", ["workshop.dgt.part", "receipts.dgt.part", "receipts.dgt"])
def test_nothing_is_written_through_a_link(room, delivered, tmp_path, name):
    mine = tmp_path / "mine.txt"
    mine.write_text("precious")
    (room.stick.folder / name).unlink(missing_ok=True)
    (room.stick.folder / name).symlink_to(mine)
    answered(room.prepare)
    answered(lambda: room.desk.collect(room.stick))
    assert mine.read_text() == "precious"
    assert not (room.stick.folder / "receipts.dgt").is_symlink()
    assert room.stick.receipts() is not None


def test_a_pipe_where_a_draft_is_written(room, delivered):
    pipe(room.stick.folder / "receipts.dgt.part")
    assert answered(lambda: room.desk.collect(room.stick)).numbers == (1,)


@pytest.mark.parametrize("linked", ["DIGITUTOR", "DIGITUTOR/bundles", "DIGITUTOR/laptops"])
def test_a_stick_that_leads_elsewhere_gets_nothing(room, tmp_path, linked):
    laptop = room.a_laptop("laptop")
    elsewhere = tmp_path / "elsewhere"
    real = room.stick.root / linked
    if real.exists():
        real.rename(elsewhere)
    else:
        elsewhere.mkdir()
    before = sorted(elsewhere.rglob("*"))
    real.symlink_to(elsewhere)
    joining, gathering = room.gathering(laptop)

    def round_with_stick():
        joining.join(room.stick)
        gathering.answer(room.stick)

    assert isinstance(answered(round_with_stick), StickError | PlaceError)
    assert sorted(elsewhere.rglob("*")) == before


@pytest.mark.parametrize("name", ["\n.wb1", "\u202eabc.wb1", "\x1b[31m.wb1", "ä" * 100 + ".wb1"])
def test_strange_names_keep_nobody_elses_away(room, delivered, name):
    (room.stick.bundles / name).write_bytes(b"x")
    collected = room.desk.collect(room.stick)
    assert len(collected.arrived) == 1
    assert len(collected.refused) == 1
