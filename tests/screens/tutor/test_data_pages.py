"""The pages about data and machines: what they say, that nothing is cut, and what they emit."""

from collections import Counter
from datetime import timedelta

import pytest

from digitutor_app.screens import collect_words
from digitutor_app.screens.tutor.data_collecting import CollectingScreen
from digitutor_app.services.collected import Collected
from digitutor_app.ui_kit.theme import DARK, HIGH_CONTRAST
from tests.finding import find, said
from tests.looks import cut_off
from tests.screens.tutor import data_pages
from tests.screens.tutor.data_pages import MISSING, NUMBERS, PAGES


def words(page):
    return said(page).replace("\u00a0", " ")


@pytest.mark.parametrize(("width", "height", "scale"), [(1366, 768, 1.0), (1093, 614, 2.0)])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut(name, width, height, scale, look, shown, clock):
    page = shown(PAGES[name][1](look, clock.now()), width, height, scale)
    assert cut_off(page) == []


@pytest.mark.parametrize("theme", [DARK, HIGH_CONTRAST])
def test_other_themes(theme, look, shown, clock):
    look.set_theme(theme)
    for _kind, make in PAGES.values():
        assert cut_off(shown(make(look, clock.now()))) == []


def test_the_overview_says_first_who_is_missing(look, shown, clock, qtbot):
    page = shown(data_pages.overview(look, clock.now()))
    assert words(page).startswith("Tiedot ja koneet\nKoneet 3 ja 7 puuttuvat vielä.")
    with qtbot.waitSignal(page.chosen) as pressed:
        find(page, "Koneet, 12 konetta").click()
    assert pressed.args == ["laptops"]


def test_everything_of_a_round_is_told_in_sentences(clock):
    told = collect_words.told(data_pages.collected(clock.now()))
    assert told[0].replace("\u00a0", " ") == (
        "10 konetta, 30 henkilöä, 260 uutta harjoitusta, 2 muuttunutta tietoa, 0 poistettua."
    )
    assert told[1] == "Koneet 3 ja 7 puuttuvat vielä."
    assert told[2].startswith("2 osallistujaa jatkoi koodillaan")
    assert told[3].startswith("Kaksi konetta käyttää samaa tunnusta (kone 4).")


@pytest.mark.parametrize(
    ("new", "people", "said"),
    [
        ({"workshop": 1}, frozenset(), "1 kone. Uusia harjoituksia ei ole."),
        ({"visit": 1}, frozenset("a"), "1 kone, 1 henkilö. Uusia harjoituksia ei ole."),
        (
            {"attempt": 1},
            frozenset("a"),
            "1 kone, 1 henkilö, 1 uusi harjoitus, 0 muuttunutta tietoa, 0 poistettua.",
        ),
    ],
)
def test_three_times_nought_is_said_in_words(new, people, said):
    came = data_pages.arrived(1, new=Counter(new), changed=Counter(), people=people)
    assert collect_words.sums(Collected([came])).replace("\u00a0", " ") == said


def test_a_rehearsal_is_told_as_one(clock):
    [_missing, _joined, rehearsal, *_more] = collect_words.told(
        data_pages.collected(clock.now(), rehearsal=True)
    )
    assert rehearsal.startswith("Harjoituskierros: mitään ei tallennettu.")
    assert "10 konetta" in rehearsal


def test_refused_files_are_named_by_their_laptop(clock):
    refused = data_pages.collected(clock.now()).refused
    numbers = {f"{0:064x}": 12}
    assert collect_words.refusals(refused, numbers) == [
        "Kone 12: Tiedosto on vajaa. Kopioi tai kerää se uudestaan.",
        "kesä.wb1: Tiedosto on yli puoli vuotta vanha.",
    ]
    assert collect_words.strangers(refused) == ["ab" * 32]


def test_the_stick_can_be_pulled_only_when_that_is_true(look, shown, clock):
    waiting = shown(data_pages.collecting(look, clock.now()))
    assert not waiting.may_be_pulled
    assert "Voit ottaa tikun irti" not in words(waiting)
    done = shown(data_pages.collecting_done(look, clock.now()))
    assert done.may_be_pulled
    assert "Voit ottaa tikun irti" in words(done)


def test_of_a_folder_nothing_is_said_that_is_true_of_a_stick_alone(look, shown, clock):
    waiting = shown(CollectingScreen(look, folder=True))
    assert "Jos se on tikulla, älä ota tikkua vielä irti." in words(waiting)
    done = words(shown(data_pages.collecting_folder(look, clock.now())))
    assert "Keruu on valmis" in done
    assert "Jos kansio on tikulla, voit ottaa tikun irti." in done
    assert "Voit ottaa" not in done
    assert "jäi tikulle" not in done


def test_a_written_stick_says_what_comes_next_and_nothing_against_it(look, shown, clock):
    page = shown(data_pages.stick_done(look, clock.now()))
    stick = page._seen
    assert "Paina siellä Liity työpajaan." in words(page)
    page.show_sticks(stick)  # looked at once more: the workshop on it is the one just written
    assert "Tikku on valmis. Voit ottaa sen irti." in words(page)
    assert "Tikulla on jo työpaja" not in words(page)
    page.show_sticks([])
    assert "Voit ottaa sen irti" not in words(page)
    assert "Tikku on valmis." in words(page)
    page.show_sticks(stick)
    assert "Tikku on valmis." not in words(page)
    assert "Tikulla on jo työpaja" in words(page)


def test_one_missing_number_is_said_in_the_singular():
    assert collect_words.missing([3]) == "Kone 3 puuttuu vielä."
    assert collect_words.missing([]) == ""
    assert sorted(MISSING) == [3, 7]
    assert len(NUMBERS) == 12


def test_a_laptop_that_was_passed_by_is_named_with_its_hour(clock):
    now = clock.now()
    assert collect_words.behind([]) == ""
    assert collect_words.behind([(2, now)]) == (
        "Koneen 2 tiedot ovat klo 9.00 ajalta. Käy koneella vielä tikun kanssa. "
        "Jos kävit jo, tarkista koneen kello."
    )
    several = collect_words.behind([(7, now + timedelta(minutes=5)), (2, now)])
    assert several.startswith("Koneiden 2 ja 7 tiedot ovat vanhempia, vanhimmat klo 9.00 ajalta.")
    assert several.endswith("Jos kävit jo, tarkista niiden kellot.")


def test_words_of_a_stranger_are_shown_before_it_is_believed(look, shown, clock, qtbot):
    page = shown(data_pages.export(look, clock.now()))
    assert "Oskari: kettu vene lumi talo" in words(page)
    with qtbot.waitSignal(page.sameRequested):
        find(page, "Sanat ovat samat, kettu vene lumi talo").click()
