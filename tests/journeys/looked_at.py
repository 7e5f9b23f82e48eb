"""Which states of pages this run of the tests has looked at already, in whichever of its
processes: what one journey looked at closely another only walks over."""

import os
import tempfile
from hashlib import sha256
from pathlib import Path

RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
KEPT = Path(tempfile.gettempdir()) / f"heed-pages-{RUN}"


def is_first_look_at(state: str, width: int) -> bool:
    """Whether nobody of this run has looked at a page in this state, so wide, before."""
    KEPT.mkdir(exist_ok=True)
    mark = KEPT / sha256(f"{width} {state}".encode()).hexdigest()
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
