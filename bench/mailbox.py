"""Messages delivered three times each by a mail server that is killed at random.

Takes in 1,000 different messages (or as many as named), each delivered three times,
from a Dovecot that is killed about twice a second and started again. Goal: as many
referrals as messages. It is the very test of the suite, with its number.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE = "tests/correspondence/test_listening.py"
TEST = f"{FILE}::test_each_is_one_referral_whatever_falls_over"


def main(count: int) -> int:
    begun = time.monotonic()
    words = [sys.executable, "-m", "pytest", "-q", TEST]
    environment = os.environ | {"MESSAGES": str(count)}
    done = subprocess.run(words, cwd=ROOT, env=environment, check=False)
    spent = time.monotonic() - begun
    verdict = "as many referrals" if done.returncode == 0 else "NOT as many referrals"
    print(
        f"{count:,} messages x 3: {verdict}, {spent:.0f} s, {spent / count:.2f} s each"
    )
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000))
