"""What stands beside the list of a file dialog: one's own folders, and the sticks that are in."""

import os
from pathlib import Path

from PySide6.QtWidgets import QSplitter, QWidget

from digitutor_app.dialogs.choose_folder import folder_dialog
from digitutor_app.dialogs.near_places import offer_places, sticks
from digitutor_app.ui_kit.fonts import load_fonts


def plugged_in(monkeypatch, *roots):
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) in roots)


def test_sticks_are_found_straight_and_in_the_folder_of_the_user(tmp_path, monkeypatch):
    straight, of_user = tmp_path / "TIKKU", tmp_path / "emma" / "KESÄ"
    for folder in (straight, of_user, tmp_path / "cdrom"):
        folder.mkdir(parents=True)
    plugged_in(monkeypatch, straight, of_user)
    assert sticks([tmp_path, tmp_path / "gone"]) == [straight, of_user]


def test_a_stick_is_one_press_away_and_its_name_has_room(qtbot, tmp_path, monkeypatch):
    load_fonts()
    window = QWidget()
    window.resize(1093, 614)
    qtbot.addWidget(window)
    dialog = folder_dialog(window)
    qtbot.addWidget(dialog)
    stick = tmp_path / "TIKKU"
    stick.mkdir()
    plugged_in(monkeypatch, stick)
    offer_places(dialog, [tmp_path])
    places = [Path(url.toLocalFile()) for url in dialog.sidebarUrls()]
    assert Path.home() in places
    assert places[-1] == stick
    with qtbot.waitExposed(dialog):
        dialog.show()
    beside = dialog.findChild(QSplitter).sizes()[0]
    assert beside > dialog.fontMetrics().horizontalAdvance("DIGITUTOR-TIKKU")
