"""The forgotten: nothing of them stays, and the first decision is the one that counts."""

from tests.store.makers import a_person, a_step, a_visit, after, an_attempt


def everything_about(store, subject):
    """Every row of every table in which the subject is named, but for the set of the forgotten."""
    names = [
        name
        for (name,) in store.database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        if name != "erased"
    ]
    return [
        (name, row)
        for name in names
        for row in store.database.rows(f'SELECT * FROM "{name}"')
        if subject in row
    ]


def live(store, person):
    store.people.put(person)
    store.visits.put(a_visit(person.id))
    step = a_step(person.id)
    store.attempts.finish_step(step, after(step))
    store.attempts.add(an_attempt(person.id))


def test_nothing_stays_and_nobody_else_goes(store):
    gone, stays = a_person("a-1"), a_person("b-2")
    for person in (gone, stays):
        live(store, person)
    before = everything_about(store, stays.id)
    assert everything_about(store, gone.id)
    store.erasures.add(gone.id)
    assert everything_about(store, gone.id) == []
    assert everything_about(store, stays.id) == before
    assert store.erasures.has(gone.id)
    assert not store.erasures.has(stays.id)


def test_the_first_decision_counts(store, clock):
    query = 'SELECT "at", "by", "sig" FROM "erased"'
    store.erasures.add("p-1", "tutor-1", _first)
    first = store.database.rows(query)
    clock.forward(3600)
    store.erasures.add("p-1", "tutor-2", _second)
    assert store.database.rows(query) == first


def _first(message):
    return b"first" + message


def _second(message):
    return b"second" + message
