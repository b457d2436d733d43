"""A left hand takes the mouse: the real buttons are exchanged, for every kind of press."""

from tests.journeys.person import Person

RIGHT = 3
HAND = "Kummalla kädellä käytät hiirtä?"


def test_a_left_hand_finds_the_main_button_under_its_first_finger(person: Person) -> None:
    person.sees("Tervetuloa")
    person.press("Teksti ja väri")
    person.press(f"{HAND} Vasemmalla kädellä")
    # The left button is the other one now, and presses nothing.
    person.press("Minkä osoittimen näet hyvin? Suuri")
    person.press("Minkä osoittimen näet hyvin? Suurin", button=RIGHT)
    person.press("Valmis")
    person.sees(HAND)
    person.press("Valmis", button=RIGHT)
    person.press("Kirjoitan koodin", button=RIGHT)

    # A press gives the keyboard, a double press selects a word.
    person.press("Koodi", button=RIGHT)
    person.write("sininen kettu")
    person.sees_written("Koodi", "sininen kettu")
    person.press("Koodi", times=2, button=RIGHT)
    person.write("karhu")
    person.sees_written("Koodi", "sininen karhu")

    # And back: the settings take the exchange away at once.
    person.press("Teksti ja väri", button=RIGHT)
    person.press("Palauta tavalliset", button=RIGHT)
    person.press("Valmis")
    person.sees_written("Koodi", "sininen karhu")
