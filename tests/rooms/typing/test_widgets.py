"""The typing room under real keys and presses."""

import json

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from digitutor_app.practice.clipboard import Clip, Held
from digitutor_app.practice.computer import Computer
from tests.finding import find
from tests.rooms.typing.bench import make_bench
from tests.rooms.typing.conftest import NAMES, WORDS

K, M = Qt.Key, Qt.KeyboardModifier


def last_key(bench):
    return bench.last().verb, bench.last().get("key"), bench.last().get("changed")


# The keyboard and the fields


def test_at_first_no_field_has_the_keyboard_and_typing_is_stray(bench):
    it = bench()
    assert it.focus() is it.page
    it.type("a")
    assert (it.verbs(), it.computer.book.keys("typing.field:")) == (["stray"], [])
    it.click("field:name")
    it.type("Liisa")
    assert it.text("name") == "Liisa"
    assert it.verbs()[1] == "click"


def test_a_press_on_the_empty_page_takes_the_keyboard_out_of_the_field(bench):
    it = bench()
    it.at("door", "end")
    QTest.mouseClick(it.page._sheet, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert it.focus() is it.page
    it.click("field:door", "ground")
    assert it.focus() is it.page
    assert it.computer.book.row("typing.focus") == {"field": ""}


def test_tab_goes_through_the_fields_and_selects_nothing(bench):
    it = bench()
    for field_id in ("door", "name", "list"):
        it.key(K.Key_Tab, text="\t")
        assert it.focus() is it.field(field_id)
        assert it.last().verb == "focus"
        assert not it.written(field_id).selected
    assert (it.written("door").caret, it.text("list")) == (7, "")
    assert not it.computer.book.can_undo


def test_the_fields_have_names_for_a_screen_reader(bench):
    it = bench()
    assert find(it.page, "Nimi", QLineEdit) is it.field("name")
    assert it.field("name").accessibleDescription() == "Kirjoita: Liisa Esimerkki"
    assert find(it.page, "Kenttä 1", QLineEdit) is it.field("door")


@pytest.mark.parametrize(("where", "caret"), [("start", 0), ("end", 7), ("Kok", 3), ("head", 3)])
@pytest.mark.parametrize("keyboard", [False, True], ids=["pointer", "keys"])
def test_the_caret_comes_where_it_is_put(bench, where, caret, keyboard):
    it = bench()
    it.play(("click", "field:door", {"caret": where}), keyboard=keyboard)
    written = it.written("door")
    assert (written.caret, written.selected) == (caret, False)
    assert it.field("door").cursorPosition() == caret


def test_double_click_selects_the_word_and_delete_takes_it(bench):
    it = bench()
    it.play(("double_click", "field:door", {"caret": "head"}))
    assert it.last().verb == "select"
    assert (it.written("door").begin, it.written("door").end) == (0, 7)
    it.key(K.Key_Delete)
    assert last_key(it) == ("key", "Delete", True)
    assert it.text("door") == ""


def test_arrows_home_end_and_shift_move_and_select(bench):
    it = bench()
    it.at("door", "end")
    it.key(K.Key_Home)
    assert (it.written("door").caret, it.last().get("key")) == (0, "Home")
    it.key(K.Key_Right, M.ShiftModifier)
    assert (it.written("door").begin, it.written("door").end) == (0, 1)
    it.key(K.Key_End, M.ControlModifier)
    assert it.written("door").caret == 7
    it.key(K.Key_A, M.ControlModifier)
    assert (it.written("door").begin, it.written("door").end) == (0, 7)
    it.key(K.Key_Up)
    assert it.text("door") == "Kokouss"


def test_in_a_tall_field_enter_and_arrows_know_lines(bench):
    it = bench()
    it.click("field:list")
    it.play(("type", "field:list", {"text": "list_model"}))
    assert it.text("list") == NAMES["list_model"]
    it.key(K.Key_Up)
    it.key(K.Key_Home)
    assert it.written("list").caret == 0
    it.at("list", "ruisleipä 2")
    assert it.written("list").caret == 11


def test_delete_at_the_end_changes_nothing_and_says_so(bench):
    it = bench()
    it.at("door", "end")
    it.key(K.Key_Delete)
    assert last_key(it) == ("key", "Delete", False)
    assert not it.computer.book.can_undo


# Peru, saving


def test_peru_and_going_on_show_the_text_and_the_caret(bench, qtbot, clock):
    it = bench()
    it.at("door", "head")
    it.type("x")
    it.key(K.Key_Home)
    it.computer.undo()
    assert it.text("door") == "Kokouss"
    assert it.field("door").cursorPosition() == 3
    it.at("name", "end")
    it.type("Lii")
    plain = json.loads(json.dumps(it.computer.to_plain()))
    other = Computer()
    other.words.names = NAMES
    other.load(plain)
    it.desktop.hide()
    again = make_bench(qtbot, other, clock)
    assert again.text("name") == "Lii"
    assert again.focus() is again.field("name")
    again.type("s")
    assert again.text("name") == "Liis"


def test_ctrl_z_is_left_to_peru(bench):
    it = bench()
    it.at("name", "end")
    it.type("ab")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, K.Key_Z, M.ControlModifier, "\x1a")
    event.ignore()
    QApplication.sendEvent(it.field("name"), event)
    assert not event.isAccepted()
    it.key(K.Key_Z, M.ControlModifier, "\x1a")
    assert it.text("name") == "ab"


