"""How the program speaks Finnish: the rules of domain/6, 6.1 that a machine can see.

``complaints(text, level, kind)`` says what is wrong; ``kind`` is the field that the text is in.
"""

import re
from collections.abc import Iterator

from digitutor_app.domain.exercise import ExerciseText
from digitutor_app.i18n import N_, _

LONGEST_SENTENCE = {"A": 10, "B": 12, "C": 12}
LONGEST_LINE = 60
MOST_LINES = 6
#: Words of pages, buttons and messages: the rules about words, none about length.
INTERFACE = "interface"

# What an instruction begins with. Add a verb here when an exercise needs a new one.
_IMPERATIVES = re.compile(
    "avaa|etsi|hae|katso|kerro|kirjaudu|kirjoita|kokeile|kopioi|korjaa|kuittaa|laita|laske|"
    "leikkaa|liikuta|liitä|liu'uta|lisää|lue|luo|lähetä|maalaa|merkitse|muuta|napauta|napsauta|nimeä|nosta|"
    "näytä|odota|osoita|paina|palaa|palauta|pidä|poista|pudota|pyöritä|päästä|raahaa|sammuta|siirrä|"
    "siirry|sulje|suurenna|sytytä|tallenna|tarkista|tartu|tee|täytä|vaihda|valitse|vastaa|vie|"
    "vieritä|älä|ota"
)
# Forms of nouns and adverbs that only look like a passive or a participle shortcut.
_NO_PASSIVE = re.compile(
    "uudestaan|itsestään|vastaan|kohtaan|mitään|yhtään|ketään|pitkään|enintään|vähintään|pöytään|työpöytään|"
    "rantaan|hintaan|pintaan|suuntaan|virtaan|valtaan|itään|samalla|ainakaan|kahtaan|kerrallaan|"
    "ei (?:muuta|odota|auta|riitä|osoita|palauta|käytä|päästä|näytä|harjoitusta|tuota)|"
    r"\w*(?:netti|paketti|tabletti|etiketti|kasetti)in"
)
_PASSIVE = re.compile(
    r"\w*(?:taan|tään|daan|dään|etaan)|ei \w+(?:ta|tä|da|dä)|\w+[aeiouyäö]ttiin|"
    r"(?:teh|näh)tiin|(?:ol|men|tul|saa|lue)tiin|\w+(?:taisiin|täisiin)"
)
_SHORTCUT = re.compile(
    r"\w+(?:(?<!m)malla|(?<!m)mällä|matta|mättä|ttuasi|ttyäsi|ttuaan|ttyään|essasi|essäsi)|"
    r"halutessa\w*"
)
_HARD = re.compile(
    r"mikäli|kyseis\w+|kyseinen|suorit\w+|jolloin|\w*mahdollisuu\w+|syötä|deaktivoi\w*|"
    r"(?:esim|mm|jne|ns|yms|ym|tms|klo|ks|ko|nk)\.|esim|jne"
)
_BLAME = re.compile(
    r"väärin|virhe\w*|epäonnistu\w*|et osannut|et ole \w+n[uy]t|huono\w*|helppo\w*|"
    r"helposti|(?<!milloin )vain|yksinkertaisesti|tietenkin|taas|nopeasti!|loistavaa|mahtavaa|"
    r"täydellistä|mestari\w*"
)
_HURRY = re.compile(r"heti nyt|odotamme|äkkiä|kiireesti|hetkessä|aikaa jäljellä")
_LABELS = re.compile(r"mummo\w*|senior\w*|tumpelo\w*|digitaido\w*|käyttäjä(?:t|n|ä|lle|ltä|llä)?")
_FOREIGN = re.compile(
    r"klik\w+|tupla\w+|kakkospaini\w+|kursori\w*|skroll\w+|highlight\w*|copy-?paste\w*|undo|"
    r"windowi\w*|folderi\w*|alihakemisto\w*|seiva\w+|browseri\w*|url\S*|domain\w*|tabi|"
    r"hyperlink\w+|cookie\w*|meili\w*|"
    r"attachment\w*|useri\w*|passu\w*|mfa|2fa|autentik\w+|phishing\w*|mikki\w*|sheetti\w*|shift|"
    r"drag-and-drop|excel\w*|downloads|desktop|taskbar|"
    r"backspace|merkkaus\w*|e-palvelu\w*|portaali\w*|mentori\w*|coach\w*|tukihenkilö\w*|fontti\w*"
)
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_SCORE = re.compile(r"\d+/\d+")
_SHOUTED = re.compile(r"[A-ZÅÄÖ]{4,}")
_HINTS = ("again", "mistake", "advice")
# What is tried, in the text as written or in small letters, and what is said of it.
_WORDS = (
    (_PASSIVE, True, N_("passiivi")),
    (_SHORTCUT, True, N_("lauseenvastike")),
    (_HARD, True, N_("vaikea sana tai lyhenne")),
    (_LABELS, True, N_("sana ihmisistä")),
    (_FOREIGN, True, N_("sanastossa on toinen sana")),
    (_HURRY, True, N_("kiirettä ei ole")),
    (_CLOCK, False, N_("kellonaika on 13.30, ei")),
    (_SCORE, False, N_("kukaan ei saa pisteitä")),
    (_SHOUTED, False, N_("isot kirjaimet painotuksena")),
)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a point in a number or a date ends none."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [part for line in lines for part in re.split(r"(?<=[.!?:])\s+(?=[A-ZÅÄÖ])", line)]


