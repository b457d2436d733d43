"""The guide card in every state, with an exercise that has steps of every kind."""

from types import MappingProxyType

import pytest

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.exercise import Exercise, ExerciseText, Mistake, Step, StepKind, StepText
from digitutor_app.domain.exercise import Test as Condition
from digitutor_app.engine.outcome import Guidance, Hint, HintKind
from digitutor_app.screens.guide_card import GuideCard
from digitutor_app.ui_kit.key_caps import KeyCaps
from tests.finding import find, said
from tests.looks import cut_off, settle

DO = Step(id="do", done=Condition("did", "open"))
READ = Step(id="read", kind=StepKind.READ)
ASK = Step(id="ask", kind=StepKind.QUESTION, choices=("left", "right"), answers=("right",))
SHOW = Step(id="show", kind=StepKind.TUTOR)
EXERCISE = Exercise(
    id="made-01",
    module="made",
    level="A",
    minutes=2,
    skills=("made.up",),
    room="files",
    version="1",
    data=("a",),
    starts=MappingProxyType({"a": {}}),
    steps=(DO, READ, ASK, SHOW),
    mistakes=(Mistake(id="other", when=Condition("did", "close")),),
)
TEXT = ExerciseText(
    title="Tehty tehtävä",
    context="Tausta kertoo, miksi.",
    goal="Tee kaikki neljä kohtaa.",
    success="Hyvä.",
    checklist={"do": "Kansio on auki.", "ask": "Kysymykseen on vastattu."},
    steps={
        "do": StepText(instruction="Avaa kansio.", again="Napsauta kansiota kaksi kertaa."),
        "read": StepText(instruction="Lue tämä."),
        "ask": StepText(
            instruction="Kummalla puolella ruksi on?",
            again="Katso ikkunan yläreunaa.",
            choices={"left": "Vasemmalla", "right": "Oikealla <b>&"},
        ),
        "show": StepText(instruction="Näytä tutorille.", again="Kutsu tutor viereesi."),
    },
    mistakes={"other": "Tämä on {last}. Palaa takaisin."},
    difficulties={"other": "Avasi toisen."},
    ways={("other", "do"): StepText(instruction="Paina Enter-näppäintä.", again="Enter avaa.")},
    advice={},
    ask="Mitä näet?",
    names={"house": "Talo"},
    documents={},
)


@pytest.fixture
def card(look, shown):
    """The card as it stands beside the practice frame."""

    def show(step, hint=None, mode=Mode.GUIDED, way="", done=(), last="", scale=1.0):
        made = GuideCard(look)
        made.answers = []
        made.answered.connect(made.answers.append)
        number = EXERCISE.steps.index(step) + 1
        guidance = Guidance(
            step, number, 4, way, hint, "file:plan", False, None, step.walkthrough, frozenset(done)
        )
        shown(made, 420, 600, scale)
        made.show_guidance(guidance, TEXT, mode, last)
        settle(made.window())
        return made

    return show


def test_a_step_to_do(card):
    words = said(card(DO))
    assert "Vaihe 1 / 4" in words
    assert "Avaa kansio." in words
    assert TEXT.context in words
    assert "Vihje" not in words


def test_the_background_stands_at_the_first_step_only(card):
    assert TEXT.context not in said(card(READ))


def test_a_step_to_read(card):
    shown = card(READ)
    assert "Lue tämä." in said(shown)
    find(shown, "Luin tämän").click()
    assert shown.answers == [""]


def test_a_step_for_the_tutor(card):
    shown = card(SHOW)
    find(shown, "Tämä on tehty").click()
    assert shown.answers == [""]


@pytest.mark.parametrize("mode", [Mode.GUIDED, Mode.ALONE])
def test_a_question(card, mode):
    shown = card(ASK, mode=mode)
    assert "Kummalla puolella ruksi on?" in said(shown)
    find(shown, "Vasemmalla").click()
    find(shown, "Oikealla <b>&").click()
    assert shown.answers == ["left", "right"]


def test_another_way_has_its_own_words(card):
    words = said(card(DO, way="other"))
    assert "Paina Enter-näppäintä." in words
    assert "Avaa kansio." not in words


def test_alone_there_is_the_goal_and_a_checklist(card):
    words = said(card(DO, mode=Mode.ALONE, done=("ask",)))
    assert TEXT.goal in words
    assert "Avaa kansio." not in words
    assert "Vaihe" not in words
    lines = words.splitlines()
    assert lines.index("Kysymykseen on vastattu.") + 1 == lines.index("valmis")
    assert lines.count("valmis") == 1


