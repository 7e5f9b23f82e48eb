"""Staff draft; their safeguarding lead decides whether to refer."""

from django.shortcuts import redirect, render
from django.urls import reverse

from heed.cases.answering import ReasonsForm, attempt, posted
from heed.documents.queries import documents_of
from heed.partnership.policies import for_roles
from heed.referrals import actions, doors, forms, pages, queries
from heed.referrals.actions.drafting import PAPER
from heed.referrals.leads import may_refer_alone
from heed.referrals.models import Channel
from heed.referrals.models.referral import DRAFTERS
from heed.referrals.views import writing
from heed.rulebook import process
from heed.rulebook.language import Role
from heed.rulebook.outcomes import LeadDecision

staff = for_roles(*DRAFTERS)
TO_THE_UNIT = (
    "the coordinators and the manager, by email without a word of what it says"
)


@staff
def organisation(request):
    person, at = request.person, request.at
    context = {
        "organisation": queries.organisation_of_drafter(person, at=at),
        "tray": queries.drafts_waiting_for(person, at=at),
        "own": queries.drafts_of(person, at=at),
        "others": queries.drafts_of_organisation(person, at=at),
        "to_tell": queries.told_to_leads(person, at=at),
    }
    return render(request, "referrals/organisation.html", context)


@staff
def begin(request):
    person, at = request.person, request.at
    own = queries.organisation_of_drafter(person, at=at)
    if own is None or request.method != "POST":
        return redirect("organisation_referrals")
    draft = actions.begin_draft(
        partnership=person.partnership,
        channel=Channel.ORGANISATION,
        organisation=own,
        by=person,
        at=at,
    )
    return redirect("draft_page", draft.public_id, "safety", "risk")


@staff
def draft(request, public_id):
    found = queries.draft_in_organisation(request.person, public_id, at=request.at)
    is_own = found.drafted_by_id == request.person.pk
    context = {
        "referral": found,
        "is_own": is_own,
        "is_lead": queries.is_lead_of(request.person, found, at=request.at),
        "typed": pages.answered_sections(found.answers),
        "papers": documents_of(found, purpose=PAPER),
        "question": queries.last_question(found),
        "declined": found.lead_decision == LeadDecision.DO_NOT_REFER,
        "set_aside": queries.written_for_lead(found),
        "status": None if found.is_draft else queries.status_of_referral(found),
    }
    return render(request, "referrals/draft.html", context)


@staff
def check(request, key):
    door = doors.for_staff(request, key)
    is_lead = queries.is_lead_of(request.person, door.referral, at=request.at)
    refers = is_lead or may_refer_alone(door.partnership)
    action = actions.refer if refers else actions.draft_for_lead
    form = posted(request, forms.SendForm, shown=door.referral)
    if form.is_valid() and attempt(
        form, action, door.referral, by=door.by, at=request.at
    ):
        return redirect("draft", key)
    return writing.checked(request, door, form, writer_refers=refers)


@for_roles(Role.SAFEGUARDING_LEAD)
def decide(request, public_id):
    found = queries.draft_in_organisation(request.person, public_id, at=request.at)
    form = posted(request, forms.LeadForm, shown=found)
    return pages.step(
        request,
        form,
        actions.decide_as_lead,
        found,
        to=reverse("draft", args=[public_id]),
        heading="Decide whether to refer",
        explanation="Your decision starts, stops and delays no clock of the local "
        "authority. Anyone may refer without you.",
        sends_to="the colleague who drafted it, and if you refer, the business unit",
        button="Record my decision",
    )


def _reasons(request, public_id, step, action, *, heading, **shown):
    found = queries.draft_in_organisation(request.person, public_id, at=request.at)
    words = {"words": step.reasons or "Why?", "optional": step.never_stopped}
    form = posted(request, ReasonsForm, shown=found, **words)
    to = reverse("draft", args=[public_id])
    return pages.step(request, form, action, found, to=to, heading=heading, **shown)


@for_roles(Role.PRACTITIONER)
def escalate(request, public_id):
    return _reasons(
        request,
        public_id,
        process.ESCALATE_REFUSAL,
        actions.escalate_refusal,
        heading="Ask the business unit to look at it",
        explanation="Your lead has decided not to refer. You may ask all the same.",
        sends_to=TO_THE_UNIT,
        button="Send it to the business unit",
    )


@staff
def withdraw(request, public_id):
    return _reasons(
        request,
        public_id,
        process.WITHDRAW_REFERRAL,
        actions.withdraw_referral,
        heading="Take it back",
        explanation="If it has been sent, the partnership goes on looking at it.",
    )


@staff
def send_on(request, public_id):
    found = queries.draft_in_organisation(request.person, public_id, at=request.at)
    form = posted(request, forms.SendForm, shown=found)
    return pages.step(
        request,
        form,
        actions.offer_to_business_unit,
        found,
        to=reverse("draft", args=[public_id]),
        heading="Send it to the business unit now",
        explanation="It does not wait for your lead any longer.",
        sends_to=TO_THE_UNIT,
        button="Send it now",
    )


@for_roles(Role.SAFEGUARDING_LEAD)
def to_deputy(request, public_id):
    found = queries.draft_in_organisation(request.person, public_id, at=request.at)
    form = posted(request, forms.SendForm, shown=found)
    return pages.step(
        request,
        form,
        actions.offer_to_deputy,
        found,
        to=reverse("organisation_referrals"),
        heading="Pass it to your deputy",
        sends_to="your deputy, by email",
        button="Pass it on",
    )


@staff
def add(request, public_id):
    found = queries.draft_in_organisation(request.person, public_id, at=request.at)
    form = posted(request, forms.AddForm)
    return pages.step(
        request,
        form,
        actions.add_information,
        found,
        to=reverse("draft", args=[public_id]),
        heading="Add information",
        sends_to=TO_THE_UNIT,
        button="Send it",
    )
