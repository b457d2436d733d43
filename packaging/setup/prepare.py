"""Gets a fresh machine ready to run or to test the program: ``python3 prepare.py run|test``.

Standard library only: it starts on the system's own Python, before anything is installed. It is
longer because it must be one file, and most of it is the list of what is needed.
Says nothing when all is there; otherwise ends with one sentence a person can act on.
"""

import ctypes
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MAIN_VENV = ROOT / ".venv"
NO_QT_VENV = ROOT / ".venv-noqt"
STAMP = "ready-for"
# A security update of the same Python (which installing python3-venv may bring) changes nothing.
PYTHON_VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
QT_PARTS = frozenset({"pyside6", "pytest-qt"})
TOOLS_FOR_READING_CODE = frozenset({"import-linter", "mypy", "ruff"})

# What the windows of Qt need from the system, and the Debian package that brings it.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    # For reading aloud (QtTextToSpeech); it speaks where the machine has a voice.
    "libpulse.so.0": "libpulse0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# The journey tests drive a real window on a screen that nobody sees.
PROGRAMS_FOR_TESTS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "dbus-run-session": "dbus-daemon",
    # Certificates for the server of the tests.
    "openssl": "openssl",
}
# The tests print to a queue of their own. Not all of this is on the path of every user.
FILES_FOR_TESTS = {
    "/usr/sbin/cupsd": "cups",
    "/usr/bin/lp": "cups-client",
    "/usr/lib/cups/backend/cups-pdf": "printer-driver-cups-pdf",
    # And they walk the pages as a screen reader does, on the system's own Python.
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi/__init__.py": "python3-pyatspi",
}


class NotReadyError(Exception):
    """What is missing and what to do about it, in one sentence."""


@dataclass(frozen=True)
class Machine:
    """What we ask the machine, so that a test can describe another one."""

    has_module: Callable[[str], bool]
    has_library: Callable[[str], bool]
    has_program: Callable[[str], bool]
    has_file: Callable[[str], bool]
    is_root: bool
    sudo_asks_nothing: Callable[[], bool]


def missing_packages(machine: Machine, *, for_tests: bool) -> list[str]:
    """The Debian packages of all that is really missing; empty when everything is there."""
    missing = []
    if not (machine.has_module("venv") and machine.has_module("ensurepip")):
        missing.append("python3-venv")
    missing += [deb for name, deb in LIBRARIES.items() if not machine.has_library(name)]
    if for_tests:
        missing += [
            deb for name, deb in PROGRAMS_FOR_TESTS.items() if not machine.has_program(name)
        ]
        missing += [deb for path, deb in FILES_FOR_TESTS.items() if not machine.has_file(path)]
    return list(dict.fromkeys(missing))


def install_commands(machine: Machine, packages: Sequence[str]) -> list[list[str]]:
    """The commands that install the packages here without asking anybody anything.

    Raises NotReadyError with the line to type, when only a person can do it.
    """
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not machine.has_program("apt-get"):
        raise NotReadyError(
            f"Please install what these Debian packages bring: {' '.join(packages)}"
        )
    if machine.is_root:
        return [["apt-get", "update"], install]
    if machine.has_program("sudo") and machine.sudo_asks_nothing():
        return [["sudo", "-n", "apt-get", "update"], ["sudo", "-n", *install]]
    line = " ".join(install)
    asking = f"sudo {line}" if machine.has_program("sudo") else f"su -c '{line}'"
    raise NotReadyError(
        f"Some system packages are missing; type this line, then try again: {asking}"
    )


