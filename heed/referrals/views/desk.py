"""The business unit's referrals: what waits, one of them, and what is made of it."""

from django.shortcuts import redirect, render
from django.urls import reverse

from heed import clock
from heed.cases import pages as case_pages
from heed.cases.answering import ReasonsForm, attempt, posted, token_sent
from heed.cases.offers import beginnings_for
from heed.cases.steps import Refused
from heed.partnership.policies import for_case, for_roles, shown_afresh
from heed.referrals import actions, desk_forms, doors, forms, pages, queries
from heed.referrals.comparing import named_beside
from heed.referrals.models.referral import DRAFTERS
from heed.referrals.views import writing
from heed.rulebook import process
from heed.rulebook.roles import BUSINESS_UNIT

unit = for_roles(*BUSINESS_UNIT)
STEPPING_BACK = {
    "explanation": "Do so if you know somebody of the family, if it may be about your "
    "own work or somebody close to you, or if you are not sure. The referral is closed "
    "to you at once, and so is the case that comes of it, until others have decided.",
    "sends_to": "the others of the business unit, by email without a word of it",
    "button": "Step back",
}
TO_THE_REFERRER = "the referrer, by email without a word of it, where that is safe"


@for_roles(*BUSINESS_UNIT, *DRAFTERS)
def referrals(request):
    person, at = request.person, request.at
    if not queries.is_business_unit(person, person.partnership, at=at):
        return redirect("organisation_referrals")
    context = {
        "at_risk": queries.children_at_risk(person, at=at),
        "waiting": queries.page_of_waiting(person, request.GET.get("page"), at=at),
        "drafts": queries.drafts_the_business_unit_sees(person, at=at),
        "typed": queries.typed_drafts(person, at=at),
        "emails": queries.emails_waiting(person, at=at),
        "set_aside": queries.referrals_set_aside(person, at=at),
        "beginnings": beginnings_for(person, at=at),
    }
    return render(request, "referrals/referrals.html", context)


@unit
def leads(request):
    partnership = request.person.partnership
    listed = queries.directory_of_leads(partnership, at=request.at)
    outside = [held for one in listed for held in one.outside]
    today = clock.london_date(request.at)
    context = {"listed": listed, "outside": outside, "today": today}
    return render(request, "referrals/leads.html", context)


@unit
def find(request):
    form = posted(request, desk_forms.FindForm)
    context = {"form": form, "found": None}
    if form.is_valid():
        words = form.cleaned_data["words"]
        actions.note_search(by=request.person, at=request.at)
        context["found"] = queries.found_by(request.person, words, at=request.at)
    return render(request, "referrals/find.html", context)


@for_case
def referral(request, public_id):
    found = _of(request, public_id)
    if request.method == "POST" and found.case:
        case_pages.switch_names(request, found.case)
        return redirect("referral", public_id)
    context = pages.read_referral(request, found)
    return render(request, "referrals/referral.html", context)


@unit
def child_at_risk(request, public_id):
    found = queries.child_at_risk_for(request.person, public_id, at=request.at)
    form = posted(request, desk_forms.AtRiskForm, shown=found.referral)
    if form.is_valid() and attempt(
        form, actions.confirm_child_safe, found, by=request.person, at=request.at
    ):
        return redirect("referrals")
    context = {"kept": found, "form": form, **pages.of_risk(found.referral)}
    return render(request, "referrals/child_at_risk.html", context)


# What is typed in


@unit
def type_in(request):
    form = posted(request, forms.TypeInForm)
    if form.is_valid():
        try:
            draft = actions.type_in(
                partnership=request.person.partnership,
                by=request.person,
                at=request.at,
                **form.cleaned_data,
            )
        except Refused as refused:
            form.add_error("file", str(refused))
        else:
            return redirect("typed_tasks", draft.public_id)
    return render(request, "referrals/type_in.html", {"form": form})


@unit
def check_typed(request, key):
    door = doors.for_typing_in(request, key)
    form = posted(request, forms.StatedForm, shown=door.referral)
    if form.is_valid() and form.cleaned_data["stated_at"] > request.at:
        form.add_error("stated_at", "It cannot have reached you in the future.")
    if form.is_valid() and attempt(
        form, _refer_as_stated, door.referral, by=door.by, at=request.at
    ):
        return redirect("referral", key)
    return writing.checked(request, door, form)


