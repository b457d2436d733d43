"""Changing things in the file manager: each command, its refusals, and Peru."""

import pytest

from digitutor_app.practice.clipboard import Held
from digitutor_app.practice.nodes import BIN
from digitutor_app.practice.seen import Seen
from digitutor_app.rooms.files import conditions as asked
from digitutor_app.rooms.files.acting import No
from digitutor_app.rooms.files.state import FilesState
from digitutor_app.rooms.files.words import dialog_choices, dialog_words, notice_text, properties


def seen(computer):
    return Seen(computer, computer.book.log)


def rows(computer):
    return computer.to_plain()["rows"]


def parent(computer, node_id):
    return computer.files.node(node_id).parent


def named(state, text):
    state.change.type_name(text)
    return state.change.finish_renaming("keys")


def notice(state):
    return notice_text(state.computer, state.rows.notice())


def test_a_new_folder_opens_its_name_and_takes_what_is_typed(state, computer):
    before = rows(computer)
    observed = state.do("create_folder", "button")
    assert (observed.verb, observed.target) == ("create_folder", "folder:new_folder")
    assert observed.get("to") == "inbox"
    assert asked.renaming(seen(computer), "new_folder")
    assert not asked.unnamed(seen(computer), "inbox")
    assert named(state, "  koulutus   2025 ").verb == "rename"
    assert asked.folder_named(seen(computer), "Koulutus 2025", in_="inbox")
    assert not asked.renaming(seen(computer), "new_folder")
    assert computer.files.name("new_folder") == "koulutus 2025"
    computer.undo()
    assert state.rows.renaming().text == "Uusi kansio"
    computer.undo()
    assert rows(computer) == before


def test_what_is_being_typed_can_be_asked_for_and_is_not_observed(state, computer):
    assert not asked.typing(seen(computer), "")
    state.do("create_folder", "button")
    assert asked.naming_new(seen(computer), "inbox")
    assert not asked.naming_new(seen(computer), "forms")
    assert not asked.typing(seen(computer), "koulutus")
    observed = state.change.type_name("Oma  KOULUTUS")
    assert (observed.verb, observed.target) == ("type", "field:name")
    assert "KOULUTUS" not in str(observed)
    assert asked.typing(seen(computer), "koulutus")
    state.change.finish_renaming("keys")
    assert not asked.typing(seen(computer), "koulutus")
    assert not asked.naming_new(seen(computer), "inbox")
    state.do("rename", "keys")
    assert not asked.typing(seen(computer), "uusi")
    assert asked.naming_new(seen(computer), "inbox"), "a new folder, whatever its name is by now"
    state.walk.select("plan", "keys")
    state.do("rename", "keys")
    assert not asked.naming_new(seen(computer), "inbox")


def test_a_file_that_got_its_first_name_back_is_untouched(state, computer):
    name = computer.files.name("plan")
    state.walk.select("plan", "keys")
    state.do("rename", "keys")
    named(state, "toinen.odt")
    assert not asked.untouched(seen(computer), "plan", in_="inbox")
    state.do("rename", "keys")
    named(state, f"{name}.odt")
    assert asked.untouched(seen(computer), "plan", in_="inbox")


def test_a_new_folder_that_keeps_its_name_can_be_asked_for(state, computer):
    state.do("create_folder", "button")
    state.change.finish_renaming("keys")
    assert asked.unnamed(seen(computer), "inbox")
    assert not asked.unnamed(seen(computer), "forms")


def test_a_new_folder_ends_a_search_and_stands_in_the_place(state):
    state.walk.search("loma", "keys")
    state.do("create_folder", "keys")
    assert not state.searching
    assert "new_folder" in [node.id for node in state.shown()]


