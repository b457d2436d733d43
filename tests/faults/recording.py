"""The recorder as a library, the process that writers are forked from, and what they leave."""

import contextlib
import ctypes
import hashlib
import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = Path(__file__).with_name("recorder.c")
HEAD = struct.Struct("<cIQI")
ACKS = "acks"


def missing():
    """Why nothing can be recorded here, "" when it can."""
    if not sys.platform.startswith("linux"):
        return "changes to files are recorded on Linux only"
    return "" if shutil.which("cc") else "there is no C compiler (cc) to build the recorder"


def library():
    """The recorder, built once for each text of its source."""
    name = f"digitutor-recorder-{hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:16]}.so"
    built = Path(tempfile.gettempdir()) / name
    if not built.exists():
        draft = built.with_name(f"{name}.{os.getpid()}")
        options = ["-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]
        subprocess.run(["cc", *options, "-o", draft, SOURCE, "-ldl"], check=True)
        draft.replace(built)
    return built


@dataclass(frozen=True)
class Fault:
    """Which change fails: the n-th (0 for none), with which error; ``on``: and all after it;
    ``cut``: a write that fails writes its half first."""

    at: int = 0
    error: int = 0
    on: bool = False
    cut: bool = False


class Nursery:
    """A process with everything loaded, from which writers are forked under the recorder."""

    def __init__(self):
        env = {**os.environ, "LD_PRELOAD": str(library())}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.writers"],
            cwd=ROOT,
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def write(self, folder, trace="", fault=Fault(), **story):
        """Let a writer live to its end in this folder; returns what it told at the end."""
        said = {"folder": str(folder), "trace": str(trace), **fault.__dict__, **story}
        self._process.stdin.write(json.dumps(said) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self):
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


def begin(folder, trace, fault):
    """In a writer: from here on everything in the folder is recorded."""
    recorder = ctypes.CDLL(None)
    recorder.fault_begin.argtypes = (
        [ctypes.c_char_p, ctypes.c_char_p]
        + 2 * [ctypes.c_long]
        + [
            ctypes.c_int,
            ctypes.c_int,
        ]
    )
    recorder.fault_begin(
        os.fsencode(folder), os.fsencode(trace), fault.at, fault.error, fault.on, fault.cut
    )
    return recorder


@dataclass(frozen=True)
class Change:
    """One recorded change; ``path`` is relative to the folder."""

    kind: str
    path: str
    offset: int
    content: bytes


def changes(trace):
    """The record, change by change."""
    whole = Path(trace).read_bytes()
    paths, place = {}, 0
    while place < len(whole):
        kind, number, offset, length = HEAD.unpack_from(whole, place)
        place += HEAD.size
        content = whole[place : place + length]
        place += length
        if kind in b"NF":
            paths[number] = content.decode()
        else:
            path = content.decode() if kind in b"URL" else paths[number]
            yield Change(kind.decode(), path, offset, content)
