"""Starting the program loads nothing that only later pages need."""

import json
import re
import subprocess
import sys

# Each of these costs an old laptop more than it can spare before the first picture.
LATER = (
    *("reportlab", "uharfbuzz", "PIL", "sqlite_utils", "nacl", "pyrage", "psycopg", "babel"),
    *("PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport", "PySide6.QtNetwork"),
)
A_ROOM_ON_SCREEN = re.compile(r"digitutor_app\.rooms\.\w+\.(?:room|widgets)")
ASK = "import json, sys, digitutor_app.app.start; print(json.dumps(list(sys.modules)))"


def test_the_window_starts_light() -> None:
    told = subprocess.run([sys.executable, "-c", ASK], check=True, capture_output=True, text=True)
    modules = json.loads(told.stdout)
    assert "PySide6.QtWidgets" in modules
    assert sorted(set(LATER) & set(modules)) == []
    assert [name for name in modules if A_ROOM_ON_SCREEN.match(name)] == []
