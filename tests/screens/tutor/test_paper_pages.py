"""The progress sheet and the code cards: seen, printed, saved."""

import pytest
from PySide6.QtCore import Qt

from digitutor_app.domain.codes import read_code
from digitutor_app.screens.tutor.code_cards import CodeCardsScreen
from digitutor_app.screens.tutor.papers import PapersScreen
from digitutor_app.screens.tutor.progress_sheet import ProgressSheetScreen
from digitutor_app.services.print_jobs import PrinterRefusesError
from tests.finding import find, said
from tests.looks import cut_off, settle, small_targets
from tests.screens.tutor import facts
from tests.screens.tutor.papers import pages, preview, the_printer, words


@pytest.fixture
def target(tmp_path):
    return tmp_path / "paperi.pdf"


@pytest.fixture
def opened(look, context, tutor, shown, target, qtbot):
    """Opens a page of paper by its class."""

    def make(kind, *more, size=(1366, 768), scale=1.0):
        screen = kind(
            look,
            context,
            tutor,
            *more,
            choose_file=lambda _parent, _name: target,
            choose_printer=the_printer,
        )
        shown(screen, *size, scale)
        # Not the signal: a busy machine has drawn the page before anybody waits for it.
        qtbot.waitUntil(lambda: preview(screen) != "", timeout=20_000)
        settle(screen)
        return screen

    return make


def press(screen, qtbot, name):
    qtbot.mouseClick(find(screen, name), Qt.MouseButton.LeftButton)


def test_the_sheet_has_code_and_skills_but_no_name(opened, aino, qtbot):
    text = preview(opened(ProgressSheetScreen, aino.id))
    assert "sininen-kettu-27" in text
    assert "Kansion ja tiedoston avaaminen" in text
    assert "onnistui ohjatusti" in text
    assert "Seuraavaksi voit harjoitella" in text
    assert "Aino" not in text


@pytest.mark.parametrize("name", ["Tulosta", "Tallenna PDF"])
def test_afterwards_the_keyboard_is_on_the_button_that_was_pressed(opened, aino, qtbot, name):
    """While it works the buttons are off, and Qt passes the keyboard on to what stands below."""
    screen = opened(ProgressSheetScreen, aino.id)
    button = find(screen, name)
    button.setFocus()
    done = screen.printed if name == "Tulosta" else screen.saved
    with qtbot.waitSignal(done, timeout=20_000):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert screen.window().focusWidget() is button


def test_the_sheet_is_printed_and_saved(opened, aino, printer, target, qtbot):
    screen = opened(ProgressSheetScreen, aino.id)
    with qtbot.waitSignal(screen.printed, timeout=20_000):
        press(screen, qtbot, "Tulosta")
    assert "Paperi on tulostettu." in said(screen)
    with qtbot.waitSignal(screen.saved):
        press(screen, qtbot, "Tallenna PDF")
    assert [target.read_bytes()] == printer.papers
    assert "Omat digitaitoni" in words(printer.papers[0])


def test_a_refusing_printer_leaves_the_pdf(opened, aino, printer, target, qtbot):
    printer.error = PrinterRefusesError("no")
    screen = opened(ProgressSheetScreen, aino.id)
    press(screen, qtbot, "Tulosta")
    qtbot.waitUntil(lambda: "Tulostin ei ota papereita vastaan." in said(screen))
    with qtbot.waitSignal(screen.saved):
        press(screen, qtbot, "Tallenna PDF")
    assert pages(target.read_bytes()) == 1


def test_a_long_sheet_is_turned_page_by_page(opened, context, aino, clock, qtbot):
    for exercise in context.catalogue.sound_ids("fi"):
        facts.succeed(context, aino, exercise, clock.now())
    screen = opened(ProgressSheetScreen, aino.id)
    first = preview(screen)
    assert "Sivu 1 / 2" in said(screen)
    assert not find(screen, "Edellinen sivu").isEnabled()
    press(screen, qtbot, "Seuraava sivu")
    assert preview(screen) != first
    assert "Sivu 2 / 2" in preview(screen)
    assert not find(screen, "Seuraava sivu").isEnabled()
    press(screen, qtbot, "Edellinen sivu")
    assert preview(screen) == first


def test_ten_fresh_codes_and_what_is_seen_is_what_is_printed(opened, printer, qtbot):
    screen = opened(CodeCardsScreen)
    with qtbot.waitSignal(screen.printed, timeout=20_000):
        press(screen, qtbot, "Tulosta")
    seen = preview(screen)
    assert words(printer.papers[0]).replace("- ", "-") == seen
    parts = seen.split("Pidä kortti tallessa.")[:-1]
    codes = {read_code(part.split()[-1]) for part in parts}
    assert len(codes) == 10
    assert None not in codes


def test_more_pages_of_cards(opened, printer, qtbot):
    screen = opened(CodeCardsScreen)
    with qtbot.waitSignal(screen.previewChanged):
        press(screen, qtbot, "30 uutta korttia")
    with qtbot.waitSignal(screen.printed, timeout=20_000):
        press(screen, qtbot, "Tulosta")
    assert pages(printer.papers[0]) == 3


def test_cards_for_those_of_today(opened, aino, qtbot):
    screen = opened(CodeCardsScreen)
    with qtbot.waitSignal(screen.previewChanged):
        press(screen, qtbot, "Kortit niille, jotka ovat olleet tänään tällä koneella")
    assert "1 kortti." in said(screen)
    assert "sininen-kettu-27" in preview(screen)
    assert "Aino" not in preview(screen)


def test_no_codes_today(opened, qtbot):
    screen = opened(CodeCardsScreen)
    press(screen, qtbot, "Kortit niille, jotka ovat olleet tänään tällä koneella")
    assert "Kukaan ei ole vielä ottanut koodia tänään" in said(screen)
    assert "Tulosta" not in said(screen)


def test_the_cards_of_the_papers_page_lead_on(look, shown, qtbot):
    screen = shown(PapersScreen(look))
    for name, signal in (
        ("Todistukset", screen.certificatesRequested),
        ("Koodikortit", screen.codeCardsRequested),
        ("Papereiden ulkoasu", screen.letterheadRequested),
    ):
        [label] = [line for line in said(screen).splitlines() if line.startswith(f"{name}, ")]
        with qtbot.waitSignal(signal):
            press(screen, qtbot, label)


@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("kind", [ProgressSheetScreen, CodeCardsScreen])
def test_nothing_is_cut(opened, aino, kind, size, scale):
    more = (aino.id,) if kind is ProgressSheetScreen else ()
    screen = opened(kind, *more, size=size, scale=scale)
    assert cut_off(screen) == []
    assert small_targets(screen) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_on_the_papers_page(look, shown, scale):
    screen = shown(PapersScreen(look), 1093, 614, scale)
    assert cut_off(screen) == []
    assert small_targets(screen) == []