def _refer_as_stated(referral, *, stated_at, **more):
    day = clock.london_date(stated_at)
    return actions.refer(referral, effective_on=day, **more)


# What is made of one


def _of(request, public_id):
    return queries.received_for(request.person, public_id, at=request.at)


def _step(request, public_id, action, form, **shown):
    to = reverse("referral", args=[public_id])
    return pages.step(request, form, action, _of(request, public_id), to=to, **shown)


def _reasons(request, public_id, rule):
    found = _of(request, public_id)
    return posted(request, ReasonsForm, words=rule.reasons, shown=found)


@unit
def return_for_information(request, public_id):
    found = _of(request, public_id)
    gaps = queries.gaps_to_ask_about(found)
    return _step(
        request,
        public_id,
        actions.return_for_information,
        posted(request, desk_forms.GapsForm, gaps=gaps, shown=found),
        heading="Ask the referrer for what is missing",
        explanation="What you write stays in Heed. Tell the referrer by telephone.",
        sends_to=TO_THE_REFERRER,
        button="Ask for it",
    )


@unit
def withdraw(request, public_id):
    return _step(
        request,
        public_id,
        actions.withdraw_referral,
        _reasons(request, public_id, process.WITHDRAW_REFERRAL),
        heading="Note that the referrer takes it back",
        explanation="Consideration goes on all the same.",
    )


@unit
def acknowledge(request, public_id):
    form = posted(request, forms.SendForm, shown=_of(request, public_id))
    return _step(
        request,
        public_id,
        actions.acknowledge,
        form,
        heading="Record that the referrer was told it has arrived",
        explanation="By telephone or by post. No email is sent.",
        button="Record it",
    )


@for_case
def add(request, public_id):
    form = posted(request, forms.AddForm)
    heading = "Add information"
    action = actions.add_information
    return _step(request, public_id, action, form, heading=heading)


@unit
def open_case(request, public_id):
    # Pressed twice, the referral is the case's already, and its opener goes on there.
    if case := queries.case_opened_by(request.person, token_sent(request)):
        return redirect("declaration", case.public_id)
    found = _of(request, public_id)
    form = posted(request, forms.SendForm, shown=found)
    if form.is_valid() and attempt(
        form, actions.open_case, found, by=request.person, at=request.at
    ):
        case = queries.case_opened_from(found)
        return redirect("declaration", case.public_id)
    context = pages.of_referral(request, found) | {"form": form}
    context["beside"] = named_beside(found)
    return render(request, "referrals/open_case.html", context)


@unit
def step_back(request, public_id):
    """Asked for before it is read: nothing of it stands on this page."""
    found = _of(request, public_id)
    form = posted(request, forms.StepBackForm, shown=found)
    how = {"to": reverse("referrals"), "heading": f"Step back from {found.reference}"}
    return pages.step(request, form, actions.step_back, found, **how, **STEPPING_BACK)


# What is kept apart


@unit
def referrer(request, public_id):
    found = _of(request, public_id)
    if request.method != "POST":
        return redirect("referral", public_id)
    identity = actions.show_referrer(found, by=request.person, at=request.at)
    context = {
        "referral": found,
        "referrer": queries.referrer_of(found),
        "identity": pages.identity_in_words(identity),
    }
    return render(request, "referrals/referrer.html", context)


@shown_afresh
@unit
def withheld_address(request, public_id):
    found = _of(request, public_id)
    form = posted(request, forms.AddressReasonForm)
    addresses = {}
    if form.is_valid():
        try:
            addresses = actions.show_withheld_address(
                found, by=request.person, at=request.at, **form.answers
            )
        except Refused as refused:
            form.add_error(None, str(refused))
    context = {"referral": found, "form": form, "addresses": addresses}
    return render(request, "referrals/withheld_address.html", context)


@unit
def new_secret(request, public_id):
    found = _of(request, public_id)
    secret = ""
    if request.method == "POST":
        secret = actions.give_new_secret(found, by=request.person, at=request.at)
    context = {"referral": found, "secret": secret}
    return render(request, "referrals/new_secret.html", context)
