"""Ids are random, but for people who are invented."""

import uuid

from digitutor_app.domain.ids import new_id, seeded


def test_ids_are_random_uuids():
    ids = {new_id() for _number in range(100)}
    assert len(ids) == 100
    assert {uuid.UUID(given).version for given in ids} == {4}


def test_a_seed_gives_the_same_ids_and_only_inside():
    def three(seed):
        with seeded(seed):
            return [new_id() for _number in range(3)]

    assert three(1) == three(1)
    assert len({*three(1), *three(2)}) == 6
    assert uuid.UUID(three(1)[0]).version == 4
    assert new_id() not in three(1)