def test_rename_keeps_the_ending(state, computer):
    state.walk.select("scan", "pointer")
    assert state.do("rename", "keys").verb == "start_renaming"
    assert state.rows.renaming().text == "scan0001.pdf"
    assert named(state, "ensiapukurssi 2025.PDF").target == "file:scan"
    assert computer.files.name("scan") == "ensiapukurssi 2025"
    assert computer.files.node("scan").ending == ".pdf"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ensiapu", "ending"),
        ("", "empty"),
        ("   .pdf", "empty"),
        ("a/b.pdf", "forbidden_character"),
        ("x" * 200 + ".pdf", "too_long"),
    ],
)
def test_a_name_that_cannot_be_loses_nothing(state, computer, text, why):
    state.walk.select("scan", "pointer")
    state.do("rename", "keys")
    refusal = named(state, text)
    assert (refusal.verb, refusal.get("why")) == ("refused", why)
    assert asked.refused(seen(computer), why)
    assert state.rows.renaming().text == text
    assert computer.files.name("scan") == "scan0001"
    assert notice(state).endswith(".")
    assert named(state, "kelpaa.pdf").verb == "rename"
    assert state.rows.notice() is None


def test_a_name_that_is_taken_is_refused(state, computer):
    state.walk.open("forms", "pointer")
    state.walk.select("holiday", "pointer")
    state.do("rename", "keys")
    assert named(state, "Lomatoiveet 2024.odt").get("why") == "taken"


def test_esc_leaves_the_name_as_it_was(state, computer):
    state.walk.select("plan", "pointer")
    state.do("rename", "keys")
    state.change.type_name("jotain muuta")
    assert state.change.cancel_renaming("keys").verb == "cancel_renaming"
    assert computer.files.name("plan") == "hoitosuunnitelma_huone12"
    assert state.rows.renaming() is None


@pytest.mark.parametrize("command", ["open", "move", "cut", "copy", "rename", "delete", "preview"])
def test_without_a_selection_the_window_says_what_to_do(state, computer, command):
    before = {k: v for k, v in rows(computer).items() if not k.startswith("files.notice")}
    assert state.do(command, "button").get("why") == No.NOTHING_SELECTED
    assert notice(state) == "Valitse ensin tiedosto. Napsauta sitä kerran."
    after = {k: v for k, v in rows(computer).items() if not k.startswith("files.notice")}
    assert after == before


def test_move_in_the_dialog(state, computer):
    before = rows(computer)
    state.walk.select("plan", "pointer")
    selected = rows(computer)
    assert state.do("move", "button").verb == "ask_move"
    assert asked.dialog(seen(computer), "move", node="plan")
    assert state.ask.answer("move_here", "button").get("why") == No.NOT_CHOSEN
    state.ask.choose("updated", "button")
    assert state.rows.notice() is None
    assert asked.dialog(seen(computer), "move", chosen="updated")
    observed = state.ask.answer("move_here", "button")
    assert (observed.verb, observed.target) == ("move", "file:plan")
    assert dict(observed.details) == {"to": "updated", "held": "move", "count": 1, "by": "button"}
    assert parent(computer, "plan") == "updated"
    assert not asked.dialog(seen(computer), "move")
    computer.undo()
    assert asked.dialog(seen(computer), "move", chosen="updated")
    assert parent(computer, "plan") == "inbox"
    computer.undo()
    assert rows(computer) == selected
    assert not computer.book.can_undo
    assert before != selected


def test_the_dialog_can_be_left(state, computer):
    state.walk.select("plan", "pointer")
    state.do("move", "button")
    observed = state.ask.answer("cancel", "button")
    assert (observed.verb, observed.target, observed.get("dialog")) == (
        "close_dialog",
        "dialog:cancel",
        "move",
    )
    assert parent(computer, "plan") == "inbox"


def test_move_by_dragging_several(state, computer):
    state.walk.select("plan", "pointer")
    state.walk.toggle("menu", "pointer")
    observed = state.change.move(("plan", "menu"), "forms", "drag")
    assert (observed.get("to"), observed.get("count"), observed.get("by")) == ("forms", 2, "drag")
    assert parent(computer, "menu") == "forms"
    assert state.selected() == []


def test_a_folder_does_not_go_into_itself_nor_a_file_where_it_is(state, computer):
    assert state.change.move(("house",), "updated", "drag").get("why") == "into_itself"
    assert state.change.move(("plan",), "inbox", "drag").get("why") == "same_place"
    assert parent(computer, "house") == "desktop"


