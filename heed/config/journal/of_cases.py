"""What ends in a case, and how it ends again in an older database."""

import hashlib
import secrets
from datetime import date, datetime, time, timedelta

from django.utils.dateparse import parse_datetime

from heed import clock
from heed.cases.belonging import belonging_to
from heed.cases.models import AccessGrant, Case, Exclusion
from heed.learning.models import Briefing
from heed.library import actions as library
from heed.library.states import State
from heed.partnership.models import Person
from heed.publications.models import HandOver, Publication
from heed.rapid_reviews.models import AgencyRequest
from heed.vault.codes import hashed_link

GONE = {HandOver.What.WITHDRAW: State.WITHDRAWN, HandOver.What.REMOVE: State.REMOVED}
EXCLUDED = "Excluded again after a backup was put back"
MARK = 16


def access(pk: str) -> dict:
    """Who was taken off a case's list, and who must not see it."""
    revoked = AccessGrant.objects.filter(case=pk).exclude(revoked_at=None)
    excluded = Exclusion.objects.filter(case=pk, lifted_at=None)
    people = excluded.values_list("person_id", flat=True)
    return {
        "revoked": sorted(map(str, revoked.values_list("pk", flat=True))),
        "excluded": sorted(set(map(str, people))),
    }


def access_again(pk: str, facts: dict, *, by, at: datetime) -> bool:
    """Take them off the list, and keep them out. Nobody is let in here: an exclusion
    that was lifted since is lifted again by people."""
    case = Case.objects.filter(pk=pk).first()
    if case is None:
        return False
    grants = AccessGrant.objects.filter(
        case=case, pk__in=facts["revoked"], revoked_at=None
    )
    known = Exclusion.objects.filter(case=case, lifted_at=None)
    out = set(map(str, known.values_list("person_id", flat=True)))
    kept_out = Person.objects.filter(pk__in=set(facts["excluded"]) - out)
    ended = [*grants, *kept_out]
    for grant in grants:
        grant.revoked_at = at
        grant.save(update_fields=["revoked_at"])
    for person in kept_out:
        Exclusion.objects.create(
            **belonging_to(case), person=person, excluded_at=at, reason=EXCLUDED
        )
    return bool(ended)


def request(pk: str) -> dict:
    """How a request to an agency stands, and a mark of the link and the code that open
    it."""
    asked = AgencyRequest.objects.get(pk=pk)
    return {"state": asked.state, "link": _marked(_secrets_of(asked))}


def request_again(pk: str, facts: dict, *, by, at: datetime) -> bool:
    """A link that was taken back, or whose code was replaced, opens nothing. Answers
    that were given since are lost with the database; the agency is asked again."""
    asked = AgencyRequest.objects.filter(pk=pk).first()
    if asked is None or not asked.is_open:
        return False
    revoked = facts["state"] == AgencyRequest.State.REVOKED
    if not revoked and _marked(_secrets_of(asked)) == facts["link"]:
        return False
    names = ["link_hash", "bound_to", "code_to_read_out"]
    asked.link_hash = hashed_link(secrets.token_urlsafe(24))
    asked.bound_to, asked.code_to_read_out = "", None
    if revoked:
        asked.state, asked.closed_at = AgencyRequest.State.REVOKED, at
        names += ["state", "closed_at"]
    asked.save(update_fields=names)
    return True


def _secrets_of(asked: AgencyRequest) -> str:
    """What opens a request: its link, and the code that was told last."""
    return asked.link_hash + asked.code_hash


def _marked(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()[:MARK]


def publication(pk: str) -> dict:
    """What of a case's publication, or which briefing, is gone from the library."""
    if briefing := Briefing.objects.filter(pk=pk).first():
        return {
            "briefing": str(briefing.library_id) if briefing.withdrawn_at else "",
            "edition": briefing.edition,
        }
    kept = Publication.objects.get(case=pk)
    beside = [
        [str(each.pk), str(each.library_id), each.edition]
        for each in Briefing.objects.filter(case=pk).exclude(withdrawn_at=None)
    ]
    if kept.is_public or not kept.published_on:
        return {"gone": []}
    latest = {
        str(each.library_id): [each.number, str(each.what)]
        for each in HandOver.objects.filter(case=pk, what__in=GONE).order_by("number")
    }
    return {
        "gone": [[library_id, *how] for library_id, how in latest.items()],
        "briefings": beside,
        "withdrawn_at": kept.withdrawn_at.isoformat() if kept.withdrawn_at else "",
        "withdrawn_by": str(kept.withdrawn_by_id or ""),
        "removed_at": kept.removed_at.isoformat() if kept.removed_at else "",
    }


def publication_again(pk: str, facts: dict, *, by, at: datetime) -> bool:
    """Withdraw again what was withdrawn: in the library at once, and in the case."""
    if "edition" in facts:
        return _briefing_again(pk, facts, by=by, at=at)
    kept = Publication.objects.filter(case=pk).first()
    if "withdrawn_at" not in facts:
        return False
    for library_id, number, what in facts["gone"]:
        library.withdraw(library_id, number, at=at, by=by, state=GONE[what])
        if kept:
            _numbered(kept, library_id, number, what, at=at)
    for briefing_id, library_id, edition in facts.get("briefings", []):
        gone = {"briefing": library_id, "edition": edition}
        _briefing_again(briefing_id, gone, by=by, at=at)
    if kept is None or not kept.is_public:
        return bool(facts["gone"])
    withdrawn, removed = facts["withdrawn_at"], _removed_at(facts)
    kept.withdrawn_at = parse_datetime(withdrawn) if withdrawn else None
    kept.removed_at = removed
    kept.withdrawn_by = Person.objects.filter(pk=facts["withdrawn_by"] or None).first()
    kept.save(update_fields=["withdrawn_at", "withdrawn_by", "removed_at"])
    return True


def _removed_at(facts: dict) -> datetime | None:
    """The moment at which it was taken down. What was written down before that moment
    was kept says the day alone: then it is the end of that day."""
    if moment := facts.get("removed_at"):
        return parse_datetime(moment)
    if day := facts.get("removed_on"):
        next_day = date.fromisoformat(day) + timedelta(days=1)
        return clock.moment_in_london(next_day, time(0))
    return None


def _numbered(kept: Publication, library_id: str, number: int, what: str, *, at):
    """The desk must not give out again a number that the library knows as gone."""
    HandOver.objects.get_or_create(
        library_id=library_id,
        number=number,
        defaults={
            **belonging_to(kept.case),
            "what": what,
            "asked_at": at,
            "done_at": at,
            "outcome": "withdrawn",
        },
    )


def _briefing_again(pk: str, facts: dict, *, by, at: datetime) -> bool:
    if not facts["briefing"]:
        return False
    library.withdraw(facts["briefing"], facts["edition"], at=at, by=by)
    briefing = Briefing.objects.filter(pk=pk).first()
    if briefing and not briefing.withdrawn_at:
        briefing.edition = max(briefing.edition, facts["edition"])
        briefing.withdrawn_at = briefing.handed_down_at = at
        briefing.save(update_fields=["edition", "withdrawn_at", "handed_down_at"])
    return True
