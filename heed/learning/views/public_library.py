"""What a partnership keeps in the public library beside the reports of its cases."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from heed.learning import beside, earlier_forms
from heed.learning.actions import publish_own_briefing
from heed.partnership.policies import for_roles
from heed.partnership.views.asking import done, posted
from heed.publications.actions import enter_earlier_review, withdraw_earlier_review
from heed.rulebook.roles import BUSINESS_UNIT


@for_roles(*BUSINESS_UNIT)
@require_GET
def public_library(request):
    context = beside.public_library(request.person.partnership)
    return render(request, "learning/public_library.html", context)


@for_roles(*BUSINESS_UNIT)
@require_POST
def own_briefing(request):
    publish_own_briefing(request.person.partnership, by=request.person, at=request.at)
    return redirect("public_library")


@for_roles(*BUSINESS_UNIT)
def earlier(request):
    files = request.FILES if request.method == "POST" else None
    form = earlier_forms.EarlierReviewForm(posted(request), files)
    if done(form, _enter, request, form):
        return redirect("public_library")
    return render(request, "learning/enter_earlier_review.html", {"form": form})


def _enter(request, form):
    who = {"by": request.person, "at": request.at}
    return enter_earlier_review(request.person.partnership, **form.answers, **who)


@for_roles(*BUSINESS_UNIT)
def withdraw(request):
    rows = beside.entered(request.person.partnership)
    form = earlier_forms.WithdrawEarlierForm(posted(request), rows=rows)
    if done(form, _withdraw, request, form):
        return redirect("public_library")
    return render(request, "learning/withdraw_earlier_review.html", {"form": form})


def _withdraw(request, form):
    who = {"by": request.person, "at": request.at}
    withdraw_earlier_review(request.person.partnership, form.chosen, **who)
