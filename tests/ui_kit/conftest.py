"""The look and the typeface that every test of the kit begins with."""

import pytest

from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look


@pytest.fixture
def look(qapp) -> Look:
    """The light look at 100 %, in the real typeface."""
    load_fonts()
    return Look()
