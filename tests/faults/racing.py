"""`python -m tests.faults.racing`: in a house, processes decide at the same moment, two
and three at a time, and send the same form twice at once. Says what was wrong."""

import json
import os
import sys
from datetime import timedelta

import django

django.setup()

from heed.audit.verification import verify  # noqa: E402
from heed.cases.actions import raise_safety_action  # noqa: E402
from heed.cases.models import Case, SafetyAction, StepTaken  # noqa: E402
from heed.cases.steps import AlreadyDone, Refused, Seen, Stale  # noqa: E402
from heed.partnership.models import RoleHeld  # noqa: E402
from heed.publications.actions import approve_publication  # noqa: E402
from heed.publications.queries import paper_or_404  # noqa: E402
from heed.publications.signed import valid_approvals  # noqa: E402
from heed.publications.texts import text_of  # noqa: E402
from heed.rapid_reviews.actions import confirm_decision, write_part  # noqa: E402
from heed.rapid_reviews.confirmed import what_stands  # noqa: E402
from heed.rapid_reviews.models import Confirmation  # noqa: E402
from heed.rulebook import process  # noqa: E402
from tests.cases.factories import NOON, a_case_with_people  # noqa: E402
from tests.faults.invariants import wrongs  # noqa: E402
from tests.faults.processes import at_once, elsewhere  # noqa: E402
from tests.publications.factories import (  # noqa: E402
    REPORT,
    SENT,
    prepared,
    ready_to_publish,
    searched,
)
from tests.rapid_reviews.factories import (  # noqa: E402
    SEATS,
    a_rapid_review,
    proposed,
)

DONE, ALREADY, REFUSED, STALE = 0, 10, 11, 12
RACES = int(os.environ.get("RACES", "200"))
SIGNED, FORMS, OVERTAKEN, APPROVED = 1, 10, 10, 6


def outcome_of(deed) -> int:
    """What somebody was told who did this."""
    try:
        deed()
    except AlreadyDone:
        return ALREADY
    except Refused:
        return REFUSED
    except Stale:
        return STALE
    return DONE


def confirms(review, people, seat, **more):
    def deed():
        return outcome_of(
            lambda: confirm_decision(
                review,
                answer="agrees",
                reasons="I agree.",
                by=people[seat],
                at=NOON,
                **more,
            )
        )

    return deed


def partners(review, people) -> list[str]:
    """Two partners answer at once, again and again, to a decision proposed anew; at
    each tenth time all three, who sign it off once."""
    wrong = []
    for number in range(RACES):
        proposed(review, people)
        review.refresh_from_db()
        racing = SEATS if number % 10 == 0 else _two(number)
        before = _signed_off(review)
        told = at_once(*(confirms(review, people, seat) for seat in racing))
        kept, signed = _answered(review), _signed_off(review) - before
        fair = told == [DONE] * len(racing) and kept == sorted(racing)
        if not fair or signed != (racing is SEATS):
            wrong.append(
                f"race {number}: {racing} were told {told}; kept {kept}, "
                f"signed off {signed} times"
            )
    return wrong


def _two(number: int) -> tuple[str, str]:
    return SEATS[number % 3], SEATS[(number + 1) % 3]


def _signed_off(review) -> int:
    slug = process.SIGN_OFF_RAPID_REVIEW.slug
    return StepTaken.objects.filter(case_id=review.case_id, step=slug).count()


def the_same_partner(review, people) -> list[str]:
    """One partner at two devices at once: one answer."""
    proposed(review, people)
    review.refresh_from_db()
    told = at_once(*[confirms(review, people, "icb")] * 3)
    kept = _answered(review)
    fair = sorted(told) == [DONE, REFUSED, REFUSED] and kept == ["icb"]
    return [] if fair else [f"one partner thrice: told {told}, kept {kept}"]


def three_partners() -> list[str]:
    """All three at once: signed off once."""
    wrong = []
    for _ in range(SIGNED):
        review, people = a_rapid_review()
        proposed(review, people)
        told = at_once(*(confirms(review, people, seat) for seat in SEATS))
        review.refresh_from_db()
        signed = _signed_off(review)
        if told != [DONE] * 3 or signed != 1 or not review.decided_outcome:
            wrong.append(f"three at once: told {told}, signed off {signed} times")
    return wrong


