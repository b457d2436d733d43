"""Asks which languages the machine's speech service speaks, so that no page ever waits for it.

On Linux Qt speaks through speech-dispatcher and waits for it without end, also for one that hangs
(no sound card, a broken set-up); and it takes seconds to learn hundreds of voices. So somebody
asks first, beside the screen's thread.
"""

import os
import platform
import shutil
import socket
import subprocess
from itertools import takewhile
from pathlib import Path
from typing import Final

#: Seconds to wait for an answer, and for the service to start.
PATIENCE: Final = 2.0
START: Final = 3.0
_NAME: Final = "speech-dispatcher"
_TOLD: Final = "SPEECHD_ADDRESS"
#: SSIP, the service's protocol: lines "249-name<tab>language<tab>variant", and one "249 " to end.
_QUESTION: Final = b"LIST SYNTHESIS_VOICES\r\n"
_MORE: Final = "249-"


def speech_languages() -> frozenset[str] | None:
    """The languages (ISO 639-1) that the service speaks, none when it does not answer.

    None where only Qt knows (not on Linux). May take some seconds; never raises. Starts the service
    where nobody listens, unless SPEECHD_ADDRESS says that somebody else does.
    """
    # Asked of the running machine: a type checker would take sys.platform for its own.
    if platform.system() != "Linux":
        return None
    told = os.environ.get(_TOLD, "").partition("unix_socket:")[2]
    place = Path(told) if told else _usual_place()
    answer = _ask(place)
    if answer is None and not told and _started():
        answer = _ask(place)
    return frozenset() if answer is None else _languages(answer)


def _usual_place() -> Path:
    run = os.environ.get("XDG_RUNTIME_DIR", "")
    return (Path(run) if run else Path.home() / ".cache") / _NAME / "speechd.sock"


def _started() -> bool:
    """Start the service as its own library would; False when it is not installed."""
    program = shutil.which(_NAME)
    if program is None:
        return False
    quiet = subprocess.DEVNULL
    try:
        subprocess.run([program, "--spawn"], timeout=START, stdout=quiet, stderr=quiet, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return True


def _languages(answer: str) -> frozenset[str]:
    voices = (line.split("\t") for line in answer.splitlines() if line.startswith(_MORE))
    return frozenset(voice[1].split("-")[0].lower() for voice in voices if len(voice) > 1)


def _ask(place: Path) -> str | None:
    """What the service answers; "" when it falls silent, None when nobody listens."""
    with socket.socket(getattr(socket, "AF_UNIX")) as line:  # noqa: B009 - Windows has none
        line.settimeout(PATIENCE)
        try:
            line.connect(str(place))
        except OSError:
            return None
        try:
            line.sendall(_QUESTION)
            with line.makefile(encoding="utf-8", errors="replace") as answer:
                lines = list(takewhile(_goes_on, answer))
        except OSError:
            return ""
    return "".join(lines)


def _goes_on(line: str) -> bool:
    return line.startswith(_MORE)
