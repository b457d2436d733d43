"""What a TOML file may not be, seen before it is parsed.

Parsing costs more than the length of the text where keys have very many parts, and ends in the
depths of the stack where brackets nest; neither is ever meant.
"""

import re

DEEPEST = 20
#: The most parts of a key such as ``steps.move.again``.
MOST_PARTS = 10

# Each matches to the end of the text where it is never closed, so that nothing is read twice.
_QUOTED = re.compile(
    r'"""(?:[^\\]|\\.)*?(?:"""|\Z)'
    r"|'''.*?(?:'''|\Z)"
    r'|"(?:[^"\\\n]|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|\#[^\n]*+",
    re.DOTALL,
)
_PART = r"[A-Za-z0-9_-]++[ \t]*+"
_LONG_KEY = re.compile(rf"(?<![A-Za-z0-9_-])(?:{_PART}\.[ \t]*+){{{MOST_PARTS}}}")
_BRACKET = re.compile(r"[\[\]{}]")


def bomb(text: str) -> str:
    """What is wrong with the text as a whole, "" when it may be parsed."""
    bare = _QUOTED.sub("q", text)
    if _LONG_KEY.search(bare):
        return f"keys of at most {MOST_PARTS} parts"
    depth = 0
    for found in _BRACKET.finditer(bare):
        depth = depth + 1 if found[0] in "[{" else max(0, depth - 1)
        if depth > DEEPEST:
            return f"at most {DEEPEST} brackets within brackets"
    return ""
