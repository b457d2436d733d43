"""``digitutor exchange``: prints the server's schema, or exchanges rows with the server once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from digitutor_app.domain.clock import Clock
from digitutor_app.exchange.server.client import Exchange, Exchanged
from digitutor_app.exchange.server.errors import ServerError
from digitutor_app.exchange.server.link import Link, connect
from digitutor_app.exchange.server.schema import schema
from digitutor_app.exchange.server.sentences import sentence
from digitutor_app.exchange.server.settings import read_settings
from digitutor_app.i18n import _
from digitutor_app.store.merging_rules import RowRules

GOOD, REFUSED = 0, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One store that takes part. ``rules`` say what it takes from the server; without ``pull`` it
    only sends."""

    exchange: Exchange
    rules: RowRules
    pull: bool = True


def _nothing(_link: Link) -> None:
    """Nobody breaks it off."""


def print_schema(out: TextIO, partitions: int = 1) -> int:
    """Print the SQL that sets a server up; 2 where there cannot be so many partitions."""
    try:
        out.write(schema(partitions))
    except ValueError:
        out.write(_("Osia voi olla 1–1024.") + "\n")
        return REFUSED
    return GOOD


def run(out: TextIO, exchanging: Callable[[], Iterable[Exchanged]]) -> int:
    """Exchange, and say what came of it; 2 with a sentence when it fails."""
    try:
        done = exchanging()
    except ServerError as error:
        out.write(f"{sentence(error)}\n")
        if error.detail:
            out.write(_("Ylläpitäjälle: {detail}").format(detail=error.detail) + "\n")
        return REFUSED
    for each in done:
        _tell(out, each)
    return GOOD


def known_file(folder: Path, name: str) -> Path:
    """Where it is noted what the server has of the store called so ("practice", "tutor")."""
    return folder / f"server-{name}.known"


def exchange(
    folder: Path,
    sides: Iterable[Side],
    clock: Clock,
    *,
    pull: bool = True,
    push: bool = True,
    opened: Callable[[Link], object] = _nothing,
) -> list[Exchanged]:
    """Exchange each store once with the server of ``folder``; raises ServerError and StoreError.

    ``opened`` gets the connection, which another thread may break off.
    """
    with connect(read_settings(folder)) as link:
        opened(link)
        return [
            side.exchange.once(link, side.rules, clock, pull=pull and side.pull, push=push)
            for side in sides
        ]


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
