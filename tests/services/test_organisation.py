"""The organisation's keys: made once, renewed when somebody leaves; whom they make us believe."""

import pytest

from digitutor_app.exchange.stick.sheet import TutorMachine
from digitutor_app.services.organisation import (
    Device,
    Organisation,
    renew_organisation,
)
from digitutor_app.store.erasures import erasure_message
from digitutor_app.store.merging import Role
from digitutor_app.store.opening import open_store
from digitutor_app.trust.sealing import NotSealedForUsError, seal, unseal
from tests.exchange.stick.makers import IDENTITY, STRANGER
from tests.store.makers import KEY

OTHER = TutorMachine(public=STRANGER.public.hex(), recipient=IDENTITY.recipient, name="Kaisa")


@pytest.fixture
def store(tmp_path, clock):
    opened = open_store(tmp_path / "tutor.db", KEY, clock)
    yield opened
    opened.close()


def signed(key, subject="aino"):
    return subject, 7, key.public.hex(), key.sign(erasure_message(subject, 7))


def test_the_keys_are_made_once(store):
    first, again = Organisation(store), Organisation(store)
    assert first.id == again.id
    assert first.key.public == again.key.public
    assert first.recipients == again.recipients


def test_the_recovery_key_opens_everything_too(store):
    ours = Organisation(store)
    ours.recover_with(IDENTITY.recipient)
    sealed = seal(b"rows", Organisation(store).recipients)
    assert unseal(sealed, [IDENTITY]) == unseal(sealed, ours.identities) == b"rows"


def test_another_tutors_machine_gets_everything_and_may_say_everything(store):
    ours = Organisation(store)
    ours.introduce(OTHER)
    ours.introduce(OTHER)
    assert [machine.name for machine in ours.machines("Liisa")] == ["Liisa", "Kaisa"]
    assert IDENTITY.recipient in ours.recipients
    assert ours.trusted().role_of(OTHER.public) is Role.TUTOR
    assert ours.trusted().erasure_holds(*signed(STRANGER))


def test_a_stranger_erases_nobody(store):
    assert not Organisation(store).trusted().erasure_holds(*signed(STRANGER))


def test_when_a_tutor_is_removed_the_keys_are_others_and_the_old_still_open(store):
    before = Organisation(store)
    old_key, sealed_before = before.key, seal(b"old", before.recipients)
    renew_organisation(store)
    after = Organisation(store)
    assert after.id == before.id
    assert after.key.public != old_key.public
    assert unseal(sealed_before, after.identities) == b"old"
    with pytest.raises(NotSealedForUsError):
        unseal(seal(b"new", after.recipients), before.identities)
    assert after.trusted().role_of(old_key.public.hex()) is None
    assert after.trusted().erasure_holds(*signed(old_key))


def test_laptops(store):
    ours = Organisation(store)
    devices = [Device(public=f"{n:064x}", number=n, workshop="w1") for n in (3, 1, 2)]
    for device in devices:
        ours.note(device)
    assert [device.number for device in ours.devices()] == [1, 2, 3]
    assert ours.trusted().role_of(devices[0].public) is Role.PRACTICE
    ours.forget(devices[0].public)
    assert ours.device(devices[0].public) is None
    assert ours.trusted().role_of(devices[0].public) is None


def test_erasing_is_signed_by_this_machine(store):
    ours = Organisation(store)
    assert ours.erase(store, "aino") == ("aino",)
    [(subject, at, by, signature)] = store.database.rows('SELECT * FROM "erased"')
    assert ours.trusted().erasure_holds(subject, at, by, signature)
