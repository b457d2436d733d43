"""Going about in the file manager, without a screen."""

import pytest

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.engine.vocabulary import Vocabulary
from digitutor_app.practice.conditions import CONDITIONS as SHARED
from digitutor_app.practice.nodes import DESKTOP
from digitutor_app.practice.seen import Seen
from digitutor_app.rooms.files import conditions as asked
from digitutor_app.rooms.files.acting import No
from digitutor_app.rooms.files.info import INFO
from digitutor_app.rooms.files.rows import Sort
from digitutor_app.rooms.files.state import COMMANDS, CONDITIONS, FilesState
from tests.rooms.files.conftest import make_computer


def seen(computer):
    return Seen(computer, computer.book.log)


def ids(nodes):
    return [node.id for node in nodes]


def test_a_window_begins_in_the_folder_of_its_id(state, computer):
    assert state.place == "inbox"
    assert asked.at(seen(computer), "inbox")
    assert FilesState(make_computer("files")).place == DESKTOP


def test_folders_come_first_and_names_go_by_the_alphabet():
    computer = make_computer("files:house")
    computer.words.names = {"inbox": "Öljyt", "plans": "Zeniitti", "forms": "äiti"}
    state = FilesState(computer, "files:house")
    assert ids(state.shown()) == ["plans", "forms", "inbox"]


def test_open_back_and_up(state, computer):
    observed = state.walk.open("house", "pointer", "trail")
    assert (observed.verb, observed.target) == ("open", "folder:house")
    assert observed.get("way") == "trail"
    state.walk.open("forms", "pointer")
    assert state.walk.back("button").get("to") == "house"
    assert state.walk.back("button").get("to") == "inbox"
    assert state.walk.up("keys").get("to") == "house"
    assert state.walk.back("keys").get("to") == "inbox"


def test_back_from_the_first_place_goes_up_to_the_desktop_and_no_further(state, computer):
    for place in ("house", DESKTOP):
        assert state.walk.back("button").get("to") == place
    assert asked.at(seen(computer), DESKTOP)
    before = computer.to_plain()["rows"]
    refusal = state.walk.back("button")
    assert (refusal.verb, refusal.get("why")) == ("refused", No.NO_FURTHER)
    assert asked.refused(seen(computer), "no_further")
    state.ask.understood("button")
    assert computer.to_plain()["rows"] == before


def test_open_a_file_shows_its_window(state, computer):
    observed = state.walk.open("plan", "pointer")
    assert observed.target == "file:plan"
    assert computer.windows.top().id == "document:plan"
    computer.undo()
    assert computer.windows.get("document:plan") is None


def test_a_folder_of_the_desktop_opens_the_window(computer):
    other = make_computer()
    state = FilesState(other)
    state.walk.arrive("house", "pointer")
    assert asked.at(seen(other), "house")
    other.undo()
    assert not asked.at(seen(other), "house")
    assert other.windows.all() == []


def test_at_needs_a_window_that_can_be_seen(state, computer):
    computer.windows.minimise("files:inbox")
    assert not asked.at(seen(computer), "inbox")
    computer.windows.open("files:inbox")
    assert asked.at(seen(computer), "inbox")
    computer.windows.close("files:inbox")
    assert not asked.at(seen(computer), "inbox")


def test_a_closed_window_begins_anew_and_comes_back_with_peru(state, computer):
    state.walk.open("forms", "pointer")
    computer.windows.close("files:inbox")
    state.forget()
    assert state.place == "inbox"
    computer.undo()
    assert asked.at(seen(computer), "forms")


def test_select_one_more_and_a_range(state, computer):
    assert ids(state.shown()) == ["plan", "menu", "scan"]
    state.walk.select("plan", "pointer")
    assert asked.selected(seen(computer), "plan", alone=True)
    state.walk.toggle("scan", "pointer")
    assert ids(state.selected()) == ["plan", "scan"]
    assert not asked.selected(seen(computer), "plan", alone=True)
    state.walk.toggle("plan", "pointer")
    assert ids(state.selected()) == ["scan"]
    state.walk.select("plan", "keys")
    state.walk.select_to("scan", "keys")
    assert ids(state.selected()) == ["plan", "menu", "scan"]
    state.walk.select("menu", "keys")
    assert state.do("select_all", "keys").get("count") == 3
    assert asked.selected_count(seen(computer), 3)
    state.walk.select_nothing("pointer")
    assert not asked.selected_count(seen(computer), 1)


def test_the_icons_of_the_desktop_can_be_selected_too(computer):
    computer.book.write(asked.DESKTOP_SELECTION, {"nodes": ["house"]})
    assert asked.selected(seen(computer), "house")


def test_selecting_is_no_deed_of_its_own(state, computer):
    state.walk.open("house", "pointer")
    state.walk.select("forms", "pointer")
    computer.undo()
    assert state.place == "inbox"
    assert not computer.book.can_undo


def test_search_by_part_of_the_name(state, computer):
    for text in ("L", "LO", "LOMA"):
        observed = state.walk.search(text, "keys")
    assert observed.get("found") == 3  # Lomakkeet too
    assert "LOMA" not in str(observed)
    assert asked.searched(seen(computer), "part")
    assert asked.found(seen(computer), "holiday")
    assert not asked.found(seen(computer), "plan")
    assert not asked.at(seen(computer), "inbox")
    computer.undo()
    assert asked.at(seen(computer), "inbox")
    assert not computer.book.can_undo


def test_a_whole_sentence_in_the_search_field_can_be_asked_for(state, computer):
    state.walk.search("missä ovat lomatoiveet 2025", "keys")
    assert asked.search_words(seen(computer), 4)
    assert not asked.search_words(seen(computer), 5)
    assert state.shown() == []


def test_the_search_ends_with_back_and_with_opening(state):
    state.walk.search("loma", "keys")
    state.walk.back("button")
    assert not state.searching
    state.walk.search("loma", "keys")
    state.walk.open("forms", "pointer")
    assert not state.searching
    assert state.place == "forms"


def test_what_lies_in_the_bin_is_not_found(state):
    state.change.delete(("plan",), "keys")
    state.walk.search("hoito", "keys")
    assert ids(state.shown()) == ["plans"]


def test_sort_by_date_shows_the_newest_first(state, computer):
    state.walk.select("plan", "pointer")
    state.do("rename", "keys")
    state.change.type_name("aakkonen.odt")
    state.change.finish_renaming("keys")
    state.do("sort_date", "menu")
    assert asked.sorted_by(seen(computer), "date")
    assert ids(state.shown())[0] == "plan"
    state.do("sort_name", "menu")
    assert state.rows.view().sort is Sort.NAME


def test_menus_of_a_thing_and_of_the_ground(state, computer):
    state.walk.open_menu("plan", "pointer")
    assert asked.menu(seen(computer), "plan")
    assert asked.selected(seen(computer), "plan")
    state.walk.close_menu()
    assert not asked.menu(seen(computer), "plan")
    state.walk.open_menu("", "pointer")
    assert asked.menu(seen(computer), "ground")


def test_every_command_is_known_and_no_other(state):
    for command in COMMANDS:
        assert state.do(command, "keys").get("by") == "keys"
    with pytest.raises(OurMistakeError):
        state.do("fly", "keys")


def test_the_conditions_go_together_with_the_shared_ones():
    names = Vocabulary((*SHARED, *CONDITIONS)).names()
    assert {"at", "selected", "dialog", "renaming", "searched"} <= set(names)
    assert INFO.conditions == "digitutor_app.rooms.files.state:CONDITIONS"
