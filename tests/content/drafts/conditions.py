"""What the drafts ask of rooms that do not exist yet, over rows of the practice computer.

Pointer: ``pointer.hand`` = over, held, above · ``pointer.item:<id>`` = zone · ``pointer.moving`` =
item (clicked, then Siirrä). Typing: ``typing.field:<id>`` = text (typed, or the id of a name),
caret, selected; ``typing`` in the start gives the texts of the fields. Mail: ``mail.view`` =
message · ``mail.saving`` = attachment, chosen.
"""

from typing import Any, cast

from digitutor_app.practice.seen import Seen


def _row(seen: Seen, key: str) -> dict[str, Any]:
    return cast(dict[str, Any], seen.computer.book.row(key) or {})


def _words(seen: Seen, text: str) -> str:
    return seen.computer.words.names.get(text, text)


# Pointer


def pointing(seen: Seen, item: str) -> bool:
    """The pointer is over the item, or carries it."""
    hand = _row(seen, "pointer.hand")
    return item in (hand.get("over"), hand.get("held"))


def holding(seen: Seen, item: str, *, above: str = "") -> bool:
    """The left button holds the item (and is above the zone)."""
    hand = _row(seen, "pointer.hand")
    return hand.get("held") == item and above in ("", hand.get("above"))


def in_zone(seen: Seen, item: str, *, zone: str) -> bool:
    """The item lies in the zone."""
    return _row(seen, f"pointer.item:{item}").get("zone") == zone


def moving(seen: Seen, item: str) -> bool:
    """The item was clicked and then the button Siirrä: the next click is its place."""
    return _row(seen, "pointer.moving").get("item") == item


# Typing


def text(seen: Seen, field: str, *, is_: str) -> bool:
    """The field's text is this: the id of a name, or the words themselves; "" is no text."""
    return _field(seen, field)[0] == _words(seen, is_)


def caret(seen: Seen, field: str, *, at: str) -> bool:
    """The caret stands at the "start", at the "end", or behind the words of this name."""
    found, place = _field(seen, field)
    words = {"start": "", "end": found}.get(at, _words(seen, at))
    return place == len(words) and found.startswith(words)


def text_selected(seen: Seen, field: str) -> bool:
    """Something in the field is selected."""
    return bool(_row(seen, f"typing.field:{field}").get("selected"))


def _field(seen: Seen, field: str) -> tuple[str, int]:
    row = _row(seen, f"typing.field:{field}")
    begun = _row(seen, "typing").get("fields", {}).get(field, "")
    return _words(seen, row.get("text", begun)), int(row.get("caret", -1))


# Mail


def message(seen: Seen, message: str) -> bool:
    """The message is open."""
    return _row(seen, "mail.view").get("message") == message


def saving(seen: Seen, attachment: str, *, chosen: str = "") -> bool:
    """The dialog for saving the attachment is open (with this folder chosen)."""
    row = _row(seen, "mail.saving")
    return row.get("attachment") == attachment and chosen in ("", row.get("chosen"))


CONDITIONS = (pointing, holding, in_zone, moving, text, caret, text_selected, message, saving)
