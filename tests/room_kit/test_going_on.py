"""What lies over the desktop goes on where it was; showing the rows is nobody's deed."""

from digitutor_app.practice.computer import Computer
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.frame import PracticeFrame
from tests.looks import settle
from tests.room_kit.conftest import small_rooms


def gone_on(bench, qtbot):
    """Another desktop that goes on from what the book holds."""
    computer = Computer()
    computer.load(bench.computer.to_plain())
    desktop = Desktop(computer, small_rooms, bench.look, bench.clock, programs=("files",))
    frame = PracticeFrame(bench.look, desktop)
    qtbot.addWidget(frame)
    frame.resize(bench.frame.size())
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    settle(frame)
    return frame, desktop


def place(desktop, name):
    """Where a target stands on the desktop."""
    return desktop.targets.place(name).translated(-desktop.mapToGlobal(desktop.rect().topLeft()))


def test_it_opens_what_is_chosen_and_is_gone(bench):
    bench.play(("click", "start"), ("click", "menu:start_document"))
    assert bench.window("document") is not None
    assert bench.desktop.layers.top() is None
    bench.play(("click", "start"), ("key", "Esc"))
    assert bench.desktop.layers.top() is None
    assert "desktop:start_menu" not in bench.rows()


def test_it_stands_on_its_button_also_when_it_was_open_at_saving(bench, qtbot):
    bench.play(("click", "start"))
    there = place(bench.desktop, "menu:start_files")
    assert there.bottom() <= place(bench.desktop, "start").top()
    frame, desktop = gone_on(bench, qtbot)
    again = place(desktop, "menu:start_files")
    assert (again.left(), again.bottom()) == (
        there.left(),
        place(bench.desktop, "menu:start_document").bottom(),
    )
    frame.resize(frame.width(), frame.height() - 100)
    settle(frame)
    assert place(desktop, "menu:start_files").bottom() == again.bottom() - 100


def test_a_question_has_the_keyboard_when_its_desktop_is_shown(bench, qtbot):
    """Whatever below it took the keyboard while it was shown."""
    bench.room.ask_dialog()
    bench.frame.hide()
    bench.room.fields[0].setFocus()
    with qtbot.waitActive(bench.frame):
        bench.frame.show()
        bench.frame.activateWindow()
    focus = bench.frame.focusWidget()
    assert bench.desktop.layers.top().isAncestorOf(focus)


def test_showing_what_the_book_says_is_nobodys_deed(bench, qtbot):
    """A field that takes the keyboard while rows are shown brings no window to the top."""
    bench.desktop.open_window("document", "pointer")
    field = bench.room.fields[0]
    before = bench.computer.windows.top().id
    deeds = len(bench.computer.to_plain()["deeds"])

    def take_keyboard(_keys):
        if not field.hasFocus():
            field.setFocus()

    bench.room.refresh = take_keyboard
    other = bench.window("document" if before == "files" else "files")
    assert other is not None
    bench.computer.book.write("small:anything", {"row": 1})
    assert bench.computer.windows.top().id == before
    assert len(bench.computer.to_plain()["deeds"]) == deeds
