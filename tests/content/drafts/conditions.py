"""What the drafts ask of rooms that do not exist yet, over rows of the practice computer.

Typing: ``typing.field:<id>`` = text (typed, or the id of a name),
caret, selected; ``typing`` in the start gives the texts of the fields. Mail: ``mail.view`` =
message · ``mail.saving`` = attachment, chosen.
"""

from typing import Any, cast

from digitutor_app.practice.seen import Seen


def _row(seen: Seen, key: str) -> dict[str, Any]:
    return cast(dict[str, Any], seen.computer.book.row(key) or {})


def _words(seen: Seen, text: str) -> str:
    return seen.computer.words.names.get(text, text)


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


CONDITIONS = (text, caret, text_selected, message, saving)
