"""The pages on which somebody says how people are related."""

from heed.cases import (
    actions,
    kinfolk,
    pages,
    queries,
    relation_forms,
    relation_pages,
)
from heed.cases.answering import posted
from heed.cases.models import Household, Relation
from heed.partnership.policies import for_case


@for_case
def relate(request, public_id):
    found = queries.family_case_for(request.person, public_id, at=request.at)
    people = relation_pages.people_to_choose(request, found)
    form = posted(request, relation_forms.RelationForm, **people)
    action, how = actions.relate_people, {"heading": "How two people are related"}
    return pages.step(request, form, action, found, to="family", **how)


@for_case
def relation(request, public_id):
    kept = queries.row_for(Relation, request.person, public_id, at=request.at)
    pages.note_identity_read(request, kept.case)
    known = {name: getattr(kept, name) for name in ("since", "until", "words")}
    form = posted(
        request, relation_forms.RelationAmendedForm, initial=known, shown=kept
    )
    told = kinfolk.told_of(kept, **relation_pages.how_named(request, kept.case))
    how = {"heading": "Change a relation", "explanation": told, "to": "family"}
    return pages.step(request, form, actions.amend_relation, kept, **how)


@for_case
def keep_household(request, public_id):
    found = queries.family_case_for(request.person, public_id, at=request.at)
    people = relation_pages.people_to_choose(request, found)
    form = posted(request, relation_forms.HouseholdForm, **people)
    action, how = actions.keep_household, {"heading": "Who lives with whom"}
    return pages.step(request, form, action, found, to="family", **how)


@for_case
def household(request, public_id):
    kept = queries.row_for(Household, request.person, public_id, at=request.at)
    pages.note_identity_read(request, kept.case)
    known = {name: getattr(kept, name) for name in ("people", "since", "until")}
    people = relation_pages.people_to_choose(request, kept.case)
    form_class = relation_forms.HouseholdAmendedForm
    form = posted(request, form_class, initial=known, shown=kept, **people)
    how = {"heading": "Who lives with whom", "to": "family"}
    return pages.step(request, form, actions.amend_household, kept, **how)
