"""A life in a house, in parts: `python -m tests.config.a_life PART`. Each part says what
there is to say in JSON."""

import json
import sys
import time

import django

django.setup()

from allauth.mfa.models import Authenticator  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from heed import clock  # noqa: E402
from heed.audit.verification import verify  # noqa: E402
from heed.cases.actions import (  # noqa: E402
    add_child,
    exclude_person,
    raise_safety_action,
    revoke_access,
)
from heed.cases.models import AccessGrant, Case, Exclusion  # noqa: E402
from heed.documents.models import Document  # noqa: E402
from heed.documents.storage import content_of  # noqa: E402
from heed.library.dates import read_public_date  # noqa: E402
from heed.library.models import Publication  # noqa: E402
from heed.partnership.actions import (  # noqa: E402
    disable_person,
    end_role,
    invite_person,
    reset_second_factor,
    withdraw_invitation,
)
from heed.partnership.models import Invitation, Person, RoleHeld  # noqa: E402
from heed.publications.actions import (  # noqa: E402
    enter_earlier_review,
    propose_earlier_review,
    withdraw_earlier_review,
    withdraw_published,
)
from heed.publications.actions.handing import next_number  # noqa: E402
from heed.publications.models import EarlierWithdrawal  # noqa: E402
from heed.rapid_reviews.actions import revoke_request  # noqa: E402
from heed.rapid_reviews.models import AgencyRequest  # noqa: E402
from heed.rulebook.language import Role  # noqa: E402
from tests.partnership.factories import a_person, signed_in  # noqa: E402
from tests.publications.factories import PUBLISHED, a_published_report  # noqa: E402
from tests.rapid_reviews.factories import a_rapid_review, a_request  # noqa: E402
from tests.walls.canaries import Canaries  # noqa: E402

canaries = Canaries()


def somebody(email: str) -> Person:
    return Person.objects.get(email=f"{email}@quillshire.example")


def begin() -> dict:
    """A published report, and people who may do much."""
    case, people, _ = a_published_report()
    manager, partnership = people["manager"], case.partnership
    for name in ("disabled", "ended", "excluded", "revoked", "lost"):
        a_person(
            Role.COORDINATOR,
            partnership=partnership,
            email=f"{name}@quillshire.example",
            at=PUBLISHED,
        )
    for name in ("excluded", "revoked"):
        _listed(case, somebody(name), by=manager)
    signed_in(Client(), somebody("lost"))
    review, asked = a_rapid_review()
    a_request(review, asked)
    invite_person(
        partnership=partnership,
        email="invited@quillshire.example",
        name="Invited",
        role=Role.COORDINATOR,
        by=manager,
        at=clock.now(),
    )
    _an_earlier_review(partnership, manager, people["icb"])
    for _ in range(20):
        word = canaries.word()
        add_child(case, given_name=word, notes=word, by=manager, at=PUBLISHED)
    return {"planted": canaries.given}


def _listed(case, person, *, by) -> None:
    from heed.cases.actions import grant_access

    grant_access(case, person=person, role=Role.COORDINATOR, by=by, at=PUBLISHED)


def _an_earlier_review(partnership, manager, partner) -> None:
    put_forward = propose_earlier_review(
        partnership,
        title="Child Q2",
        type_as_published="Serious case review",
        published=read_public_date("2016"),
        by=manager,
        at=PUBLISHED,
    )
    said = put_forward.content_hash
    enter_earlier_review(put_forward, content_hash=said, by=partner, at=PUBLISHED)


def write_on() -> dict:
    """Writes until it is told to stop."""
    case = _the_case()
    by = AccessGrant.objects.filter(case=case, role=Role.MANAGER).first().person
    print("writing", flush=True)  # noqa: T201 - whoever started it waits for this
    while True:
        raise_safety_action(
            case,
            what="Somebody visits today.",
            owner_organisation="Police",
            owner="",
            due_at=PUBLISHED,
            by=by,
            at=PUBLISHED,
        )
        time.sleep(0.05)  # a busy desk, and not a lock that is never let go


def end() -> dict:
    """What is revoked, closed and withdrawn after the backup was made. Says how it stood
    before."""
    stood = see()
    case, now = _the_case(), clock.now()
    manager = AccessGrant.objects.filter(case=case, role=Role.MANAGER).first().person
    doing = {"by": manager, "at": now}
    withdraw_published(case, reasons="It names a child.", **doing)
    earlier = Publication.objects.get(title="Child Q2")
    withdraw_earlier_review(case.partnership, earlier, reasons="It names it.", **doing)
    revoke_access(
        AccessGrant.objects.get(person=somebody("revoked")), reason="x", **doing
    )
    exclude_person(case, person=somebody("excluded"), reason="Kin", **doing)
    end_role(RoleHeld.objects.get(person=somebody("ended")), **doing)
    disable_person(somebody("disabled"), **doing)
    reset_second_factor(
        somebody("lost"), partnership=case.partnership, reason="Lost", **doing
    )
    withdraw_invitation(
        Invitation.objects.get(email="invited@quillshire.example"), **doing
    )
    request = AgencyRequest.objects.get()
    asker = AccessGrant.objects.filter(case=request.case, role=Role.COORDINATOR).first()
    revoke_request(request, reason="Sent wrongly", by=asker.person, at=now)
    return stood


def see() -> dict:
    """How it all stands."""
    case, now = _the_case(), clock.now()
    revoked = AccessGrant.objects.get(person=somebody("revoked"))
    out = Exclusion.objects.filter(person=somebody("excluded"), lifted_at=None)
    held = RoleHeld.objects.get(person=somebody("ended"))
    ours = Publication.objects.exclude(kind="briefing").filter(imported_id=None)
    public = ours.order_by("version").last()
    earlier = Publication.objects.exclude(imported_id=None).get()
    files = b"".join(map(_content, Document.objects.all()))
    return {
        "in the library": [public.state, bool(public.title)],
        "earlier review": [earlier.state, bool(earlier.title)],
        "earlier waits": EarlierWithdrawal.objects.filter(confirmed_at=None).count(),
        "in the case": case.publications.get().is_public,
        "next number is free": next_number(public.pk, by=None, at=now)
        > public.withdrawn_version,
        "revoked": bool(revoked.revoked_at),
        "excluded": out.count(),
        "ended": bool(held.ends_on and held.ends_on <= clock.london_date(now)),
        "disabled": not somebody("disabled").is_active,
        "second factors": Authenticator.objects.filter(user=somebody("lost")).count(),
        "locked": somebody("lost").second_factor_resets.count(),
        "invited": Invitation.objects.get(email="invited@quillshire.example").is_open(
            now
        ),
        "asked": AgencyRequest.objects.get().is_open,
        "bytes of files": len(files),
        "children": max(child.given_name for child in case.childs.all()),
        "the record holds": verify().ok,
    }


def _content(document) -> bytes:
    return b"".join(content_of(document))


def _the_case() -> Case:
    return Case.objects.get(publications__isnull=False)


PARTS = {"begin": begin, "write_on": write_on, "end": end, "see": see}

if __name__ == "__main__":
    setup_test_environment()
    json.dump(PARTS[sys.argv[1]](), sys.stdout)
