"""However people were joined, also in circles and with people who have not come: everybody who is
here is found in every list, once, under the one who stands for them."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from digitutor_app.domain.people import Person
from digitutor_app.store.day_rows import people_of_day
from digitutor_app.store.first_cards import FirstCards
from tests.store.makers import KEY, MORNING, a_visit

PEOPLE = 6
CODES, NAMES = ("", "sininen-kettu-27", "punainen-karhu-31"), ("", "Aino", "Maria")
#: Somebody whose row has not come.
NOT_HERE = PEOPLE


@dataclass(frozen=True)
class Joined:
    """``into`` holds for each the number of whom they were joined with, None for nobody."""

    into: tuple[int | None, ...]
    codes: tuple[str, ...]
    names: tuple[str, ...]
    elsewhere: frozenset[int]
    deleted: frozenset[int]


some = st.frozensets(st.integers(0, PEOPLE - 1), max_size=3)
joined = st.builds(
    Joined,
    into=st.tuples(*[st.none() | st.integers(0, NOT_HERE)] * PEOPLE),
    codes=st.tuples(*[st.sampled_from(CODES)] * PEOPLE),
    names=st.tuples(*[st.sampled_from(NAMES)] * PEOPLE),
    elsewhere=some,
    deleted=some,
)
NOBODY = frozenset()
CODED, NAMELESS = (CODES[1],) * PEOPLE, ("",) * PEOPLE
CIRCLE = Joined((1, 0, 3, 4, 2, None), CODED, NAMELESS, NOBODY, NOBODY)
AWAY = Joined((1, None, 3, None, None, NOT_HERE), CODED, NAMELESS, frozenset({1, 4}), NOBODY)
NO_CODE = Joined((1, None, 1, 2, None, None), ("", "", *CODED[2:]), NAMELESS, NOBODY, NOBODY)
GONE = Joined((1, 2, None, 1, None, None), CODED, NAMELESS, NOBODY, frozenset({1, 2}))
SHAPES = (CIRCLE, AWAY, NO_CODE, GONE)
any_shape = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def fill(store, shape):
    """Nobody but these; returns those who are here, by id."""
    for table in ("person", "visit", "setting"):
        store.database.run(f'DELETE FROM "{table}"')
    ids = [f"{number:032x}" for number in range(PEOPLE + 1)]
    for number, into in enumerate(shape.into):
        person = Person(id=ids[number], code=shape.codes[number], first_name=shape.names[number])
        store.people.join(person, "" if into in (None, number) else ids[into])
        store.visits.put(a_visit(person.id, MORNING + timedelta(minutes=number)))
    store.elsewhere.note(ids[number] for number in shape.elsewhere)
    for number in shape.deleted:
        store.people.delete(ids[number])
    here = [ids[number] for number in range(PEOPLE) if number not in shape.deleted]
    return {each: store.people.get(each) for each in here}


def once(found):
    """Their ids; nobody is there twice."""
    ids = [each.id for each in found]
    assert len(ids) == len(set(ids)), ids
    return set(ids)


@any_shape
@example(CIRCLE)
@example(GONE)
@given(joined)
def test_everybody_is_found_under_the_one_who_stands_for_them(store, shape):
    here = fill(store, shape)
    heads = {each: store.people.stands_for(each) for each in here}
    for each, head in heads.items():
        assert head.id in here, "somebody who is here"
        together = store.people.one_person(each)
        assert together[0] == head.id
        assert {heads[other] for other in together if other in here} == {head}, "one for all"
    everybody = {head.id for head in heads.values()}
    assert once(store.people.all_heads()) == once(store.people.names_of_heads()) == everybody
    under = {each for each, head in heads.items() if each != head.id}
    assert {person.id for person, _head in store.people.all_joined()} == under
    assert store.people.count_joined() == len(under)
    today = people_of_day(store, MORNING.date())
    assert {each.person.id for each in today} >= everybody
    assert len(today) == len({each.person.id for each in today})


@any_shape
@example(CIRCLE)
@example(NO_CODE)
@given(joined)
def test_whoever_has_a_code_is_on_the_lists_and_found_by_it(store, shape):
    here = fill(store, shape)
    coded = {each for each, person in here.items() if person.code}
    heads = {each: store.people.stands_for(each).id for each in here}
    assert once(store.people.everyone_with_code()) == {heads[each] for each in coded}
    for code in CODES[1:]:
        of_code = {heads[each] for each in coded if here[each].code == code}
        assert once(store.people.by_code(code)) == of_code
    assert store.people.by_code("") == []
    assert store.people.all_codes() == {here[each].code for each in coded}


@any_shape
@example(CIRCLE)
@example(AWAY)
@given(joined)
def test_whoever_sat_here_has_a_card(store, shape):
    here = fill(store, shape)
    sat_here = {each for each in here if not store.elsewhere.has(each)}
    heads = {each: store.people.stands_for(each).id for each in here}
    cards = store.people.all_cards()
    assert once(cards) >= {heads[each] for each in sat_here if here[each].code}
    assert once(cards) <= {heads[each] for each in sat_here}
    for card in cards:
        assert card.code in {here[each].code for each in here if heads[each] == card.id} - {""}
    assert cards == sorted(cards, key=lambda card: (card.code, card.id))


@pytest.mark.parametrize("shape", SHAPES)
def test_the_first_cards_are_the_same(store, clock, shape):
    fill(store, shape)
    cards = store.people.all_cards()
    assert cards
    store.close()
    first = FirstCards(store.path, KEY, clock)
    assert list(first.cards) == cards
    first.close()


def test_a_code_that_was_joined_away_still_leads_to_the_person(store):
    """Somebody with two codes may type either."""
    stays, other = Person(id="a", code=CODES[1]), Person(id="b", code=CODES[2])
    store.people.put(stays)
    store.people.join(other, stays.id)
    assert store.people.by_code(other.code) == store.people.by_code(stays.code) == [stays]
