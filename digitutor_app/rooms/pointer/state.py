"""The boards without a screen: what a hand can do on them, and what becomes of it.

For authors of exercises:

Window
    ``pointer`` (``open = ["pointer"]``). It shows one board after the other, as the start row lists
    them: when the work of a board is done, the next one comes by itself; Peru comes back.

Start row
    One table per board, in order: ``[[start.pointer.boards]]``, for another data set
    ``[[starts.b.pointer.boards]]`` (which replaces the whole start: ``[starts.b]`` with
    ``open = ["pointer"]`` comes first). Every id is there once on all boards together and needs its
    words under ``[names.<data set>]``.

    ``id`` (left out: the kind) · ``kind`` = "lamps", "bells", "sort", "list" or "shapes" ·
    ``touchpad = true``: a line with a drawn touchpad, one finger (list: two fingers)

    lamps   ``lamps = [{ id = "room_1", at = [0, 200], size = 96 }, …]`` · ``dwell`` = 1000 ms.
            A lamp lights when the pointer has rested on it; Tab and resting there is as good.
            Done when all burn.
    bells   ``bells = [{ id = "room_1", at = [0, 200], size = 96 }, …]``: they call one after the
            other in the order of the list. Done when all were answered.
    sort    ``items = [{ id = "towel_1", kind = "towel", at = [0, 200] }, …]`` ·
            ``zones = [{ id = "towels", kind = "trolley", takes = ["towel_1", …] }, …]``.
            Done when everything lies where it belongs. Pictures (``kind``): towel, sheet, letter,
            paper, cup, plate, book, box; zones: trolley, tray, shelf.
    list    ``rows = ["row_1", { id = "mine", words = ["you", "tue_14"] }, …]``: the words of a row
            are a name, or several names side by side · ``goal = "mine"``: the row to be found
            · ``back_to = "top"``: and then the list is to be scrolled back (or "bottom").
            Done when the goal was clicked and the list stands there; without a goal when the list
            stands at ``back_to``.
    shapes  ``shapes = [{ id = "link", shape = "hand" }, …]``; a shape is arrow, hand, text (a bar),
            busy (a ring) or resize (two heads). Done when the pointer has stayed 500 ms in each.

    ``at`` is thousandths of the way from left to right and from top to bottom; things that would
    lie on each other stand in rows instead. ``size`` is the picture's side, 96 px when left out.

Conditions (conditions.py)
    lit = lamp · lit_count = n · answered = bell · answered_count = n · pointing = lamp, bell, item
    or shape · holding = item, above · in_zone = item, zone · picked = item (clicked, not Siirrä
    yet) · moving = item · row_chosen = row · row_seen = row · list_at = "top", "middle", "bottom" ·
    visited = shape · slid = n (times 250 px of way) · board = id

Targets
    lamp:<id>, bell:<id>, item:<id>, zone:<id>, shape:<id>, row:<id>, list, bar:up, bar:down,
    bar:grip, button:move, button:blink (blinking off), floor (a free place beside the things), edge
    (the outermost left of the board, to rest the pointer at), ground (the whole board, for a trace)

Observations: verb, target, details; each carries by = pointer, keys, button, drag
    point thing (the pointer came over it; floor: it left one) · slide floor (each further 250 px,
    twelve at most) · hover lamp (ms; it lit) · visit shape · click any target (bells: answered) ·
    double_click, right_click, long_press (held longer than 1 s) any target ·
    slip any target (the button came up more than 12 px away; out = outside of it) ·
    hold item · carry item (to = the zone above which it is) · drop item (to = zone or "floor") ·
    drag item (button = "right": nothing moves) · pick item (clicked) · press button:move ·
    move item (to; by Siirrä) · cancel item (Esc) · choose row · scroll list (direction = "up" or
    "down"; at = "top", "middle", "bottom"; stuck = true: turned against that end for 3 s) ·
    see row (the goal came into sight) · overshoot row (and it went out of sight before a click) ·
    edge floor (where = "board" or "screen": the pointer has stood at that edge for 3 s) · hops
    floor (short movements one way with the mouse lifted between them, see hand_path.py) · jump
    floor (the pointer leapt, as under a palm) · gesture floor (name = "zoom", "fingers": a touchpad
    gesture that is not needed)

Peru takes back one lamp, one answer, one drop or move, one chosen row; what the pointer is over and
how far the list is scrolled goes with the deed before.
"""

