"""A bundle is looked at or taken in: rows to the store they belong to, all of a store's at once.

The two stores are taken one after the other, each on its worker, and each remembers for itself
which bundles it has. If the machine dies between them, taking the same bundle again completes it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from digitutor_app.exchange.bundle import Bundle, Header, Kind
from digitutor_app.exchange.known import TakenBundles
from digitutor_app.exchange.trusted import Trusted
from digitutor_app.store.backup_files import BEFORE_IMPORT
from digitutor_app.store.erasures import erasure_hash
from digitutor_app.store.merging import FROM_PRACTICE, MergeReport, PutAside, Role, RowRules, merge
from digitutor_app.store.store import Store
from digitutor_app.store.tables import TABLES
from digitutor_app.store.values import sha

_TUTORS = frozenset(table.name for table in TABLES) - FROM_PRACTICE
_ERASED = "erased"
_CLEAN = "exchange.backups_without"
_NOBODY = sha({"erased": []})

#: Makes a copy of a store before rows come in.
BeforeImport = Callable[[Store], object]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a bundle brings, or has brought: rows by table, over both stores.

    ``known``: every store here has taken it in before. ``parted``: two machines seem to use this
    sender's key.
    """

    header: Header
    role: Role
    new: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    erased: tuple[str, ...] = ()
    put_aside: tuple[PutAside, ...] = ()
    people: frozenset[str] = frozenset()
    to_erase_too: tuple[str, ...] = ()
    known: bool = False
    parted: bool = False

    @property
    def nothing(self) -> bool:
        """Whether the stores say the same without it."""
        return not (self.new or self.changed or self.removed or self.erased)


@dataclass(frozen=True, slots=True)
class Part:
    """What one store said to a bundle; ``report`` is None where it had taken it in before."""

    report: MergeReport | None
    parted: bool


def look_into(store: Store, bundle: Bundle, trusted: Trusted, *, tutors: bool) -> Part:
    """What this store would say to its rows of the bundle; ``tutors``: it is the tutor store."""
    taken = TakenBundles(store)
    if taken.has(bundle):
        return Part(None, parted=False)
    lines = _lines(bundle, tutors=tutors)
    report = merge(store, lines, _rules(bundle, trusted), keep=False)
    return Part(report, taken.parted(bundle))


def take_into(
    store: Store,
    bundle: Bundle,
    trusted: Trusted,
    *,
    tutors: bool,
    before: BeforeImport | None = None,
) -> Part:
    """Take this store's rows of the bundle and remember it, in one transaction; first a copy of the
    store is made (none before a today file; ``before`` stands in for it).

    People who came with it are noted as those of other laptops. Whoever was erased by it is also
    taken out of the backups; cut short, that is done when it is taken again. Raises StoreError.
    """
    taken = TakenBundles(store)
    if taken.has(bundle):
        clean_backups(store)
        return Part(None, parted=False)
    if bundle.header.kind is not Kind.TODAY:
        (before or _back_up)(store)
    parted = taken.parted(bundle)
    with store.transaction():
        known = _people(store)
        report = merge(store, _lines(bundle, tutors=tutors), _rules(bundle, trusted))
        if not tutors:
            store.elsewhere.note(sorted(report.people & _people(store) - known))
        taken.add(bundle)
    if report.erased:
        store.database.empty_log()
    clean_backups(store)
    return Part(report, parted)


def _people(store: Store) -> set[str]:
    return {each for (each,) in store.database.rows('SELECT "id" FROM "person"')}


def clean_backups(store: Store) -> None:
    """Take those whom the store has forgotten out of its backups, unless that has been done.

    To be called after every erasure; cut short, it is done the next time.
    """
    forgotten = erasure_hash(store.database)
    if store.settings.get(_CLEAN, _NOBODY) != forgotten:
        store.backups.refresh_after_erasure()
        store.settings.put(_CLEAN, forgotten)


def preview(bundle: Bundle, parts: Sequence[Part]) -> Preview:
    """What the stores said, as one."""
    reports = [part.report for part in parts if part.report is not None]
    sums = {
        name: sum((Counter(getattr(report, name)) for report in reports), Counter())
        for name in ("new", "changed", "removed")
    }
    return Preview(
        header=bundle.header,
        role=bundle.role,
        **sums,
        erased=tuple(dict.fromkeys(one for report in reports for one in report.erased)),
        put_aside=tuple(one for report in reports for one in report.put_aside),
        people=frozenset(one for report in reports for one in report.people),
        to_erase_too=tuple(dict.fromkeys(x for report in reports for x in report.to_erase_too)),
        known=not reports,
        parted=any(part.parted for part in parts),
    )


def _lines(bundle: Bundle, *, tutors: bool) -> Iterator[Any]:
    return (line for line in bundle.lines() if _belongs(line, bundle.role, tutors=tutors))


def _belongs(line: Any, role: Role, *, tutors: bool) -> bool:
    """Erasures belong to both stores; what we cannot read to the practice store, to be shown; of
    unknown tables a tutor's to the tutor store, a laptop's to the practice store."""
    name = line.get("t") if isinstance(line, dict) else None
    if name == _ERASED:
        return True
    if not isinstance(name, str) or name in FROM_PRACTICE:
        return not tutors
    from_tutor = role is Role.TUTOR and line.get("r") != Role.PRACTICE
    return tutors is (name in _TUTORS or from_tutor)


def _rules(bundle: Bundle, trusted: Trusted) -> RowRules:
    device = bundle.header.device
    return RowRules(role=bundle.role, erasure_holds=trusted.erasure_holds, device=device)


def _back_up(store: Store) -> None:
    store.backups.make(BEFORE_IMPORT)
