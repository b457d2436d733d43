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
#: SSIP, the service's protocol: every answer that is no error begins with a 2.
_QUESTION: Final = b"LIST OUTPUT_MODULES\r\n"


def speech_answers() -> bool:
    """Whether it is safe to ask Qt for voices; may take five seconds. Never raises."""
    if not sys.platform.startswith("linux"):
        return True
    place = _socket_place() or (_started() and _socket_place())
    return bool(place) and _answers(str(place))


def _socket_place() -> Path | None:
    told = os.environ.get("SPEECHD_ADDRESS", "").partition("unix_socket:")[2]
    run = os.environ.get("XDG_RUNTIME_DIR", "")
    own = Path(run) / _NAME if run else Path.home() / ".cache" / _NAME
    place = Path(told) if told else own / "speechd.sock"
    return place if place.is_socket() else None


def _started() -> bool:
    """Start the service as its own library would; False when it is not installed."""
    program = shutil.which(_NAME)
    if program is None:
        return False
    try:
        quiet = subprocess.DEVNULL
        subprocess.run([program, "--spawn"], timeout=START, stdout=quiet, stderr=quiet, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return True


def _answers(place: str) -> bool:
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(PATIENCE)
            line.connect(place)
            line.sendall(_QUESTION)
            return line.recv(64).startswith(b"2")
    except OSError:
        return False