@pytest.mark.parametrize(
    ("hint", "words"),
    [
        (Hint(HintKind.AGAIN, 1), "Napsauta kansiota kaksi kertaa."),
        (Hint(HintKind.AGAIN, 2), "Oranssi kehys ja nuoli näyttävät paikan."),
        (Hint(HintKind.AGAIN, 3), "Tee nyt sama itse. Napsauta kansiota kaksi kertaa."),
        (Hint(HintKind.TUTOR, 4), "Tutor auttaa mielellään. Paina Kutsu tutor."),
        (Hint(HintKind.NOT_NOW, 0), "Tätä ei tarvita nyt."),
        (Hint(HintKind.OFFER, 0), "Haluatko vihjeen? Paina Vihje. Kiirettä ei ole."),
        (Hint(HintKind.MISTAKE, 1, "other", "folder:house"), "Tämä on Talo. Palaa takaisin."),
    ],
    ids=lambda given: given.kind.value + str(given.level) if isinstance(given, Hint) else "",
)
@pytest.mark.parametrize("mode", [Mode.GUIDED, Mode.ALONE])
def test_each_hint_has_its_words(card, hint, words, mode):
    shown = card(DO, hint, mode, last="Talo")
    assert words in said(shown)
    assert ("Jäitkö jumiin? Paina Kutsu tutor." in said(shown)) is (hint.level >= 2)
    top = shown.scroller.verticalScrollBar().value()
    low = top + shown.scroller.viewport().height()
    box = shown.hint_place()
    assert top <= box.top()
    assert box.bottom() <= low


def test_a_hint_goes_when_the_engine_takes_it_away(card):
    shown = card(DO, Hint(HintKind.AGAIN, 1))
    guidance = Guidance(DO, 1, 4, "", None, "", False, None, (), frozenset())
    shown.show_guidance(guidance, TEXT, Mode.GUIDED)
    assert "Napsauta kansiota kaksi kertaa." not in said(shown)
    assert "Vihje" not in said(shown)


def test_the_demonstration_says_what_comes(card):
    shown = card(DO)
    shown.show_demonstration()
    assert "Ohjelma näyttää tämän kohdan. Tee sitten sama itse." in said(shown)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("mode", [Mode.GUIDED, Mode.ALONE])
@pytest.mark.parametrize("step", EXERCISE.steps, ids=lambda step: step.id)
def test_nothing_is_cut(card, step, mode, scale):
    shown = card(step, Hint(HintKind.AGAIN, 2), mode, scale=scale)
    assert cut_off(shown.window()) == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_whole_card_is_as_high_as_its_words(card, scale):
    shown = card(DO, Hint(HintKind.AGAIN, 2), Mode.ALONE, scale=scale)
    shown.show_whole(whole=True)
    settle(shown.window())
    assert shown.scroller.verticalScrollBar().maximum() == 0
    shown.show_whole(whole=False)
    settle(shown.window())
    assert shown.height() <= shown.window().height()


def test_a_key_is_drawn_once_it_is_pointed_at(card):
    hint = Hint(HintKind.AGAIN, 2)
    shown = card(DO)
    keys = shown.findChild(KeyCaps)
    assert keys.isHidden()
    guidance = Guidance(DO, 1, 4, "", hint, "", False, None, (), frozenset(), "Ctrl+X")
    shown.show_guidance(guidance, TEXT, Mode.GUIDED)
    settle(shown.window())
    assert keys.words == ("Ctrl", "X")
    assert "Kuva näyttää näppäimen." in said(shown)
    assert cut_off(shown) == []


def test_skipping_is_offered_at_the_beginning_and_to_who_is_stuck(look, qtbot, shown):
    card = GuideCard(look, may_skip=True)
    shown(card, 420, 600)

    def offered(number, hint=None):
        guidance = Guidance(DO, number, 4, "", hint, "", False, None, (), frozenset())
        card.show_guidance(guidance, TEXT, Mode.GUIDED)
        return "Ohita tämä tehtävä" in said(card)

    assert offered(1)
    assert not offered(2)
    assert offered(2, Hint(HintKind.AGAIN, 2))
    with qtbot.waitSignal(card.skipRequested):
        find(card, "Ohita tämä tehtävä").click()
