"""Laptops take numbers from the stick: each its own, the same again, and no forged ones."""

import pytest

from digitutor_app.exchange.stick import cards as laptop_cards
from digitutor_app.exchange.stick.cards import LaptopCard, cards, take_number
from digitutor_app.exchange.stick.errors import NumbersTakenError, StickRefusedError
from digitutor_app.exchange.stick.signed import written
from digitutor_app.trust.signing import SigningKey
from tests.exchange.stick.makers import SECRET

KEYS = [SigningKey(bytes([n]) * 32) for n in range(1, 15)]


def take(folder, key, secret=SECRET):
    return take_number(folder, "w1", secret, key).number


def known(folder, secret=SECRET, workshop="w1"):
    return {card.number: card.public for card in cards(folder, workshop, secret)}


def test_twelve_laptops_take_twelve_numbers(tmp_path):
    assert [take(tmp_path, key) for key in KEYS[:12]] == list(range(1, 13))
    assert known(tmp_path) == {n: KEYS[n - 1].public.hex() for n in range(1, 13)}


def test_a_laptop_that_comes_again_keeps_its_number(tmp_path):
    assert [take(tmp_path, KEYS[n]) for n in (0, 1, 0, 2, 1)] == [1, 2, 1, 3, 2]


def test_a_number_whose_card_was_lost_is_given_again(tmp_path):
    for key in KEYS[:3]:
        take(tmp_path, key)
    (tmp_path / "laptops" / "w1" / "02.dgt").unlink()
    assert take(tmp_path, KEYS[5]) == 2


def test_a_torn_card_keeps_its_number_for_nobody(tmp_path):
    """What cannot be read may be somebody's: its number is not given a second time."""
    take(tmp_path, KEYS[0])
    file = tmp_path / "laptops" / "w1" / "01.dgt"
    file.write_bytes(file.read_bytes()[:-9])
    assert known(tmp_path) == {}
    assert take(tmp_path, KEYS[1]) == 2


def test_who_never_had_the_stick_is_no_laptop_of_the_workshop(tmp_path):
    take(tmp_path, KEYS[0], secret="00" * 32)
    assert known(tmp_path) == {}
    assert known(tmp_path, workshop="w2") == {}


def test_the_numbers_of_another_workshop_do_not_count(tmp_path):
    take(tmp_path, KEYS[0])
    assert take_number(tmp_path, "w2", SECRET, KEYS[1]).number == 1
    assert known(tmp_path) == {1: KEYS[0].public.hex()}
    assert known(tmp_path, workshop="w2") == {1: KEYS[1].public.hex()}


def test_nobody_can_put_another_laptops_key_on_a_card(tmp_path):
    genuine = take_number(tmp_path, "w1", SECRET, KEYS[0])
    forged = LaptopCard(7, genuine.public, "w1", genuine.proof)
    (tmp_path / "laptops" / "w1" / "07.dgt").write_bytes(
        written(laptop_cards.KIND, forged, KEYS[0])
    )
    signed_by_another = written(laptop_cards.KIND, genuine, KEYS[1])
    (tmp_path / "laptops" / "w1" / "08.dgt").write_bytes(signed_by_another)
    assert known(tmp_path) == {1: KEYS[0].public.hex()}


def test_when_all_numbers_are_taken(tmp_path, monkeypatch):
    monkeypatch.setattr(laptop_cards, "LARGEST_NUMBER", 2)
    take(tmp_path, KEYS[0])
    take(tmp_path, KEYS[1])
    with pytest.raises(NumbersTakenError):
        take(tmp_path, KEYS[2])


def test_a_stick_that_was_pulled_out(tmp_path):
    with pytest.raises(StickRefusedError):
        take(tmp_path / "gone", KEYS[0])
    assert not (tmp_path / "gone").exists()


def test_a_stick_on_which_something_else_lies(tmp_path):
    (tmp_path / "laptops").write_text("no folder")
    with pytest.raises(StickRefusedError):
        take(tmp_path, KEYS[0])


def test_a_stick_that_is_pulled_out_is_not_made_anew(tmp_path, monkeypatch):
    """Between making the folder of cards and writing one it has gone."""
    monkeypatch.setattr(laptop_cards, "real_folder", lambda _path: None)
    with pytest.raises(StickRefusedError):
        take_number(tmp_path / "gone" / "DIGITUTOR", "w1", SECRET, KEYS[0])
    assert list(tmp_path.iterdir()) == []