from collections.abc import Mapping
from dataclasses import replace

from digitutor_app.domain.observation import Observation
from digitutor_app.practice.computer import Computer
from digitutor_app.rooms.pointer.boards import Board, Kind
from digitutor_app.rooms.pointer.conditions import CONDITIONS
from digitutor_app.rooms.pointer.rows import PROGRAM, Hand, Rows, Spot, View

__all__ = ["CONDITIONS", "PROGRAM", "PointerState"]

#: One ``slid`` is this much way of the pointer, logical pixels; more than so many are not counted.
SLIDE_PX = 250
MOST_SLIDES = 12
FLOOR = "floor"


class PointerState:
    """The boards of one practice computer."""

    def __init__(self, computer: Computer) -> None:
        self._computer = computer
        self.rows = Rows(computer)

    # What is shown

    @property
    def names(self) -> Mapping[str, str]:
        """The words of ids in the running data set."""
        return self._computer.words.names

    @property
    def board(self) -> Board | None:
        """The board that is shown; None when the exercise has none."""
        boards = self.rows.boards
        return boards[min(self.rows.board_index(), len(boards) - 1)] if boards else None

    def calling(self) -> str:
        """The bell that calls now, or "" when all were answered."""
        board = self.board
        if board is None or board.kind is not Kind.BELLS:
            return ""
        answered = self.rows.ids("answered")
        return next((t.id for t in board.things if t.id not in answered), "")

    def finished(self, board: Board) -> bool:
        """Whether the work of a board is done."""
        rows = self.rows
        match board.kind:
            case Kind.LAMPS:
                return _all(board, rows.ids("lit"))
            case Kind.BELLS:
                return _all(board, rows.ids("answered"))
            case Kind.SHAPES:
                return _all(board, rows.ids("visited"))
            case Kind.SORT:
                taken = [(item, zone.id) for zone in board.zones for item in zone.takes]
                return all(rows.spot(item).zone == zone for item, zone in taken)
            case Kind.LIST:
                return self._list_finished(board)

    def _list_finished(self, board: Board) -> bool:
        view = self.rows.view()
        chosen = not board.goal or self.rows.word("row") == board.goal
        at = {
            "": True,
            "top": view.first == 0,
            "bottom": view.shown > 0 and view.first + view.shown >= len(board.lines),
        }
        return chosen and at[board.back_to]

    # The pointer

    def point(self, thing_id: str, target: str) -> Observation | None:
        """The pointer came over a thing, or left one (""); None when it was there before."""
        hand = self.rows.hand()
        if hand.over == thing_id:
            return None
        self.rows.put_hand(replace(hand, over=thing_id))
        return Observation("point", target, {"by": "pointer"})

    def slide(self) -> Observation | None:
        """The pointer has gone another 250 px; None when enough of them were told."""
        times = self.rows.slid()
        if times >= MOST_SLIDES:
            return None
        self.rows.put_slid(times + 1)
        return Observation("slide", FLOOR, {"by": "pointer"})

    # Lamps, bells, shapes

    def light(self, lamp: str, ms: int, by: str) -> Observation | None:
        """A lamp lights; None when it burns already."""
        if lamp in self.rows.ids("lit"):
            return None
        with self._computer.deed():
            self.rows.add_id("lit", lamp)
            self._go_on()
        return Observation("hover", f"lamp:{lamp}", {"ms": ms, "by": by})

    def visit(self, shape: str) -> Observation | None:
        """The pointer has stayed in the zone of a shape; None when it was there before."""
        if shape in self.rows.ids("visited"):
            return None
        with self._computer.deed():
            self.rows.add_id("visited", shape)
            self._go_on()
        return Observation("visit", f"shape:{shape}", {"by": "pointer"})

    def click_bell(self, bell: str, by: str) -> Observation:
        """A bell was clicked; only the one that calls is answered."""
        answered = bell == self.calling()
        if answered:
            with self._computer.deed():
                self.rows.add_id("answered", bell)
                self._go_on()
        return Observation("click", f"bell:{bell}", {"answered": answered, "by": by})

    def press_blink(self, by: str) -> Observation:
        """Blinking off, or on again."""
        self.rows.put_blinks(not self.rows.blinks())
        return Observation("press", "button:blink", {"by": by})

    # Sorting

    def hold(self, item: str) -> Observation:
        """The button went down on an item and the hand moves: it hangs on the pointer."""
        self.rows.put_word("picked", "")
        self.rows.put_word("moving", "")
        self.rows.put_hand(Hand(over=item, held=item))
        return Observation("hold", f"item:{item}", {"by": "drag"})

    def carry(self, zone: str) -> Observation | None:
        """What is held is above this zone ("" is the floor) now; None when it was before."""
        hand = self.rows.hand()
        if not hand.held or hand.above == zone:
            return None
        self.rows.put_hand(replace(hand, above=zone))
        return Observation("carry", f"item:{hand.held}", {"to": zone or FLOOR, "by": "drag"})

    def drop(self, zone: str, at: tuple[int, int]) -> Observation:
        """What is held is let go: over a zone, or on the floor ("") at a place in thousandths."""
        item = self.rows.hand().held
        # Before the deed, so that Peru does not put it back into the hand.
        self.forget_held()
        with self._computer.deed():
            self._put(item, Spot(zone) if zone else Spot("", *at))
        return Observation("drop", f"item:{item}", {"to": zone or FLOOR, "by": "drag"})

    def cancel(self, by: str) -> Observation | None:
        """Esc: what is held goes back, what was clicked is no longer meant."""
        hand = self.rows.hand()
        item = hand.held or self.rows.word("moving") or self.rows.word("picked")
        if not item:
            return None
        self.forget_held()
        self.rows.put_word("picked", "")
        self.rows.put_word("moving", "")
        return Observation("cancel", f"item:{item}", {"by": by})

    def forget_held(self) -> None:
        """The button is up without anybody having let go here: the thing lies where it lay."""
        self.rows.put_hand(replace(self.rows.hand(), held="", above=""))

    def pick(self, item: str, by: str) -> Observation:
        """An item was clicked: Siirrä would be about it."""
        self.rows.put_word("moving", "")
        self.rows.put_word("picked", item)
        return Observation("pick", f"item:{item}", {"by": by})

    def press_move(self, by: str) -> Observation:
        """The button Siirrä: the next zone that is clicked is the place of the item."""
        self.rows.put_word("moving", self.rows.word("picked"))
        return Observation("press", "button:move", {"by": by})

    def click_zone(self, zone: str, by: str) -> Observation:
        """A zone was clicked: the item that is meant goes there."""
        item = self.rows.word("moving")
        if not item:
            return Observation("click", f"zone:{zone}", {"by": by})
        with self._computer.deed():
            self._put(item, Spot(zone))
        return Observation("move", f"item:{item}", {"to": zone, "by": "button"})

    # The list

    def scroll_to(self, view: View) -> None:
        """The list shows other rows; a deed only when that ends the work of the board."""
        board = self.board
        before = self.rows.view()
        if board is None or view == before:
            return
        if not self._ends(board, view):
            self.rows.put_view(view)
            return
        with self._computer.deed():
            self.rows.put_view(view)
            self._go_on()

    def choose(self, row: str, view: View, by: str) -> Observation:
        """A row was clicked while the list showed ``view``."""
        with self._computer.deed():
            self.rows.put_view(view)
            self.rows.put_word("row", row)
            self._go_on()
        return Observation("choose", f"row:{row}", {"by": by})

    # Inside

    def _ends(self, board: Board, view: View) -> bool:
        """Whether scrolling there would bring the next board."""
        chosen = not board.goal or self.rows.word("row") == board.goal
        at_end = view.first + view.shown >= len(board.lines)
        there = {"top": view.first == 0, "bottom": at_end}.get(board.back_to, False)
        return chosen and there and board != self.rows.boards[-1]

    def _put(self, item: str, spot: Spot) -> None:
        self.rows.put_hand(Hand(over=item))
        self.rows.put_word("picked", "")
        self.rows.put_word("moving", "")
        self.rows.put_spot(item, spot)
        self._go_on()

    def _go_on(self) -> None:
        """To the next board when the work of this one is done; the last one stays."""
        board, index = self.board, self.rows.board_index()
        if board is not None and self.finished(board) and index + 1 < len(self.rows.boards):
            self.rows.put_board_index(index + 1)
            self.rows.put_hand(Hand())


def _all(board: Board, ids: tuple[str, ...]) -> bool:
    return all(thing.id in ids for thing in board.things)
