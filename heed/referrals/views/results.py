"""Referrals that did not meet the criteria: challenged, and looked at together."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse

from heed.cases.answering import ReasonsForm, posted
from heed.partnership.policies import for_roles
from heed.referrals import actions, desk_forms, pages, queries
from heed.referrals.models.referral import DRAFTERS
from heed.rulebook import process
from heed.rulebook.language import Role, Stage
from heed.rulebook.roles import BUSINESS_UNIT

AGAIN = {
    "heading": "Ask to look at it again",
    "explanation": "It is looked at again from today, by another manager where there "
    "is one. What you write stays in Heed.",
    "sends_to": "the business unit, by email without a word of it",
    "button": "Ask to look again",
}


SETTING_ASIDE = {
    "heading": "Set this referral aside",
    "explanation": "Your reasons stay in Heed. The referrer is told in neutral words "
    "and may challenge it; a professional hears more through their safeguarding lead. "
    "A case may still be opened later.",
    "sends_to": "the referrer, where that is safe, and a lead if you choose one, by "
    "email without a word of it",
    "button": "Set it aside",
}


CAME_FROM = {
    "heading": "Where it came from",
    "explanation": "Results are looked at by agency. Who wrote is kept apart, and is "
    "not asked here.",
}


@for_roles(Role.MANAGER)
def set_aside(request, public_id):
    found = queries.received_for(request.person, public_id, at=request.at)
    form = posted(
        request,
        desk_forms.SetAsideForm,
        words=process.SET_ASIDE_REFERRAL.reasons,
        **pages.leads_asked(found, at=request.at),
        came_from=pages.sender_asked(found, at=request.at),
        shown=found,
    )
    to = reverse("referral", args=[public_id])
    return pages.step(request, form, actions.set_aside, found, to=to, **SETTING_ASIDE)


@for_roles(*BUSINESS_UNIT)
def came_from(request, public_id):
    found = queries.received_for(request.person, public_id, at=request.at)
    asked = pages.sender_asked(found, at=request.at)
    if asked is None:
        raise Http404
    form = posted(request, desk_forms.CameFromForm, shown=found, **asked)
    to = reverse("referral", args=[public_id])
    action = actions.say_where_it_came_from
    return pages.step(request, form, action, found, to=to, **CAME_FROM)


@for_roles(*BUSINESS_UNIT)
def look_again(request, public_id):
    found = queries.received_for(request.person, public_id, at=request.at)
    return _asked(request, found, "referral")


@for_roles(*DRAFTERS)
def draft_look_again(request, public_id):
    found = queries.draft_in_organisation(request.person, public_id, at=request.at)
    return _asked(request, found, "draft")


def _asked(request, found, page):
    is_set_aside = found.stage == Stage.NOT_PURSUED and not found.case_id
    if request.method != "POST" and not is_set_aside:
        raise Http404  # what was posted is answered by the action, and shown again
    words = process.ASK_TO_LOOK_AGAIN.reasons
    form = posted(request, ReasonsForm, words=words, shown=found)
    to = reverse(page, args=[found.public_id])
    return pages.step(request, form, actions.look_again, found, to=to, **AGAIN)


@for_roles(Role.SAFEGUARDING_LEAD)
def reasons_for_lead(request, public_id):
    told = queries.told_to_lead(request.person, public_id, at=request.at)
    words = ""
    if stands := queries.still_stands(told):
        words = actions.read_for_lead(told, by=request.person, at=request.at)
    context = {"told": told, "stands": stands, "words": words}
    return render(request, "referrals/reasons_for_lead.html", context)


@for_roles(*BUSINESS_UNIT)
def not_met(request):
    year = request.GET.get("year", "")
    register = queries.register_of(request.person, year=year, at=request.at)
    return render(request, "referrals/not_met.html", {"register": register})
