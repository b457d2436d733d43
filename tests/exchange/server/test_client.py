"""Laptops of an organisation and its server: each catches up with the others, whatever breaks."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from digitutor_app.exchange.server import errors
from digitutor_app.exchange.server.client import EVERYTHING_EVERY, TUTOR
from digitutor_app.exchange.server.known import Known
from digitutor_app.exchange.server.link import Link, connect
from digitutor_app.exchange.server.settings import read_settings
from digitutor_app.store.merging import merge
from tests.exchange.server.laptops import RULES, Laptop, laptops
from tests.exchange.server.lines import (
    AINO,
    EERO,
    erasure,
    fact,
    picture_there,
    push,
    read,
    version,
)
from tests.exchange.server.lines import TUTOR as KEY


@pytest.fixture
def pair(tmp_path, clock):
    with laptops(tmp_path, clock, 2) as two:
        yield two


@pytest.fixture
def link(organisation):
    with organisation.connect() as connection:
        yield Link(connection)


def test_what_one_writes_the_other_reads(pair, link):
    one, two = pair
    one.person(AINO, code="sininen-kettu-27")
    two.person(EERO, code="vihrea-hauki-3")
    assert one.once(link).sent == 1
    assert two.once(link).read == 1
    assert one.once(link).read == 1
    assert one.picture() == two.picture()
    assert len(one.picture()) == 2


def test_nothing_new_moves_nothing(pair, link):
    one, two = pair
    one.person(AINO, code="a")
    for laptop in (one, two, one, two):
        laptop.once(link)
    for laptop in pair:
        done = laptop.once(link)
        assert (done.sent, done.read) == (0, 0)


def test_only_what_is_new_moves(pair, link):
    one, two = pair
    for number in range(50):
        one.person(f"person-{number}", code="a")
    one.once(link)
    two.once(link)
    one.clock.forward(5 * 60)
    one.person("person-7", code="b")
    assert one.once(link).sent == 1
    done = two.once(link)
    assert (done.sent, done.read) == (0, 1)


def test_a_laptop_without_network_goes_on_and_catches_up(pair, link, folder, gate):
    one, two = pair
    gate.left = 0
    for number in range(20):
        one.person(f"person-{number}", code="a")
        with pytest.raises(errors.ServerAwayError):
            connect(read_settings(folder))
    gate.left = None
    with connect(read_settings(folder)) as found:
        assert one.once(found).sent == 20
    two.once(link)
    assert two.picture() == one.picture()


def test_an_answer_that_is_lost_on_the_way_doubles_nothing(pair, folder, gate, organisation):
    one, _two = pair
    one.person(AINO, code="a")
    with connect(read_settings(folder)) as link:
        gate.left = 0
        with pytest.raises(errors.ServerAwayError):
            one.once(link, pull=False)
    gate.left = None
    with organisation.connect() as connection:
        assert len(read(connection)["rows"]) == 1  # the server had taken it
        with connect(read_settings(folder)) as link:
            assert one.once(link, pull=False).sent == 1
        assert picture_there(connection) == one.picture()


def test_a_reading_that_breaks_off_goes_on_where_it_was(pair, organisation, monkeypatch):
    monkeypatch.setattr("digitutor_app.exchange.server.link.PAGE", 10)
    one, _two = pair
    with organisation.connect() as connection:
        push(connection, *(version(row_id=f"p{n}", subject=f"p{n}", code="a") for n in range(25)))
        with pytest.raises(errors.ServerAwayError):
            one.once(BreakingLink(connection, after=2))
        assert len(one.picture()) == 20
        assert one.once(Link(connection)).read == 5
    assert len(one.picture()) == 25


class BreakingLink(Link):
    """Answers some calls, then the line breaks."""

    def __init__(self, connection, after):
        super().__init__(connection)
        self._left = after

    def _call(self, statement, parameters):
        self._left -= 1
        if self._left < 0:
            raise errors.ServerAwayError
        return super()._call(statement, [*parameters[:-1], 10])


def test_an_erasure_travels_and_nothing_comes_back(pair, link):
    one, two = pair
    one.person(AINO, code="a")
    one.once(link)
    two.once(link)
    one.clock.forward(5 * 60)
    two.person(AINO, code="b")
    one.store.erasures.add(AINO, KEY.public.hex(), KEY.sign)
    one.once(link)
    two.once(link)
    one.once(link)
    assert one.picture() == two.picture()
    assert not any("kettu" in line or '"person"' in line for line in two.picture())


def test_an_erasure_that_no_tutor_signed_is_not_believed(pair, link, organisation):
    one, _two = pair
    one.person(AINO, code="a")
    with organisation.connect() as connection:
        push(connection, erasure(AINO, key=type(KEY)(bytes(range(32)))))
    assert one.once(link).put_aside == 1
    assert any('"person"' in line for line in one.picture())


def test_a_forged_erasure_stands_in_no_true_ones_way(pair, link, organisation):
    """Whoever has stolen the password claims that it was decided in 1970."""
    one, two = pair
    one.person(AINO, code="a")
    one.once(link)
    two.once(link)
    with organisation.connect() as thief:
        push(thief, erasure(AINO, at=0, key=type(KEY)(bytes(range(32)))))
    two.store.erasures.add(AINO, KEY.public.hex(), KEY.sign)
    two.once(link)
    assert one.once(link).forged == 1
    assert one.picture() == two.picture()
    assert not any('"person"' in line for line in one.picture())


def test_after_forged_erasures_are_disowned_everything_is_there_again(
    pair, link, postgres, database, organisation
):
    one, two = pair
    one.person(AINO, code="a")
    one.person(EERO, code="b")
    one.store.erasures.add(EERO, KEY.public.hex(), KEY.sign)
    for laptop in (one, two):
        laptop.once(link)
    with organisation.connect() as thief:
        push(thief, *(erasure(who, at=0, key=type(KEY)(bytes(32 * [7]))) for who in (AINO, EERO)))
        for laptop in (one, two):
            assert laptop.once(link).forged == 1  # the other has been erased
        assert picture_there(thief) != one.picture()
        postgres.sql(f"CALL digitutor_data.disown('{organisation.name}')", database)
        for laptop in (one, two):
            assert laptop.once(link).forged == 0
        assert picture_there(thief) == one.picture() == two.picture()
    assert sum('"person"' in line for line in one.picture()) == 1


def test_a_store_that_the_server_has_is_not_read_through_again(pair, link):
    one, two = pair
    one.person(AINO, code="a")
    kept, jobs = one.exchange, []
    kept._on_store = lambda job: jobs.append(job) or one.on_store(job)

    def once():
        jobs.clear()
        return kept.once(link, RULES, one.clock), any(_is(job, kept._collect) for job in jobs)

    assert once()[1]
    assert not once()[1]
    kept.beside(lambda store: store.settings.put("x", "y"))
    assert not once()[1]
    one.clock.forward(60)
    one.person(AINO, code="b")
    done, read_through = once()
    assert (done.sent, read_through) == (1, True)
    two.person(EERO, code="c")
    two.once(link)
    once()
    assert kept.once(link, RULES, one.clock).sent == 0
    assert one.picture() == two.picture()


def _is(job, function):
    return getattr(job, "func", None) == function


def test_people_who_come_from_the_server_have_no_card_here(pair, link):
    one, two = pair
    one.person(AINO, code="a")
    two.person(EERO, code="b")
    one.once(link)
    two.once(link)
    assert two.store.elsewhere.has(AINO)
    assert not two.store.elsewhere.has(EERO)
    one.once(link)
    assert one.store.elsewhere.has(EERO)
    assert not one.store.elsewhere.has(AINO)


def test_a_call_that_waits_can_be_broken_off(link, folder, gate):
    with connect(read_settings(folder)) as waiting, ThreadPoolExecutor(1) as pool:
        gate.left, gate.silent = 0, True
        answer = pool.submit(waiting.read, 0, [], chosen=False)
        while gate.left == 0:
            assert not answer.done()
        waiting.break_off()
        with pytest.raises(errors.ServerAwayError):
            answer.result()
    waiting.break_off()  # closed: nothing happens


def test_a_server_that_says_nothing_more_is_away(folder, gate, monkeypatch):
    monkeypatch.setattr("digitutor_app.exchange.server.link.ANSWER", 0.05)
    with connect(read_settings(folder)) as link:
        gate.left, gate.silent = 0, True
        with pytest.raises(errors.ServerAwayError):
            link.read(0, [], chosen=False)


def test_a_row_that_no_store_can_take_is_put_aside_and_the_rest_comes(pair, link, organisation):
    one, _two = pair
    with organisation.connect() as connection:
        push(connection, fact(hint="many"), fact(row_id="f2", hint=2))
    done = one.once(link)
    assert (done.read, done.put_aside) == (2, 1)
    assert len(one.picture()) == 1


def test_each_store_gets_its_own_rows_and_unknown_ones_lie_with_the_tutor(
    tmp_path, clock, link, organisation
):
    with organisation.connect() as connection:
        push(connection, version(code="a"), version("note", row_id="n", day="2026-03-02"))
        push(
            connection,
            fact("hobby", row_id="h", what="y"),
            version("workshop", "w", day="2026-03-02"),
        )
    practice = Laptop(tmp_path / "p", clock)
    tutor = Laptop(tmp_path / "t", clock, TUTOR)
    try:
        assert practice.once(link).read == 1
        assert tutor.once(link).read == 3
        assert tutor.once(link).sent == 0
        assert len(tutor.picture()) == 3
    finally:
        practice.close()
        tutor.close()


def test_a_lost_or_damaged_list_of_what_is_known_costs_only_work(pair, link, organisation):
    one, _two = pair
    one.person(AINO, code="a")
    one.once(link)
    assert len(Known(one.known)) == 1
    for content in (b"", one.known.read_bytes()[:-1], b"x" * 100):
        one.known.write_bytes(content)
        assert len(Known(one.known)) == 0
        assert one.once(link).sent == 1
    with organisation.connect() as connection:
        assert picture_there(connection) == one.picture()


def test_a_server_that_was_brought_back_gets_everything_again(
    pair, link, postgres, database, organisation
):
    one, two = pair
    one.person(AINO, code="a")
    two.person(EERO, code="b")
    for laptop in (one, two, one):
        laptop.once(link)
    postgres.sql("DELETE FROM digitutor_data.version; CALL digitutor_data.renew()", database)
    one.once(link)
    two.once(link)
    with organisation.connect() as connection:
        assert picture_there(connection) == one.picture() == two.picture()


def test_a_server_whose_numbers_went_back_is_noticed(pair, link, postgres, database, organisation):
    one, _two = pair
    one.person(AINO, code="a")
    one.once(link)
    postgres.sql(
        f"DELETE FROM digitutor_data.version WHERE organisation = '{organisation.name}';"
        f"UPDATE digitutor_data.organisation SET n = 0 WHERE name = '{organisation.name}'",
        database,
    )
    assert one.once(link).sent == 1


def test_every_week_everything_is_sent_and_read(pair, link, postgres, database, organisation):
    one, two = pair
    one.person(AINO, code="a")
    two.person(EERO, code="b")
    for laptop in (one, two, one, two):
        laptop.once(link)
    postgres.sql(
        f"DELETE FROM digitutor_data.version WHERE organisation = '{organisation.name}'", database
    )
    assert one.once(link).sent == 0
    one.clock.forward(EVERYTHING_EVERY.total_seconds() + 60)
    assert one.once(link).sent == 2
    assert two.once(link).read == 2


def test_what_the_server_refuses_is_told_and_stays_here(pair, link, postgres, database):
    one, _two = pair
    line = fact("hobby", row_id="x", what="y" * 10_000)
    merge(one.store, [line, version(code="a")], RULES)
    caps = "UPDATE digitutor_data.kind SET cap = cap {} 30000000"
    postgres.sql(caps.format("-"), database)
    try:
        done = one.once(link)
        assert (done.sent, done.refused) == (0, {"size": 2})
        assert one.once(link).refused == {"size": 2}
    finally:
        postgres.sql(caps.format("+"), database)
    assert one.once(link).sent == 2


def test_a_large_store_goes_in_pieces(pair, link):
    one, two = pair
    with one.store.transaction():
        for number in range(2500):
            one.person(f"person-{number}", code="a")
    assert one.once(link).sent == 2500
    done = two.once(link)
    assert (done.read, len(done.received)) == (2500, 2)
    assert one.picture() == two.picture()
