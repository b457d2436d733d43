"""An invented language for checks: every text is the Finnish text between marks.

Whatever stands on the screen without marks then was not asked of the language.
"""

import ast
import json
import re
import struct
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import digitutor_app
from digitutor_app.content.buttons import button_words
from digitutor_app.content.text_file import text_file
from digitutor_app.content.toml_file import read_table
from digitutor_app.i18n import MASTER

CODE: Final = "qps"
OPENS, CLOSES = "‹", "›"
_INNERMOST = re.compile(f"{OPENS}[^{OPENS}{CLOSES}]*{CLOSES}")
_HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
_MAGIC: Final = 0x950412DE
_SAYING = ("_", "N_", "ngettext")


def marked(text: str) -> str:
    """The text in the invented language: each line between marks."""
    lines = text.split("\n")
    return "\n".join(f"{OPENS}{line}{CLOSES}" if line.strip() else line for line in lines)


def unmarked(text: str) -> str:
    """What is left of a text when all between marks is taken out, blanks aside."""
    while _INNERMOST.search(text):
        text = _INNERMOST.sub("", text)
    return text.strip()


Words = tuple[Path, tuple[str, ...]]


@cache
def interface_words(package: Path | None = None) -> tuple[Words, ...]:
    """(file, text) of every text that the program's code asks of the language, or (file, one and
    many). Nothing where the code is packed without its sources."""
    root = package or Path(digitutor_app.__file__).parent
    found = []
    for file in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in _SAYING:
                continue
            texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
            words = tuple(text for text in texts if isinstance(text, str))
            if words:
                found.append((file, words))
    return tuple(found)


def write_interface(folder: Path) -> None:
    """Write the invented language's catalogue into a folder like resources/languages."""
    texts = {"": _HEADER}
    for _file, words in interface_words():
        texts["\0".join(words)] = "\0".join(marked(word) for word in words)
        for word in words:
            texts.setdefault(word, marked(word))
    there = folder / CODE
    there.mkdir(parents=True, exist_ok=True)
    (there / "digitutor.mo").write_bytes(_packed(texts))
    (there / "language.toml").write_text(f'name = "{CODE}"\nready = true\n', encoding="utf-8")


def write_texts(content: Path) -> None:
    """Write the invented language's text file beside every Finnish one below ``content``. It has no
    words for mouse buttons, so those that the program knows stand in the texts themselves."""
    buttons = button_words(MASTER, left_handed=False)
    for file in content.glob(f"*/*/{text_file(Path(), MASTER).name}"):
        table = _marked(read_table(file), buttons)
        text_file(file.parent, CODE).write_text(_toml(table), encoding="utf-8")


def _marked(value: Any, buttons: Mapping[str, str]) -> Any:
    """The table with marks; the words for mouse buttons are filled in, this language has none."""
    if isinstance(value, Mapping):
        return {key: _marked(inner, buttons) for key, inner in value.items()}
    if not isinstance(value, str):
        return value
    for name, words in buttons.items():
        value = value.replace(f"{{{name}}}", words)
    return marked(value)


def _toml(table: Mapping[str, Any], place: str = "") -> str:
    lines = [f"[{place}]"] if place else []
    for key, value in table.items():
        if not isinstance(value, Mapping):
            lines.append(f"{json.dumps(key)} = {json.dumps(value, ensure_ascii=False)}")
    inner = [
        _toml(value, f"{place}.{json.dumps(key)}" if place else json.dumps(key))
        for key, value in table.items()
        if isinstance(value, Mapping)
    ]
    return "\n".join([*lines, *inner]) + "\n"


def _packed(texts: Mapping[str, str]) -> bytes:
    """The texts as a compiled catalogue of gettext (a .mo file without its hash table)."""
    pairs = sorted((key.encode(), value.encode()) for key, value in texts.items())
    tables = 28 + 16 * len(pairs)
    words, places = b"", list[int]()
    for column in (0, 1):
        for pair in pairs:
            places += (len(pair[column]), tables + len(words))
            words += pair[column] + b"\0"
    head = (_MAGIC, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, tables)
    return struct.pack(f"<{len(head) + len(places)}I", *head, *places) + words