def prepare_system(machine: Machine, *, for_tests: bool) -> None:
    """Installs the missing system packages. Raises NotReadyError."""
    packages = missing_packages(machine, for_tests=for_tests)
    if not packages:
        return
    commands = install_commands(machine, packages)
    say(f"Installing system packages: {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in commands:
        done = subprocess.run(
            command,
            check=False,
            env=quiet,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        # The lists may be fresh enough without an update; the installation itself decides.
        if done.returncode and "install" in command:
            sys.stderr.write(done.stdout)
            raise NotReadyError(
                "The system packages could not be installed: look at the lines above,"
                f" or type this line yourself: {' '.join(command)}"
            )
    if still := missing_packages(machine, for_tests=for_tests):
        raise NotReadyError(f"These packages did not bring what is needed: {' '.join(still)}")


def needs_without_qt(project: Mapping[str, dict[str, list[str]] | list[str]]) -> list[str]:
    """The requirements of the project and its tests, without Qt and without the linters."""
    needed = project["dependencies"]
    for_development = project["optional-dependencies"]
    if not isinstance(needed, list) or not isinstance(for_development, dict):
        raise NotReadyError("The lists of dependencies in pyproject.toml cannot be read.")
    left_out = QT_PARTS | TOOLS_FOR_READING_CODE
    return [need for need in [*needed, *for_development["dev"]] if package(need) not in left_out]


def package(requirement: str) -> str:
    """``PySide6>=6.12`` -> ``pyside6``."""
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0].lower()


def stamp_text(folder: Path, requirements: Sequence[str], pyproject: bytes) -> str:
    """What a finished environment was made for: another place, Python or project needs it anew."""
    whole = [str(folder), PYTHON_VERSION, *requirements, hashlib.sha256(pyproject).hexdigest()]
    return "\n".join(whole)


def prepare_venv(folder: Path, requirements: Sequence[str], pyproject: bytes) -> None:
    """Makes or updates a virtual environment, unless its stamp says it is ready.

    Raises NotReadyError.
    """
    stamp = folder / STAMP
    wanted = stamp_text(folder, requirements, pyproject)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted and answers(folder):
        return
    say(f"Preparing {folder.name} (a few minutes the first time)")
    stamp.unlink(missing_ok=True)
    if not answers(folder):
        made = run([sys.executable, "-m", "venv", "--clear", str(folder)])
        if made.returncode:
            sys.stderr.write(made.stdout)
            raise NotReadyError(f"Python could not make the folder {folder.name}: see above.")
    fetched = run([str(python_of(folder)), "-m", "pip", *PIP_INSTALL, *requirements])
    if fetched.returncode:
        log = folder / "setup.log"
        log.write_text(fetched.stdout, encoding="utf-8")
        raise NotReadyError(
            "The libraries of the program could not be fetched; check that this machine is on the"
            f" network and try again (what pip said is in {folder.name}/{log.name})."
        )
    stamp.write_text(wanted, encoding="utf-8")


PIP_INSTALL = ["install", "--quiet", "--no-input", "--disable-pip-version-check"]


def python_of(folder: Path) -> Path:
    return folder / "bin" / "python"


def answers(folder: Path) -> bool:
    """Whether the environment's Python starts, is of our version and has pip.

    It may not: a moved folder, a new system Python, a set-up that was interrupted.
    """
    if not python_of(folder).exists():
        return False
    ask = "import sys, pip; print(sys.prefix, '%d.%d' % sys.version_info[:2])"
    answer = run([str(python_of(folder)), "-c", ask])
    return answer.returncode == 0 and answer.stdout.strip() == f"{folder} {PYTHON_VERSION}"


def run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
    )


def this_machine() -> Machine:
    return Machine(
        has_module=can_import,
        has_library=can_load,
        has_program=lambda name: shutil.which(name) is not None,
        has_file=lambda path: Path(path).exists(),
        is_root=sys.platform != "win32" and os.geteuid() == 0,
        sudo_asks_nothing=lambda: run(["sudo", "-n", "true"]).returncode == 0,
    )


def can_import(module: str) -> bool:
    # In a process of its own: it must see what was installed a moment ago.
    return run([sys.executable, "-c", f"import {module}"]).returncode == 0


def can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_screen(environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown: on X, on Wayland, or on the screen Qt was told to use."""
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def prepare(purpose: str) -> None:
    """Prepares for ``run`` or ``test``. Raises NotReadyError."""
    if sys.version_info < (3, 11):  # noqa: UP036 (the system's own Python may be older)
        raise NotReadyError("Digitutor needs Python 3.11 or newer.")
    if os.name == "nt":
        raise NotReadyError("On Windows type the three PowerShell lines of the README instead.")
    if purpose == "run" and not has_screen(os.environ):
        raise NotReadyError(
            "There is no display to open the window on:"
            " start a graphical session (or set DISPLAY) and try again."
        )
    prepare_system(this_machine(), for_tests=purpose == "test")
    pyproject = (ROOT / "pyproject.toml").read_bytes()
    prepare_venv(MAIN_VENV, ["--editable", ".[dev]"], pyproject)
    if purpose == "test":
        import tomllib  # Here, so that an older Python still gets to say that it is too old.

        project = tomllib.loads(pyproject.decode())["project"]
        prepare_venv(NO_QT_VENV, needs_without_qt(project), pyproject)


def main(arguments: Sequence[str]) -> int:
    if list(arguments) not in (["run"], ["test"]):
        say("usage: prepare.py run|test")
        return 2
    try:
        prepare(arguments[0])
    except NotReadyError as sentence:
        sys.stderr.write(f"{sentence}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("Stopped before the set-up was finished; the same command continues.\n")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