def test_a_drop_on_the_bin_deletes(state, computer):
    assert state.change.move(("plan",), BIN, "drag").verb == "delete"
    assert computer.files.node("plan").came_from == "inbox"


def test_cut_and_paste(state, computer):
    state.walk.select("plan", "pointer")
    assert state.do("cut", "keys").get("count") == 1
    assert computer.clipboard.clip.held is Held.CUT
    state.walk.open("updated", "pointer", "tree")
    observed = state.do("paste", "keys")
    assert (observed.verb, observed.target) == ("paste", "file:plan")
    assert (observed.get("to"), observed.get("held")) == ("updated", "cut")
    assert parent(computer, "plan") == "updated"
    assert asked.selected(seen(computer), "plan")
    assert state.do("paste", "keys").get("why") == No.NOTHING_TO_PASTE
    computer.undo()
    assert parent(computer, "plan") == "inbox"
    assert computer.clipboard.clip.held is Held.CUT


def test_copy_and_paste_and_give_the_copy_a_name(state, computer):
    state.walk.select("plan", "pointer")
    state.do("copy", "button")
    state.walk.open("forms", "pointer", "tree")
    state.do("paste", "button")
    copy = state.selected()[0]
    assert copy.base == "plan"
    assert asked.copied(seen(computer), "plan")
    assert asked.copied(seen(computer), "plan", in_="forms")
    assert not asked.copied(seen(computer), "plan", in_="inbox")
    assert not asked.copied(seen(computer), "menu")
    assert copy.id != "plan"
    state.do("rename", "button")
    named(state, "poikkeama harjoitus.odt")
    assert asked.copy_named(seen(computer), "plan", name="Poikkeama", in_="forms")
    assert asked.untouched(seen(computer), "plan", in_="inbox")
    assert not asked.untouched(seen(computer), "plan", in_="forms")
    state.do("paste", "button")
    assert len(computer.files.children("forms")) == 4


def test_a_copy_beside_the_original_gets_a_name_of_its_own(state, computer):
    state.walk.select("plan", "pointer")
    state.do("copy", "keys")
    state.do("paste", "keys")
    assert computer.files.name(state.selected()[0].id) == "hoitosuunnitelma_huone12 – kopio"


def conflicting(state, how="move"):
    """A copy of plan lies in forms; then plan itself is to go there."""
    state.computer.files.copy(["plan"], "forms")
    state.computer.book.seal()
    if how == "move":
        return state.change.move(("plan",), "forms", "drag")
    state.walk.select("plan", "pointer")
    state.do(how, "keys")
    state.walk.open("forms", "pointer")
    return state.do("paste", "keys")


@pytest.mark.parametrize("how", ["move", "cut", "copy"])
def test_a_conflict_asks_in_verbs(state, computer, how):
    observed = conflicting(state, how)
    assert (observed.verb, observed.get("to")) == ("conflict", "forms")
    assert asked.dialog(seen(computer), "conflict", node="plan", chosen="forms")
    dialog = state.rows.dialog()
    assert "hoitosuunnitelma_huone12" in dialog_words(computer, dialog)[1]
    words = [text for _choice, text in dialog_choices(dialog)]
    assert words[:2] == ["Pidä molemmat", "Korvaa vanha"]
    assert words[2] == ("Älä kopioi" if how == "copy" else "Älä siirrä")


def test_a_conflict_replaces_keeps_both_or_does_nothing(state, computer):
    conflicting(state)
    state.ask.answer("cancel", "button")
    assert parent(computer, "plan") == "inbox"
    state.change.move(("plan",), "forms", "drag")
    before = rows(computer)
    assert state.ask.answer("keep_both", "button").verb == "move"
    names = {computer.files.name(n.id) for n in computer.files.children("forms")}
    assert "hoitosuunnitelma_huone12 – kopio" in names
    computer.undo()
    assert rows(computer) == before
    state.ask.answer("replace", "button")
    assert parent(computer, "plan~2") == BIN
    assert parent(computer, "plan") == "forms"
    assert not asked.dialog(seen(computer), "conflict")


