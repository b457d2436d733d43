"""A shelf with one sound exercise, whose files a test may spoil."""

from pathlib import Path

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.engine.vocabulary import Vocabulary
from digitutor_app.practice.conditions import CONDITIONS

MODULE = """
id = "files"
number = 4
[[skills]]
id = "files.open"
[[skills]]
id = "files.move"
"""
MODULE_WORDS = """
name = "Tiedostot"
[skills]
"files.open" = "Avaaminen"
"files.move" = "Siirtäminen"
"""
EXERCISE = """
id = "files-01"
level = "A"
minutes = 5
skills = ["files.open"]
room = "files"
data = ["a", "b"]
advice = ["tired"]

[start]
disk = ["house/inbox/plan.odt", "house/forms/"]
open = ["files"]
mail = { attachments = ["letter.pdf"] }

[[steps]]
id = "open"
keep = true
done = { window = "document:plan" }
walkthrough = [{ open = "file:plan", until = { window = "document:plan" } }]

[[steps]]
id = "move"
done = { all = [{ file = "plan", in = "forms" }, { not = { file = "plan", in = "bin" } }] }
walkthrough = [{ drag = "file:plan", to = "tree:forms" }]

[[steps]]
id = "page"
kind = "read"

[[steps]]
id = "where"
kind = "question"
choices = ["inbox", "forms"]
answers = ["forms"]

[[steps]]
id = "save"
done = { did = "save", after = "where" }
walkthrough = [{ click = "file:letter" }, { key = "Ctrl+S" }]

[[ways]]
id = "cut"
begun = { clipboard = "cut", node = "plan" }
steps.move = [{ key = "Ctrl+X", on = "file:plan" }, { key = "Ctrl+V", on = "tree:forms" }]

[[mistakes]]
id = "deleted"
when = { file = "plan", in = "bin" }
at = "move"
provoke = [{ key = "Delete", on = "file:plan" }]
"""
TEXT = """
title = "Avaa {plan}"
context = "Tiedosto on koneella."
goal = "Siirrä {plan}."
success = "Hyvä."
ask = "Missä tiedosto on?"

[checklist]
move = "Tiedosto {plan} on siirretty."

[steps.open]
instruction = "Avaa {plan}."
again = "Napsauta kaksi kertaa."
[steps.move]
instruction = "Siirrä {plan}."
again = "Raahaa {plan}."
[steps.page]
instruction = "Lue."
[steps.where]
instruction = "Missä tiedosto on?"
again = "Katso kansiot."
[steps.where.choices]
inbox = "{inbox}"
forms = "{forms}"
[steps.save]
instruction = "Tallenna."
again = "Paina Tallenna."

[mistakes]
deleted = "Tiedosto meni paikkaan {last}."
"where.inbox" = "Katso vielä."
[difficulties]
deleted = "Poisti tiedoston."
"where.inbox" = "Vastasi {inbox}."
[advice]
tired = "Pidä tauko."

[ways.cut.move]
instruction = "Leikkaa {plan}."
[summaries]
cut = "Leikkaa {plan} ja liitä se."

[names.a]
house = "Esimerkkilä"
inbox = "Saapuneet"
plan = "suunnitelma"
forms = "Lomakkeet"
[names.b]
house = "Mallila"
inbox = "Lataukset"
plan = "ohje"
forms = "Laskut"

[documents.a]
plan = "Lue {plan}."
"""


class Shelf:
    """A folder of exercises below ``root``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.module = root / "files"
        self.folder = self.module / "01_open"
        self.exercise = self.folder / "exercise.toml"
        self.text = self.folder / "text.fi.toml"
        self.folder.mkdir(parents=True)
        (self.module / "module.toml").write_text(MODULE, encoding="utf-8")
        (self.module / "module.fi.toml").write_text(MODULE_WORDS, encoding="utf-8")
        self.exercise.write_text(EXERCISE, encoding="utf-8")
        self.text.write_text(TEXT, encoding="utf-8")

    def catalogue(self) -> Catalogue:
        """Reads the shelf as it is now."""
        return Catalogue(self.root, Vocabulary(CONDITIONS).problem)

    def spoil(self, file: Path, old: str, new: str) -> None:
        """Replace ``old``, which must be there."""
        content = file.read_text(encoding="utf-8")
        assert old in content, f"{old!r} is not in {file.name}"
        file.write_text(content.replace(old, new, 1), encoding="utf-8")

    def another(self, name: str) -> Path:
        """One more sound exercise in a folder such as ``02_again``."""
        number = name.partition("_")[0]
        folder = self.module / name
        folder.mkdir()
        sound = EXERCISE.replace("files-01", f"files-{number}")
        (folder / "exercise.toml").write_text(sound, encoding="utf-8")
        (folder / "text.fi.toml").write_text(TEXT, encoding="utf-8")
        return folder
