"""The invented workshop of ``digitutor demo``: who was there, when, and what they did.

Nobody in it is real. Times are those of the clock on the wall; laptops stand side by side, and
each tells its own story.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.calls import CallEnd

FIRST_DAY, SECOND_DAY = date(2026, 11, 24), date(2026, 11, 25)
#: The moment at which the story stops and somebody opens the program.
NOW = "13:12"
WORKSHOP = "Digitaitojen perusteet"
PLACE = "Esimerkkilä"
ORGANISERS = ("Esimerkkilän opisto", "Mallirannan yhdistys")


class Leaving(Enum):
    """How a stay ends: with Lähden nyt, by a laptop that went dark, because somebody else sat
    down, or not yet."""

    LEAVES = "leaves"
    CUT = "cut"
    MADE_ROOM = "made_room"
    STAYS = "stays"


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """Somebody invented; ``code`` is "" for those who took none."""

    key: str
    code: str = ""
    first_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One exercise, as somebody did it.

    ``at`` is the step where ``hints`` are asked for, "" for the first. ``slips`` are ids of written
    mistakes, made in this order where they belong and taken back with Peru; "step.choice" is a
    wrong answer. ``call`` is how a call from step ``at`` ended. ``until`` is the step that is not
    done any more ("" does them all). ``begins`` is "9:05", "" when it is one of those that fill the
    stay evenly.
    """

    exercise: str
    mode: Mode = Mode.GUIDED
    hints: int = 0
    at: str = ""
    slips: tuple[str, ...] = ()
    way: str = ""
    call: CallEnd | None = None
    until: str = ""
    begins: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One stay of one learner: ``laptop`` is its number, ``begins`` and ``ends`` are "9:05"."""

    laptop: int
    day: date
    begins: str
    ends: str
    who: str
    acts: tuple[Act, ...]
    leaving: Leaving = Leaving.LEAVES


LEARNERS = (
    Learner(key="aino", code="sininen-kettu-27", first_name="Aino"),
    Learner(key="eila", code="vihreä-kuusi-14", first_name="Eila"),
    Learner(key="other marja", code="punainen-talo-63", first_name="Marja"),
    Learner(key="leena", code="keltainen-vene-08", first_name="Leena K."),
    Learner(key="marja", code="harmaa-lehti-51", first_name="Marja"),
    Learner(key="kello", code="violetti-kello-19"),
    Learner(key="veikko", code="ruskea-silta-42", first_name="Veikko"),
    Learner(key="hoa", code="turkoosi-lintu-36", first_name="Hoa"),
    Learner(key="pirkko", code="oranssi-majakka-70", first_name="Pirkko"),
    Learner(key="teekannu", code="talvinen-teekannu-55"),
    Learner(key="first nobody"),
    Learner(key="second nobody"),
)

_ALONE, _VARIATION = Mode.ALONE, Mode.VARIATION
_FIRST = Act(exercise="mouse-01")

_LAPTOP_1 = (
    Stay(
        laptop=1, day=FIRST_DAY, begins="9:04", ends="11:32", who="aino",
        acts=(
            _FIRST,
            Act(exercise="mouse-02", slips=("double_click",)),
            Act(exercise="mouse-05", hints=2, slips=("released_early",)),
            Act(exercise="mouse-05", mode=_ALONE),
            Act(exercise="files-01"),
            Act(exercise="files-01", mode=_ALONE, slips=("wrong_folder",)),
            Act(exercise="kbd-01", hints=1),
        ),
    ),
    Stay(
        laptop=1, day=FIRST_DAY, begins="12:20", ends="14:03", who="marja",
        acts=(
            _FIRST,
            Act(exercise="mouse-02", slips=("other_button", "slip"), hints=1),
            Act(exercise="mouse-02", mode=_ALONE),
            Act(exercise="kbd-01", slips=("not_in_field",), call=CallEnd.TUTOR_CAME),
        ),
    ),
    Stay(
        laptop=1, day=SECOND_DAY, begins="9:02", ends="10:26", who="pirkko",
        acts=(
            _FIRST,
            Act(exercise="mouse-06", slips=("wrong_direction",)),
            Act(exercise="files-01"),
        ),
        leaving=Leaving.CUT,
    ),
    Stay(
        laptop=1, day=SECOND_DAY, begins="10:31", ends="11:29", who="pirkko",
        acts=(Act(exercise="files-01", mode=_ALONE, hints=3), Act(exercise="kbd-02")),
    ),
    Stay(
        laptop=1, day=SECOND_DAY, begins="12:03", ends="13:05", who="aino",
        acts=(
            Act(exercise="files-07"),
            Act(exercise="files-01", mode=_VARIATION),
            Act(exercise="kbd-04", mode=_ALONE, until="whole_name", begins="13:01"),
        ),
        leaving=Leaving.STAYS,
    ),
)  # fmt: skip

_LAPTOP_2 = (
    Stay(
        laptop=2, day=FIRST_DAY, begins="9:06", ends="11:28", who="eila",
        acts=(
            _FIRST,
            Act(exercise="mouse-02"),
            Act(exercise="mouse-06", hints=2),
            Act(exercise="files-01", call=CallEnd.WENT_ON),
            Act(exercise="files-02", slips=("name_left",)),
        ),
    ),
    Stay(
        laptop=2, day=FIRST_DAY, begins="12:15", ends="13:02", who="kello",
        acts=(_FIRST, Act(exercise="mouse-07"), Act(exercise="kbd-01", until="first_word")),
        leaving=Leaving.MADE_ROOM,
    ),
    Stay(
        laptop=2, day=FIRST_DAY, begins="13:10", ends="14:20", who="teekannu",
        acts=(
            _FIRST,
            Act(exercise="kbd-01"),
            Act(exercise="kbd-02", hints=2),
            Act(exercise="kbd-03"),
        ),
    ),
    Stay(
        laptop=2, day=SECOND_DAY, begins="9:00", ends="11:31", who="teekannu",
        acts=(
            Act(exercise="kbd-01", mode=_ALONE),
            Act(exercise="kbd-03", mode=_ALONE, slips=("word_selected",)),
            Act(exercise="files-01"),
            Act(exercise="files-03", slips=("ending_removed",)),
        ),
    ),
    Stay(
        laptop=2, day=SECOND_DAY, begins="12:01", ends="13:10", who="eila",
        acts=(
            Act(exercise="files-02", mode=_ALONE),
            Act(exercise="files-01", mode=_ALONE),
            Act(
                exercise="files-04", mode=_ALONE, until="select", begins="13:03",
                slips=("wrong_folder", "parent_folder", "wrong_folder", "copied"),
            ),
        ),
        leaving=Leaving.STAYS,
    ),
)  # fmt: skip

_LAPTOP_3 = (
    Stay(
        laptop=3, day=FIRST_DAY, begins="9:11", ends="11:30", who="other marja",
        acts=(
            _FIRST,
            Act(exercise="mouse-05", slips=("click_without_hold",), hints=1),
            Act(exercise="files-01", mode=Mode.WATCH),
            Act(exercise="files-01"),
            Act(exercise="files-03", call=CallEnd.TUTOR_CAME, hints=4),
        ),
    ),
    Stay(
        laptop=3, day=FIRST_DAY, begins="12:40", ends="12:58", who="first nobody",
        acts=(_FIRST, Act(exercise="mouse-02", until="press")),
    ),
    Stay(
        laptop=3, day=FIRST_DAY, begins="13:05", ends="15:01", who="veikko",
        acts=(
            Act(exercise="files-01"),
            Act(exercise="files-04", way="cut_and_paste"),
            Act(exercise="files-04", mode=_ALONE, slips=("copied",)),
            Act(exercise="files-08"),
        ),
    ),
    Stay(
        laptop=3, day=SECOND_DAY, begins="9:20", ends="11:44", who="veikko",
        acts=(
            Act(exercise="files-05", slips=("same_folder",)),
            Act(exercise="files-05", mode=_ALONE),
            Act(exercise="files-08", mode=_ALONE, slips=("other_file",)),
            Act(exercise="kbd-06", hints=2, slips=("two",)),
        ),
    ),
    Stay(
        laptop=3, day=SECOND_DAY, begins="12:55", ends="13:08", who="second nobody",
        acts=(
            _FIRST,
            Act(
                exercise="mouse-02", hints=1, slips=("double_click", "slip"), call=CallEnd.OPEN,
                at="point", until="point", begins="13:04",
            ),
        ),
        leaving=Leaving.STAYS,
    ),
)  # fmt: skip

_LAPTOP_4 = (
    Stay(
        laptop=4, day=FIRST_DAY, begins="9:09", ends="10:31", who="leena",
        acts=(
            _FIRST,
            Act(exercise="mouse-02"),
            Act(exercise="files-01", hints=2, slips=("selected_only",)),
            Act(exercise="files-07"),
        ),
    ),
    Stay(
        laptop=4, day=FIRST_DAY, begins="10:50", ends="11:33", who="leena",
        acts=(Act(exercise="files-07", mode=_ALONE), Act(exercise="kbd-02", hints=1)),
    ),
    Stay(
        laptop=4, day=FIRST_DAY, begins="12:18", ends="14:05", who="hoa",
        acts=(
            _FIRST,
            Act(exercise="mouse-09", hints=1),
            Act(exercise="kbd-01"),
            Act(exercise="kbd-01", mode=_ALONE),
        ),
    ),
    Stay(
        laptop=4, day=SECOND_DAY, begins="9:03", ends="11:20", who="leena",
        acts=(
            Act(exercise="files-01", mode=_ALONE),
            Act(exercise="files-03"),
            Act(exercise="files-03", mode=_ALONE),
            Act(exercise="files-04", until="press_move"),
            Act(exercise="kbd-02", mode=_ALONE),
        ),
    ),
    Stay(
        laptop=4, day=SECOND_DAY, begins="12:05", ends="13:09", who="hoa",
        acts=(
            Act(exercise="files-01"),
            Act(exercise="files-01", mode=_ALONE),
            Act(exercise="files-02", begins="13:05"),
            Act(exercise="files-03", until="press_rename", begins="13:10"),
        ),
        leaving=Leaving.STAYS,
    ),
)  # fmt: skip

#: Every stay of every laptop, in the order of each laptop's days.
STORY = (_LAPTOP_1, _LAPTOP_2, _LAPTOP_3, _LAPTOP_4)

#: Who has sat at the laptop that has not been collected yet: one who is new, and one who goes on
#: with the code of another laptop.
NOT_COLLECTED = (
    Stay(
        laptop=5, day=SECOND_DAY, begins="11:35", ends="12:02", who="leena",
        acts=(_FIRST, Act(exercise="files-05", hints=1)),
    ),
    Stay(
        laptop=5, day=SECOND_DAY, begins="12:06", ends="13:04", who="tuula",
        acts=(_FIRST, Act(exercise="mouse-02"), Act(exercise="kbd-01", slips=("not_in_field",))),
    ),
)  # fmt: skip
#: This laptop has joined; nobody has been there with the stick since.
WITHOUT_STICK = 6
#: Somebody whom the tutor's machine does not know yet.
NEWCOMER = Learner(key="tuula", code="punainen-lintu-21", first_name="Tuula")
