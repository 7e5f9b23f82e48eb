"""The pages of a family: who counts, who keeps in touch, what they were told."""

from django.shortcuts import render

from heed.cases import actions, family_forms, pages, queries
from heed.cases.answering import posted, vars_of
from heed.cases.models import FamilyMember
from heed.partnership.policies import for_case

AGREED_TO_BE_TOLD = {
    "heading": "What the family is told of the decision",
    "explanation": "Whoever keeps in touch with the family does not read decisions. "
    "They read what you agree here, and tell it.",
    "pressing": "asks whoever keeps in touch with the family to look, by email "
    "without a word of it",
    "to": "family",
}


@for_case
def family(request, public_id):
    found = queries.family_case_for(request.person, public_id, at=request.at)
    return render(request, "cases/family.html", pages.of_family(request, found))


@for_case
def keep_family_record(request, public_id):
    found = queries.family_case_for(request.person, public_id, at=request.at)
    record = queries.family_record_of(found)
    form = posted(request, family_forms.FamilyRecordForm, initial=vars_of(record))
    action, heading = actions.keep_family_record, "The family as a whole"
    return pages.step(request, form, action, record, heading=heading, to="family")


@for_case
def family_decision(request, public_id):
    found = queries.case_for(request.person, public_id, at=request.at)
    record = queries.family_record_of(found)
    form = posted(
        request,
        family_forms.AgreedTellingForm,
        initial=family_forms.agreed_until_now(record),
        shown=record,
    )
    action = actions.agree_what_family_is_told
    return pages.step(request, form, action, record, **AGREED_TO_BE_TOLD)


@for_case
def name_family_member(request, public_id):
    found = queries.family_case_for(request.person, public_id, at=request.at)
    form = posted(request, family_forms.FamilyMemberForm)
    action, heading = actions.name_family_member, "Name somebody of the family"
    return pages.step(request, form, action, found, heading=heading, to="family")


@for_case
def family_member(request, public_id):
    kept = queries.row_for(FamilyMember, request.person, public_id, at=request.at)
    pages.note_identity_read(request, kept.case)
    initial = vars_of(kept)
    form = posted(request, family_forms.FamilyMemberForm, initial=initial, shown=kept)
    action, heading = actions.amend_family_member, f"{kept.shown_as}: details"
    return pages.step(request, form, action, kept, heading=heading, to="family")


@for_case
def family_letter(request, public_id):
    kept = queries.row_for(FamilyMember, request.person, public_id, at=request.at)
    form = family_forms.FamilyLetterForm(request.POST or None)
    return pages.family_letter(request, form, kept)


@for_case
def name_family_contact(request, public_id):
    found = queries.family_case_for(request.person, public_id, at=request.at)
    record = queries.family_record_of(found)
    people = queries.people_on_the_list(found, at=request.at)
    form = posted(
        request, family_forms.FamilyContactPersonForm, people=people, shown=record
    )
    action, heading = actions.name_family_contact, "Who keeps in touch with the family"
    return pages.step(request, form, action, record, heading=heading, to="family")


@for_case
def record_family_contact(request, public_id):
    found = queries.family_case_for(request.person, public_id, at=request.at)
    members = queries.family_of(found)
    form = posted(request, family_forms.FamilyContactForm, members=members)
    action, heading = actions.record_family_contact, "Record a contact with the family"
    return pages.step(request, form, action, found, heading=heading, to="family")


@for_case
def record_protected_address(request, public_id):
    found = queries.case_for(request.person, public_id, at=request.at)
    people = {
        "children": queries.children_of(found),
        "members": queries.family_of(found),
    }
    form = posted(request, family_forms.ProtectedAddressForm, **people)
    action, heading = actions.record_protected_address, "Keep an address apart"
    return pages.step(request, form, action, found, heading=heading, to="family")
