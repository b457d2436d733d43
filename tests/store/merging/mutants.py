"""The rule of merging with one thing wrong about it, ten times and more: histories must notice.

Each mutant replaces one function or statement of the rule while it is entered; the product knows
nothing of this.
"""

from contextlib import ExitStack, contextmanager

from hypothesis import seed

from digitutor_app.store import erasures, merging, merging_reader, merging_run, moves, rows
from digitutor_app.store.rows import Version
from tests.store.merging.histories import some_histories

#: Histories in which a mutant must have been noticed.
ENOUGH = 400


def killed(name, number=1):
    """Whether some history notices this mutant."""
    with MUTANTS[name]():
        try:
            seed(number)(some_histories(ENOUGH, shrink=False))()
        except Exception:  # noqa: BLE001 - whatever breaks, it was noticed
            return True
    return False


@contextmanager
def instead(*replaced):
    """Inside, each (module, name) is something else."""
    with ExitStack() as stack:
        for module, name, other in replaced:
            stack.callback(setattr, module, name, getattr(module, name))
            setattr(module, name, other)
        yield


def _reworded(function, old, new):
    """The statement that a function makes, with some words replaced."""

    def make(table):
        statement = function(table)
        words = old.format(table.name)
        assert words in statement
        return statement.replace(words, new.format(table.name))

    return make


def the_older_version_stays():
    worse = _reworded(rows.merge_statement, '"v" > "{}"."v"', '"v" < "{}"."v"')
    return instead((rows, "merge_statement", worse))


def of_one_moment_the_first_stays():
    """Two clones that edit in the same millisecond: without the sha, whoever came first wins."""
    by_clock = 'substr("excluded"."v", 1, 12) > substr("{0}"."v", 1, 12)'
    worse = _reworded(rows.merge_statement, '"excluded"."v" > "{0}"."v"', by_clock)
    return instead((rows, "merge_statement", worse))


def an_edit_trusts_the_wall_clock():
    def after(_seen, now, *, deleted=False):
        return Version(at=rows.wall_clock(now), edited_at=now, deleted=deleted)

    return instead((rows, "_after", after))


def one_fact_an_id():
    guard = 'NOT EXISTS (SELECT 1 FROM "{0}" WHERE "id" = ?1 AND "subject" = ?2) AND NOT EXISTS'

    def make(table):
        words = rows._insert(table).replace("NOT EXISTS", guard.format(table.name))
        return f"{words} ON CONFLICT DO NOTHING"

    def merged(table):
        words = rows.merged_fact_statement.__wrapped__(table)
        head, _, values = words.partition(" VALUES (")
        marks, _, _ = values.partition(")")
        return f"""
            {head} SELECT {marks}
            WHERE NOT EXISTS (SELECT 1 FROM "{table.name}" WHERE "id" = ?1 AND "subject" = ?2)
            ON CONFLICT DO NOTHING
        """

    return instead((rows, "fact_statement", make), (rows, "merged_fact_statement", merged))


def the_erased_stay():
    def only_noted(database, erasure, tables=()):
        database.run(erasures._ADD, [erasure.subject, *erasure.order])
        return {}

    return instead((erasures, "erase", only_noted), (merging_run, "erase", only_noted))


def the_erased_come_back():
    class Forgetful(dict):
        def __contains__(self, _subject):
            return False

    real, insert = merging_run.erased_subjects, rows._insert

    def anybody(table):
        head, _, _ = insert(table).partition("WHERE NOT EXISTS")
        return f"{head} WHERE ? <> ''"

    rows.fact_statement.cache_clear()
    rows.merge_statement.cache_clear()
    return instead(
        (rows, "_insert", anybody),
        (rows, "fact_statement", rows.fact_statement.__wrapped__),
        (rows, "merge_statement", rows.merge_statement.__wrapped__),
        (merging_run, "erased_subjects", lambda database: Forgetful(real(database))),
    )


def the_first_decision_that_came_stays():
    words, _, _ = erasures._ADD.partition("DO UPDATE")
    return instead((erasures, "_ADD", f"{words} DO NOTHING"))


def a_deleted_row_is_just_gone():
    def delete(database, table, key, _now):
        return database.run(f'DELETE FROM "{table.name}" WHERE "id" = ? AND "subject" = ?', key)

    return instead((rows, "delete", delete))


def unknown_fields_are_dropped():
    return instead((merging_reader, "fit_extra", lambda *_: "{}"))


def unknown_tables_are_dropped():
    return instead((merging_run, "park", lambda *_: False))


def originals_of_the_erased_stay():
    return instead((moves, "forget_originals", lambda _database: {}))


def both_copies_count():
    return instead((moves, "settle_copies", lambda _database: set()))


def nothing_is_counted():
    return instead((merging_run, "count_people", lambda *_: None))


def deletions_do_not_travel():
    real = merging.wire_rows

    def living(database, table, wanted):
        return (line for line in real(database, table, wanted) if not line.get("d"))

    return instead((merging, "wire_rows", living))


MUTANTS = {
    mutant.__name__: mutant
    for mutant in (
        the_older_version_stays,
        of_one_moment_the_first_stays,
        an_edit_trusts_the_wall_clock,
        one_fact_an_id,
        the_erased_stay,
        the_erased_come_back,
        the_first_decision_that_came_stays,
        a_deleted_row_is_just_gone,
        unknown_fields_are_dropped,
        unknown_tables_are_dropped,
        originals_of_the_erased_stay,
        both_copies_count,
        nothing_is_counted,
        deletions_do_not_travel,
    )
}
