"""The two mouse buttons have their names by the hand that holds the mouse."""

from digitutor_app.content.buttons import button_words


def test_the_main_button_is_the_left_one_for_a_right_hand() -> None:
    words = button_words("fi", left_handed=False)
    assert words["main_button_p"] == "vasenta painiketta"
    assert words["other_button_ade"] == "oikealla painikkeella"


def test_a_left_hand_exchanges_every_word() -> None:
    right, left = (button_words("fi", left_handed=hand) for hand in (False, True))
    assert set(left) == set(right)
    for form in ("button", "button_p", "button_g", "button_ade"):
        assert left[f"main_{form}"] == right[f"other_{form}"]
        assert left[f"other_{form}"] == right[f"main_{form}"]


def test_a_language_without_the_file_has_no_such_words() -> None:
    assert button_words("xx", left_handed=False) == {}
