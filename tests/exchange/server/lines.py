"""Wire rows for the tests, with the sha and version that fit, and how the server hears them."""

import base64
import json

from digitutor_app.exchange.server.link import wire_text
from digitutor_app.exchange.server.schema import FORMAT
from digitutor_app.store.erasures import erasure_message
from digitutor_app.store.values import canonical, sha
from digitutor_app.trust.signing import SigningKey, verify

TUTOR = SigningKey(bytes(32))
EDITED = "2026-03-02T09:00+02:00"
LAST_MOMENT = 7_258_118_400_000
AINO = "aaaaaaaa-0000-4000-8000-000000000001"
EERO = "aaaaaaaa-0000-4000-8000-000000000002"


#: Without these an attempt is none.
_ATTEMPT = {"mode": "guided", "end": "done", "started": EDITED, "ended": EDITED}


def fact(table="attempt", row_id="f1", subject=AINO, **said):
    said = {**_ATTEMPT, **said} if table == "attempt" else said
    return {"t": table, "id": row_id, "s": subject, "h": sha(said), "p": said}


def version(table="person", row_id=AINO, subject=AINO, at=0, deleted=0, edited=EDITED, **said):
    whole = {"deleted": deleted, "edited_at": edited, "payload": said}
    stamp = f"{at:012x}{sha(whole)}"
    return {"t": table, "id": row_id, "s": subject, "v": stamp, "d": deleted, "e": edited,
            "p": said}  # fmt: skip


def erasure(subject=AINO, at=0, key=TUTOR):
    signature = key.sign(erasure_message(subject, at))
    return {"t": "erased", "s": subject, "at": at, "by": key.public.hex(),
            "sig": base64.b64encode(signature).decode()}  # fmt: skip


def erasure_holds(subject, at, by, signature):
    """What a store asks when an erasure comes: only our tutor's count."""
    return by == TUTOR.public.hex() and verify(
        TUTOR.public, erasure_message(subject, at), signature
    )


def spoken(lines):
    """A list of lines as the server takes it."""
    return f"[{','.join(wire_text(line, canonical(line.get('p'))) for line in lines)}]"


def push(connection, *lines):
    """What the server says to these lines."""
    statement = "SELECT digitutor.merge(%s, %s::jsonb)"
    return connection.execute(statement, [FORMAT, spoken(lines)]).fetchone()[0]


def read(connection, since=0, tables=(), chosen=False, most=5000):
    statement = "SELECT digitutor.read(%s, %s, %s::text[], %s, %s)"
    return connection.execute(statement, [FORMAT, since, list(tables), chosen, most]).fetchone()[0]


def picture(lines):
    """What some lines say, whatever their order."""
    return sorted(canonical(line) for line in lines)


def picture_there(connection):
    """Everything the server hands out to this role, page by page; of several erasures that our
    tutor has signed the one that a store keeps."""
    told = [line for chosen in (False, True) for line in _pages(connection, chosen)]
    gone = {}
    for line in (line for line in told if line["t"] == "erased"):
        order = line["at"], line["by"], base64.b64decode(line["sig"])
        if line["s"] not in gone or order < gone[line["s"]][0]:
            gone[line["s"]] = order, line
    rest = [line for line in told if line["t"] != "erased"]
    return picture([*(line for _order, line in gone.values()), *rest])


def _pages(connection, chosen):
    since, more = 0, True
    while more:
        said = read(connection, since, most=7, chosen=chosen)
        for row in said["rows"]:
            yield {**row, "p": json.loads(row["p"])} if "p" in row else row
        since, more = said["until"], said["more"]


def why(answer):
    """The words for what was put aside, in the order of the lines."""
    return [row["why"] for row in sorted(answer["put_aside"], key=lambda row: row["i"])]
