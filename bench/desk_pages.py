"""What the desk's pages cost that everybody opens: queries, and time of the processor.

    .venv/bin/python -m bench.desk_pages [how many referrals]

Loads Quillshire into a folder of its own, adds 5,000 referrals that wait (or as many as
named), and opens each page as the manager, in this process, before and after. Goals: 95
of 100 times within half a second; as many queries for 5,000 referrals as for five.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from uuid import uuid4

MANY, TIMES, GOAL_MS, OK = 5_000, 20, 500, 200
PAGES = ("/", "/cases/", "/deadlines/", "/referrals/")


def main(many: int) -> int:
    with tempfile.TemporaryDirectory(prefix="heed-bench-") as folder:
        heed = [sys.executable, "-m", "heed.config"]
        loads = [*heed, "demo", "--only-load", "--var", folder]
        subprocess.run(loads, check=True, stdout=subprocess.DEVNULL)
        _begin(folder)
        browser = _signed_in("manager")
        pages = [*PAGES, *_pages_of_cases()]
        few = {page: _cost(browser, page) for page in pages}
        _add_referrals(many)
        kept = [_said(page, few[page], _cost(browser, page)) for page in pages]
        return int(not all(kept))


def _begin(folder: str) -> None:
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "heed.config.settings",
        "HEED_DEMONSTRATION": "1",
        "HEED_HOSTS": "testserver",
        "HEED_SECRET_KEY": Path(folder, "secret.key").read_text().strip(),
        "HEED_VAR": folder,
    }
    from heed.config import wsgi_desk  # noqa: F401 - the desk as it is served


def _signed_in(slug: str):
    from django.conf import settings
    from django.http import HttpRequest
    from django.test import Client

    from heed.demo.queries import persona
    from heed.demo.signing_in import become

    browser, request = Client(), HttpRequest()
    request.session = browser.session
    become(request, persona(slug).person)
    request.session.save()
    browser.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key
    return browser


def _pages_of_cases() -> list[str]:
    from heed.cases.models import Case

    cases = Case.objects.order_by("reference")
    return [f"/cases/{case.public_id}/" for case in cases]


def _add_referrals(many: int) -> None:
    from heed.referrals.models import Referral

    like = Referral.objects.filter(stage="referral_received", case=None).first()
    rows = []
    for number in range(many):
        row = Referral.objects.get(pk=like.pk)
        row.pk = row.id = uuid4()
        row.public_id, row.reference = uuid4().hex, f"Q-25-{number + 1:05}"
        row.resume_hash = row.session_hash = ""
        rows.append(row)
    Referral.objects.bulk_create(rows, batch_size=500)


def _cost(browser, page: str) -> tuple[int, float, float]:
    """Queries, and milliseconds of the processor: the median, and the 95th of 100."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser.get(page)  # templates are read once
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(page).status_code == OK, page
    queries, worked = len(asked), []
    for _ in range(TIMES):
        begun = time.process_time()
        browser.get(page)
        worked.append((time.process_time() - begun) * 1000)
    return queries, statistics.median(worked), statistics.quantiles(worked, n=20)[-1]


def _said(page: str, few, many) -> bool:
    kept = many[0] <= few[0] + 1 and many[2] <= GOAL_MS  # how many more is one query
    print(
        f"{page[:24]:24} {few[0]:3} queries {few[1]:4.0f} ms; with them {many[0]:3} "
        f"queries {many[1]:4.0f} ms, p95 {many[2]:4.0f} ms"
        f"{'' if kept else '  NOT as asked'}"
    )
    return kept


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY))
