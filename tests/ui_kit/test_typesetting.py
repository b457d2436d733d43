"""Lines part at spaces only, hold sixty characters at most, and keep names whole."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digitutor_app.ui_kit.look import Look, Role
from digitutor_app.ui_kit.typesetting import LONGEST_LINE, SetText, set_text, widest_word

WORDS = st.lists(st.text("abcäöi-_<&@", min_size=1, max_size=14), min_size=1, max_size=30)


def lay(look: Look, text: str, width: float, role: Role = Role.BODY) -> SetText:
    return set_text(text, look.font(role), role.leading, width, smallest=16)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(words=WORDS, width=st.integers(260, 1400))
def test_nothing_is_lost_and_nothing_is_too_long(look: Look, words: list[str], width: int):
    text = " ".join(words)
    laid = lay(look, text, width)
    assert " ".join(laid.lines) == text
    assert not laid.broken
    assert laid.width <= width
    assert all(len(line) <= LONGEST_LINE for line in laid.lines)


def test_code_is_never_parted(look: Look):
    laid = lay(look, "Koodisi on sininen-kettu-27", 190)
    assert "sininen-kettu-27" in laid.lines


def test_long_name_makes_text_smaller_before_it_is_parted(look: Look):
    name = "hoitosuunnitelma_huone12"
    needed = widest_word(name, look.font(Role.INSTRUCTION))
    smaller = lay(look, f"Napsauta tiedostoa {name} kerran.", needed * 0.8, Role.INSTRUCTION)
    assert name in smaller.lines
    assert smaller.shrunk
    assert not smaller.broken
    parted = lay(look, name, needed * 0.2, Role.INSTRUCTION)
    assert parted.broken
    assert "".join(parted.lines) == name


def test_line_ends_are_kept(look: Look):
    assert lay(look, "yksi\nkaksi", 900).lines == ("yksi", "kaksi")


def test_empty_text_is_one_empty_line(look: Look):
    assert lay(look, "", 100).lines == ("",)


@pytest.mark.parametrize("width", [0, -5])
def test_no_room_at_all_does_not_hang(look: Look, width: int):
    assert "".join(lay(look, "kansio", width).lines) == "kansio"
