"""Who sits at this laptop just now, and what they practise."""

from digitutor_app import i18n
from digitutor_app.domain.display import Display
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.people import Person
from digitutor_app.services.practice import Practice
from digitutor_app.services.reception import Reception


class Sitting:
    """The person at the laptop with the practice that is open, shared by the learner's pages."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception
        self._practice: Practice | None = None

    @property
    def practice(self) -> Practice | None:
        """What is open; its words name the mouse buttons by the hand of the person."""
        return self._practice

    @practice.setter
    def practice(self, practice: Practice | None) -> None:
        self._practice = practice
        if practice is not None:
            practice.hold(left_handed=self.person.display.left_handed)

    @property
    def person(self) -> Person:
        return self._reception.require().person

    @property
    def who(self) -> str:
        """The person's names for the bar above a page; "" for somebody without any."""
        person = self.person
        return " · ".join(part for part in (person.first_name, person.code) if part)

    @property
    def running(self) -> Practice | None:
        """The practice that is not done yet."""
        practice = self._practice
        return None if practice is None or practice.run.done else practice

    def require_practice(self) -> Practice:
        """The open practice; raises OurMistakeError when there is none."""
        if self._practice is None:
            raise OurMistakeError("nothing is being practised")
        return self._practice

    def speak(self, language: str) -> None:
        """Change the language, for the person too and for the open practice."""
        i18n.use(language)
        self._reception.speak(language)
        if self._practice is not None:
            self._practice.speak(language)

    def show(self, display: Display) -> None:
        """Change how the person sees the screen and holds the mouse."""
        self._reception.show(display)
        if self._practice is not None:
            self._practice.hold(left_handed=display.left_handed)

    def save(self) -> None:
        """Save where the person is in an exercise."""
        if self.running is not None:
            self.running.save()
