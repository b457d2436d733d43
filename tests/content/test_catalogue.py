"""The shelf: finds, reads late, leaves out what is broken and names it."""

import pytest

from digitutor_app.content.errors import ContentError


def test_ids_come_in_teaching_order(shelf):
    shelf.another("10_last")
    shelf.another("02_second")
    (shelf.module / "notes").mkdir()
    (shelf.module / "03_notes.txt").write_text("x")
    (shelf.root / "loose").mkdir()
    assert shelf.catalogue().ids() == ["files-01", "files-02", "files-10"]


def test_a_broken_folder_is_left_out_and_named_while_the_rest_works(shelf):
    shelf.another("02_second")
    shelf.another("03_third")
    shelf.spoil(shelf.module / "02_second" / "exercise.toml", "minutes = 5", "minutes =")
    (shelf.module / "03_third" / "text.fi.toml").unlink()
    (shelf.module / "04_empty").mkdir()
    catalogue = shelf.catalogue()
    assert catalogue.sound_ids("fi") == ["files-01"]
    assert [(error.folder, error.file.name) for error in catalogue.problems("fi")] == [
        ("files/02_second", "exercise.toml"),
        ("files/03_third", "text.fi.toml"),
        ("files/04_empty", "exercise.toml"),
    ]
    assert catalogue.exercise("files-01").id == "files-01"


def test_an_exercise_is_sound_in_the_languages_that_it_has(shelf):
    catalogue = shelf.catalogue()
    assert catalogue.languages("files-01") == {"fi"}
    assert catalogue.sound_ids("sv") == []
    assert catalogue.problem("files-01", "fi") is None


def test_every_data_set_must_be_whole(shelf):
    shelf.spoil(shelf.text, 'forms = "Laskut"', "")
    assert shelf.catalogue().sound_ids("fi") == []


def test_an_exercise_that_is_not_there_is_explained(shelf):
    for name in ("files-99", "mail-01", "nonsense", ""):
        with pytest.raises(ContentError, match="an exercise"):
            shelf.catalogue().exercise(name)


def test_two_folders_of_one_number_are_both_refused(shelf):
    shelf.another("01_zzz")
    catalogue = shelf.catalogue()
    assert catalogue.ids() == ["files-01"]
    (error,) = catalogue.problems("fi")
    assert error.folder == "files/01_zzz"
    assert '"01_open" begins with 01 too' in error.expected


def test_nothing_is_read_before_it_is_asked_for(shelf):
    shelf.exercise.write_text("broken", encoding="utf-8")
    catalogue = shelf.catalogue()
    assert catalogue.ids() == ["files-01"]
    assert catalogue.modules()[0].id == "files"


def test_what_was_read_is_kept(shelf):
    catalogue = shelf.catalogue()
    first = catalogue.exercise("files-01")
    shelf.exercise.unlink()
    assert catalogue.exercise("files-01") is first


MODULE_FAULTS = {
    "id of another folder": ("module.toml", 'id = "files"', 'id = "file"', "id", '"files", as'),
    "no number": ("module.toml", "number = 4", "", "top of the file", 'a field "number" too'),
    "a skill twice": (
        "module.toml",
        '"files.move"',
        '"files.open"',
        "skills",
        '"files.open" is in',
    ),
    "a skill without a name": (
        "module.fi.toml",
        '"files.move" = "Siirtäminen"',
        "",
        "skills",
        "a name for each skill",
    ),
    "bad TOML": ("module.fi.toml", "[skills]", "[skills", "line 3", "valid TOML"),
}


@pytest.mark.parametrize("name", MODULE_FAULTS)
def test_a_broken_module_is_explained(shelf, name):
    file, old, new, place, words = MODULE_FAULTS[name]
    shelf.spoil(shelf.module / file, old, new)
    if name == "a skill twice":
        shelf.spoil(shelf.module / "module.fi.toml", '"files.move" = "Siirtäminen"', "")
    catalogue = shelf.catalogue()
    assert [module.id for module in catalogue.modules()] == []
    problem = catalogue.problems("fi")[0]
    assert problem.place == place
    assert words in problem.expected
    assert problem.file.parent == shelf.module
