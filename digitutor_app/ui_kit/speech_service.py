"""Asks whether the machine's speech service answers, so that no page ever waits for it.

On Linux Qt speaks through speech-dispatcher and waits for it without end, also for one that hangs
(no sound card, a broken set-up). So somebody asks first, beside the screen's thread.
"""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import Final

#: Seconds to wait for an answer, and for the service to start.
PATIENCE: Final = 2.0
START: Final = 3.0
_NAME: Final = "speech-dispatcher"
_TOLD: Final = "SPEECHD_ADDRESS"
#: SSIP, the service's protocol: every answer that is no error begins with a 2.
_QUESTION: Final = b"LIST OUTPUT_MODULES\r\n"


def speech_answers() -> bool:
    """Whether it is safe to ask Qt for voices; may take seven seconds. Never raises.

    Starts the service where nobody listens, unless SPEECHD_ADDRESS says that somebody else does.
    """
    if not sys.platform.startswith("linux"):
        return True
    told = os.environ.get(_TOLD, "").partition("unix_socket:")[2]
    place = Path(told) if told else _usual_place()
    answer = _ask(place)
    if answer is None and not told and _started():
        answer = _ask(place)
    return bool(answer)


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


def _ask(place: Path) -> bool | None:
    """What the service answers; False when it is silent, None when nobody listens."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(PATIENCE)
        try:
            line.connect(str(place))
        except OSError:
            return None
        try:
            line.sendall(_QUESTION)
            return line.recv(64).startswith(b"2")
        except OSError:
            return False
