"""`python -m tests.postgresql [FOLDERS]`: the tests of models and actions on a real
PostgreSQL server. Both databases are migrated once; each worker gets copies."""

import os
import subprocess
import sys

from tests.postgresql.server import OWNER, a_postgresql_server

# Where rows are kept and changed, of every context. Pages, papers and browsers do not
# know the engine.
FOLDERS = (
    "audit",
    "cases",
    "correspondence",
    "documents",
    "incidents",
    "learning",
    "library",
    "migrations",
    "partnership",
    "publications",
    "rapid_reviews",
    "referrals",
    "reviews",
    "vault",
)
RACES = "tests/faults/test_races.py"
# Tests of these kinds ask no database anything that the others do not ask, or ask it
# through pages.
LEFT_OUT = (
    "briefings",
    "browser",
    "catalogues",
    "codes",
    "confined",
    "emailed_forms",
    "factories",
    "how_it_reads",
    "identifying_words",
    "identity",
    "open_form",
    "pages",
    "policies",
    "public_door",
    "public_process",
    "reading_order",
    "seals",
    "searching",
    "second_factor",
    "signing_in",
    "streams",
    "version_of",
)
DATABASES = {"HEED_DATABASE": "casework", "HEED_LIBRARY_DATABASE": "library"}


def main(words: list[str]) -> int:
    """Run the tests, those of FOLDERS without a browser if none are named."""
    asked = words or [
        "-n2",
        "--dist=worksteal",
        "-m",
        "not browser and not real_server",
        *(f"--ignore-glob=*{each}*" for each in LEFT_OUT),
        *(f"tests/{name}" for name in FOLDERS),
        RACES,
    ]
    with a_postgresql_server() as socket:
        environment = os.environ | {
            "PGHOST": socket,
            "PGUSER": OWNER,
            **{name: f"postgresql:///{called}" for name, called in DATABASES.items()},
        }
        for called in DATABASES.values():
            subprocess.run(["createdb", called], env=environment, check=True)
        migrated = _python("-m", "tests.postgresql.migrated", env=environment)
        return migrated or _python("-m", "pytest", "-q", *asked, env=environment)


def _python(*words: str, env: dict[str, str]) -> int:
    return subprocess.run([sys.executable, *words], env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
