"""Real personal data that a person might type by habit: recognised, so that it is never kept.

Found are Finnish identity codes, IBAN account numbers and payment card numbers, anywhere in a text
(domain/5, 5.10). Only what is valid counts: the invented examples of exercises are none.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Final

#: Century signs; those after the first three were taken into use in 2023 (Finnish Digital and
#: Population Data Services Agency).
_CENTURIES: Final = {
    "+": 1800, **dict.fromkeys("-YXWVU", 1900), **dict.fromkeys("ABCDEF", 2000)
}  # fmt: skip
_CHECKS: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_IDENTITY: Final = re.compile(
    r"(?<!\d)(\d{2})(\d{2})(\d{2}) ?([-+A-FU-Y]) ?(\d{3})([0-9A-Y])(?!\w)", re.IGNORECASE
)
_DASHES: Final = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("\u00a0\u2009\u202f", " ")
)

#: Length of an account number by country (the IBAN registry of SWIFT).
_IBAN_LENGTHS: Final = {
    country: int(length)
    for length, countries in {
        "15": "NO", "16": "BE", "18": "DK FI FK FO GL NL SD", "19": "MK SI",
        "20": "AT BA EE KZ LT LU MN XK", "21": "CH HR LI LV",
        "22": "BG BH CR DE GB GE IE ME RS VA", "23": "AE GI IL IQ OM SO TL",
        "24": "AD CZ ES MD PK RO SA SE SK TN VG", "25": "LY PT ST", "26": "IS TR",
        "27": "BI DJ FR GR IT MC MR SM", "28": "AL AZ BY CY DO GT HN HU LB NI PL SV",
        "29": "BR EG PS QA UA", "30": "JO KW MU", "31": "MT SC", "32": "LC", "33": "RU",
    }.items()
    for country in countries.split()
}  # fmt: skip
_IBAN: Final = re.compile(r"(?<![A-Z0-9])(?=(([A-Z]{2}) ?\d(?:[ -]?[A-Z0-9])+))")
_DIGITS: Final = re.compile(r"(?<![\d+])\d+(?:[ -]{1,2}\d+)*")
#: Payment cards begin with these digits (ISO/IEC 7812-1); phone numbers begin with 0 or +.
_CARD_STARTS: Final = "23456"
_CARD_LENGTHS: Final = range(13, 20)


def private_kind(text: str) -> str:
    """What personal data is in the text: "identity_code", "iban", "card", or "" for none."""
    plain = text.translate(_DASHES)
    if any(_is_identity_code(found) for found in _IDENTITY.finditer(plain)):
        return "identity_code"
    if any(_is_iban(found) for found in _ibans(plain)):
        return "iban"
    if any(_is_card(found) for found in _numbers(plain)):
        return "card"
    return ""


def _is_identity_code(found: re.Match[str]) -> bool:
    """DDMMYY, century sign, three digits, check character (number modulo 31)."""
    day, month, short, sign, serial, check = found.groups()
    year = _CENTURIES[sign.upper()] + int(short)
    if not 1 <= int(month) <= 12 or not 1 <= int(day) <= monthrange(year, int(month))[1]:
        return False
    return _CHECKS[int(day + month + short + serial) % 31] == check.upper()


def _ibans(text: str) -> Iterator[str]:
    """What could be an account number by country and length, without its spaces."""
    for found in _IBAN.finditer(text.upper()):
        length = _IBAN_LENGTHS.get(found[2])
        packed = re.sub(r"[ -]", "", found[1])
        if length is not None and len(packed) >= length:
            yield packed[:length]


def _is_iban(packed: str) -> bool:
    """ISO 13616: moved around and read as digits it is 1 modulo 97."""
    turned = packed[4:] + packed[:4]
    return packed[2:4].isdigit() and int("".join(str(int(c, 36)) for c in turned)) % 97 == 1


def _numbers(text: str) -> Iterator[str]:
    """What could be a card's number: groups of digits that stand together."""
    for found in _DIGITS.finditer(text):
        groups = re.split(r"[ -]+", found[0])
        yield "".join(groups)
        for first in range(len(groups)):
            for last in range(first + 1, len(groups) + 1):
                # Cards are written in groups of four or more, but for the last one.
                if all(len(group) >= 4 for group in groups[first : last - 1]):
                    yield "".join(groups[first:last])


def _is_card(digits: str) -> bool:
    """13 to 19 digits whose last one is right (Luhn, ISO/IEC 7812-1)."""
    if len(digits) not in _CARD_LENGTHS or digits[0] not in _CARD_STARTS:
        return False
    doubled = sum(sum(divmod(2 * int(d), 10)) for d in digits[-2::-2])
    return (doubled + sum(int(d) for d in digits[-1::-2])) % 10 == 0
