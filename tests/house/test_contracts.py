"""Each import contract of the project notices a deliberate breach; the house keeps them all."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = {
    contract["id"]: contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
}
# What a breach imports must exist; the floors that are not built yet stand in the copy as a shell.
SHELL = (
    *("app", "screens", "screens/learner", "screens/tutor", "dialogs", "rooms", "room_kit"),
    *("ui_kit", "services", "exchange", "store", "engine", "content", "printing", "practice"),
    *("trust", "i18n", "domain", "rooms/one", "rooms/two"),
)


@dataclass(frozen=True)
class Breach:
    """A module of the package gets these lines; ``also`` are harmless modules it needs."""

    contract: str
    module: str
    line: str
    also: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return f"{self.contract}: {self.module}: {self.line.splitlines()[-1].strip()}"


def imports(module: str) -> str:
    return f"import digitutor_app.{module}\n"


BREACHES = (
    Breach("floors", "domain.breach", imports("i18n")),
    Breach("floors", "i18n.breach", imports("practice")),
    Breach("floors", "practice.breach", imports("trust")),
    Breach("floors", "trust.breach", imports("practice")),
    Breach("floors", "trust.breach", imports("store")),
    Breach("floors", "store.breach", imports("engine")),
    Breach("floors", "engine.breach", imports("content")),
    Breach("floors", "content.breach", imports("printing")),
    Breach("floors", "printing.breach", imports("store")),
    Breach("floors", "content.breach", imports("exchange")),
    Breach("floors", "exchange.breach", imports("services")),
    Breach("floors", "services.breach", imports("ui_kit")),
    Breach("floors", "ui_kit.breach", imports("room_kit")),
    Breach("floors", "room_kit.breach", imports("rooms.one")),
    Breach("floors", "rooms.one.breach", imports("dialogs")),
    Breach("floors", "dialogs.breach", imports("screens.learner")),
    Breach("floors", "screens.learner.breach", imports("app")),
    Breach("floors", "domain.breach", f"def later():\n    {imports('engine')}"),
    Breach(
        "floors",
        "domain.breach",
        f"from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    {imports('engine')}",
    ),
    Breach("floors", "cellar.breach", imports("domain")),
    Breach(
        "no-circles",
        "engine.breach",
        imports("engine.other"),
        also=(("engine.other", imports("engine.breach")),),
    ),
    Breach("rooms-apart", "rooms.one.breach", imports("rooms.two")),
    Breach(
        "screens-apart",
        "screens.learner.breach",
        imports("screens.learner.other"),
        also=(("screens.learner.other", ""),),
    ),
    Breach(
        "screens-apart",
        "screens.learner.breach",
        imports("screens.tutor.other"),
        also=(("screens.tutor.other", ""),),
    ),
    Breach("learner-tutor-apart", "screens.tutor.breach", imports("screens.learner")),
    Breach("rooms-are-pretend", "rooms.one.breach", imports("store")),
    Breach("rooms-are-pretend", "rooms.one.breach", imports("exchange")),
    Breach("rooms-are-pretend", "rooms.one.breach", imports("printing")),
    Breach(
        "rooms-are-pretend",
        "rooms.one.breach",
        imports("services.bridge"),
        also=(("services.bridge", imports("store")),),
    ),
    *(
        Breach("ui-kit-innocent", "ui_kit.breach", imports(floor))
        for floor in ("services", "exchange", "store", "engine", "content", "printing")
    ),
    Breach("ui-kit-innocent", "ui_kit.breach", imports("practice")),
    Breach("ui-kit-innocent", "ui_kit.breach", imports("trust")),
    *(
        Breach("context-for-screens", f"{floor}.breach", imports("services.context"))
        for floor in ("dialogs", "rooms.one", "room_kit", "ui_kit", "engine")
    ),
    *(
        Breach("qt-upstairs", f"{floor}.breach", "from PySide6.QtCore import QObject\n")
        for floor in ("services", "exchange", "store", "engine", "content", "printing")
    ),
    Breach("qt-upstairs", "practice.breach", "import PySide6\n"),
    Breach("qt-upstairs", "trust.breach", "def later():\n    import PySide6.QtCore\n"),
    Breach(
        "qt-upstairs",
        "domain.breach",
        "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from PySide6 import QtGui\n",
    ),
    Breach("qt-upstairs", "rooms.breach", "import PySide6\n"),
    Breach("room-states-without-qt", "rooms.one.state", "import PySide6.QtCore\n"),
    Breach("room-states-without-qt", "rooms.one.info", "import PySide6.QtCore\n"),
    Breach(
        "room-states-without-qt",
        "rooms.one.state",
        imports("rooms.one.drawn"),
        also=(("rooms.one.drawn", "import PySide6.QtGui\n"),),
    ),
    Breach("database-in-store", "services.breach", "import sqlcipher3\n"),
    Breach("database-in-store", "exchange.breach", "import sqlite_utils\n"),
    Breach("database-in-store", "store.breach", "import sqlite3\n"),
    Breach("paper-in-printing", "services.breach", "from reportlab.pdfgen import canvas\n"),
    Breach("paper-in-printing", "screens.tutor.breach", "import reportlab\n"),
    Breach("keys-in-trust", "services.breach", "from nacl.public import SealedBox\n"),
    Breach("keys-in-trust", "store.breach", "import pyrage\n"),
    Breach("server-in-exchange", "store.breach", "import psycopg\n"),
)

ALLOWED = (
    ("app.breach", f"import PySide6.QtWidgets\n{imports('services.context')}"),
    ("screens.tutor.breach", f"import PySide6.QtWidgets\n{imports('services.context')}"),
    ("dialogs.breach", "import PySide6.QtWidgets\n"),
    ("rooms.one.breach", f"import PySide6.QtWidgets\n{imports('rooms.one.state')}"),
    ("rooms.one.state", imports("practice")),
    ("room_kit.breach", "import PySide6.QtWidgets\n"),
    ("ui_kit.breach", "import PySide6.QtWidgets\n"),
    ("exchange.breach", "import nacl.public\nimport pyrage\nimport psycopg\n"),
    ("store.breach", "import sqlcipher3\nimport sqlite_utils\n"),
    ("printing.breach", "import reportlab\n"),
    ("trust.breach", "import nacl.signing\nimport pyrage\n"),
)


def test_every_contract_is_tried() -> None:
    assert {breach.contract for breach in BREACHES} == set(CONTRACTS)


def test_the_untouched_house_keeps_every_contract(tmp_path: Path) -> None:
    copy_of_the_house(tmp_path)
    assert verdicts(tmp_path) == dict.fromkeys(CONTRACTS.values(), "KEPT")


def test_what_is_allowed_breaks_nothing(tmp_path: Path) -> None:
    package = copy_of_the_house(tmp_path)
    for module, lines in ALLOWED:
        write(package, module, lines)
    assert verdicts(tmp_path) == dict.fromkeys(CONTRACTS.values(), "KEPT")


@pytest.mark.parametrize("breach", BREACHES, ids=str)
def test_a_breach_is_noticed(breach: Breach, tmp_path: Path) -> None:
    package = copy_of_the_house(tmp_path)
    for module, lines in breach.also:
        write(package, module, lines)
    write(package, breach.module, breach.line)
    assert verdicts(tmp_path)[CONTRACTS[breach.contract]] == "BROKEN"


def copy_of_the_house(folder: Path) -> Path:
    package = folder / "digitutor_app"
    shutil.copytree(
        ROOT / "digitutor_app", package, ignore=lambda _, names: set(names) & {"__pycache__"}
    )
    shutil.copy(ROOT / "pyproject.toml", folder)
    for floor in SHELL:
        write(package, f"{floor.replace('/', '.')}.__init__", "")
    write(package, "services.context", "")
    write(package, "rooms.one.state", "")
    return package


def write(package: Path, module: str, lines: str) -> None:
    """Adds the lines to the module, which is made with its packages when it is not there."""
    file = package.joinpath(*module.split(".")).with_suffix(".py")
    file.parent.mkdir(parents=True, exist_ok=True)
    for folder in file.relative_to(package).parents:
        (package / folder / "__init__.py").touch()
    with file.open("a", encoding="utf-8") as opened:
        opened.write(f"\n{lines}")


def verdicts(folder: Path) -> dict[str, str]:
    """Name of each contract -> KEPT or BROKEN."""
    told = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"],
        check=False,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
    )
    found = re.findall(r"^(.+) (KEPT|BROKEN)\b", told.stdout, re.MULTILINE)
    assert len(found) == len(CONTRACTS), told.stdout + told.stderr
    return dict(found)
