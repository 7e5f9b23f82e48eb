"""Recommendations: listed, made, read, answered."""

from django.shortcuts import render

from heed.cases import pages as case_pages
from heed.cases.answering import posted
from heed.cases.learned import points_without_action
from heed.cases.queries import case_for, row_for
from heed.chronologies.actions.findings import rest_on_rows
from heed.chronologies.forms.episodes import RestsForm
from heed.chronologies.pages.asking import cleared_here, step
from heed.learning import actions, forms, pages, queries
from heed.learning.models import Recommendation
from heed.learning.resting import KIND, rows_under
from heed.partnership.policies import for_case
from heed.rulebook import process


@for_case
def learning(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    context = case_pages.banner(request, case) | {
        "panel": pages.panel(case, request.person, request.at)
    }
    return render(request, "learning/learning.html", context)


@for_case
def make(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    organisations = queries.organisations_to_address(case, at=request.at)
    form = posted(request, forms.RecommendationForm, organisations=organisations)
    more = {
        "heading": "Make a recommendation",
        "to": "learning",
        "pressing": "tells the safeguarding leads of those organisations, by email "
        "without a word of it",
    }
    return case_pages.step(request, form, actions.make_recommendation, case, **more)


@for_case
def read(request, public_id):
    found = row_for(Recommendation, request.person, public_id, at=request.at)
    case_pages.note_read(request, found.case, "read_recommendation", found)
    context = pages.of_recommendation(request, found)
    return render(request, "learning/recommendation.html", context)


@for_case
def rest(request, public_id):
    found = row_for(Recommendation, request.person, public_id, at=request.at)
    case = case_for(request.person, found.case.public_id, at=request.at)
    now = rows_under(found, cleared=cleared_here(request, case)).numbers
    form = posted(request, RestsForm, initial={"rows": now, "were": now})

    def put(subject, **said):
        rest_on_rows(subject, kind=KIND, finding=public_id, **said)

    heading = (
        f"On which rows does {found.get_kind_display().lower()} {found.number} rest?"
    )
    how = {"of": process.LINK_FINDING, "to": "learning", "heading": heading}
    return step(request, form, put, case, **how)


@for_case
def respond(request, public_id):
    row = queries.addressee_for(request.person, public_id, at=request.at)
    form = posted(request, forms.ResponseForm, shown=row)
    more = {
        "heading": f"What {row.organisation.name} answers",
        "to": ("recommendation", row.recommendation.public_id),
        "quoted": row.recommendation.text,
    }
    return pages.step(request, form, actions.respond_to_recommendation, row, **more)


@for_case
def plan_for(request, public_id):
    found = row_for(Recommendation, request.person, public_id, at=request.at)
    owners = queries.possible_owners(found.case, request.person, at=request.at)
    form = posted(request, forms.ActionForm, owners=owners)
    more = {
        "heading": f"Plan an action for recommendation {found.number}",
        "to": ("recommendation", public_id),
        "quoted": found.text,
        "pressing": "tells the owner, by email without a word of it",
    }
    return pages.step(request, form, actions.plan_action, found, **more)


@for_case
def plan(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(
        request,
        forms.ActionForm,
        owners=queries.possible_owners(case, request.person, at=request.at),
        recommendations=queries.recommendations_of(case),
        points=points_without_action(case),
    )
    more = {"heading": "Plan an action", "to": "learning"}
    more["pressing"] = "tells the owner, by email without a word of it"
    return case_pages.step(request, form, actions.plan_action_for, case, **more)
