"""Every test of pictures begins in Finnish."""

import pytest

from digitutor_app.i18n import MASTER, use


@pytest.fixture(autouse=True)
def finnish():
    yield
    use(MASTER)
