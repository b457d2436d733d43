"""The steps that a store's schema has taken; each one is frozen once it has been released."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from digitutor_app.store.migrations import first_0001

if TYPE_CHECKING:
    from sqlite_utils.db import Database
    from sqlite_utils.migrations import Migrations

SET_NAME = "digitutor"
TABLE = "_sqlite_migrations"
STEPS = (first_0001,)
NAMES = tuple(step.NAME for step in STEPS)


def migrations() -> "Migrations":
    """Every step, each to be run in one transaction together with its record."""
    from sqlite_utils.migrations import Migrations

    known = Migrations(SET_NAME)
    for step in STEPS:
        known(name=step.NAME)(_runner(step.STATEMENTS))
    return known


def _runner(statements: tuple[str, ...]) -> Callable[["Database"], None]:
    def run(database: "Database", /) -> None:
        for statement in statements:
            database.execute(statement)

    return run
