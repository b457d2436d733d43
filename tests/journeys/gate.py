"""A person makes a laptop a tutor's: words of their own, the recovery key on paper, read back."""

import re
from pathlib import Path

from pypdf import PdfReader

from tests.journeys.person import Person


def becomes_a_tutors_laptop(person: Person, passphrase: str, paper: Path) -> None:
    """From the start page to "Nyt"; ``paper`` is where the sheet of the recovery key is saved."""
    person.press("Tutorille")
    person.sees("Tee tästä tutorin kone")
    person.press("Valitsen oman salalauseen")
    person.press("Nimesi")
    person.write("Emma")
    person.press("Salalause")
    person.write(passphrase)
    person.press("Salalause uudestaan")
    person.write(passphrase)
    person.key("Return")
    person.sees("Tulosta palautusavain")
    person.press("Tallenna PDF")
    person.saves_as(paper)
    person.sees(f"Tallennettu nimellä {paper.name}")
    person.press("Paperi on minulla")
    person.sees("Kirjoita paperista kaksi ryhmää")
    groups = groups_on(paper)
    for number in re.findall(r"^Ryhmä (\d+)$", str(person.ask("said")), re.M):
        person.press(f"Ryhmä {number}")
        person.write(groups[number].lower())
    person.key("Return")


def groups_on(paper: Path) -> dict[str, str]:
    """The groups of a recovery key by their numbers, as they stand on its sheet."""
    text = "\n".join(page.extract_text() for page in PdfReader(paper).pages)
    return dict(re.findall(r"Ryhmä (\d+)\n([0-9A-Z]+)", text))
