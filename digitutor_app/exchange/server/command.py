"""``digitutor exchange``: prints the server's schema, or exchanges rows with the server once."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from digitutor_app.domain.clock import Clock
from digitutor_app.exchange.server.client import Exchange, Exchanged, OnStore, Share
from digitutor_app.exchange.server.errors import ServerError
from digitutor_app.exchange.server.link import connect
from digitutor_app.exchange.server.schema import schema
from digitutor_app.exchange.server.sentences import sentence
from digitutor_app.exchange.server.settings import read_settings
from digitutor_app.i18n import _
from digitutor_app.store.merging_rules import RowRules

GOOD, REFUSED = 0, 2
KNOWN = "server-{name}.known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One store that takes part. ``name`` ("practice", "tutor") names its file of what is known;
    ``rules`` say what it takes from the server."""

    name: str
    on_store: OnStore
    share: Share
    rules: RowRules


def print_schema(out: TextIO, partitions: int = 1) -> int:
    """Print the SQL that sets a server up; 2 where there cannot be so many partitions."""
    try:
        out.write(schema(partitions))
    except ValueError:
        out.write(_("Osia voi olla 1–1024.") + "\n")
        return REFUSED
    return GOOD


def run(
    out: TextIO,
    folder: Path,
    sides: Sequence[Side],
    clock: Clock,
    *,
    pull: bool = True,
    push: bool = True,
) -> int:
    """Exchange each store once with the server of ``folder``; 2 with a sentence when it fails."""
    try:
        done = exchange(folder, sides, clock, pull=pull, push=push)
    except ServerError as error:
        out.write(f"{sentence(error)}\n")
        if error.detail:
            out.write(_("Ylläpitäjälle: {detail}").format(detail=error.detail) + "\n")
        return REFUSED
    for each in done:
        _tell(out, each)
    return GOOD


def exchange(
    folder: Path, sides: Sequence[Side], clock: Clock, *, pull: bool = True, push: bool = True
) -> list[Exchanged]:
    """Exchange each store once; raises ServerError and StoreError. For the program's window."""
    done = []
    with connect(read_settings(folder)) as link:
        for side in sides:
            known = folder / KNOWN.format(name=side.name)
            each = Exchange(side.on_store, side.share, known)
            done.append(each.once(link, side.rules, clock, pull=pull, push=push))
    return done


def _tell(out: TextIO, done: Exchanged) -> None:
    told = _("Lähetetty {sent} riviä, haettu {read} riviä.")
    out.write(told.format(sent=done.sent, read=done.read) + "\n")
    if done.put_aside:
        aside = _("{count} haettua riviä ei sopinut tähän varastoon. Ne ovat erillään tallessa.")
        out.write(aside.format(count=done.put_aside) + "\n")
    if done.refused:
        why = ", ".join(f"{word} {count}" for word, count in sorted(done.refused.items()))
        refused = _("Palvelin ei ottanut vastaan kaikkia rivejä ({why}). Ne ovat tallessa täällä.")
        out.write(refused.format(why=why) + "\n")
