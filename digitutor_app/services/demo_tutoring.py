"""What the tutors of the invented workshop wrote down, saw and gave, by its learners' keys."""

from dataclasses import dataclass
from datetime import date

from digitutor_app.services.demo_story import FIRST_DAY, SECOND_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A certificate that was given: to whom, for which day, with which full name.

    ``keep_name`` False: the person did not want the name to stay. ``corrected`` is the name of a
    second version.
    """

    who: str
    day: date
    name: str
    keep_name: bool = True
    corrected: str = ""


PAPERS = (
    Paper(who="aino", day=FIRST_DAY, name="Aino Esimerkki"),
    Paper(who="leena", day=FIRST_DAY, name="Leena Keksitty", corrected="Leena Maria Keksitty"),
    Paper(who="veikko", day=FIRST_DAY, name="Veikko Malli", keep_name=False),
    Paper(who="hoa", day=FIRST_DAY, name="Nguyễn Thị Hoa"),
    Paper(who="pirkko", day=SECOND_DAY, name="Pirkko Mallinen"),
)

#: Notes about skills: to whom, and what a tutor wrote.
NOTES = (
    ("aino", "Raahaus onnistuu, kun hiiri on lähellä pöydän reunaa. Seuraavaksi isot kirjaimet."),
    ("eila", "Lukee ohjeen ääneen ja tekee sitten itse. Kansiot menevät vielä sekaisin."),
    ("eila", "Auttoi, kun piirsimme kansiot paperille."),
    ("hoa", "Osaa kirjoittaa nopeasti. Sanoja kannattaa selittää rauhassa."),
)
#: Skills that a tutor saw on a real machine, behind the tutor gate; then behind a laptop's PIN.
SEEN_AT_GATE = (("aino", "mouse.drag"), ("aino", "files.open"), ("veikko", "files.move"))
SEEN_BY_PIN = (("eila", "files.open"),)
