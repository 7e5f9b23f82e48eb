"""Cases that one review looks at together, as one reader may see them."""

from dataclasses import dataclass

from django.db.models import Q

from heed.cases.deadlines import running_deadline
from heed.cases.kept import rows_of
from heed.cases.models import Case, Deadline
from heed.cases.queries import children_of
from heed.rapid_reviews.models import JoinedReview, RapidReview
from heed.rulebook.clocks import REPORT_DUE
from heed.rulebook.outcomes import HOLDS_A_LOCAL_REVIEW


@dataclass(frozen=True)
class Together:
    """One case of a review of several, with its own clock."""

    case: Case
    children: list
    leads: bool
    why: str
    due: Deadline | None


def joined_in(case: Case) -> JoinedReview | None:
    """In which review a case is looked at beside others now; None where in none."""
    return rows_of(JoinedReview, case).filter(left_at=None).first()


def looked_at_together(case: Case, person, *, at) -> list[Together]:
    """The cases of the review that looks at this one too, those alone that the reader
    may open: the one that leads first. Empty where nothing was joined."""
    own = joined_in(case)
    lead_id = own.leads_id if own else case.pk
    joined = JoinedReview.objects.visible_to(person, at=at).filter(
        leads=lead_id, left_at=None
    )
    why = {each.case_id: each.why for each in joined}
    if not own and not why:
        return []
    seen = Case.objects.visible_to(person, at=at).filter(Q(pk=lead_id) | Q(pk__in=why))
    return [
        Together(
            each,
            children_of(each),
            leads=each.pk == lead_id,
            why=why.get(each.pk, ""),
            due=running_deadline(each, REPORT_DUE),
        )
        for each in sorted(seen, key=lambda one: (one.pk != lead_id, one.reference))
    ]


def reviews_to_join(case: Case, person, *, at) -> list[Case]:
    """The other cases that this person may open and whose partners decided to hold a
    local review; none that is looked at in another's itself."""
    held = RapidReview.objects.filter(decided_outcome__in=HOLDS_A_LOCAL_REVIEW)
    elsewhere = JoinedReview.objects.filter(left_at=None).values("case")
    found = Case.objects.visible_to(person, at=at).filter(
        pk__in=held.values("case"), partnership=case.partnership
    )
    return list(found.exclude(pk=case.pk).exclude(pk__in=elsewhere))
