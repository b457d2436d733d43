"""The recovery key: an age secret key on paper, in groups that a person can type back.

It is ``AGE-SECRET-KEY-1`` and 58 characters, the last six of which check the others (Bech32,
BIP 173). Two wrong characters can be found from that check, so the group to look at can be
named; nothing is put right silently. Any age program opens bundles with the key.
"""

from collections.abc import Iterator

from digitutor_app.domain.errors import WorldError
from digitutor_app.trust.sealing import Identity

PREFIX = "AGE-SECRET-KEY-1"
LENGTH = 58
GROUP = 5
_ALPHABET = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}
# Letters that no key has are read as the ones they look like; the check decides.
_MEANT = str.maketrans({"O": "0", "I": "L", "1": "L", "B": "8"})
_LOOSE_PREFIX = "AGESECRETKEY1"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


class RecoveryTypingError(WorldError):
    """What was typed is not a recovery key; ``groups`` are those to look at (from 1), if known."""

    def __init__(self, groups: tuple[int, ...] = ()) -> None:
        super().__init__(f"groups {groups}")
        self.groups = groups


class RecoveryLengthError(RecoveryTypingError):
    """Too many or too few characters; ``missing`` is negative where there are too many."""

    def __init__(self, missing: int, groups: tuple[int, ...] = ()) -> None:
        super().__init__(groups)
        self.missing = missing


class RecoveryCharacterError(RecoveryTypingError):
    """A character that no key has, in each of ``groups``."""


class RecoveryCheckError(RecoveryTypingError):
    """As many characters as a key has, but some are wrong; ``groups`` is empty for more than two
    wrong ones."""


def new_key() -> Identity:
    """A recovery key: print ``groups`` of its secret, keep its ``recipient``, forget the rest."""
    return Identity.new()


def groups(secret: str) -> tuple[str, ...]:
    """The key as it is printed after its fixed beginning (PREFIX): eleven groups of five
    characters and one of three."""
    return _split(secret.removeprefix(PREFIX))


def fits_group(secret: str, number: int, typed: str) -> bool:
    """Whether this is the group of that number (from 1), whatever its spaces and case."""
    return _plain(typed).translate(_MEANT) == groups(secret)[number - 1]


def checked(typed: str) -> Identity:
    """The key that was typed; spaces, hyphens, case and its fixed beginning do not matter.

    Raises RecoveryLengthError, RecoveryCharacterError or RecoveryCheckError.
    """
    letters = _without_prefix(_plain(typed))
    if len(letters) != LENGTH:
        raise RecoveryLengthError(LENGTH - len(letters), _odd_groups(typed))
    letters = letters.translate(_MEANT)
    if strange := [place for place, letter in enumerate(letters) if letter not in _VALUES]:
        raise RecoveryCharacterError(_groups_of(strange))
    left = _left_over([_VALUES[letter] for letter in letters])
    if left:
        raise RecoveryCheckError(_groups_of(_wrong_places(left)))
    return Identity.of(PREFIX + letters)


def _plain(typed: str) -> str:
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def _without_prefix(letters: str) -> str:
    return letters.removeprefix(_LOOSE_PREFIX)


def _split(letters: str) -> tuple[str, ...]:
    return tuple(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))


def _groups_of(places: list[int]) -> tuple[int, ...]:
    return tuple(sorted({place // GROUP + 1 for place in places}))


def _odd_groups(typed: str) -> tuple[int, ...]:
    """The groups of another length than printed, where as many were typed as there are."""
    loose = typed.upper().replace(PREFIX, " ").replace("-", " ")
    found = [len(_plain(group)) for group in loose.split()]
    printed = [len(group) for group in _split("Q" * LENGTH)]
    if len(found) != len(printed):
        return ()
    odd = zip(found, printed, strict=True)
    return tuple(number for number, (got, meant) in enumerate(odd, start=1) if got != meant)


def _left_over(values: list[int]) -> int:
    """What Bech32's check leaves: 0 for a right key, else a sum of what each error leaves."""
    name = PREFIX[:-1].lower()
    whole = [ord(letter) >> 5 for letter in name] + [0] + [ord(letter) & 31 for letter in name]
    return _remainder(whole + values) ^ 1


def _remainder(values: list[int], start: int = 1) -> int:
    check = start
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, term in enumerate(_GENERATOR):
            check ^= term if top >> bit & 1 else 0
    return check


def _wrong_places(left: int) -> list[int]:
    """The one or two places whose errors leave this; none where more must be wrong."""
    by_remainder = dict(_single_errors())
    if left in by_remainder:
        return [by_remainder[left]]
    for remainder, place in by_remainder.items():
        other = by_remainder.get(left ^ remainder)
        if other is not None and other != place:
            return [place, other]
    return []


def _single_errors() -> Iterator[tuple[int, int]]:
    """What each error in one place leaves, and the place."""
    for place in range(LENGTH):
        for change in range(1, 32):
            yield _remainder([change, *[0] * (LENGTH - 1 - place)], 0), place
