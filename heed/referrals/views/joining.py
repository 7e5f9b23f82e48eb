"""Two that are about the same child and incident: found, compared, joined, parted."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from heed.cases.answering import ReasonsForm, attempt, posted
from heed.cases.models import Case
from heed.cases.pages import names_are_on, note_identity_read
from heed.partnership.policies import for_roles
from heed.referrals import actions, desk_forms, forms, pages, queries
from heed.referrals.comparing import side_by_side
from heed.rulebook import process
from heed.rulebook.roles import BUSINESS_UNIT

unit = for_roles(*BUSINESS_UNIT)
NO_SUCH = (
    "You may open no case with this reference, and no referral that could be joined. "
    "If it was set aside, ask to look at it again first."
)


@unit
def join(request, public_id):
    found = queries.received_for(request.person, public_id, at=request.at)
    form = forms.WhatToJoinForm(request.POST or None)
    if form.is_valid():
        reference = form.cleaned_data["reference"]
        other = queries.one_to_join(found, request.person, reference, at=request.at)
        if other:
            return redirect("compare_referral", public_id, other.public_id)
        form.add_error("reference", NO_SUCH)
    context = pages.of_referral(request, found) | {"form": form}
    context["others"] = queries.to_join(found, request.person, at=request.at)
    return render(request, "referrals/join.html", context)


@unit
def compare(request, public_id, other):
    found = queries.received_for(request.person, public_id, at=request.at)
    there = queries.to_compare(found, request.person, other, at=request.at)
    words = "Why are they about the same child and incident?"
    form = posted(request, ReasonsForm, words=words, shown=found)
    if form.is_valid() and _joined(request, form, found, there):
        return redirect("referral", public_id)
    is_case = isinstance(there, Case)
    _note_reading(request, found, there)
    context = {"referral": found, "other": there, "is_case": is_case, "form": form}
    context["rows"] = side_by_side(found, there)
    return render(request, "referrals/compare.html", context)


def _note_reading(request, found, there):
    by = {"by": request.person, "at": request.at}
    actions.note_reading(found, **by)
    if isinstance(there, Case):
        note_identity_read(request, there)
    else:
        actions.note_reading(there, **by)


def _joined(request, form, found, there):
    action = actions.join_to_referral
    if isinstance(there, Case):
        action = actions.join_to_case
    return attempt(form, action, found, there, by=request.person, at=request.at)


@unit
def separate(request, public_id):
    found = queries.received_for(request.person, public_id, at=request.at)
    if not found.case_id and not found.joined_to_id:
        raise Http404
    words = f"{process.SEPARATE_REFERRAL.reasons}?"
    return pages.step(
        request,
        posted(request, ReasonsForm, words=words, shown=found),
        actions.separate,
        found,
        to=reverse("referral", args=[public_id]),
        heading=f"Take {found.reference} out again",
        explanation=OUT_AGAIN,
        button="Take it out",
    )


@unit
def split(request, public_id):
    found = queries.received_for(request.person, public_id, at=request.at)
    if found.case_id:
        raise Http404
    offered = pages.offered_to_split(found)
    form = posted(request, desk_forms.SplitForm, offered=offered, shown=found)
    by = {"by": request.person, "at": request.at}
    if form.is_valid() and attempt(form, actions.split_referral, found, **by):
        return redirect("referral", public_id)
    if form.stale_against:
        form = pages.asked_anew(form, form.stale_against)
    actions.note_reading(found, **by)
    return render(request, "referrals/split.html", {"referral": found, "form": form})


@unit
def move_added(request, public_id, other):
    found, there = _two_parts(request, public_id, other)
    if closed := _names_off(request, found, there):
        return redirect("referral", closed.public_id)
    offered = pages.offered_to_move(found, there)
    asked = {"offered": offered, "shown": found, "other": there}
    form = posted(request, desk_forms.MoveForm, **asked)
    by = {"by": request.person, "at": request.at}
    if form.is_valid() and attempt(form, actions.move_added, found, there, **by):
        return redirect("referral", other)
    for each in (found, there):
        actions.note_reading(each, **by)
    context = {"referral": found, "other": there, "form": form}
    return render(request, "referrals/move_added.html", context)


def _two_parts(request, *public_ids):
    """Two that came out of one referral, both for this reader; else Http404."""
    person, at = request.person, request.at
    found, there = (queries.received_for(person, p, at=at) for p in public_ids)
    if there not in queries.split_apart(found):
        raise Http404
    return found, there


@unit
def before_split(request, public_id, split):
    found = queries.received_for(request.person, public_id, at=request.at)
    split = queries.split_of(found, request.person, split, at=request.at)
    if closed := _names_off(request, split.referral, split.taken):
        return redirect("referral", closed.public_id)
    for each in (split.referral, split.taken):
        actions.note_reading(each, by=request.person, at=request.at)
    context = {"referral": found, "split": split, "first": split.referral}
    context |= pages.before_split(split)
    return render(request, "referrals/before_split.html", context)


def _names_off(request, *both):
    """The first of two whose case has its names turned off: files are called after
    people."""
    closed = (e for e in both if e.case and not names_are_on(request, e.case))
    return next(closed, None)


OUT_AGAIN = (
    "It stands by itself again, with what came with it, and waits to be looked at. Its "
    "clocks ran on. What people of the case read in it meanwhile stays on record."
)
