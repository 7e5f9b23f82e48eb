"""Here each paper is read by a process of its own."""

import pytest

from heed.documents import reading
from tests.read_once import begun, by_a_process


@pytest.fixture(scope="package", autouse=True)
def _by_a_process():
    with pytest.MonkeyPatch.context() as replaced:
        replaced.setattr(reading, "_child", by_a_process)
        replaced.setattr(reading, "start", begun)
        yield
