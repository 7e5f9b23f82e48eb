"""Once it is decided: who referred is told, and cases are looked at together."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path

from heed import clock
from heed.cases import pages as case_pages
from heed.cases.answering import ReasonForm, posted
from heed.cases.queries import case_for, row_for
from heed.partnership.policies import for_case, for_roles
from heed.partnership.views.asking import done
from heed.partnership.views.asking import posted as sent
from heed.rapid_reviews import actions, pages, queries
from heed.rapid_reviews.addresses import ONE
from heed.rapid_reviews.forms import together as forms
from heed.rapid_reviews.models import ToldReasons
from heed.rapid_reviews.views.one_step import step_page
from heed.referrals.queries import is_business_unit
from heed.rulebook.language import Role

manager = for_roles(Role.MANAGER)


@for_case
def tell(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    if not is_business_unit(request.person, case.partnership, at=request.at):
        raise Http404
    ways = queries.ways_to_tell(case, on=clock.london_date(request.at))
    named = case_pages.names_are_on(request, case)
    form = posted(request, forms.TellReasonsForm, ways=ways, named=named)
    action, more = actions.tell_reasons, pages.TELLING_REASONS
    return case_pages.step(request, form, action, case, **more)


@for_case
def told(request, public_id):
    row = row_for(ToldReasons, request.person, public_id, at=request.at)
    words = actions.read_told_reasons(row, by=request.person, at=request.at)
    context = {"told": row, "words": words}
    return render(request, "rapid_reviews/told_reasons.html", context)


@for_case
def join(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    cases = queries.reviews_to_join(case, request.person, at=request.at)
    form = posted(request, forms.JoinReviewForm, cases=cases)
    action, more = actions.join_review, pages.JOINING
    return case_pages.step(request, form, action, case, **more)


@for_case
def leave(request, public_id):
    form = posted(request, ReasonForm)
    action, heading = actions.leave_joined_review, "Look at this case by itself again"
    return step_page(request, public_id, form, action, heading)


@manager
def wordings(request):
    partnership = request.person.partnership
    context = {"records": queries.worded_rules(partnership), "partnership": partnership}
    return render(request, "rapid_reviews/rule_wordings.html", context)


@manager
def wording(request):
    partnership = request.person.partnership
    rule = queries.worded_rule(partnership, request.GET.get("place", ""))
    form = forms.RuleWordingForm(sent(request), initial={"words": rule.own})
    if done(form, _word, request, rule, form):
        return redirect("rule_wordings")
    context = {"form": form, "rule": rule, "partnership": partnership}
    return render(request, "rapid_reviews/rule_wording.html", context)


def _word(request, rule, form):
    actions.word_rule(
        request.person.partnership,
        place=rule.place,
        words=form.cleaned_data["words"],
        by=request.person,
        at=request.at,
    )


ADDRESSES = [
    path(f"{ONE}reasons/", tell, name="tell_reasons"),
    path("reasons-told/<str:public_id>/", told, name="told_reasons"),
    path(f"{ONE}together/", join, name="join_review"),
    path(f"{ONE}together/leave/", leave, name="leave_review"),
    path("account/rules/", wordings, name="rule_wordings"),
    path("account/rules/words/", wording, name="rule_wording"),
]
