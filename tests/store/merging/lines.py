"""Wire rows, made by hand."""

from digitutor_app.store import values

GOOD = {
    "mode": "alone",
    "end": "done",
    "started": "2026-03-02T09:00+02:00",
    "ended": "2026-03-02T09:05+02:00",
}


def a_fact(said, subject="p-1", row_id="a-1", table="attempt"):
    return {"t": table, "id": row_id, "s": subject, "h": values.sha(said), "p": said}


def a_version(
    said, at=1, *, table="person", subject="p-1", deleted=0, edited="2026-03-02T09:00+02:00"
):
    whole = {"deleted": deleted, "edited_at": edited, "payload": said}
    version = f"{at:012x}{values.sha(whole)}"
    return {
        "t": table,
        "id": subject,
        "s": subject,
        "v": version,
        "d": deleted,
        "e": edited,
        "p": said,
    }
