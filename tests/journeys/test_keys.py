"""A tutor's laptop locks itself, wrong words wait, and the recovery key on paper opens it again."""

from pathlib import Path

from tests.journeys.gate import becomes_a_tutors_laptop, groups_on
from tests.journeys.person import Person
from tests.journeys.workshop import writes_the_workshop_down

PASSPHRASE = "tunturi laiva kahvi lumi"
OTHER = "omena pilvi ranta kivi"


def test_locked_guessed_at_opened_forgotten_and_recovered(person: Person, tmp_path: Path) -> None:
    paper = tmp_path / "palautusavain.pdf"
    person.looks_around()
    becomes_a_tutors_laptop(person, PASSPHRASE, paper)
    a_workshop_begins(person)
    nobody_is_there_for_a_quarter(person)
    somebody_guesses(person)
    neither_a_restart_nor_haste_helps(person)
    the_tutor_waits_and_reads_what_happened(person)
    the_paper_opens_what_was_forgotten(person, groups_on(paper))


def a_workshop_begins(person: Person) -> None:
    person.sees("Tänään ei ole vielä osallistujia")
    writes_the_workshop_down(person, "Sedu")
    person.press("Nyt")
    person.does_not_see("Avaa salalauseella")


def nobody_is_there_for_a_quarter(person: Person) -> None:
    person.let_time_pass(15 * 60)
    person.sees("Avaa salalauseella", "Seinäjoki")


def somebody_guesses(person: Person) -> None:
    person.press("Työpajat")
    person.sees("Tiedot on lukittu.")
    person.press("Salalause")
    for number, wait in enumerate((0, 0, 1, 2, 4, 8, 16, 32)):
        person.key("ctrl+a")
        person.write(f"arvaus {number}")
        person.key("Return")
        person.sees(f"Odota {wait} sekunti" if wait else "Tarkista isot kirjaimet")
        person.let_time_pass(wait)


def neither_a_restart_nor_haste_helps(person: Person) -> None:
    person.kill_program()
    person.start_program()
    person.looks_around()
    person.press("Tutorille")
    person.press("Salalause")
    person.write(PASSPHRASE)
    person.key("Return")
    person.sees("Odota ", "Kiirettä ei ole.")


def the_tutor_waits_and_reads_what_happened(person: Person) -> None:
    person.let_time_pass(32)
    person.key("Return")
    person.sees("8 väärää yritystä", "Tiedot ovat tallessa.")
    person.press("Jatka")
    person.sees("Seinäjoki")


def the_paper_opens_what_was_forgotten(person: Person, groups: dict[str, str]) -> None:
    person.press("Lukitse")
    person.press("Tutorille")
    person.press("Unohdin salalauseen")
    person.sees("Kirjoita palautusavain")
    person.write(" ".join(groups[str(number)] for number in range(1, 13)).lower())
    person.press("Jatka")
    person.sees("Kenen salalause unohtui?")
    person.press("Emma")
    person.press("Jatka")
    person.sees("Uusi salalause: Emma")
    person.press("Valitsen oman salalauseen")
    person.press("Salalause")
    person.write(OTHER)
    person.press("Salalause uudestaan")
    person.write(OTHER)
    person.press("Ota käyttöön ja avaa")
    person.sees("Seinäjoki")
