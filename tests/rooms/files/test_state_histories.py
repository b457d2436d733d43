"""Any history of commands: no crash, Peru goes back exactly, saving in between changes nothing."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from digitutor_app.practice.computer import Computer
from digitutor_app.practice.nodes import BIN, DESKTOP, NodeKind
from digitutor_app.rooms.files.rows import Ask
from digitutor_app.rooms.files.state import COMMANDS, FilesState
from tests.rooms.files.conftest import DOCUMENTS, NAMES, make_computer

WAYS = ("pointer", "keys", "menu", "button", "drag")
CHOICES = ("move_here", "cancel", "replace", "keep_both", "empty", "open", "close", "understood")
TYPED = ("", "loma", "uusi.odt", "a/b", "Saapuneet", "scan0001.pdf", "  x  ", "y" * 130)

steps = st.lists(
    st.tuples(
        st.sampled_from(
            (
                *COMMANDS,
                *COMMANDS,
                "select",
                "select",
                "toggle",
                "select_to",
                "open_node",
                "answer",
                "answer",
                "choose",
                "type",
                "finish",
                "stop",
                "search",
                "drop",
                "arrive",
                "menu_of",
                "close_menu",
                "undo",
                "save",
            )
        ),
        st.integers(0, 30),
        st.sampled_from(WAYS),
    ),
    max_size=40,
)


def do(state, what, number, by):
    """One step of a history; returns what was observed, if anything."""
    walk, change, ask = state.walk, state.change, state.ask
    one = pick(state.shown(), number)
    folder = pick([n for n in (*everything(state),) if n.kind is NodeKind.FOLDER], number)
    items = tuple(node.id for node in state.selected())
    with_one = {
        "select": walk.select,
        "toggle": walk.toggle,
        "select_to": walk.select_to,
        "open_node": walk.open,
        "menu_of": walk.open_menu,
    }
    with_folder = {"choose": ask.choose, "arrive": walk.arrive}
    others = {
        "answer": lambda: ask.answer(CHOICES[number % len(CHOICES)], by),
        "type": lambda: change.type_name(TYPED[number % len(TYPED)]),
        "finish": lambda: change.finish_renaming(by),
        "stop": lambda: change.cancel_renaming(by),
        "search": lambda: walk.search(TYPED[number % len(TYPED)], by),
        "close_menu": walk.close_menu,
        "drop": lambda: change.move(items, folder.id, by) if items else None,
    }
    if what in COMMANDS:
        return state.do(what, by)
    if what in with_one:
        return with_one[what](one.id, by) if one else None
    if what in with_folder:
        return with_folder[what](folder.id, by)
    return others[what]()


def everything(state):
    files = state.computer.files
    return [*files.all(), files.node(DESKTOP), files.node(BIN)]


def pick(nodes, number):
    return nodes[number % len(nodes)] if nodes else None


def rebuilt(computer):
    """The same computer after saving and resuming."""
    other = Computer()
    other.words.names, other.words.documents = NAMES, DOCUMENTS
    other.load(json.loads(json.dumps(computer.to_plain())))
    return other


def plain(computer):
    """Everything, as it is saved: the order of the rows too."""
    return json.dumps(computer.to_plain())


def play(history, *, saving):
    computer = make_computer("files:inbox")
    state = FilesState(computer, "files:inbox")
    # What is selected or refused before the first deed has no deed with which it could go back.
    told = [state.walk.open("house", "pointer")]
    for what, number, by in history:
        if what == "undo":
            if len(computer.to_plain()["deeds"]) > 1:
                computer.undo()
        elif what == "save":
            if saving:
                computer = rebuilt(computer)
                state = FilesState(computer, "files:inbox")
        else:
            observed = do(state, what, number, by)
            if observed is not None:
                computer.observe(observed)
                told.append(observed)
        check(state)
    return computer, told


def check(state):
    """What must hold whatever was done."""
    files = state.computer.files
    assert files.get(state.place) is not None
    for node in files.all():
        assert files.path(node.id)[0].id in (DESKTOP, BIN)
        assert (node.parent == BIN) == bool(node.came_from) or node.parent != BIN
    names = [files.name(n.id).casefold() + n.ending for n in files.children(state.place)]
    assert state.place == BIN or len(names) == len(set(names))
    dialog = state.rows.dialog()
    assert dialog is None or dialog.name in Ask


@settings(max_examples=150, deadline=None)
@given(steps)
def test_peru_leads_back_to_the_beginning_exactly(history):
    computer, _told = play(history, saving=False)
    while computer.undo():
        pass
    assert plain(computer) == plain(make_computer("files:inbox"))


@settings(max_examples=60, deadline=None)
@given(steps)
def test_saving_and_resuming_in_between_changes_nothing(history):
    one, told = play(history, saving=False)
    other, told_again = play(history, saving=True)
    assert plain(other) == plain(one)
    assert told == told_again
    while one.undo():
        assert other.undo()
        assert plain(other) == plain(one)


@settings(max_examples=60, deadline=None)
@given(steps, steps)
def test_one_peru_takes_back_one_command(before, after):
    computer, _told = play(before, saving=False)
    state = FilesState(computer, "files:inbox")
    for what, number, by in after:
        if what in ("undo", "save", "type"):
            continue
        deeds = len(computer.to_plain()["deeds"])
        do(state, what, number, by)
        # "Avaa" in the preview closes the preview and opens the file.
        most = 2 if what == "answer" else 1
        assert len(computer.to_plain()["deeds"]) <= deeds + most
