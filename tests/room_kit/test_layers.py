"""Menus and questions inside the frame: their state is in the book, they take every press."""

from PySide6.QtWidgets import QApplication, QLineEdit

from digitutor_app.room_kit.dialog import Choice, PracticeDialog


def test_a_menu_is_chosen_from_by_mouse_and_by_keys(bench):
    bench.play(("right_click", "file:plan"), ("click", "menu:copy"))
    assert bench.verbs()[-1] == ("chose", "copy", "pointer")
    bench.room.ask_menu()
    bench.play(("key", "Down"), ("key", "Enter"), keyboard=True)
    assert bench.verbs()[-1] == ("chose", "delete", "keys")
    assert bench.desktop.targets.look("menu:copy") is None


def test_what_cannot_be_done_now_does_nothing(bench):
    bench.room.ask_menu()
    bench.play(("click", "menu:paste"))
    assert bench.computer.book.row("small:layer") is not None
    assert bench.seen == []


def test_escape_and_a_press_beside_close_the_menu_only(bench):
    bench.room.ask_menu()
    bench.play(("key", "Esc"))
    assert bench.computer.book.row("small:layer") is None
    bench.room.ask_menu()
    hand = bench.hand
    hand.move(bench.frame.mapToGlobal(bench.frame.rect().center()))
    hand.press()
    hand.release()
    assert bench.computer.book.row("small:layer") is None
    assert bench.window("files") is not None
    assert [o.verb for o in bench.seen] == ["dismissed", "dismissed"]


def test_a_question_takes_the_keyboard_and_gives_it_back(bench):
    bench.play(("click", "button:ring"))
    bench.room.ask_dialog()
    dialog = bench.desktop.layers.top()
    met = set()
    for _press in range(2):
        met.add(QApplication.focusWidget().text())
        bench.hand.key("Tab")
    assert met == {"Kyllä", "Ei"}
    assert dialog.accessibleName() == "Poistetaanko?"
    bench.play(("click", "dialog:no"))
    assert QApplication.focusWidget().text() == "Soita"
    assert bench.verbs()[-1] == ("chose", "no", "pointer")


def test_enter_presses_the_default_choice(bench):
    bench.room.ask_dialog()
    bench.hand.key("Enter")
    assert bench.verbs() == [("chose", "yes", "keys")]


def test_a_question_with_a_field_gives_it_the_keyboard_and_enter_the_default(bench):
    chosen = []
    field = QLineEdit()
    choices = (Choice("cancel", "Peruuta"), Choice("rename", "Nimeä", default=True))
    dialog = PracticeDialog(bench.desktop, "Uusi nimi", "Kirjoita nimi.", choices, body=field)
    dialog.chosen.connect(lambda choice, by: chosen.append((choice, by)))
    bench.desktop.set_layer(bench.room, dialog)
    bench.play(("type", "", {"text": "abc"}))
    assert field.text() == "abc"
    bench.hand.key("Enter")
    assert chosen == [("rename", "keys")]
    dialog.set_choice_enabled("rename", enabled=False)
    bench.hand.key("Enter")
    assert len(chosen) == 1
    bench.hand.key("Tab")
    bench.hand.key("Enter")
    assert chosen[-1] == ("cancel", "keys")


def test_a_press_beside_a_question_answers_nothing(bench):
    bench.room.ask_dialog()
    hand = bench.hand
    hand.move(bench.desktop.mapToGlobal(bench.desktop.rect().bottomLeft()) + hand.point)
    hand.press()
    hand.release()
    assert bench.computer.book.row("small:layer") is not None


def test_a_layer_comes_back_when_the_computer_is_resumed(bench):
    bench.room.ask_dialog()
    saved = bench.computer.to_plain()
    bench.play(("click", "dialog:no"))
    bench.computer.load(saved)
    assert bench.desktop.targets.find("dialog:yes").isValid()


def test_a_question_fits_at_double_text(bench):
    bench.room.ask_dialog()
    bench.look.set_scale(2.0)
    for name in ("dialog:yes", "dialog:no"):
        spot = bench.desktop.targets.spot(name)
        assert spot.rect.size() == spot.widget.size()