def complaints(text: str, level: str, kind: str) -> list[str]:
    """What is wrong with the text, in words; nothing when all is well.

    ``level`` is the exercise's; ``kind`` one of the fields of a text file, "difficulty", "choice",
    or INTERFACE.
    """
    length = [] if kind == INTERFACE else _about_length(text, level)
    return [*length, *_about_words(text, kind), *_about_form(text, kind)]


def complaints_of(text: ExerciseText, level: str) -> Iterator[str]:
    """Every complaint about the words of an exercise in one data set, with its place."""
    for key, kind, words in _fields(text):
        for reason in complaints(words, level, kind):
            yield f"{key}: {reason}"
    if len(text.checklist) > MOST_LINES:
        yield "checklist: " + _("enintään {count} riviä").format(count=MOST_LINES)
    for key, document in text.documents.items():
        for line in document.splitlines():
            if len(line) > LONGEST_LINE:
                yield f"documents.{key}: {_too_long(line)}"


def _fields(text: ExerciseText) -> Iterator[tuple[str, str, str]]:
    """(key, kind, words) of everything that people read, names filled in."""
    for name in ("title", "context", "goal", "success", "ask"):
        yield name, name, getattr(text, name)
    for place, kind, table in (
        ("checklist", "checklist", text.checklist),
        ("mistakes", "mistake", text.mistakes),
        ("difficulties", "difficulty", text.difficulties),
        ("advice", "advice", text.advice),
        ("summaries", "instruction", text.summaries),
    ):
        for key, words in table.items():
            yield f"{place}.{key}", kind, words
    if text.pair:
        yield "pair", "instruction", text.pair
    steps = {f"steps.{key}": step for key, step in text.steps.items()}
    ways = {f"ways.{way}.{key}": step for (way, key), step in text.ways.items()}
    for place, step in (steps | ways).items():
        yield f"{place}.instruction", "instruction", step.instruction
        yield f"{place}.again", "again", step.again
        for choice, words in step.choices.items():
            yield f"{place}.choices.{choice}", "choice", words


def _about_length(text: str, level: str) -> Iterator[str]:
    for sentence in sentences(text):
        words, most = len(sentence.split()), LONGEST_SENTENCE[level]
        if words > most:
            many = _("{words} sanaa, enintään {most}: {sentence}")
            yield many.format(words=words, most=most, sentence=sentence)
        if len(sentence) > LONGEST_LINE:
            yield _too_long(sentence)


def _too_long(line: str) -> str:
    long = _("rivillä {letters} merkkiä, enintään {most}: {line}")
    return long.format(letters=len(line), most=LONGEST_LINE, line=line)


def _about_words(text: str, kind: str) -> Iterator[str]:
    for pattern, small, reason in _WORDS:
        yield from _found(pattern, text.lower() if small else text, _(reason))
    if kind != "title":
        yield from _found(_BLAME, text.lower(), _("ei kuulu palautteeseen"))


def _found(pattern: re.Pattern[str], text: str, reason: str) -> Iterator[str]:
    for found in re.finditer(rf"(?<![\w-])(?:{pattern.pattern})(?![\w-])", text):
        if not _NO_PASSIVE.fullmatch(found[0]):
            yield f'{reason}: "{found[0]}"'


def _about_form(text: str, kind: str) -> Iterator[str]:
    if "!" in text and kind in _HINTS:
        yield _("vihjeessä ei ole huutomerkkiä")
    if text.count("!") > 1:
        yield _("enintään yksi huutomerkki")
    if kind == "instruction":
        first = text.split(maxsplit=1)[0].strip(".,:").lower()
        if not _IMPERATIVES.fullmatch(first):
            begins = _('ohje alkaa tekemisellä (Napsauta, Paina, Kirjoita), ei sanalla "{word}"')
            yield begins.format(word=first)
    if kind == "ask" and not text.endswith("?"):
        yield _("kysymys päättyy kysymysmerkkiin")
