"""Real personal data is found in a text, and the invented data of exercises is not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.practice.private_data import private_kind

CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
SIGNS = {18: "+", 19: "-YXWVU", 20: "ABCDEF"}
WORDS = st.sampled_from(["", "Aino E., huone 12 ", "klo 7.30 ", "tunnus: ", "1 ", "ti 4 "])


@st.composite
def identity_codes(draw):
    born = draw(st.dates(date(1850, 1, 1), date(2025, 12, 31)))
    sign = draw(st.sampled_from(SIGNS[born.year // 100]))
    serial = draw(st.integers(2, 999))
    digits = f"{born:%d%m%y}{serial:03}"
    return f"{digits[:6]}{sign}{digits[6:]}{CHECKS[int(digits) % 31]}"


def check_digits(country, bban):
    turned = "".join(str(int(c, 36)) for c in f"{bban}{country}00")
    return f"{98 - int(turned) % 97:02}"


@st.composite
def ibans(draw):
    country, length, letters = draw(
        st.sampled_from([("FI", 14, ""), ("SE", 20, ""), ("DE", 18, ""), ("GB", 18, "ABZ")])
    )
    signs = letters + "0123456789"
    bban = draw(st.text(signs, min_size=length, max_size=length))
    packed = country + check_digits(country, bban) + bban
    groups = [packed[n : n + 4] for n in range(0, len(packed), 4)]
    return draw(st.sampled_from([packed, " ".join(groups), packed.lower(), "-".join(groups)]))


def luhn(digits):
    doubled = [int(d) * (2 if n % 2 == 0 else 1) for n, d in enumerate(reversed(digits))]
    return str(-sum(d - 9 if d > 9 else d for d in doubled) % 10)


@st.composite
def cards(draw):
    length = draw(st.integers(13, 19))
    first = draw(st.sampled_from("23456"))
    body = first + draw(st.text("0123456789", min_size=length - 2, max_size=length - 2))
    packed = body + luhn(body)
    groups = [packed[n : n + 4] for n in range(0, length, 4)]
    return draw(st.sampled_from([packed, " ".join(groups), "-".join(groups)]))


@given(WORDS, identity_codes(), st.sampled_from(["", " kiitos", ".", "\n"]))
def test_identity_codes_are_found_anywhere(before, code, after):
    assert private_kind(before + code + after) == "identity_code"
    assert private_kind(before + code.lower() + after) == "identity_code"


@given(identity_codes(), st.sampled_from(CHECKS))
def test_with_another_check_character_it_is_none(code, check):
    assert (private_kind(code[:-1] + check) == "identity_code") is (check == code[-1])


@given(WORDS, ibans(), st.sampled_from(["", " kiitos", "."]))
def test_account_numbers_are_found_anywhere(before, iban, after):
    assert private_kind(before + iban + after) == "iban"


@given(ibans())
def test_with_another_check_digit_it_is_no_account(iban):
    other = iban[:2] + str((int(iban[2]) + 1) % 10) + iban[3:]
    assert private_kind(other) != "iban"


@given(st.sampled_from(["", "kortti: ", "klo 7.30 ", "1 "]), cards(), st.sampled_from(["", " ok"]))
def test_card_numbers_are_found_anywhere(before, card, after):
    assert private_kind(before + card + after) == "card"


@given(cards())
def test_with_another_last_digit_it_is_no_card(card):
    # A part of what is left may be a shorter number by chance; the whole is none.
    other = card[:-1] + str((int(card[-1]) + 5) % 10)
    whole = other.replace(" ", "").replace("-", "")
    assert luhn(whole[:-1]) != whole[-1]
    if "-" not in other and " " not in other:
        assert private_kind(other) == ""


@given(
    st.integers(0, 23),
    st.integers(0, 59),
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    st.sampled_from(["040", "041", "050"]),
    st.integers(0, 9999999),
)
def test_times_days_and_telephone_numbers_are_not_private(hour, minute, day, area, number):
    phone = f"{area} {number // 10000:03} {number % 10000:04}"
    for text in (
        f"{hour:02}.{minute:02}",
        f"{day.day}.{day.month}.{day.year} klo {hour}-{(hour + 8) % 24}",
        f"{day:%d%m%y}",
        phone,
        phone.replace(" ", ""),
        f"+358 {area[1:]} {number:07}",
        f"{phone}, {phone}",
    ):
        assert private_kind(text) == "", text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "040 123 4567",
        "050 000 0000",
        "ppkkvv-xxxx",
        "ddmmåå-xxxx",
        "matti.malli@esimerkkila.example",
        "Vuoro 8-16, ti 14.10. klo 07.30",
        "ruisleipä 2\nkahvi 1\nmaito 4",
        "010190-",
        "310290-123A",  # there is no such day
        "FI00 0000 0000 0000 00",
        "0000 0000 0000 0000",
    ],
)
def test_the_invented_data_of_exercises_may_be_typed(text):
    assert private_kind(text) == ""


def test_signs_that_look_like_a_dash_do_not_hide_it():
    assert private_kind("131052–308T") == "identity_code"
    assert private_kind("131052 - 308T") == "identity_code"
    assert private_kind("4111\u00a01111\u00a01111\u00a01111") == "card"