def test_delete_restore_and_empty(state, computer):
    state.walk.select("plan", "pointer")
    state.walk.toggle("menu", "pointer")
    observed = state.do("delete", "keys")
    assert (observed.verb, observed.target, observed.get("count")) == ("delete", "file:plan", 2)
    state.walk.open(BIN, "pointer", "tree")
    assert state.in_bin
    state.walk.select("plan", "pointer")
    observed = state.do("restore", "button")
    assert (observed.verb, observed.get("to")) == ("restore", "inbox")
    assert parent(computer, "plan") == "inbox"
    assert state.do("empty_bin", "button").verb == "ask_empty_bin"
    assert asked.dialog(seen(computer), "empty_bin")
    assert "1 kohde" in dialog_words(computer, state.rows.dialog())[1]
    observed = state.ask.answer("empty", "button")
    assert (observed.verb, observed.target) == ("empty_bin", "folder:bin")
    assert computer.files.get("menu") is None
    assert state.do("empty_bin", "button").get("why") == No.BIN_IS_EMPTY
    computer.undo()
    assert computer.files.get("menu") is not None


def test_the_bin_is_not_emptied_when_the_learner_does_not_want_it(state, computer):
    state.change.delete(("menu",), "keys")
    state.walk.open(BIN, "pointer")
    state.do("empty_bin", "button")
    assert state.ask.answer("cancel", "button").get("dialog") == "empty_bin"
    assert computer.files.get("menu") is not None


@pytest.mark.parametrize(
    "command", ["open", "move", "cut", "copy", "rename", "delete", "create_folder"]
)
def test_in_the_bin_the_other_commands_say_why_not(state, computer, command):
    state.change.delete(("plan",), "keys")
    state.walk.open(BIN, "pointer")
    state.walk.select("plan", "pointer")
    assert state.do(command, "button").get("why") == No.IN_BIN
    assert "Roskakori" in notice(state)
    assert parent(computer, "plan") == BIN
    assert computer.files.node("plan").came_from == "inbox"


def test_a_file_can_be_dragged_out_of_the_bin(state, computer):
    state.change.delete(("plan",), "keys")
    state.walk.open(BIN, "pointer")
    state.change.move(("plan",), "forms", "drag")
    assert parent(computer, "plan") == "forms"


def test_a_clipboard_whose_file_was_deleted_has_nothing_to_paste(state):
    state.walk.select("plan", "pointer")
    state.do("cut", "keys")
    state.do("delete", "keys")
    assert state.do("paste", "keys").get("why") == No.NOTHING_TO_PASTE


def test_properties_and_preview(state, computer):
    state.walk.select("scan", "pointer")
    assert state.do("properties", "menu").target == "file:scan"
    facts = dict(properties(computer, computer.files.node("scan")))
    assert facts["Nimi"] == "scan0001.pdf"
    assert facts["Sijainti"] == "Työpöytä › Esimerkkilä › Saapuneet"
    assert facts["Muutettu"] == "13.10.2026 9.20"
    assert state.ask.answer("close", "button").get("dialog") == "properties"
    state.walk.select("plan", "pointer")
    assert state.do("preview", "menu").verb == "preview"
    assert asked.dialog(seen(computer), "preview", node="plan")
    assert state.ask.answer("open", "button").target == "file:plan"
    assert computer.windows.get("document:plan") is not None
    computer.undo()
    assert computer.windows.get("document:plan") is None
    computer.undo()
    assert asked.dialog(seen(computer), "preview")


def test_the_desktop_knows_the_same_commands(computer):
    desktop = FilesState(computer, "desktop")
    assert [n.id for n in desktop.shown()] == ["house"]
    desktop.walk.select("house", "pointer")
    desktop.do("rename", "keys")
    named(desktop, "Mallila")
    assert computer.files.name("house") == "Mallila"
    assert not asked.at(seen(computer), "desktop")


def test_nothing_that_was_typed_is_observed(state):
    state.walk.select("plan", "pointer")
    state.do("rename", "keys")
    assert "salaisuus" not in str(named(state, "salaisuus.odt"))
    assert "loma" not in str(state.walk.search("loma", "keys"))
