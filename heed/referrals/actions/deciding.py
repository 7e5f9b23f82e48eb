"""What the business unit makes of a referral: asks, sets aside, opens a case, or joins
it to one that there is."""

from heed import clock
from heed.cases.access import able_on_the_list
from heed.cases.actions import (
    begin_case,
    new_case,
)
from heed.cases.actions.family import keep_family_member
from heed.cases.actions.people import keep_child
from heed.cases.deadlines import end_clocks
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.referrals import letters
from heed.referrals.actions.joining import take_in
from heed.referrals.actions.withheld import protect
from heed.referrals.models import Referral
from heed.referrals.queries.checked import reading_of
from heed.referrals.understanding import (
    facts_of_adult,
    facts_of_child,
)
from heed.rulebook import process
from heed.rulebook.clocks import TRIAGE
from heed.rulebook.language import Stage


def return_for_information(
    referral: Referral, *, reasons: str, by, at, seen: Seen | None = None
) -> Referral:
    """Ask the referrer for what is missing. What is asked stands in Heed and is told by
    telephone; an email, and the page on which they follow it, say only that there is a
    question. That stands until it is answered, whatever becomes of the referral."""
    with carrying_out(
        process.RETURN_FOR_INFORMATION,
        referral,
        by=by,
        at=at,
        reasons=reasons,
        seen=seen,
    ) as it:
        it.asked_at = at
        it.save(update_fields=["asked_at"])
        letters.tell_referrer(
            "more_wanted", about=it, once=at.isoformat(), by=by, at=at
        )
    return it


def open_case(referral: Referral, *, by, at, seen: Seen | None = None) -> Case:
    """Open a case from a referral and put it before the partners: with its children and
    adults as they were understood, under the referral's reference, and the earliest
    date by which the Panel might have to be notified."""
    with carrying_out(process.OPEN_CASE, referral, by=by, at=at, seen=seen) as it:
        if it.case_id:
            raise Refused("A case holds this referral already.")
        case = new_case(
            partnership=it.partnership,
            reference=it.reference,
            began_with="referral",
            happened_on=clock.london_date(it.received_at),
            by=by,
            at=at,
        )
        begin_case(case, stage=Stage.UNDER_CONSIDERATION, by=by, at=at)
        _name_people(case, it, by=by, at=at)
        take_in(case, it, by=by, at=at)
        end_clocks([TRIAGE], case, on=clock.london_date(at), at=at)
        _tell_partners(case, by=by, at=at)
    return case


def _name_people(case: Case, it: Referral, *, by, at) -> None:
    withheld, reading = it.withheld or {}, reading_of(it)
    for said in reading.get("children", []):
        child = keep_child(case, by=by, at=at, **facts_of_child(said))
        protect(case, withheld.get(said["ref"]), by=by, at=at, of_child=child)
    for number, said in enumerate(reading.get("adults", []), 1):
        facts = facts_of_adult(said, addresses_are_withheld=bool(withheld))
        member = keep_family_member(case, by=by, at=at, **facts)
        protect(case, withheld.get(f"adult-{number}"), by=by, at=at, of_member=member)


def _tell_partners(case: Case, *, by, at) -> None:
    for person in able_on_the_list(case, process.OPEN_CASE.tells, at=at):
        letters.tell(
            "case_opened",
            to=person.email,
            about=case,
            link="/",
            once=str(person.pk),
            by=by,
            at=at,
        )
