"""Whatever people do with files, the tree stays a tree, and undo leads back to the beginning."""

from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.practice.computer import Computer
from digitutor_app.practice.files import OnConflict, RefusedError
from digitutor_app.practice.nodes import BIN, DESKTOP
from tests.practice.makers import NAMES

FOLDERS = ("house", "inbox", "care_plans", "to_update", "forms")
FILES = ("plan", "menu", "order")

ACTS = st.one_of(
    st.tuples(st.just("move"), st.sampled_from(FILES + FOLDERS), st.sampled_from(FOLDERS)),
    st.tuples(st.just("copy"), st.sampled_from(FILES + FOLDERS), st.sampled_from(FOLDERS)),
    st.tuples(st.just("trash"), st.sampled_from(FILES + FOLDERS)),
    st.tuples(st.just("restore"), st.sampled_from(FILES + FOLDERS)),
    st.tuples(st.just("rename"), st.sampled_from(FILES + FOLDERS), st.sampled_from(["x", "y", ""])),
    st.tuples(st.just("create_folder"), st.sampled_from(FOLDERS)),
)
CONFLICTS = st.sampled_from(OnConflict)


def act(computer, deed, conflict):
    """Do it as a room would: what lies in the bin can only be restored."""
    files, (verb, node, *more) = computer.files, deed
    in_bin = files.inside(node, BIN)
    if in_bin is not (verb == "restore") or any(files.inside(m, BIN) for m in more if m in FOLDERS):
        return
    if verb == "restore" and files.node(node).parent != BIN:
        return
    if verb in ("move", "copy"):
        getattr(files, verb)([node], more[0], conflict)
    elif verb in ("trash", "restore"):
        getattr(files, verb)([node])
    else:
        getattr(files, verb)(node, *more)


@given(st.lists(st.tuples(ACTS, CONFLICTS), max_size=12))
def test_the_tree_stays_a_tree_and_undo_leads_back(deeds):
    computer = Computer()
    computer.words.names = NAMES
    computer.begin(files=["house/inbox/plan.odt", "house/inbox/menu.odt", "house/forms/order.odt"])
    computer.begin(files=["house/care_plans/to_update/"])
    computer.book.seal()
    start = computer.to_plain()
    for deed, conflict in deeds:
        before = computer.to_plain()
        try:
            act(computer, deed, conflict)
        except RefusedError:
            assert computer.to_plain() == before
        for node in computer.files.all():
            assert computer.files.path(node.id)[0].id in (DESKTOP, BIN)
        for folder in (DESKTOP, *FOLDERS):
            shown = [
                (computer.files.name(n.id) + n.ending).casefold()
                for n in computer.files.children(folder)
            ]
            assert len(shown) == len(set(shown)), f"two of one name in {folder}"
    while computer.undo():
        pass
    assert computer.to_plain() == start
