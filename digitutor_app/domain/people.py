"""A person who practises, known by a code."""

from dataclasses import dataclass

from digitutor_app.domain.display import USUAL, Display


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One learner.

    ``code`` is "" until the person has taken one (their visits count as anonymous until then).
    ``first_name`` is what the person chose to be called here, or "".
    ``language`` is an ISO 639-1 code. ``display`` is how they see the screen and hold the mouse.
    Nothing else about a person is ever kept (decisions.md, "Privacy and certificates").
    """

    id: str
    code: str = ""
    first_name: str = ""
    language: str = "fi"
    display: Display = USUAL

    @property
    def call_name(self) -> str:
        """What to call the person on a screen: the first name, else the code, else ""."""
        return self.first_name or self.code
