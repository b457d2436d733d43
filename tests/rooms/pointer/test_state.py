"""The boards without a screen: what is done on them, and that Peru takes it back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.practice.seen import Seen
from digitutor_app.rooms.pointer import conditions
from digitutor_app.rooms.pointer.boards import read_boards
from digitutor_app.rooms.pointer.rows import View
from digitutor_app.rooms.pointer.state import MOST_SLIDES, PointerState
from tests.rooms.pointer.conftest import make_computer
from tests.rooms.pointer.starts import BELLS, LAMPS, LIST, SHAPES, SORT


def holds(state, kind, value, **options):
    return getattr(conditions, kind)(Seen(state._computer, []), value, **options)


@pytest.mark.parametrize(
    "row",
    [
        {"boards": [{"kind": "dance"}]},
        {"boards": [{"kind": "lamps", "lamps": [{"at": [0, 0]}]}]},
        {"boards": [{"kind": "lamps", "lamps": [{"id": "a", "at": [0, 1001]}]}]},
        {"boards": [{"kind": "shapes", "shapes": [{"id": "a", "shape": "star"}]}]},
        {"boards": [LAMPS, LAMPS]},
    ],
)
def test_a_start_row_that_is_none_is_refused(row):
    with pytest.raises(OurMistakeError):
        read_boards(row)


def test_without_boards_there_is_nothing_to_do(state_of):
    state = state_of()
    assert state.board is None
    assert not holds(state, "board", "lamps")


def test_lamps_burn_until_peru(state_of):
    state = state_of(LAMPS)
    assert state.light("hall", 1004, "pointer").details == {"ms": 1004, "by": "pointer"}
    assert state.light("hall", 1004, "pointer") is None
    state.light("bath", 1000, "keys")
    assert holds(state, "lit", "hall")
    assert holds(state, "lit_count", 2)
    assert state._computer.undo()
    assert not holds(state, "lit", "bath")
    assert holds(state, "lit_count", 1)


def test_bells_call_in_their_order_and_others_are_not_answered(state_of):
    state = state_of(BELLS)
    assert state.calling() == "room_1"
    assert state.click_bell("room_2", "pointer").details["answered"] is False
    assert state.click_bell("room_1", "pointer").details["answered"] is True
    assert state.calling() == "room_2"
    assert holds(state, "answered", "room_1")
    assert not holds(state, "answered_count", 2)


def test_a_thing_is_held_carried_and_let_go(state_of):
    state = state_of(SORT)
    state.hold("towel")
    assert holds(state, "holding", "towel")
    assert state.carry("sheets").details["to"] == "sheets"
    assert state.carry("sheets") is None
    assert holds(state, "holding", "towel", above="sheets")
    assert not holds(state, "holding", "towel", above="towels")
    assert state.drop("", (400, 300)).details["to"] == "floor"
    assert not holds(state, "holding", "towel")
    assert state.rows.spot("towel").x == 400
    state.hold("towel")
    state.drop("sheets", (0, 0))
    assert holds(state, "in_zone", "towel", zone="sheets")
    assert state._computer.undo()
    assert (state.rows.spot("towel").x, state.rows.spot("towel").zone) == (400, "")


def test_click_siirra_click_is_as_good(state_of):
    state = state_of(SORT)
    state.pick("towel", "pointer")
    assert holds(state, "picked", "towel")
    assert state.click_zone("towels", "pointer").verb == "click"
    state.press_move("keys")
    assert holds(state, "moving", "towel")
    assert not holds(state, "picked", "towel")
    assert state.click_zone("towels", "pointer").verb == "move"
    assert holds(state, "in_zone", "towel", zone="towels")
    assert not holds(state, "moving", "towel")


def test_esc_puts_everything_back(state_of):
    state = state_of(SORT)
    assert state.cancel("keys") is None
    state.hold("sheet")
    assert state.cancel("keys").target == "item:sheet"
    assert not holds(state, "holding", "sheet")
    state.pick("towel", "keys")
    state.press_move("keys")
    state.cancel("keys")
    assert not holds(state, "moving", "towel")


def test_the_list_knows_where_it_stands(state_of):
    state = state_of(LIST)
    assert not holds(state, "list_at", "top"), "nobody has scrolled yet"
    state.scroll_to(View(28, 8))
    assert holds(state, "row_seen", "row_30")
    assert holds(state, "list_at", "middle")
    state.scroll_to(View(34, 8))
    assert holds(state, "list_at", "bottom")
    assert not holds(state, "row_seen", "row_30")
    state.choose("row_30", View(28, 8), "pointer")
    assert holds(state, "row_chosen", "row_30")
    state.scroll_to(View(0, 8))
    assert holds(state, "list_at", "top")
    assert state.finished(state.board)


def test_a_finished_board_gives_way_and_peru_comes_back(state_of):
    state = state_of(LAMPS, LIST, SHAPES, SORT)
    for lamp in ("hall", "bath", "yard"):
        state.light(lamp, 1000, "pointer")
    assert holds(state, "board", "list")
    state.choose("row_30", View(28, 8), "keys")
    assert holds(state, "board", "list")
    state.scroll_to(View(0, 8))
    assert holds(state, "board", "shapes")
    state._computer.undo()
    assert holds(state, "board", "list")
    state._computer.undo()
    state._computer.undo()
    assert holds(state, "board", "lamps")
    assert not holds(state, "lit", "yard")


def test_only_so_much_sliding_is_told(state_of):
    state = state_of(LAMPS)
    told = [state.slide() for _ in range(MOST_SLIDES + 5)]
    assert sum(o is not None for o in told) == MOST_SLIDES
    assert holds(state, "slid", MOST_SLIDES)


#: What a hand may do with a thing, when it holds one and when it holds none.
FULL = {
    "carry": lambda state, _item, zone: state.carry(zone),
    "drop": lambda state, _item, zone: state.drop(zone, (0, 0)),
    "let fall": lambda state, _item, _zone: state.drop("", (500, 500)),
    "cancel": lambda state, _item, _zone: state.cancel("keys"),
}
EMPTY = {
    "hold": lambda state, item, _zone: state.hold(item),
    "pick": lambda state, item, _zone: state.pick(item, "pointer"),
    "press": lambda state, _item, _zone: state.press_move("pointer"),
    "click": lambda state, _item, zone: state.click_zone(zone, "pointer"),
    "cancel": FULL["cancel"],
    "light": lambda state, _item, _zone: state.light("hall", 1000, "pointer"),
}


@given(
    st.lists(st.sampled_from(sorted({*FULL, *EMPTY})), max_size=30),
    st.sampled_from(["towel", "sheet"]),
    st.sampled_from(["towels", "sheets"]),
)
def test_whatever_is_done_goes_back_to_the_beginning(acts, item, zone):
    state = PointerState(make_computer(SORT, LAMPS))
    before = state._computer.to_plain()["rows"]
    for act in acts:
        known = FULL if state.rows.hand().held else EMPTY
        if act in known:
            known[act](state, item, zone)
        assert state.rows.hand().held in ("", item)
    deeds = 0
    while state._computer.undo():
        deeds += 1
    now = state._computer.to_plain()["rows"]
    loose = {"pointer.hand", "pointer.picked", "pointer.moving"}
    assert {k: v for k, v in now.items() if k not in loose} == before
    assert deeds <= len(acts)
