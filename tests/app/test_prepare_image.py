"""``digitutor prepare-image``: each copy of the disk is a machine of its own."""

import io
import shutil

from digitutor_app.app.command_line import main
from digitutor_app.app.prepare_image import prepare_image
from digitutor_app.exchange.identity import Identities
from digitutor_app.store.opening import open_store
from digitutor_app.trust.practice_key import practice_key

FORGOT = "Kone unohti tunnuksensa: jokainen levyn kopio saa oman tunnuksen"


def public(folder, clock):
    key = practice_key(folder.practice_key, folder.practice_store)
    store = open_store(folder.practice_store, key, clock)
    try:
        return Identities(store, "the same board").device().public
    finally:
        store.close()


def test_copies_of_a_prepared_disk_have_names_of_their_own(folder, clock, tmp_path, capsys):
    before = public(folder, clock)
    assert main(["--data", str(folder.path), "prepare-image"]) == 0
    assert FORGOT in capsys.readouterr().out
    names = {before}
    for copy in ("one", "two"):
        data = type(folder)(tmp_path / copy)
        shutil.copytree(folder.path, data.path)
        names.add(public(data, clock))
    assert len(names) == 3


def test_a_laptop_that_was_never_opened_is_ready(folder, clock):
    out = io.StringIO()
    assert prepare_image(out, folder, clock) == 0
    assert FORGOT in out.getvalue()
    assert not folder.path.exists()


def test_a_tutors_machine_is_left_alone(folder, clock):
    before = public(folder, clock)
    (folder.path / "slots.json").write_text("{}")
    out = io.StringIO()
    assert prepare_image(out, folder, clock) == 2
    assert "Mitään ei muuttunut." in out.getvalue()
    assert public(folder, clock) == before


def test_while_the_program_is_open_it_says_so(started, folder, clock):
    started(folder)
    out = io.StringIO()
    assert prepare_image(out, folder, clock) == 2
    assert "Digitutor on auki." in out.getvalue()


def test_without_its_key_nothing_is_changed(folder, clock):
    public(folder, clock)
    folder.practice_key.unlink()
    out = io.StringIO()
    assert prepare_image(out, folder, clock) == 2
    assert "KeyMissingError" in out.getvalue()
