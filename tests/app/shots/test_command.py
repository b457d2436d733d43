"""The command and the pictures of the pages, on one small tour."""

import io
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from digitutor_app.app.command_line import main
from digitutor_app.app.shots import command
from digitutor_app.app.shots.command import save, shots
from digitutor_app.i18n.places import exercises

TAKE = exercises().parent / "docs" / "pictures"


@pytest.fixture
def take(monkeypatch):
    monkeypatch.syspath_prepend(str(TAKE))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    import take

    yield take
    sys.modules.pop("take")


def test_a_folder_in_use_is_refused(tmp_path):
    (tmp_path / "mine.png").write_text("mine")
    out = io.StringIO()
    assert shots(out, tmp_path) == command.REFUSED
    assert "ei ole tyhjä" in out.getvalue()
    assert [file.name for file in tmp_path.iterdir()] == ["mine.png"]


def test_a_file_in_place_of_the_folder_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    out = io.StringIO()
    assert shots(out, tmp_path / "file" / "inside") == command.REFUSED
    assert "ei voinut ottaa" in out.getvalue()


def test_a_picture_is_listed_by_its_place(tmp_path, qapp):
    picture = QImage(4, 3, QImage.Format.Format_RGB32)
    picture.fill(0)
    assert save(picture, tmp_path / "one view", "home") == "one view/home.png"
    assert QImage(str(tmp_path / "one view" / "home.png")).size() == picture.size()


@pytest.mark.parametrize(
    "words", [["shots"], ["demo"], ["self-check", "here"], ["demo", "--quick", "x"]]
)
def test_words_that_do_not_belong_together(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage: digitutor" in capsys.readouterr().err


def test_pages_show_pictures_that_exist(take):
    assert {file.stem for file in TAKE.glob("*.png")} == take.wanted()


def test_few_colours_keep_the_picture(take, qapp):
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(0xFFFAFBF7)
    for x in range(40):
        picture.setPixel(x, 10, 0xFF0B4F5C)
    small = take.with_few_colours(picture)
    assert small.format() == QImage.Format.Format_Indexed8
    assert small.convertToFormat(QImage.Format.Format_RGB32) == picture


def test_take_reads_the_readme(take):
    assert "start" in take.wanted()
    assert Path(take.ROOT / "README.md").exists()
