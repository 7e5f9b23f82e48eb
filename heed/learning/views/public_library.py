"""What a partnership keeps in the public library beside the reports of its cases."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from heed.learning import beside, earlier_forms
from heed.learning.actions import publish_own_briefing
from heed.partnership.policies import for_roles, shown_afresh
from heed.partnership.views.asking import done, or_404, posted
from heed.publications.actions import (
    confirm_earlier_withdrawal,
    enter_earlier_review,
    propose_earlier_review,
    set_aside_earlier_review,
    withdraw_earlier_review,
)
from heed.publications.earlier import waiting_in, waiting_row
from heed.publications.queries import earlier_withdrawal_or_404
from heed.rulebook.language import Role
from heed.rulebook.roles import APPROVERS, BUSINESS_UNIT

CONFIRM = (Role.DELEGATED_PARTNER,)


@for_roles(*BUSINESS_UNIT)
@require_GET
def public_library(request):
    context = beside.public_library(request.person.partnership)
    return render(request, "learning/public_library.html", context)


@shown_afresh
@for_roles(*BUSINESS_UNIT)
@require_POST
def own_briefing(request):
    publish_own_briefing(request.person.partnership, by=request.person, at=request.at)
    return redirect("public_library")


@for_roles(*BUSINESS_UNIT)
def earlier(request):
    files = request.FILES if request.method == "POST" else None
    form = earlier_forms.EarlierReviewForm(posted(request), files)
    if done(form, _propose, request, form):
        return redirect("earlier_reviews")
    return render(request, "learning/enter_earlier_review.html", {"form": form})


def _propose(request, form):
    who = {"by": request.person, "at": request.at}
    return propose_earlier_review(request.person.partnership, **form.answers, **who)


@for_roles(*BUSINESS_UNIT, *APPROVERS)
@require_GET
def waiting(request):
    rows = waiting_in(request.person.partnership)
    return render(request, "learning/earlier_reviews.html", {"rows": rows})


@shown_afresh
@for_roles(*BUSINESS_UNIT, *APPROVERS)
def one(request, public_id):
    row = or_404(waiting_row, request.person.partnership, public_id)
    shown = {"content_hash": row.content_hash}
    form = earlier_forms.EnterEarlierForm(
        posted(request), initial=shown, offers_scan=row.offers_scan
    )
    if done(form, _enter, request, row, form):
        return redirect("earlier_reviews")
    context = beside.to_be_entered(row) | {"form": form}
    return render(request, "learning/earlier_review.html", context)


def _enter(request, row, form):
    who = {"by": request.person, "at": request.at}
    return enter_earlier_review(row, **form.answers, **who)


@for_roles(*BUSINESS_UNIT, *APPROVERS)
@require_POST
def set_aside(request, public_id):
    row = or_404(waiting_row, request.person.partnership, public_id)
    set_aside_earlier_review(row, by=request.person, at=request.at)
    return redirect("earlier_reviews")


@shown_afresh
@for_roles(*BUSINESS_UNIT)
def withdraw(request):
    rows = beside.entered(request.person.partnership)
    form = earlier_forms.WithdrawEarlierForm(posted(request), rows=rows)
    if done(form, _withdraw, request, form):
        return redirect("public_library")
    return render(request, "learning/withdraw_earlier_review.html", {"form": form})


def _withdraw(request, form):
    who = {"by": request.person, "at": request.at}
    who |= form.answers
    withdraw_earlier_review(request.person.partnership, form.chosen, **who)


@for_roles(*BUSINESS_UNIT, *CONFIRM)
def confirm_withdrawal(request, public_id):
    partnership = request.person.partnership
    kept = earlier_withdrawal_or_404(partnership, public_id)
    form = earlier_forms.ConfirmEarlierForm(posted(request))
    who = {"by": request.person, "at": request.at}
    if done(form, confirm_earlier_withdrawal, kept, **who):
        return redirect("confirm_earlier_withdrawal", public_id)
    context = {"form": form, "kept": kept}
    return render(request, "learning/confirm_earlier_withdrawal.html", context)
