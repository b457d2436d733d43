"""The page about the server is followed, from an empty PostgreSQL to two machines that exchange."""

import io
import os
import re
import shutil
import subprocess
import sys

import pytest

from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.exchange_command import exchange
from digitutor_app.exchange.server.schema import FORMAT, schema
from digitutor_app.services.gate import Gate
from digitutor_app.services.organisation import Organisation
from digitutor_app.store.opening import open_store
from digitutor_app.trust.cost import Cost
from digitutor_app.trust.practice_key import practice_key
from tests.docs.pages import ROOT, page
from tests.exchange.server.laptops import Laptop
from tests.exchange.server.postgres import programs
from tests.fakes.clock import FakeClock

WORDS = "metsä lampi kivi polku"
#: The page's own names, which the cluster of the tests may have from an earlier run.
CLEAN = 'DROP DATABASE IF EXISTS "digitutor" WITH (FORCE); DROP ROLE IF EXISTS esimerkki'


@pytest.fixture
def followed(postgres, tmp_path):
    """Every shell block of the page, run in its order by bash in one folder."""
    blocks = [
        block.text for block in page("developer/server.md").blocks() if block.language == "sh"
    ]
    script = 'set -euo pipefail\ndigitutor() { "$PYTHON" -m digitutor_app "$@"; }\n' + "\n".join(
        blocks
    )
    for statement in CLEAN.split("; "):
        postgres.sql(statement)
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=tmp_path, check=False, capture_output=True, text=True, timeout=120,
        env={**os.environ, "PYTHON": sys.executable, "PYTHONPATH": str(ROOT),
             "PATH": f"{programs()}:{os.environ['PATH']}", "PGHOST": str(postgres.folder),
             "PGPORT": str(postgres.port), "PGUSER": "postgres"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    yield tmp_path
    for statement in CLEAN.split("; "):
        postgres.sql(statement)


def test_the_page_leads_to_two_machines_that_exchange(followed, gate, clock):
    [settings] = [b for b in page("developer/server.md").blocks() if b.name == "server.toml"]
    machines = [followed / "one", followed / "two"]
    for machine in machines:
        machine.mkdir()
        text = re.sub(r'host = ".*"', 'host = "localhost"', settings.text)
        (machine / "server.toml").write_text(f"port = {gate.port}\n{text}", "utf-8")
        shutil.copy(gate.ca, machine / "server-ca.crt")
        shutil.copy(followed / "server.password", machine / "server.password")
        tutors_door(machine, clock)
    write_a_person(machines[0], clock)
    told = [once(machines[0], clock), once(machines[1], clock), once(machines[0], clock)]
    assert told == [
        (0, "Lähetetty 1 riviä, haettu 0 riviä.\nLähetetty 0 riviä, haettu 0 riviä.\n"),
        (0, "Lähetetty 0 riviä, haettu 1 riviä.\nLähetetty 0 riviä, haettu 0 riviä.\n"),
        (0, "Lähetetty 0 riviä, haettu 0 riviä.\nLähetetty 0 riviä, haettu 0 riviä.\n"),
    ]


def tutors_door(machine, clock):
    gate = Gate(machine, clock, print, print, Cost(1, 8 * 2**20))
    worker = gate.choose(WORDS)
    worker.ask(Organisation)
    worker.close()


def write_a_person(machine, clock):
    folder = DataFolder(machine)
    key = practice_key(folder.practice_key, folder.practice_store)
    laptop = Laptop.__new__(Laptop)
    laptop.clock, laptop.store = clock, open_store(folder.practice_store, key, clock)
    laptop.person("aino", code="sininen-kettu-27")
    laptop.close()


def once(machine, clock, words=WORDS):
    told = io.StringIO()
    code = exchange(told, DataFolder(machine), clock, lambda _asked: words, pull=True, push=True)
    return code, told.getvalue()


def test_without_settings_and_without_a_tutor(tmp_path, folder):
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    code, told = once(nothing, FakeClock())
    assert (code, told.partition(".")[0]) == (2, "Tällä koneella ei ole palvelimen asetuksia")
    assert once(folder, FakeClock()) == (2, "Tällä koneella ei ole tutorin tietoja.\n")


def test_wrong_words_open_nothing(folder, clock):
    tutors_door(folder, clock)
    code, told = once(folder, clock, "muut sanat")
    assert code == 2
    assert "WrongPassphraseError" in told


def test_the_schema_may_be_run_again(postgres, database, organisation):
    with organisation.connect() as connection:
        asked = f"SELECT digitutor.read({FORMAT}, 0, '{{}}', false, 9)"
        before = connection.execute(asked).fetchone()
        postgres.sql(schema(), database)
        assert connection.execute(asked).fetchone() == before


def test_a_database_in_another_encoding_is_refused(postgres):
    import psycopg

    postgres.sql("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0")
    try:
        with pytest.raises(psycopg.Error, match="UTF8"):
            postgres.sql(schema(), "latin")
    finally:
        postgres.sql("DROP DATABASE latin")
