"""`python -m tests.faults.killing`: in a house, steps are taken by processes that are
killed at each of their writes, around their commit and at moments in between; then the
step is taken again, as somebody does who sees an error page. Says what was wrong."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402

from heed.audit.actors import AnonymousReferrer  # noqa: E402
from heed.cases.actions import raise_safety_action  # noqa: E402
from heed.cases.steps import AlreadyDone, Seen  # noqa: E402
from heed.incidents.actions import record_notification  # noqa: E402
from heed.rapid_reviews.actions import (  # noqa: E402
    ask_agency,
    confirm_decision,
    send_to_panel,
)
from heed.referrals.actions import open_case, refer  # noqa: E402
from tests.cases.factories import NOON, a_case_with_people, the_people  # noqa: E402
from tests.faults.invariants import fingerprint, wrongs  # noqa: E402
from tests.faults.processes import Dying, ended, forked, spread_over  # noqa: E402
from tests.partnership.factories import an_organisation  # noqa: E402
from tests.rapid_reviews.factories import (  # noqa: E402
    a_rapid_review,
    proposed,
    signed_off,
)
from tests.referrals.factories import (  # noqa: E402
    a_draft,
    a_referral,
)

KILLED = -9
AROUND = ("before commit", "after commit")
AT_WRITES, AT_MOMENTS = 4, 2


@dataclass(frozen=True)
class Deed:
    """Something that is done, in one transaction."""

    name: str
    do: Callable[[], None]


def deeds() -> list[Deed]:
    """Steps of the whole way, each about to be taken."""
    draft = a_draft()
    case, people = a_case_with_people()
    asked, beside = a_rapid_review()
    proposed(asked, beside)
    for seat in ("local_authority", "icb"):
        _confirm(asked, beside[seat])
    signed, partners = a_rapid_review()
    signed_off(signed, partners)
    arrived = a_referral(case.partnership)
    desk = the_people(arrived.partnership)["coordinator"]
    hospital = an_organisation(signed.partnership)
    return [
        Deed("refer", lambda: _refer(draft)),
        Deed("open a case", lambda: open_case(arrived, **_once(desk))),
        Deed("notify", lambda: _notify(case, people["local_authority"])),
        Deed("say what is to be done now", lambda: _raise(case, people["coordinator"])),
        Deed("sign off", lambda: _confirm(asked, beside["police"])),
        Deed("send to the Panel", lambda: _send(signed, partners["coordinator"])),
        Deed("ask an agency", lambda: _ask(signed, hospital, partners["coordinator"])),
    ]


def _once(by) -> dict:
    return {"by": by, "at": NOON, "seen": Seen(once="the form that was open")}


def _refer(draft) -> None:
    refer(draft, **_once(AnonymousReferrer(str(draft.pk))))


def _notify(case, by) -> None:
    record_notification(
        case,
        sent_at=NOON,
        national_reference="SIN-25-031",
        late_reason="",
        **_once(by),
    )


def _raise(case, by) -> None:
    raise_safety_action(
        case,
        what="A new lock.",
        owner_organisation="Police",
        owner="Oriel",
        due_at=NOON,
        **_once(by),
    )


def _confirm(review, by) -> None:
    seen = {} if by.roles.get().seat != "police" else {"seen": _once(by)["seen"]}
    confirm_decision(
        review, answer="agrees", reasons="I agree.", by=by, at=NOON, **seen
    )


def _send(review, by) -> None:
    send_to_panel(
        review,
        sent_at=NOON,
        route="The Panel's secure mailbox",
        proof="Receipt 4471",
        late_reason="",
        **_once(by),
    )


def _ask(review, hospital, by) -> None:
    ask_agency(
        review.case,
        organisation=hospital,
        to_address="safeguarding@hospitals.quillshire.example",
        asked_for="Please tell us what you knew.",
        due_on=NOON.date() + timedelta(days=9),
        **_once(by),
    )


class Snapshot:
    """The casework database as it is now, to which it can be set back."""

    def __init__(self):
        connections.close_all()
        self.file = Path(settings.DATABASES["default"]["NAME"])
        self.kept = self.file.read_bytes()

    def restore(self) -> None:
        connections.close_all()
        self.file.with_name(f"{self.file.name}-journal").unlink(missing_ok=True)
        self.file.write_bytes(self.kept)


def again(deed: Deed) -> None:
    """Whoever was interrupted does it once more; done already is done."""
    try:
        deed.do()
    except AlreadyDone:
        return


def killed_everywhere(deed: Deed) -> dict:
    """Kill it wherever it can be killed; what was then wrong."""
    start, before = Snapshot(), fingerprint()
    began = time.perf_counter()
    writes = ended(forked(lambda: _counted(deed)))
    takes = time.perf_counter() - began
    complete, wrong = _counts(), wrongs()
    if complete == before | {"head": None}:
        wrong.append("nothing was done")
    start.restore()
    points = [*_evenly(writes), *AROUND, *spread_over(takes, AT_MOMENTS)]
    kills = 0
    for point in points:
        how = ended(forked(deed.do, dying=Dying(point)))
        kills += how == KILLED
        if how != KILLED and not isinstance(point, float):
            wrong.append(f"{point}: it lived")
        wrong += [f"{point}: {each}" for each in wrongs()]
        early = isinstance(point, int) or point == "before commit"
        if early and fingerprint() != before:
            wrong.append(f"{point}: something was half done")
        ended(forked(lambda: again(deed)))
        wrong += [f"{point}, again: {each}" for each in wrongs()]
        if _counts() != complete:
            wrong.append(f"{point}: not done once when done again")
        start.restore()
    return {"deed": deed.name, "writes": writes, "kills": kills, "wrong": wrong}


def _evenly(writes: int) -> list[int]:
    """The first write, the last one, and some between them."""
    step = max(1, (writes - 1) / (AT_WRITES - 1))
    return sorted({min(writes, round(1 + step * n)) for n in range(AT_WRITES)})


def _counted(deed: Deed) -> int:
    from django.db import connection

    dying = Dying()
    with connection.execute_wrapper(dying):
        deed.do()
    return dying.writes


def _counts() -> dict:
    return fingerprint() | {"head": None}


if __name__ == "__main__":
    json.dump([killed_everywhere(deed) for deed in deeds()], sys.stdout)
