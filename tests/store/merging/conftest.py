"""Two stores that meet."""

import pytest

from tests.store.merging.replicas import Replica


@pytest.fixture
def two():
    replicas = Replica(), Replica()
    yield replicas
    for replica in replicas:
        replica.close()