# Odd keys


def test_alt_gr_types_at_however_the_system_says_it(bench):
    it = bench()
    it.at("name", "end")
    it.key(K.Key_At, M.ControlModifier | M.AltModifier, "@")  # Windows
    it.key(K.Key_At, M.GroupSwitchModifier, "@")
    it.key(K.Key_At, M.NoModifier, "@")
    assert it.text("name") == "@@@"


def test_the_other_alt_is_seen_and_types_nothing(bench):
    it = bench()
    it.at("name", "end")
    it.key(K.Key_2, M.AltModifier, "2")
    assert last_key(it) == ("key", "Alt+2", False)
    it.key(K.Key_Alt)
    assert last_key(it) == ("key", "Alt", False)
    assert it.text("name") == ""


def test_shift_by_itself_is_seen_but_not_with_a_letter(bench):
    it = bench()
    it.at("name", "end")
    it.key(K.Key_Shift)
    assert last_key(it) == ("key", "Shift", False)
    it.key(K.Key_Shift, release=False)
    it.key(K.Key_L, M.ShiftModifier, "L")
    before = len(it.seen)
    QApplication.sendEvent(it.focus(), QKeyEvent(QEvent.Type.KeyRelease, K.Key_Shift, M.NoModifier))
    assert (len(it.seen), it.text("name")) == (before, "L")


@pytest.mark.parametrize(
    "key",
    [
        K.Key_Meta,
        K.Key_Print,
        K.Key_Menu,
        K.Key_VolumeUp,
        K.Key_MediaPlay,
        K.Key_F5,
        K.Key_ScrollLock,
        K.Key_Pause,
        K.Key_unknown,
        K.Key_Dead_Diaeresis,
        K.Key_PageDown,
        K.Key_Clear,
    ],
)
@pytest.mark.parametrize("field_id", ["name", "list"])
def test_odd_keys_do_nothing(bench, key, field_id):
    it = bench()
    it.at(field_id, "end")
    it.type("ab")
    it.key(key)
    assert it.text(field_id) == "ab"
    it.type("c")
    assert it.text(field_id) == "abc"


def test_a_dead_key_or_an_input_method_gives_its_letter(bench):
    it = bench()
    it.at("name", "end")
    preedit = QInputMethodEvent("´", [])
    QApplication.sendEvent(it.field("name"), preedit)
    assert it.written("name").text == ""
    done = QInputMethodEvent()
    done.setCommitString("é")
    QApplication.sendEvent(it.field("name"), done)
    assert it.text("name") == "é"
    big = QInputMethodEvent()
    big.setCommitString("É")
    QApplication.sendEvent(it.field("name"), big)
    assert "caps" not in it.verbs()


def test_the_number_pad_tells_of_num_lock(bench):
    it = bench()
    it.at("door", "end")
    it.key(K.Key_Left, M.KeypadModifier)
    assert it.last().get("pad") is True
    assert it.written("door").caret == 6
    assert it.computer.book.row("typing.lamps")["num"] is False
    it.key(K.Key_8, M.KeypadModifier, "8")
    assert it.text("door") == "Kokous8s"
    assert it.computer.book.row("typing.lamps")["num"] is True


