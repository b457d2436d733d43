"""Reads the pages of the project: their fenced blocks, links, tables and commands."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
RECIPES = ("add-an-exercise", "add-a-room", "add-a-sheet", "add-a-language")

_FENCE = re.compile(r"^```(\w*) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_IMAGE = re.compile(r"<img [^>]*src=\"([^\"]+)\"")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True)
class Block:
    """One fenced block: its language, what stands behind that (the file's name), its lines."""

    language: str
    name: str
    text: str


@dataclass(frozen=True)
class Page:
    """One page in Markdown."""

    path: Path

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def prose(self) -> str:
        """The page without its fenced blocks."""
        return _FENCE.sub("", self.text)

    def blocks(self) -> list[Block]:
        return [Block(*found.groups()) for found in _FENCE.finditer(self.text)]

    def links(self) -> list[str]:
        return [*_LINK.findall(self.prose), *_IMAGE.findall(self.prose)]

    def anchors(self) -> set[str]:
        """What links may name behind "#", as the usual readers of Markdown make it."""
        return {anchor(heading) for heading in _HEADING.findall(self.prose)}

    def section(self, heading: str) -> str:
        """The text below a heading, up to the next heading of any level."""
        found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#+ |\Z)", self.prose, re.M | re.S)
        assert found is not None, f"{self.path.name} has no part called {heading!r}"
        return found[1]

    def rows(self, heading: str) -> dict[str, str]:
        """The tables below a heading: what the first cell has in backticks, and the other cells."""
        rows = {}
        for line in self.section(heading).splitlines():
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            named = _CODE.findall(cells[0])
            if line.startswith("|") and named:
                rows.update(dict.fromkeys(named, " | ".join(cells[1:])))
        return rows

    def code(self) -> list[str]:
        """What stands in backticks within the text."""
        return _CODE.findall(self.prose)


def anchor(heading: str) -> str:
    words = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return words.replace(" ", "-")


def in_backticks(text: str) -> list[str]:
    return _CODE.findall(text)


def all_pages() -> list[Page]:
    """The pages for people: those at the top, and everything in docs."""
    paths = [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]
    return [Page(path) for path in paths]


def page(name: str) -> Page:
    """A page of docs by its name there: "developer/data.md"."""
    return Page(DOCS / name)
