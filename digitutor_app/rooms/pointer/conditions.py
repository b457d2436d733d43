"""What exercises may ask about the boards; each function is one kind, by its own name."""

from typing import Literal

from digitutor_app.practice.seen import Seen
from digitutor_app.rooms.pointer.boards import Board
from digitutor_app.rooms.pointer.rows import Rows


def lit(seen: Seen, lamp: str) -> bool:
    """The lamp burns."""
    return lamp in Rows(seen.computer).ids("lit")


def lit_count(seen: Seen, count: int) -> bool:
    """At least so many lamps burn."""
    return len(Rows(seen.computer).ids("lit")) >= count


def answered(seen: Seen, bell: str) -> bool:
    """The bell was answered."""
    return bell in Rows(seen.computer).ids("answered")


def answered_count(seen: Seen, count: int) -> bool:
    """At least so many bells were answered."""
    return len(Rows(seen.computer).ids("answered")) >= count


def pointing(seen: Seen, item: str) -> bool:
    """The pointer is over this lamp, bell, item or shape, or holds this item."""
    hand = Rows(seen.computer).hand()
    return item in (hand.over, hand.held)


def holding(seen: Seen, item: str, *, above: str = "") -> bool:
    """The main button holds the item (and it is above the zone ``above``)."""
    hand = Rows(seen.computer).hand()
    return hand.held == item and above in ("", hand.above)


def in_zone(seen: Seen, item: str, *, zone: str) -> bool:
    """The item lies in the zone."""
    return Rows(seen.computer).spot(item).zone == zone


def picked(seen: Seen, item: str) -> bool:
    """The item was clicked; it is neither held nor has the button Siirrä been pressed."""
    rows = Rows(seen.computer)
    return rows.word("picked") == item and not rows.word("moving")


def moving(seen: Seen, item: str) -> bool:
    """The item was clicked and then the button Siirrä: the next zone clicked is its place."""
    return Rows(seen.computer).word("moving") == item


def row_chosen(seen: Seen, row: str) -> bool:
    """This row of the list is the one that was clicked last."""
    return Rows(seen.computer).word("row") == row


def row_seen(seen: Seen, row: str) -> bool:
    """The list was scrolled so that this row can be seen whole."""
    rows, board = Rows(seen.computer), _list(seen)
    view, number = rows.view(), -1 if board is None else board.index(row)
    return number >= 0 and view.first <= number < view.first + view.shown


def list_at(seen: Seen, place: Literal["top", "middle", "bottom"]) -> bool:
    """The list was scrolled and now stands at its beginning, in the middle or at its end."""
    view, board = Rows(seen.computer).view(), _list(seen)
    if board is None or not view.shown:
        return False
    at_end = view.first + view.shown >= len(board.lines)
    return place == ("top" if view.first == 0 else "bottom" if at_end else "middle")


def visited(seen: Seen, shape: str) -> bool:
    """The pointer has stayed in the zone of this shape."""
    return shape in Rows(seen.computer).ids("visited")


def slid(seen: Seen, times: int) -> bool:
    """The pointer has gone about the boards for at least so many times 250 px."""
    return Rows(seen.computer).slid() >= times


def board(seen: Seen, board: str) -> bool:
    """This board is shown."""
    rows = Rows(seen.computer)
    boards = rows.boards
    return bool(boards) and boards[min(rows.board_index(), len(boards) - 1)].id == board


def _list(seen: Seen) -> Board | None:
    """The list that is shown, or the one there is."""
    rows = Rows(seen.computer)
    boards = rows.boards
    lists = [b for b in boards if b.lines]
    shown = boards[rows.board_index()] if rows.board_index() < len(boards) else None
    return shown if shown in lists else next(iter(lists), None)


CONDITIONS = (
    lit,
    lit_count,
    answered,
    answered_count,
    pointing,
    holding,
    in_zone,
    picked,
    moving,
    row_chosen,
    row_seen,
    list_at,
    visited,
    slid,
    board,
)
