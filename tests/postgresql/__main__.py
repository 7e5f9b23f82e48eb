"""`python -m tests.postgresql [TESTS]`: the tests of models and actions on a real
PostgreSQL server. Both databases are migrated once; each worker gets copies."""

import os
import subprocess
import sys

from tests.migrated import migrate
from tests.postgresql.server import OWNER, a_postgresql_server

# What asks the engine itself, and the actions of every context. Pages, papers and
# browsers do not know the engine.
FILES = (
    "audit/test_keeping.py",
    "audit/test_recording.py",
    "audit/test_verifying.py",
    "cases/test_the_case_page_is_light.py",
    "cases/test_the_door.py",
    "cases/test_who_may_open_a_case.py",
    "chronologies/test_a_file_is_taken_out.py",
    "chronologies/test_window_by_window.py",
    "correspondence/test_emails_out.py",
    "documents/test_files.py",
    "faults/test_races.py",
    "incidents/test_from_awareness_to_notification.py",
    "learning/test_actions_are_followed.py",
    "library/test_handing_over.py",
    "migrations/test_sealing_what_stood_clear.py",
    "migrations/test_triggers_stand.py",
    "partnership/test_bodies.py",
    "partnership/test_invitations.py",
    "publications/test_publishing.py",
    "publications/test_sending_and_other_ways.py",
    "rapid_reviews/test_agencies_answer.py",
    "rapid_reviews/test_the_three_partners_decide.py",
    "referrals/test_at_the_desk.py",
    "referrals/test_sending.py",
    "reviews/test_the_report.py",
    "vault/test_queries_cannot_read.py",
    "vault/test_sealed_fields.py",
)
TIMED = (
    "tests/audit/test_verifying.py::test_fifty_thousand_entries_are_verified_quickly"
)
DATABASES = {"HEED_DATABASE": "casework", "HEED_LIBRARY_DATABASE": "library"}


def main(words: list[str]) -> int:
    """Run the tests, those of FILES without a browser if none are named."""
    asked = words or [
        "-n1",
        "--dist=loadscope",
        "--no-loadscope-reorder",
        "-m",
        "not browser and not real_server",
        f"--deselect={TIMED}",
        *(f"tests/{name}" for name in FILES),
    ]
    with a_postgresql_server() as socket:
        environment = os.environ | {
            "PGHOST": socket,
            "PGUSER": OWNER,
            **{name: f"postgresql:///{called}" for name, called in DATABASES.items()},
        }
        for called in DATABASES.values():
            subprocess.run(["createdb", called], env=environment, check=True)
        migrate(**environment)
        words = [sys.executable, "-m", "pytest", "-q", *asked]
        return subprocess.run(words, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
