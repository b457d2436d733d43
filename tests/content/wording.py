"""How the program speaks Finnish: the rules of domain/6, 6.1 that a machine can see.

``complaints(text, level, kind)`` says what is wrong; ``kind`` is the field that the text is in.
"""

import re
from collections.abc import Iterator

LONGEST_SENTENCE = {"A": 10, "B": 12, "C": 12}
LONGEST_LINE = 60
MOST_LINES = 6

# What an instruction begins with. Add a verb here when an exercise needs a new one.
IMPERATIVES = re.compile(
    "avaa|etsi|hae|katso|kerro|kirjaudu|kirjoita|kokeile|kopioi|korjaa|laita|leikkaa|liikuta|liitä|"
    "liu'uta|lisää|lue|luo|lähetä|maalaa|merkitse|muuta|napsauta|nimeä|nosta|näytä|odota|paina|"
    "palaa|palauta|pidä|poista|pudota|pyöritä|päästä|raahaa|sammuta|siirrä|siirry|sulje|suurenna|"
    "sytytä|tallenna|tarkista|täytä|vaihda|valitse|vastaa|vie|vieritä"
)
# Forms of nouns and adverbs that only look like a passive or a participle shortcut.
NO_PASSIVE = re.compile(
    "uudestaan|vastaan|kohtaan|mitään|yhtään|pitkään|pöytään|työpöytään|rantaan|hintaan|pintaan|"
    "virtaan|itään|samalla|ei muuta"
)
PASSIVE = re.compile(r"\w*(?:taan|tään|daan|dään)|ei \w+(?:ta|tä|da|dä)")
SHORTCUT = re.compile(r"\w+(?:(?<!m)malla|(?<!m)mällä|matta|mättä|ttuasi|ttyäsi|essasi|essäsi)")
HARD = re.compile(
    r"mikäli|kyseis\w+|kyseinen|suorit\w+|jolloin|\w*mahdollisuu\w+|(?:esim|mm|jne|ns|klo)\."
)
BLAME = re.compile(
    r"väärin|virhe\w*|epäonnistu\w*|et osannut|huono\w*|helppo\w*|helposti|vain|"
    r"yksinkertaisesti|tietenkin|taas|loistavaa|mahtavaa|täydellistä"
)
LABELS = re.compile(r"mummo\w*|senior\w*|tumpelo\w*|digitaido\w*")
FOREIGN = re.compile(
    r"klik\w+|tupla\w+|kakkospaini\w+|kursori\w*|skroll\w+|highlight\w*|copy-?paste\w*|undo|"
    r"windowi\w*|folderi\w*|seiva\w+|browseri\w*|url|tabi|hyperlink\w+|cookie\w*|meili\w*|"
    r"attachment\w*|useri\w*|passu\w*|mfa|2fa|autentik\w+|phishing\w*|mikki\w*|sheetti\w*|shift|"
    r"backspace|merkkaus\w*|portaali\w*|mentori\w*|coach\w*"
)
CLOCK = re.compile(r"\d{1,2}:\d{2}")
SHOUTED = re.compile(r"[A-ZÅÄÖ]{4,}")
HINTS = ("again", "mistake", "advice")


def sentences(text: str) -> list[str]:
    """The sentences of a text; a point in a number or a date ends none."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [part for line in lines for part in re.split(r"(?<=[.!?:])\s+(?=[A-ZÅÄÖ])", line)]


def complaints(text: str, level: str, kind: str) -> list[str]:
    """What is wrong with the text, in words; nothing when all is well."""
    return [*_about_length(text, level), *_about_words(text, kind), *_about_form(text, kind)]


def _about_length(text: str, level: str) -> Iterator[str]:
    for sentence in sentences(text):
        words = len(sentence.split())
        if words > LONGEST_SENTENCE[level]:
            yield f"{words} words, at most {LONGEST_SENTENCE[level]}: {sentence}"
        if len(sentence) > LONGEST_LINE:
            yield f"{len(sentence)} letters in a line, at most {LONGEST_LINE}: {sentence}"


def _about_words(text: str, kind: str) -> Iterator[str]:
    for pattern, reason in (
        (PASSIVE, "passive"),
        (SHORTCUT, "participle shortcut"),
        (HARD, "hard word or abbreviation"),
        (LABELS, "a word about people"),
        (FOREIGN, "another word is in the term list"),
    ):
        yield from _found(pattern, text.lower(), reason)
    if kind != "title":
        yield from _found(BLAME, text.lower(), "not in feedback")
    yield from _found(CLOCK, text, "13.30 and not")
    yield from _found(SHOUTED, text, "capitals for emphasis")


def _found(pattern: re.Pattern[str], text: str, reason: str) -> Iterator[str]:
    for found in re.finditer(rf"(?<![\w-])(?:{pattern.pattern})(?![\w-])", text):
        if not NO_PASSIVE.fullmatch(found[0]):
            yield f'{reason}: "{found[0]}"'


def _about_form(text: str, kind: str) -> Iterator[str]:
    if "!" in text and kind in HINTS:
        yield "no exclamation mark in a hint"
    if text.count("!") > 1:
        yield "one exclamation mark at most"
    if kind == "instruction":
        first = text.split(maxsplit=1)[0].strip(".,:").lower()
        if not IMPERATIVES.fullmatch(first):
            yield f'an instruction begins with what to do, not "{first}"'
    if kind == "ask" and not text.endswith("?"):
        yield "a question to ask ends with a question mark"
