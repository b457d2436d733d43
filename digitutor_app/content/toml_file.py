"""Reads one TOML file into a typed table; every mistake becomes a ContentError with its place."""

import re
import tomllib
from typing import Any, TypeVar

import msgspec

from digitutor_app.content.errors import ContentError
from digitutor_app.content.place import Place
from digitutor_app.content.toml_bombs import bomb

T = TypeVar("T")
LARGEST = 1_000_000
_TYPES = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number with decimals",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
}


def read_table(file: Place) -> dict[str, Any]:
    """The file as plain data; raises ContentError when it is missing or is not TOML."""
    try:
        if file.stat().st_size > LARGEST:
            raise ContentError(file, "whole file", f"at most {LARGEST} bytes")
        text = file.read_text(encoding="utf-8")
        if wrong := bomb(text):
            raise ContentError(file, "whole file", wrong)
        return tomllib.loads(text)
    except FileNotFoundError:
        raise ContentError(file, "whole file", "this file must exist") from None
    except OSError as error:
        raise ContentError(file, "whole file", f"a file that can be read ({error})") from error
    except UnicodeDecodeError as error:
        raise ContentError(file, f"byte {error.start}", "text in UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ContentError(file, _line(str(error)), f"valid TOML ({error})") from error
    except ValueError as error:
        # A whole number of thousands of digits.
        raise ContentError(file, "whole file", f"values that fit ({error})") from error


def typed(file: Place, table: dict[str, Any], into: type[T]) -> T:
    """The table as ``into``; raises ContentError naming the first field that does not fit."""
    try:
        return msgspec.convert(table, into)
    except msgspec.ValidationError as error:
        words, _, place = str(error).partition(" - at ")
        place = place.strip("`").removeprefix("$").removeprefix(".")
        raise ContentError(file, place or "top of the file", _in_plain_words(words)) from error


def _in_plain_words(words: str) -> str:
    """msgspec's message without its jargon."""
    if found := re.fullmatch(r"Expected `(\w+)`, got `(\w+)`", words):
        return f"{_TYPES.get(found[1], found[1])}, not {_TYPES.get(found[2], found[2])}"
    if found := re.fullmatch(r"Object missing required field `(.+)`", words):
        return f'a field "{found[1]}" too'
    if found := re.fullmatch(r"Object contains unknown field `(.+)`", words):
        return f'no field "{found[1]}", which nobody knows here'
    return words


def _line(message: str) -> str:
    found = re.search(r"line (\d+)", message)
    return f"line {found[1]}" if found else "end of the file"
