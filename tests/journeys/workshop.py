"""A tutor writes down what workshop is held."""

from tests.journeys.person import Person


def writes_the_workshop_down(person: Person, *organisers: str) -> None:
    """From a tutor's page to the saved workshop."""
    person.press("Kirjaa työpaja")
    person.press("Paikka")
    person.write("Seinäjoki")
    for number, organiser in enumerate(organisers, 1):
        person.press(f"Järjestäjä {number}")
        person.write(organiser)
    person.press("Tallenna työpaja")
    person.sees("Työpaja on tallennettu.")
