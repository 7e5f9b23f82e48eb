"""Houses for tests of what may go wrong."""

import pytest

from tests.faults.house import House, a_house


@pytest.fixture
def house(db, tmp_path) -> House:
    """Heed in a folder of its own, empty."""
    return a_house(tmp_path / "house")
