"""What is weighed, and what the three partners decide."""

from django.http import Http404
from django.shortcuts import render
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import ReasonForm, posted
from heed.cases.queries import case_for
from heed.cases.sheets import SheetForm, last_sheet, shown_sheet
from heed.partnership.policies import for_case
from heed.rapid_reviews import actions, forms, pages, queries
from heed.rapid_reviews.addresses import ONE
from heed.rapid_reviews.missing import parts_without
from heed.rapid_reviews.offers.deciding import decision_panel
from heed.rapid_reviews.views.one_step import step_page
from heed.rulebook.criteria.records import DR_2, DR_3

WEIGHED = {DR_2.slug: DR_2, DR_3.slug: DR_3}


@for_case
def criteria(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    sheets = [
        {
            "record": record,
            "sheet": (sheet := last_sheet(case, record)),
            "rows": shown_sheet(sheet, record),
        }
        for record in WEIGHED.values()
    ]
    context = case_pages.banner(request, case) | {"sheets": sheets}
    return render(request, "rapid_reviews/criteria.html", context)


@for_case
def weigh(request, public_id, record):
    case = case_for(request.person, public_id, at=request.at)
    if record not in WEIGHED:
        raise Http404
    rule = WEIGHED[record]
    beside = queries.beside_questions(case.partnership, rule)
    before = last_sheet(case, rule)
    form = posted(request, SheetForm, record=rule, before=before, beside=beside)

    def action(subject, **said):
        return actions.weigh_criteria(subject, record=record, **said)

    more = {"heading": rule.title, "to": "weigh_criteria", "explanation": rule.note}
    return case_pages.step(request, form, action, case, **more)


@for_case
def propose(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    review = queries.rapid_review_or_404(case)
    form = posted(request, pages.proposal_form(review), shown=review)
    more = {
        "heading": pages.proposal_heading(review),
        "pressing": "shows it to the three partners, each at their own desk",
        "template": "rapid_reviews/propose.html",
        "context": decision_panel(case, request.person, request.at)
        | {"lacking": parts_without(review, at=request.at)},
    }
    return case_pages.step(request, form, actions.propose_decision, review, **more)


@for_case
def confirm(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    review = queries.rapid_review_or_404(case)
    form = posted(request, forms.ConfirmationForm, shown=review)
    more = {
        "heading": "Confirm the decision for your body",
        "template": "rapid_reviews/confirm.html",
        "context": decision_panel(case, request.person, request.at),
    }
    return case_pages.step(request, form, actions.confirm_decision, review, **more)


@for_case
def view(request, public_id):
    form = posted(request, forms.ViewForm)
    heading = "Your body’s view on a review"
    return step_page(request, public_id, form, actions.give_view_on_review, heading)


@for_case
def open_views(request, public_id):
    form = posted(request, ReasonForm)
    action, heading = actions.open_views, "Open the sealed views before all are in"
    return step_page(request, public_id, form, action, heading, **pages.OPENING_VIEWS)


ADDRESSES = [
    path(f"{ONE}criteria/", criteria, name="weigh_criteria"),
    path(f"{ONE}criteria/<slug:record>/", weigh, name="weigh_record"),
    path(f"{ONE}decision/", propose, name="propose_decision"),
    path(f"{ONE}decision/confirm/", confirm, name="confirm_decision"),
    path(f"{ONE}view/", view, name="view_on_review"),
    path(f"{ONE}view/open/", open_views, name="open_views"),
]
