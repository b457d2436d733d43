"""A real print service of its own for the tests: Debian's CUPS with the printer of cups-pdf.

It has its own folder, socket and queues, and leaves nothing behind. It needs root, because the
printer of cups-pdf does. Where it cannot run, the tests are skipped loudly; on a build server
(``CI=true``) that is a failure.
"""

import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PROGRAMS = ("cupsd", "lpadmin", "lp", "lpstat", "cancel", "gs")
BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
#: Where cups-pdf looks for the settings of one printer; it can be told nowhere else.
SETTINGS = Path("/etc/cups")
QUEUE = "Luokka_2"
PATIENCE = 60

_CUPSD = """
LogLevel info
Listen {folder}/sock
Browsing Off
WebInterface No
DefaultAuthType None
PreserveJobHistory Yes
PageLogFormat %p %C
<Location />
Order allow,deny
Allow all
</Location>
<Location /admin>
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
_FILES = """
ServerRoot {folder}/root
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
DataDir /usr/share/cups
ServerBin /usr/lib/cups
DocumentRoot /usr/share/cups/doc-root
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
FileDevice Yes
SystemGroup root
ConfigFilePerm 0640
"""
_PRINTER = """
Out {folder}/printed
Log {folder}
Spool {folder}/pdf-spool
AnonDirName {folder}/printed
Label 1
"""


def why_not() -> str:
    """What a printer for the tests lacks here, "" when nothing."""
    if os.name == "nt" or os.geteuid() != 0:
        return "only root may start the printer of the tests"
    lacking = [name for name in PROGRAMS if not Path(_program(name)).exists()]
    lacking += [str(path) for path in (BACKEND, PPD) if not path.exists()]
    return f"no {', '.join(lacking)} on this machine" if lacking else ""


def need_printer() -> None:
    """Skip, or fail on a build server, where there can be no print service."""
    reason = why_not()
    if not reason:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"a build server must print: {reason}", pytrace=False)
    pytest.skip(reason)


class PrintService:
    """The running service with its printer QUEUE, whose papers arrive in the folder ``printed``."""

    def __init__(self, folder: Path) -> None:
        # A socket's name must be short, and the printer's own user must be able to come in.
        self.folder = folder
        self.printed = folder / "printed"
        self.address = str(folder / "sock")
        self.instance = f"digitutor-tests-{os.getpid()}"
        self._settings = SETTINGS / f"cups-pdf-{self.instance}.conf"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        for name in ("root", "spool", "cache", "state", "printed", "pdf-spool"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o755)
        self._settings.write_text(_PRINTER.format(folder=self.folder), "utf-8")
        conf, files = self.folder / "cupsd.conf", self.folder / "cups-files.conf"
        conf.write_text(_CUPSD.format(folder=self.folder), "utf-8")
        files.write_text(_FILES.format(folder=self.folder), "utf-8")
        self._process = subprocess.Popen(
            [_program("cupsd"), "-f", "-c", str(conf), "-s", str(files)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.until(self._answers)
        self.add(QUEUE)

    def _answers(self) -> bool:
        return self.run("lpstat", "-r", check=False).startswith("scheduler is running")

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(PATIENCE)
        self._settings.unlink(missing_ok=True)

    def add(self, queue: str) -> None:
        """Set up a printer; it accepts jobs and prints them."""
        device = f"cups-pdf:/{self.instance}"
        self.run("lpadmin", "-p", queue, "-E", "-v", device, "-P", str(PPD))

    def run(self, *command: str, check: bool = True) -> str:
        environment = {**os.environ, "CUPS_SERVER": self.address, "LC_ALL": "C.UTF-8"}
        program = _program(command[0])
        done = subprocess.run(
            [program, *command[1:]],
            env=environment,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=PATIENCE,
        )
        assert done.returncode == 0 or not check, done.stdout
        return done.stdout

    def papers(self, count: int) -> list[bytes]:
        """What has come out, in the order of the jobs; waits until there are so many."""
        self.until(lambda: len(self._finished()) >= count and not self._busy())
        return [path.read_bytes() for path in sorted(self._finished(), key=_job)]

    def clear(self) -> None:
        """Throw away what has come out and what waits; the queue is as it was at the beginning."""
        self.run("cancel", "-a", check=False)
        self.run("cupsenable", QUEUE)
        self.run("cupsaccept", QUEUE)
        self.until(lambda: not self._busy())
        for path in self._finished():
            path.unlink()

    def sheets(self) -> int:
        """How many sheets of paper the queue has counted since it was started."""
        lines = (self.folder / "page.log").read_text("utf-8").splitlines()
        return sum(int(line.split()[-1]) for line in lines)

    def until(self, arrived: Callable[[], bool]) -> None:
        """Wait for another program: it has no signal to wait for."""
        end = time.monotonic() + PATIENCE
        while not arrived():
            if time.monotonic() > end:
                log = (self.folder / "error.log").read_text("utf-8", "replace")
                pytest.fail(f"the print service does not answer:\n{log[-3000:]}", pytrace=False)
            threading.Event().wait(0.05)

    def _finished(self) -> list[Path]:
        return list(self.printed.glob("**/*.pdf"))

    def _busy(self) -> bool:
        return bool(self.run("lpstat", "-W", "not-completed", "-o").strip())


def running() -> Iterator[PrintService]:
    """Starts the service for a fixture, and stops it; skips where there can be none.

    Not in the folder of pytest, which only its owner may enter: the filters of CUPS run as "lp".
    """
    need_printer()
    folder = Path(tempfile.mkdtemp(prefix="cups-"))
    service = PrintService(folder)
    try:
        service.start()
        yield service
    finally:
        service.stop()
        shutil.rmtree(folder)


def _job(path: Path) -> int:
    return int(path.name.split("-")[0].removeprefix("job_"))


def _program(name: str) -> str:
    return shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin") or name
