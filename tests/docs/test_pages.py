"""What the pages for people promise is there: links, pictures, commands, words on the screen."""

import ast
import re
import subprocess
import sys
from urllib.parse import unquote

import pytest

from tests.docs.pages import DOCS, RECIPES, ROOT, Page, all_pages, page

LARGEST_PICTURE = 150_000
SAYING = ("_", "N_", "ngettext")
PAGES = {p.path.relative_to(ROOT).as_posix(): p for p in all_pages()}
# Places where packages are fetched from: a page that names one ties people to it.
REGISTRIES = re.compile(
    r"\b(?:pypi|pythonhosted|npmjs|crates|conda|anaconda|debian)\.\w{2,3}\b", re.I
)
MACHINE = re.compile(r"(?<![\w.:/\\~-])/(?:work|tmp|root|home/\w+|srv|opt|usr|mnt)/|\b[A-Z]:\\")
COMMAND = re.compile(r"(?:^|[ /\\])(make|digitutor)((?: [\w<>.-]+)+)")


@pytest.fixture(scope="module")
def help_text():
    whole = told()
    return whole + "".join(told(word) for word in subcommands_in(whole))


def told(*words):
    command = [sys.executable, "-m", "digitutor_app", *words, "--help"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def subcommands_in(help_text):
    return re.findall(r"\{([\w,-]+)\}\s+\.\.\.", help_text)[0].split(",")


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name):
    here = PAGES[name]
    lost = []
    for link in here.links():
        if link.startswith(("https:", "http:", "mailto:")):
            continue
        path, _, anchor = unquote(link).partition("#")
        there = (here.path.parent / path).resolve() if path else here.path
        found = there.is_relative_to(ROOT) and there.exists()
        if not found or (anchor and anchor not in Page(there).anchors()):
            lost.append(link)
    assert lost == []


@pytest.mark.parametrize("name", PAGES)
def test_files_that_are_named_are_there(name):
    """Paths in backticks that begin at the project's folder, recipes' own files aside."""
    made = {b.name for recipe in RECIPES for b in page(f"developer/{recipe}.md").blocks()}
    begins = ("digitutor_app/", "docs/", "exercises/", "resources/", "tests/", "packaging/")
    paths = [c for c in PAGES[name].code() if c.startswith(begins) and not re.search(r"[<*…]", c)]
    lost = [p for p in paths if not (ROOT / p).exists() and not any(m.startswith(p) for m in made)]
    assert lost == []


@pytest.mark.parametrize("name", PAGES)
def test_commands_exist(name, help_text):
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    options = set(re.findall(r"(?<!\w)--?[\w-]+", help_text))
    subcommands = subcommands_in(help_text)
    lost = []
    for program, words in commands(PAGES[name]):
        if program == "make":
            lost += [word for word in words if word not in targets]
            continue
        value_follows = False
        for word in words:
            if word.startswith("-"):
                lost += [] if word in options else [word]
            elif not value_follows and word not in subcommands:
                lost.append(word)
            value_follows = word in ("--data", "check-exercise", "demo", "shots")
    assert lost == []


def commands(shown):
    """Each command line of a page: the program, and the words behind it."""
    code = [line for line in shown.prose.splitlines() if line.startswith("    ")]
    blocks = [line for b in shown.blocks() if b.language == "sh" for line in b.text.splitlines()]
    for line in [*shown.code(), *code, *blocks]:
        for program, words in COMMAND.findall(line):
            yield program, words.split()


def test_the_readme_names_the_two_commands():
    assert {("make", "run"), ("make", "test")} <= {
        (program, *words) for program, words in commands(PAGES["README.md"])
    }
    assert ("digitutor", ["self-check"]) in commands(PAGES["README.md"])


@pytest.mark.parametrize("name", PAGES)
def test_no_registry_and_no_path_of_a_machine(name):
    assert REGISTRIES.findall(PAGES[name].text) == []
    assert MACHINE.findall(PAGES[name].text) == []


def test_those_patterns_catch_what_they_should():
    assert REGISTRIES.search("https://py" + "pi.org/simple")
    assert not REGISTRIES.search("On Debian 12. Then")
    assert MACHINE.search("in /" + "usr/lib")
    assert not MACHINE.search("docs/usr/x .venv/bin/python")


def screen_words():
    """Every text that the program may show, as it stands in the code."""
    for source in (ROOT / "digitutor_app").rglob("*.py"):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SAYING:
                yield from (a.value for a in node.args if isinstance(a, ast.Constant))


def test_bold_words_of_the_tutors_page_are_on_the_screen():
    bold = re.findall(r"\*\*([^*]+)\*\*", page("tutor.md").text)
    assert len(bold) > 10
    assert sorted(set(bold) - set(screen_words())) == []


def test_the_privacy_notice_is_that_of_the_program():
    quoted = re.findall(r"^> (.+)$", page("organiser.md").text, re.MULTILINE)
    assert len(quoted) == 2
    assert set(quoted) <= set(screen_words())


def test_the_change_log_counts_the_exercises():
    modules = ("mouse", "kbd", "files")
    count = {m: len(list((ROOT / "exercises" / m).glob("*/exercise.toml"))) for m in modules}
    everywhere = list((ROOT / "exercises").glob("*/*/exercise.toml"))
    assert sum(count.values()) == len(everywhere)
    told = PAGES["CHANGELOG.md"].text
    assert f"* {len(everywhere)} exercises: {count['mouse']} about the mouse" in told
    assert f"{count['kbd']} about the keyboard" in told
    assert f"and {count['files']} about files and folders" in told


def test_the_version_is_in_the_change_log():
    from digitutor_app import __version__

    assert f"## {__version__}" in PAGES["CHANGELOG.md"].text


def test_pictures_are_small_and_all_are_shown():
    shown = {link for p in PAGES.values() for link in p.links() if link.endswith(".png")}
    pictures = sorted((DOCS / "pictures").glob("*.png"))
    assert {path.name for path in pictures} == {link.rpartition("/")[2] for link in shown}
    assert [p.name for p in pictures if p.stat().st_size > LARGEST_PICTURE] == []


def test_the_pictures_can_be_taken_anew(tmp_path, demo):
    """From the real program; whether they are still the same, people look themselves."""
    take = [sys.executable, str(DOCS / "pictures" / "take.py"), str(tmp_path), str(demo)]
    subprocess.run(take, check=True, cwd=ROOT, capture_output=True, timeout=300)
    kept = {path.name for path in (DOCS / "pictures").glob("*.png")}
    assert {path.name for path in tmp_path.iterdir()} == kept


def test_every_recipe_is_followed():
    assert {path.stem for path in DOCS.glob("developer/add-*.md")} == set(RECIPES)
