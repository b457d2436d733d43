"""Nothing of ours is left in a wiped folder, whatever comes in between."""

import base64
import shutil

import keyring
import pytest

from digitutor_app.services.collecting import WAITING
from digitutor_app.services.wiping import MARK, wipe
from digitutor_app.store.backup_files import DAMAGED, FOLDER
from digitutor_app.store.restoring import _WORK
from tests.services.laptop import do_all
from tests.trust.test_os_keyring import ring as keyring_in_memory

ring = keyring_in_memory


def test_nothing_of_ours_is_left(tmp_path, laptop):
    person_id = laptop.arrive()
    laptop.reception.take_code("sininen-kettu-27", "Ainokaisa")
    do_all(laptop, person_id)
    laptop.store(lambda store: store.backups.make("daily"))
    laptop.worker.close()
    folder = laptop.folder
    (folder / "practice.key").write_bytes(bytes(range(32)))
    (folder / "digitutor.log").write_text("something")
    (folder / "rehearsal").mkdir()
    (folder / "rehearsal" / "practice.db").write_bytes(b"x")
    assert wipe(folder) == []
    assert not folder.exists()
    assert wipe(folder) == []


def test_every_folder_that_the_program_makes_goes(tmp_path):
    """Named as in store.backup_files, store.restoring and services.collecting."""
    names = [FOLDER, DAMAGED, f"{_WORK}1a2b", WAITING]
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "practice.db").write_bytes(b"Aino")
    assert wipe(tmp_path) == []
    assert not tmp_path.exists()


def test_what_others_keep_in_the_folder_stays(tmp_path):
    (tmp_path / "practice.db").write_bytes(b"x")
    (tmp_path / "letter.odt").write_text("mine")
    (tmp_path / "photos").mkdir()
    assert wipe(tmp_path) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letter.odt", "photos"]


def test_a_link_is_removed_and_what_it_leads_to_stays(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "key").write_bytes(b"not ours")
    (elsewhere / "letter.odt").write_text("mine")
    data = tmp_path / "data"
    data.mkdir()
    (data / "practice.key").symlink_to(elsewhere / "key")
    (data / "backups").symlink_to(elsewhere)
    assert wipe(data) == []
    assert (elsewhere / "key").read_bytes() == b"not ours"
    assert (elsewhere / "letter.odt").exists()
    assert not data.exists()


class PowerCutError(BaseException):
    """The power goes."""


FILES = ("practice.key", "practice.db", "practice.db-wal", "digitutor.log")


def a_data_folder(folder):
    folder.mkdir()
    for name in FILES:
        (folder / name).write_bytes(b"Aino")
    (folder / "backups").mkdir()
    (folder / "backups" / "daily.db").write_bytes(b"Aino")


@pytest.mark.parametrize("cut", range(len(FILES)))
def test_a_power_cut_in_between_is_known_and_the_next_time_it_goes_on(tmp_path, monkeypatch, cut):
    data = tmp_path / "data"
    a_data_folder(data)
    removals = []
    unlink = type(data).unlink

    def cutting(path, *args, **more):
        if path.parent == data and path.name in FILES:
            removals.append(path)
            if len(removals) > cut:
                raise PowerCutError
        unlink(path, *args, **more)

    with monkeypatch.context() as patch:
        patch.setattr(type(data), "unlink", cutting)
        with pytest.raises(PowerCutError):
            wipe(data)
    assert (data / MARK).exists()
    assert not (data / "practice.key").exists() or cut == 0
    assert wipe(data) == []
    assert not data.exists()


def test_what_the_machine_does_not_let_go_of_is_named_and_tried_again(tmp_path, monkeypatch):
    data = tmp_path / "data"
    a_data_folder(data)

    def refuse(path):
        raise PermissionError(path)

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", refuse)
        assert wipe(data) == ["backups"]
    assert (data / MARK).exists()
    assert wipe(data) == []
    assert not data.exists()


def test_the_keys_are_forgotten_in_the_keyring_too(tmp_path, ring):
    data = tmp_path / "data"
    a_data_folder(data)
    (data / "rehearsal").mkdir()
    others = tmp_path / "other" / "practice.key"
    ours = (data / "practice.key", data / "rehearsal" / "practice.key")
    for path in (*ours, others):
        keyring.set_password("digitutor", str(path), base64.b64encode(bytes(32)).decode())
    wipe(data)
    assert list(ring.kept) == [("digitutor", str(others))]


def test_the_lock_of_the_running_program_stays(tmp_path):
    a_data_folder(tmp_path / "data")
    (tmp_path / "data" / "digitutor.lock").touch()
    assert wipe(tmp_path / "data") == []
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["digitutor.lock"]
