"""The source files of the project, read once, for the tests that look at how they are written."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def docstring(self) -> str:
        return ast.get_docstring(self.tree) or ""

    def functions(self) -> Iterator[Function]:
        for node in ast.walk(self.tree):
            if isinstance(node, Function):
                yield node

    def code_lines(self, function: Function) -> int:
        """Lines of the body that hold code: no docstring, no comment, no empty line."""
        body = function.body[1:] if ast.get_docstring(function) else function.body
        if not body:
            return 0
        lines = self.text.splitlines()[body[0].lineno - 1 : function.end_lineno]
        return sum(bool(line.strip()) and not line.strip().startswith("#") for line in lines)


@cache
def sources(*folders: str) -> tuple[Source, ...]:
    """Every Python file under these folders of the project, in the order of the alphabet."""
    return tuple(
        Source(path, text := path.read_text(encoding="utf-8"), ast.parse(text, str(path)))
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
    )


@cache
def written_files() -> tuple[Path, ...]:
    """The files people write here: code, settings, pages and scripts, not what tools leave."""
    folders = ("digitutor_app", "packaging", "tests", "exercises", "resources", "docs", ".ci")
    inside = [path for folder in folders for path in sorted((ROOT / folder).rglob("*"))]
    texts = {".py", ".toml", ".md", ".sh", ".txt", ".po", ".cfg", ".ini", ""}
    return tuple(
        path
        for path in [*sorted(ROOT.glob("*")), *inside]
        if path.is_file() and path.suffix in texts and "__pycache__" not in path.parts
    )
