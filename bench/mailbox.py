"""Messages delivered three times each by a mail server that is killed at random.

    .venv/bin/python -m bench.mailbox [how many]

Takes in 1,000 different messages (or as many as named), each delivered three times,
from a Dovecot that is killed every few seconds and started again. Goal: as many
referrals as messages. It is the very test of the suite, with its number; what reads the
messages stands by (tests/documents/standing_by.py).
"""

import os
import sys
import time

import pytest

from tests.documents.standing_by import readers_standing_by

FILE = "tests/correspondence/test_listening.py"
TEST = f"{FILE}::test_each_is_one_referral_whatever_falls_over"


def main(count: int) -> int:
    os.environ["MESSAGES"] = str(count)
    begun = time.monotonic()
    with readers_standing_by():
        failed = pytest.main(["-q", TEST])
    spent = time.monotonic() - begun
    verdict = "NOT as many referrals" if failed else "as many referrals"
    print(
        f"{count:,} messages x 3: {verdict}, {spent:.0f} s, {spent / count:.2f} s each"
    )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000))
