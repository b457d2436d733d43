"""The set-up installs what is missing and nothing else, and ends in a sentence when it cannot."""

import importlib.util
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "setup" / "prepare.py"


def loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("prepare", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


prepare = loaded()


def machine(*, lacks: tuple[str, ...] = (), is_root: bool = True, sudo_is_free: bool = False):
    def has(name: str) -> bool:
        return name not in lacks

    return prepare.Machine(has, has, has, has, is_root, lambda: sudo_is_free)


def test_a_machine_with_everything_needs_nothing():
    assert prepare.missing_packages(machine(), for_tests=True) == []


@pytest.mark.parametrize(
    ("lacks", "package"),
    [
        ("ensurepip", "python3-venv"),
        ("venv", "python3-venv"),
        ("libGL.so.1", "libgl1"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ],
)
def test_one_missing_thing_is_one_package(lacks, package):
    for for_tests in (False, True):
        assert prepare.missing_packages(machine(lacks=(lacks,)), for_tests=for_tests) == [package]


def test_one_package_that_brings_two_libraries_is_named_once():
    lacks = ("libglib-2.0.so.0", "libgthread-2.0.so.0")
    assert prepare.missing_packages(machine(lacks=lacks), for_tests=False) == ["libglib2.0-0"]


def test_the_programs_of_the_journeys_are_for_tests_only():
    lacks = ("Xvfb", "xdotool", "openbox")
    assert prepare.missing_packages(machine(lacks=lacks), for_tests=False) == []
    found = prepare.missing_packages(machine(lacks=lacks), for_tests=True)
    assert found == ["xvfb", "xdotool", "openbox"]


def test_the_print_service_is_for_tests_only():
    lacks = ("/usr/sbin/cupsd", "/usr/bin/lp", "/usr/lib/cups/backend/cups-pdf")
    assert prepare.missing_packages(machine(lacks=lacks), for_tests=False) == []
    found = prepare.missing_packages(machine(lacks=lacks), for_tests=True)
    assert found == ["cups", "cups-client", "printer-driver-cups-pdf"]


def test_the_walk_of_a_screen_reader_is_for_tests_only():
    walk = "/usr/lib/python3/dist-packages/pyatspi/__init__.py"
    lacks = ("dbus-run-session", "/usr/libexec/at-spi-bus-launcher", walk)
    assert prepare.missing_packages(machine(lacks=lacks), for_tests=False) == []
    found = prepare.missing_packages(machine(lacks=lacks), for_tests=True)
    assert found == ["dbus-daemon", "at-spi2-core", "python3-pyatspi"]


def test_root_installs_by_itself():
    commands = prepare.install_commands(machine(), ["libgl1"])
    assert [command[:2] for command in commands] == [["apt-get", "update"], ["apt-get", "install"]]
    assert commands[-1][-1] == "libgl1"


def test_sudo_that_asks_nothing_installs_by_itself():
    commands = prepare.install_commands(machine(is_root=False, sudo_is_free=True), ["libgl1"])
    assert [command[:3] for command in commands] == [["sudo", "-n", "apt-get"]] * 2


@pytest.mark.parametrize(
    ("lacks", "line"),
    [
        ((), "sudo apt-get install -y --no-install-recommends libgl1 xvfb"),
        (("sudo",), "su -c 'apt-get install -y --no-install-recommends libgl1 xvfb'"),
    ],
)
def test_others_get_the_line_to_type(lacks, line):
    with pytest.raises(prepare.NotReadyError) as told:
        prepare.install_commands(machine(lacks=lacks, is_root=False), ["libgl1", "xvfb"])
    assert str(told.value).endswith(line)
    assert "\n" not in str(told.value)


def test_a_system_without_apt_gets_the_names():
    with pytest.raises(prepare.NotReadyError, match="libgl1"):
        prepare.install_commands(machine(lacks=("apt-get",)), ["libgl1"])


def test_the_environment_without_qt_lacks_qt_and_the_linters_only():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    everything = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    left_out = set(everything) - set(prepare.needs_without_qt(project))
    names = {prepare.package(need) for need in left_out}
    assert names == {"pyside6", "pytest-qt", "ruff", "mypy", "import-linter"}


@pytest.mark.parametrize(
    ("environment", "there_is"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_a_screen_is_needed_to_open_a_window(environment, there_is):
    assert prepare.has_screen(environment) is there_is


def test_without_a_screen_one_sentence_is_said():
    no_screen = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, SCRIPT, "run"], check=False, env=no_screen, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("There is no display")
    assert done.stderr.count("\n") == 1


def test_an_environment_is_made_once_and_again_when_the_project_changes(tmp_path, capsys):
    folder = tmp_path / "venv"
    # pip itself is there already: nothing is fetched.
    requirements = ["--no-index", "pip"]
    prepare.prepare_venv(folder, requirements, b"one")
    assert "venv" in capsys.readouterr().out
    assert prepare.answers(folder)

    prepare.prepare_venv(folder, requirements, b"one")
    assert capsys.readouterr().out == ""

    prepare.prepare_venv(folder, requirements, b"two")
    assert "venv" in capsys.readouterr().out

    prepare.python_of(folder).unlink()
    prepare.prepare_venv(folder, requirements, b"two")
    assert "venv" in capsys.readouterr().out
    assert prepare.answers(folder)


def test_without_a_network_one_sentence_is_said_and_the_next_try_starts_again(tmp_path):
    folder = tmp_path / "venv"
    for _ in range(2):
        with pytest.raises(prepare.NotReadyError, match="network") as told:
            prepare.prepare_venv(folder, ["--no-index", "a-library-of-digitutor"], b"one")
        assert "\n" not in str(told.value)
        assert "a-library-of-digitutor" in (folder / "setup.log").read_text(encoding="utf-8")