def test_a_key_that_is_held_types_once_and_is_seen(bench):
    it = bench()
    it.at("name", "end")
    it.key(K.Key_A, text="a", release=False)
    for _again in range(6):
        it.key(K.Key_A, text="a", repeat=True, release=False)
    assert it.text("name") == "a"
    assert it.verbs().count("repeat") == 1
    assert it.last().get("came") is False
    it.key(K.Key_Backspace, repeat=True)
    assert it.text("name") == "a"


def test_where_repeating_is_wished_it_types_again_and_again(bench):
    it = bench(repeat=True)
    it.at("name", "end")
    for _again in range(4):
        it.key(K.Key_A, text="a", repeat=True)
    assert it.text("name") == "aaaa"
    assert it.last().get("came") is True


def test_the_real_clipboard_is_never_touched(bench):
    it = bench()
    QApplication.clipboard().setText("real")
    it.at("name", "end")
    it.key(K.Key_V, M.ControlModifier)
    QTest.mouseClick(it.field("name"), Qt.MouseButton.MiddleButton)
    assert it.text("name") == ""
    it.computer.clipboard.take(Clip(Held.TEXT, text="pretend"))
    it.key(K.Key_V, M.ControlModifier)
    it.key(K.Key_A, M.ControlModifier)
    it.key(K.Key_C, M.ControlModifier)
    assert it.text("name") == "pretend"
    assert QApplication.clipboard().text() == "real"


# Lamps


def test_capitals_without_shift_light_the_lamp_of_caps_lock(bench):
    it = bench()
    it.at("name", "end")
    it.key(K.Key_A, text="A")
    assert [o.get("on") for o in it.seen if o.verb == "caps"] == [True]
    assert it.text("name") == "A"
    it.key(K.Key_A, text="a")
    assert [o.get("on") for o in it.seen if o.verb == "caps"] == [True, False]


def test_insert_writes_over_until_it_is_pressed_again(bench):
    it = bench()
    it.at("door", "start")
    it.key(K.Key_Insert)
    it.type("k")
    assert it.text("door") == "kokouss"
    it.key(K.Key_Insert)
    it.type("k")
    assert it.text("door") == "kkokouss"


# The picture of the keyboard


def test_the_keys_of_the_picture_type(bench):
    it = bench()
    it.click("field:name", "key:shift", "key:l", "key:i", "key:alt_gr", "key:2", "key:ae")
    assert it.text("name") == "Li@ä"
    assert {o.get("by") for o in it.seen} == {"pointer"}
    it.click("key:backspace", "key:home", "key:delete", "key:right", "key:space", "key:period")
    assert it.text("name") == "i .@"
    it.click("key:caps", "key:o", "key:caps", "key:end", "key:left", "key:backspace")
    assert it.text("name") == "i .@"
    assert it.focus() is it.field("name")


def test_enter_and_arrows_of_the_picture_know_lines(bench):
    it = bench()
    it.click("field:list", "key:a", "key:enter", "key:b", "key:up", "key:c")
    assert it.text("list") == "ac\nb"


def test_the_picture_without_a_field_is_stray(bench):
    it = bench()
    it.click("key:a")
    assert it.verbs() == ["stray"]


def test_the_next_key_is_marked_while_guidance_points_at_the_field(bench):
    it = bench()
    it.at("door", "end")
    assert it.keyboard.next is None
    it.desktop.set_guidance("field:door")
    assert it.keyboard.next.keys == ("backspace",)
    assert it.keyboard.accessibleDescription() == "Paina: Askelpalautin oikea pikkusormi"
    it.key(K.Key_Backspace)
    assert it.keyboard.next is None, "the word is as it should be"
    it.desktop.set_guidance("field:name")
    assert it.keyboard.next is None, "first the field itself"
    it.at("name", "end")
    assert it.keyboard.next.keys == ("shift", "l")
    assert "Pidä pohjassa Vaihto. Paina L." in it.keyboard.accessibleDescription()
    it.type("Liisa")
    assert it.keyboard.next.keys == ("space",)
    it.desktop.set_guidance("")
    assert it.keyboard.next is None


