"""Windows of the practice computer, by mouse and by keyboard, and back by undo."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.practice.windows import Shape
from digitutor_app.room_kit.title_bar import TitleBar
from digitutor_app.ui_kit.theme import THEMES
from tests.room_kit.conftest import make_bench


def grabbed(bench, name):
    """A hand that holds the target."""
    hand = bench.hand
    hand.move(bench.desktop.targets.spot(name).point)
    hand.press()
    return hand


def test_a_window_stands_where_its_row_says_inside_the_desktop(bench):
    area = bench.desktop.area.rect()
    bench.computer.windows.put("files", (100, 100, 700, 800))
    window = bench.desktop.stack.top()
    assert window.frame().left() == round(area.width() / 10)
    assert window.frame().height() == round(area.height() * 0.8)
    assert bench.desktop.taskbar.button("files").text() == "Tiedostot"


@pytest.mark.parametrize("keyboard", [False, True])
@pytest.mark.parametrize(
    ("target", "verb", "shape"),
    [
        ("minimise:files", "minimise", Shape.MINIMISED),
        ("maximise:files", "maximise", Shape.MAXIMISED),
        ("close:files", "close", None),
        ("task:files", "minimise", Shape.MINIMISED),
    ],
)
def test_the_buttons_of_a_window_and_peru(bench, keyboard, target, verb, shape):
    before = bench.rows()
    bench.play(("click", target), keyboard=keyboard)
    now = bench.window("files")
    assert (now and now.shape) == shape
    assert bench.verbs() == [(verb, "window:files", "keys" if keyboard else "pointer")]
    assert bench.computer.undo()
    assert bench.rows() == before
    assert bench.desktop.targets.find("close:files").isValid()


def test_a_minimised_window_cannot_be_seen_and_comes_back_from_the_taskbar(bench):
    bench.play(("click", "minimise:files"))
    with pytest.raises(OurMistakeError, match="hidden"):
        bench.desktop.targets.find("close:files")
    bench.play(("click", "task:files"))
    assert bench.window("files").shape is Shape.NORMAL
    assert bench.verbs()[-1] == ("restore", "window:files", "pointer")


def test_a_maximised_window_fills_the_desktop_and_returns_to_its_place(bench):
    place = bench.desktop.stack.top().frame()
    bench.play(("click", "maximise:files"))
    assert bench.desktop.stack.top().frame() == bench.desktop.area.rect()
    bench.play(("click", "maximise:files"))
    assert bench.desktop.stack.top().frame() == place
    assert [verb for verb, *_ in bench.verbs()] == ["maximise", "restore"]


def test_a_double_click_on_the_title_maximises(bench):
    bench.play(("double_click", "title:files"))
    assert bench.window("files").shape is Shape.MAXIMISED


def test_moving_a_window_by_its_title(bench):
    before, frame = bench.rows(), bench.desktop.stack.top().frame()
    hand = grabbed(bench, "title:files")
    hand.move(hand.point + QPoint(40, 30))
    assert bench.rows() == before
    hand.move(hand.point + QPoint(20, 0))
    hand.release()
    moved = bench.desktop.stack.top().frame()
    assert (moved.topLeft() - frame.topLeft() - QPoint(60, 30)).manhattanLength() <= 2
    assert (moved.size() - frame.size()).width() in (-1, 0, 1)
    assert bench.verbs() == [("move", "window:files", "pointer")]
    bench.computer.undo()
    assert bench.rows() == before
    assert bench.desktop.stack.top().frame() == frame


def test_a_small_slip_on_the_title_moves_nothing(bench):
    before = bench.rows()
    hand = grabbed(bench, "title:files")
    hand.move(hand.point + QPoint(9, 6))
    hand.release()
    assert bench.rows() == before


def test_escape_takes_a_moving_window_back(bench):
    frame = bench.desktop.stack.top().frame()
    hand = grabbed(bench, "title:files")
    hand.move(hand.point + QPoint(80, 30))
    assert bench.desktop.stack.top().frame() != frame
    hand.key("Esc")
    hand.release()
    assert bench.desktop.stack.top().frame() == frame
    assert not bench.computer.book.can_undo


def test_a_window_cannot_be_lost_beyond_the_edge(bench):
    hand = grabbed(bench, "title:files")
    hand.move(hand.point + QPoint(5000, 5000))
    hand.release()
    bench.desktop.targets.find("title:files")


def test_changing_the_size_at_a_corner(bench):
    before, frame = bench.rows(), bench.desktop.stack.top().frame()
    window = bench.desktop.stack.top()
    hand = bench.hand
    hand.move(window.mapToGlobal(window.rect().bottomRight() - QPoint(3, 3)))
    hand.press()
    hand.move(hand.point - QPoint(90, 70))
    hand.release()
    smaller = bench.desktop.stack.top().frame()
    assert smaller.topLeft() == frame.topLeft()
    assert abs(frame.width() - smaller.width() - 90) <= 1
    assert abs(frame.height() - smaller.height() - 70) <= 1
    assert bench.verbs() == [("resize", "window:files", "pointer")]
    bench.computer.undo()
    assert bench.rows() == before


def test_escape_takes_a_changing_size_back(bench):
    window, frame = bench.desktop.stack.top(), bench.desktop.stack.top().frame()
    hand = bench.hand
    hand.move(window.mapToGlobal(window.rect().bottomRight() - QPoint(3, 3)))
    hand.press()
    hand.move(hand.point - QPoint(90, 70))
    assert window.frame() != frame
    hand.key("Esc")
    hand.release()
    assert window.frame() == frame
    assert not bench.computer.book.can_undo


def test_a_change_of_language_keeps_what_is_open(bench):
    bench.play(("click", "start"))
    bench.room.names = {"files": "Files", "document": "Document"}
    bench.desktop.set_words_changed()
    assert bench.desktop.targets.spot("menu:start_files").widget.text() == "Files"
    assert bench.desktop.stack.top().bar.close_button.accessibleName() == "Sulje ikkuna Files"
    assert bench.desktop.taskbar.button("files").text() == "Files"


def test_the_left_edge_moves_alone_and_stops_at_the_least_size(bench):
    window = bench.desktop.stack.top()
    right = window.frame().right()
    hand = bench.hand
    hand.move(window.mapToGlobal(QPoint(3, window.height() // 2)))
    hand.press()
    hand.move(hand.point + QPoint(3000, 0))
    hand.release()
    frame = bench.desktop.stack.top().frame()
    assert abs(frame.right() - right) <= 1
    assert abs(frame.width() - window.least().width()) <= 1


def test_arrows_move_and_resize_from_the_title(bench):
    before = bench.rows()
    frame = bench.desktop.stack.top().frame()
    bench.play(("key", "Right", {"on": "title:files"}), keyboard=True)
    assert isinstance(QApplication.focusWidget(), TitleBar)
    assert bench.desktop.stack.top().frame().left() > frame.left()
    bench.play(("key", "Shift+Up"), keyboard=True)
    assert bench.desktop.stack.top().frame().height() < frame.height()
    assert [verb for verb, *_ in bench.verbs()] == ["move", "resize"]
    bench.computer.undo()
    bench.computer.undo()
    assert bench.rows() == before


def test_start_menu_opens_a_program_by_mouse_and_by_keys(bench):
    bench.play(("click", "close:files"))
    before = bench.rows()
    bench.play(("click", "start"), ("click", "menu:start_files"))
    assert bench.window("files") is not None
    assert bench.verbs()[-1] == ("open", "window:files", "pointer")
    bench.computer.undo()
    assert bench.rows() == before
    bench.play(("key", "Enter", {"on": "start"}), ("key", "Down"), ("key", "Enter"), keyboard=True)
    assert bench.window("document") is not None
    assert bench.verbs()[-1] == ("open", "window:document", "keys")
    bench.computer.undo()
    assert bench.rows() == before


def test_escape_closes_the_start_menu_only(bench):
    before = bench.rows()
    bench.play(("click", "start"))
    assert "menu:start_files" in bench.desktop.targets.names()
    bench.play(("key", "Esc"))
    with pytest.raises(OurMistakeError):
        bench.desktop.targets.find("menu:start_files")
    assert bench.rows() == before


def test_two_windows_the_pressed_one_comes_up(qtbot, look, clock):
    bench = make_bench(qtbot, look, clock, windows=("files", "document:plan"))
    assert bench.desktop.stack.top_id() == "document:plan"
    bench.computer.windows.put("document:plan", (300, 300, 600, 600))
    bench.play(("click", "title:files"))
    assert bench.desktop.stack.top_id() == "files"
    bench.play(("click", "field:name"))
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert bench.desktop.stack.holding(field).window_id == "files"
    other = next(f for f in bench.room.fields if f is not field)
    hand = bench.hand
    bench.computer.windows.put("files", (0, 0, 400, 500))
    hand.move(other.mapToGlobal(other.rect().bottomRight() - QPoint(4, 4)))
    hand.press()
    hand.release()
    assert bench.desktop.stack.top_id() == "document:plan"
    assert bench.verbs()[-1] == ("raise", "window:document:plan", "pointer")


def test_f6_goes_round_icons_windows_and_taskbar(qtbot, look, clock):
    bench = make_bench(qtbot, look, clock, windows=("files", "document:plan"))
    hand, where = bench.hand, []
    bench.play(("click", "title:document:plan"))
    for key in ("F6", "F6", "F6", "F6", "Ctrl+Tab", "Shift+F6"):
        hand.key(key)
        focus = QApplication.focusWidget()
        window = bench.desktop.stack.holding(focus)
        where.append(window.window_id if window else type(focus).__name__)
    icon, task = "DesktopIcon", "TaskButton"
    assert where == [task, icon, "files", "document:plan", task, "document:plan"]


def test_tab_passes_windows_that_lie_below(qtbot, look, clock):
    bench = make_bench(qtbot, look, clock, windows=("files", "document:plan"))
    met = set()
    for _press in range(40):
        bench.hand.key("Tab")
        window = bench.desktop.stack.holding(QApplication.focusWidget())
        met.add(window.window_id if window else type(QApplication.focusWidget()).__name__)
    assert met == {"document:plan", "TaskButton", "DesktopIcon"}
    assert bench.seen == []


def test_closing_gives_the_keyboard_to_the_window_below(qtbot, look, clock):
    bench = make_bench(qtbot, look, clock, windows=("files", "document:plan"))
    bench.play(("click", "close:document:plan"))
    assert bench.desktop.stack.holding(QApplication.focusWidget()).window_id == "files"


def test_undo_from_beside_the_frame_leaves_the_keyboard_there(bench, qtbot):
    outside = QLineEdit()
    qtbot.addWidget(outside)
    outside.setParent(bench.frame)
    outside.show()
    bench.play(("click", "close:files"))
    outside.setFocus()
    bench.computer.undo()
    assert QApplication.focusWidget() is outside


def test_new_windows_fill_a_small_desktop(qtbot, look, clock):
    bench = make_bench(qtbot, look, clock, size=(672, 418))
    assert bench.window("files").shape is Shape.MAXIMISED
    assert not bench.computer.book.can_undo
    bench.desktop.open_window("document:plan", "pointer")
    assert bench.window("document:plan").shape is Shape.MAXIMISED
    bench.computer.undo()
    assert bench.window("document:plan") is None
    bench.play(("click", "maximise:files"))
    assert bench.window("files").shape is Shape.NORMAL


def test_everything_can_be_reached_at_double_text(qtbot, look, clock):
    look.set_scale(2.0)
    bench = make_bench(qtbot, look, clock, size=(1000, 418))
    for name in ("start", "task:files", "close:files", "field:name"):
        place = bench.desktop.targets.find(name)
        assert min(place.width(), place.height()) >= 24


def test_targets_are_large_enough(bench):
    find = bench.desktop.targets.find
    for name in ("close:files", "minimise:files", "maximise:files"):
        assert find(name).width() >= 40
        assert find(name).height() >= 40
    assert find("start").height() >= 48
    assert find("task:files").height() >= 48


def test_the_words_a_screen_reader_says(bench):
    bar = bench.desktop.stack.top().bar
    assert bar.close_button.accessibleName() == "Sulje ikkuna Tiedostot"
    assert bar.maximise.accessibleName() == "Suurenna ikkuna Tiedostot"
    bench.play(("click", "maximise:files"))
    assert bar.maximise.accessibleName() == "Palauta ikkuna Tiedostot"
    task = bench.desktop.taskbar.button("files")
    assert task.accessibleName() == "Tiedostot, ikkuna on päällimmäisenä"


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_every_theme_paints(bench, theme):
    bench.look.set_theme(theme)
    picture = bench.frame.grab().toImage()
    middle = bench.desktop.taskbar.geometry().center()
    assert picture.pixelColor(middle) == picture.pixelColor(middle + QPoint(30, 0))
    assert picture.pixelColor(2, 200) == bench.look.colour("practice")


def test_a_resumed_computer_shows_the_same_windows(qtbot, look, clock, bench):
    bench.play(("click", "maximise:files"), ("click", "start"))
    saved = bench.computer.to_plain()
    other = make_bench(qtbot, look, clock, windows=())
    other.computer.load(saved)
    assert other.desktop.stack.top().frame() == other.desktop.area.rect()
    assert other.desktop.targets.find("menu:start_document").isValid()


def test_a_press_with_qts_own_hand_closes_too(bench, qtbot):
    QTest.mouseClick(bench.desktop.stack.top().bar.close_button, Qt.MouseButton.LeftButton)
    assert bench.window("files") is None
