"""What the drafts ask of rooms that do not exist yet, over rows of the practice computer.

Mail: ``mail.view`` = message · ``mail.saving`` = attachment, chosen.
"""

from typing import Any, cast

from digitutor_app.practice.seen import Seen


def _row(seen: Seen, key: str) -> dict[str, Any]:
    return cast(dict[str, Any], seen.computer.book.row(key) or {})


def message(seen: Seen, message: str) -> bool:
    """The message is open."""
    return _row(seen, "mail.view").get("message") == message


def saving(seen: Seen, attachment: str, *, chosen: str = "") -> bool:
    """The dialog for saving the attachment is open (with this folder chosen)."""
    row = _row(seen, "mail.saving")
    return row.get("attachment") == attachment and chosen in ("", row.get("chosen"))


CONDITIONS = (message, saving)