def overtaken(review, people) -> list[str]:
    """A partner answers while the decision is proposed anew: the answer counts for
    what the partner read, or is given back."""
    wrong = []
    for number in range(OVERTAKEN):
        proposed(review, people, "no_further_review")
        review.refresh_from_db()
        seen = Seen(version=review.version)
        told, _ = at_once(
            confirms(review, people, "police", seen=seen),
            lambda: outcome_of(lambda: proposed(review, people, "local_review")),
        )
        given = Confirmation.objects.filter(rapid_review=review, seat="police")
        last = given.order_by("-round").first()
        if told == DONE and last.outcome != "no_further_review":
            wrong.append(f"{number}: an answer counts for what was not read")
        if told not in {DONE, STALE}:
            wrong.append(f"{number}: the partner was told {told}")
    return wrong


def edited(review, people) -> list[str]:
    """A partner signs while a part is written: what counts was read as it stands, or
    is given back."""
    wrong = []
    for number in range(OVERTAKEN):
        proposed(review, people, "no_further_review")
        review.refresh_from_db()
        seen = Seen(version=review.version)
        told, _ = at_once(
            confirms(review, people, SEATS[number % 3], seen=seen),
            lambda number=number: outcome_of(lambda: writes(review, people, number)),
        )
        review.refresh_from_db()
        given = Confirmation.objects.filter(rapid_review=review, round=review.round)
        stands = what_stands(review)
        if told not in {DONE, STALE} or any(g.confirmed != stands for g in given):
            wrong.append(f"{number}: told {told}, and it counts for what was not read")
    return wrong


def writes(review, people, number):
    return write_part(
        review,
        part="childs_voice",
        words=f"He was seen {number} times.",
        by=people["coordinator"],
        at=NOON,
    )


def raises(case, people, once: Seen):
    def deed():
        return outcome_of(
            lambda: raise_safety_action(
                case,
                what="A new lock.",
                owner_organisation="Police",
                owner="Oriel",
                due_at=NOON,
                by=people["coordinator"],
                at=NOON,
                seen=once,
            )
        )

    return deed


def the_same_form(case, people) -> list[str]:
    """One form, sent twice at once: carried out once."""
    wrong = []
    for number in range(FORMS):
        sent = raises(case, people, Seen(once=f"form {number}"))
        told = at_once(sent, sent)
        kept = SafetyAction.objects.filter(case=case).count()
        if sorted(told) != [DONE, ALREADY] or kept != number + 1:
            wrong.append(f"form {number}: told {told}, {kept} kept")
    return wrong


def approves(case, person, text, moment):
    def deed():
        return outcome_of(
            lambda: approve_publication(
                case, kind=REPORT, content_hash=text, by=person, at=moment
            )
        )

    return deed


def approvals() -> list[str]:
    """Two approvers of different bodies approve one text in the same second, again and
    again a text written anew: both count. Of one body at two devices, one does."""
    before, wrong = set(Case.objects.values_list("pk", flat=True)), []
    elsewhere(lambda: ready_to_publish(but={"approvals"}))
    case = Case.objects.exclude(pk__in=before).get()
    people = _who_acts(case)
    for number in range(APPROVED):
        moment = SENT + timedelta(minutes=number)  # the last search is the latest
        elsewhere(lambda: _written_anew(case, people, number, at=moment))  # noqa: B023
        paper = paper_or_404(Case.objects.get(pk=case.pk), REPORT)
        text = text_of(paper).content_hash
        same = number % 3 == 2
        who = [people["icb"], people["icb" if same else "police"]]
        told = at_once(*(approves(case, person, text, moment) for person in who))
        counted = len(valid_approvals(paper, text, at=moment))
        fair = sorted(told) == ([DONE, REFUSED] if same else [DONE, DONE])
        if not fair or counted != (1 if same else 2):
            wrong.append(f"text {number}: told {told}, {counted} count")
    return wrong


def _written_anew(case, people, number, *, at):
    words = f"What we learned, for the {number}th time."
    prepared(case, people, summary=words, at=at)
    return searched(case, people, at=at)


def _who_acts(case) -> dict:
    """Who stands on the list of a case, by seat or by role."""
    held = RoleHeld.objects.filter(partnership=case.partnership)
    return {each.seat or each.role: each.person for each in held}


def _answered(review) -> list[str]:
    found = Confirmation.objects.filter(rapid_review=review, round=review.round)
    return sorted(found.values_list("seat", flat=True))


if __name__ == "__main__":
    review, people = a_rapid_review()
    case, others = a_case_with_people()
    json.dump(
        {
            "partners": partners(review, people),
            "the same partner": the_same_partner(review, people),
            "overtaken": overtaken(review, people),
            "edited": edited(review, people),
            "three partners": three_partners(),
            "the same form": the_same_form(case, others),
            "approvals": approvals(),
            "afterwards": wrongs(),
            "entries": verify().entries,
        },
        sys.stdout,
    )
