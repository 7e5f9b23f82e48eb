"""A recommendation is made, and each organisation it is addressed to answers."""

from django.conf import settings
from django.urls import reverse

from heed.cases.access import excluded_from
from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.correspondence.actions import post
from heed.learning.models import Addressee, Recommendation
from heed.learning.queries import safeguarding_leads_of
from heed.rulebook import process


def make_recommendation(
    case: Case,
    *,
    text: str,
    intended_change: str,
    addressees,
    kind: str,
    scope: str,
    aim: str,
    origin: str,
    multi_agency: bool,
    by,
    at,
    themes=(),
    due_on=None,
    seen: Seen | None = None,
) -> Recommendation:
    """Make a recommendation, or a finding with a question, to organisations of the
    partnership, and say what it is to change for children."""
    with carrying_out(process.MAKE_RECOMMENDATION, case, by=by, at=at, seen=seen) as it:
        if not addressees:
            raise Refused("A recommendation is addressed to somebody.")
        if any(each.partnership_id != it.partnership_id for each in addressees):
            raise Refused("It is addressed to organisations of this partnership.")
        made = Recommendation.objects.create(
            **belonging_to(it),
            number=Recommendation.objects.filter(case=it).count() + 1,
            kind=kind,
            scope=scope,
            aim=aim,
            origin=origin,
            multi_agency=multi_agency,
            themes=list(themes),
            due_on=due_on,
            made_at=at,
            made_by=by.actor_name,
            text=text,
            intended_change=intended_change,
        )
        for organisation in addressees:
            Addressee.objects.create(
                **belonging_to(it), recommendation=made, organisation=organisation
            )
        _tell(made, addressees, by=by, at=at)
    return made


def _tell(made: Recommendation, addressees, *, by, at) -> None:
    path = reverse("recommendation", args=[made.public_id])
    out = excluded_from(made.case)
    for lead in safeguarding_leads_of(addressees, made.partnership, at=at):
        if lead.pk in out:
            continue
        post(
            "recommendation_made",
            to=lead.email,
            partnership=made.partnership,
            fields={"link": f"{settings.DESK_ADDRESS}{path}"},
            once=f"recommendation:{made.pk}:{lead.pk}",
            about_case=made.case_id,
            by=by,
            at=at,
        )


def respond_to_recommendation(
    addressee: Addressee,
    *,
    answer: str,
    reasons: str,
    by,
    at,
    seen: Seen | None = None,
) -> Addressee:
    """Accept a recommendation for the organisation it is addressed to, in part or
    whole, or say why not. A later answer takes the place of the earlier, which stays
    in the history."""
    with carrying_out(
        process.RESPOND_TO_RECOMMENDATION,
        addressee,
        by=by,
        at=at,
        outcome=answer,
        reasons=reasons,
        seen=seen,
    ) as it:
        it.answer, it.reasons = answer, reasons
        it.answered_at, it.answered_by = at, by.actor_name
        it.save(update_fields=["answer", "reasons", "answered_at", "answered_by"])
    return it
