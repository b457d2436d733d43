"""A pretend language (qps) in a temporary folder, and Finnish again after each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from digitutor_app import i18n

TEXTS = {
    "Hei, {name}": "[Ħëëïï, {name}]",
    "ti": "[tï]",
    "{hour}.{minute:02}": "{hour}:{minute:02}",
    "{whole},{part}": "{whole}.{part}",
    "{list} ja {last}": "{list} [&] {last}",
}
COUNTED = {("{hours} tunti", "{hours} tuntia"): ("[{hours} ħöür]", "[{hours} ħöürs]")}


@pytest.fixture(autouse=True)
def _finnish_again() -> Iterator[None]:
    yield
    i18n.use("fi")


@pytest.fixture
def pretend(tmp_path: Path) -> Path:
    """A folder like resources/languages: fi, qps (ready) and half (not ready)."""
    _language(tmp_path, "fi", "Suomi", ready=True)
    _language(tmp_path, "qps", "[Pšëüdö]", ready=True)
    _language(tmp_path, "half", "[Hälf]", ready=False)
    for code in ("qps", "half"):
        catalogue = Catalog(locale="en", charset="utf-8")
        for finnish, text in TEXTS.items():
            catalogue.add(finnish, text)
        for pair, texts in COUNTED.items():
            catalogue.add(pair, texts)
        with (tmp_path / code / "digitutor.mo").open("wb") as file:
            write_mo(file, catalogue)
    return tmp_path


def _language(folder: Path, code: str, name: str, *, ready: bool) -> None:
    (folder / code).mkdir()
    text = f'name = "{name}"\nready = {str(ready).lower()}\n'
    (folder / code / "language.toml").write_text(text, encoding="utf-8")