def test_words_come_one_after_the_other(bench):
    it = bench(WORDS)
    it.click("field:word")
    it.desktop.set_guidance("field:word")
    row = it.page.rows[0]
    assert (row.label.text(), row.model.text()) == ("Sana 1 / 2", "aamu")
    it.type("Aam")
    assert it.keyboard.next.keys == ("u",)
    it.type("u")
    assert (row.label.text(), row.model.text(), it.text("word")) == ("Sana 2 / 2", "lääke", "")
    it.type("lääke")
    assert row.model.text() == "Kirjoitit kaikki sanat."


# Training wheels


def test_training_wheels_hold_other_fields(bench):
    it = bench()
    it.at("door", "end")
    it.desktop.set_guidance("field:door", live=frozenset({"field:door"}))
    it.click("field:name")
    assert it.refused == ["field:name"]
    assert it.focus() is it.field("door"), "the keyboard stays where it was"
    it.desktop.set_guidance("field:name", live=frozenset({"field:name"}))
    it.type("x")
    it.key(K.Key_Backspace)
    it.click("key:a")
    assert it.text("door") == "Kokouss"
    assert it.refused[1:] == ["field:door"] * 3


# Private data


@pytest.mark.parametrize("field_id", ["name", "list"])
def test_private_data_goes_at_once_and_the_room_says_why(bench, field_id):
    it = bench()
    it.at(field_id, "end")
    it.type("131052-308T")
    assert it.text(field_id) == ""
    assert it.last().verb == "blanked"
    assert it.page.notice.isVisible()
    assert it.page.notice.text == "Käytä harjoituksessa keksittyjä tietoja. Kenttä tyhjennettiin."
    assert "131052" not in json.dumps(it.computer.to_plain())
    it.click("dialog:understood")
    assert not it.page.notice.isVisible()


def test_what_assistive_technology_writes_is_written(bench):
    it = bench()
    it.field("name").setText("Liisa")
    assert it.text("name") == "Liisa"
    it.field("list").setPlainText("FI2112345600000785")
    assert it.text("list") == ""


# The language, little room


def test_words_change_with_the_names_and_typed_text_stays(bench):
    it = bench()
    it.at("name", "end")
    it.type("Liisa")
    it.computer.words.names = {**NAMES, "door_given": "Mötee", "door_wanted": "Möte"}
    it.desktop.set_words_changed()
    assert (it.text("door"), it.text("name")) == ("Mötee", "Liisa")
    assert it.page.rows[0].model.text() == "Möte"


def test_in_little_room_a_button_shows_the_picture(bench):
    from digitutor_app.ui_kit.look import Look

    it = bench(look=Look(scale=2.0), size=(1029, 400))
    assert not it.keyboard.isVisible()
    it.click("button:keyboard")
    assert it.keyboard.isVisible()
    it.click("field:door", "key:a")
    assert it.text("door") == "Kokoussa"
    find(it.page, "Piilota näppäimistö").click()
    QApplication.processEvents()
    assert not it.keyboard.isVisible()


def test_minimised_and_back_writing_goes_on(bench):
    it = bench()
    it.at("name", "end")
    it.type("L")
    it.click("minimise:typing", "task:typing")
    assert it.focus() is it.field("name")
    it.type("i")
    assert it.text("name") == "Li"


def test_closed_and_opened_the_text_is_there_and_no_field_has_the_keyboard(bench):
    it = bench()
    it.at("name", "end")
    it.type("L")
    it.click("close:typing", "start", "menu:start_typing")
    assert it.text("name") == "L"
    assert it.focus() is it.page


# Demonstrations


def test_a_demonstration_goes_on_where_the_learner_has_begun(bench):
    it = bench(WORDS)
    it.click("field:word")
    it.type("aa")
    it.play(("type", "field:word", {"text": "word_1"}))
    assert it.written("word").word == 1
    it.play(("type", "field:word", {"text": "l"}), ("type", "field:word", {"text": "ääke"}))
    assert it.written("word").word == 2


def test_what_does_not_fit_is_typed_as_it_is(bench):
    it = bench()
    it.at("name", "end")
    it.play(("type", "field:name", {"text": "LLii"}))
    it.play(("type", "field:name", {"text": "badge"}))
    assert it.text("name") == "LLiiLiisa Esimerkki"
