"""The pages of a case."""

from django.http import Http404
from django.shortcuts import redirect, render

from heed.cases import (
    actions,
    addresses,
    child_forms,
    forms,
    granting,
    pages,
    queries,
)
from heed.cases import interests as judging
from heed.cases.answering import ReasonForm, attempt, posted
from heed.cases.called import how_children_are_called
from heed.cases.describing import incident_days_of
from heed.cases.history_page import of_history
from heed.cases.models import (
    AccessGrant,
    Child,
    ProtectedAddress,
    SafetyAction,
)
from heed.partnership.policies import for_case, shown_afresh


@for_case
def case(request, public_id):
    try:
        found = queries.case_for(request.person, public_id, at=request.at)
    except Http404:
        queries.listed_case_for(request.person, public_id, at=request.at)
        return redirect("declaration", public_id)
    return render(request, "cases/case.html", pages.of_case(request, found))


@for_case
def declaration(request, public_id):
    found = queries.listed_case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.DeclarationForm)
    if form.is_valid() and attempt(
        form, actions.declare_interest, found, by=request.person, at=request.at
    ):
        if form.cleaned_data["answer"] != actions.NO_INTEREST:
            return redirect("home")
        return redirect(pages.first_page(request, found), public_id)
    return render(request, "cases/declaration.html", {"form": form, "case": found})


@for_case
def history(request, public_id):
    found = queries.case_for(request.person, public_id, at=request.at)
    return render(request, "cases/history.html", of_history(request, found))


@for_case
def names(request, public_id):
    found = queries.entered_case_for(request.person, public_id, at=request.at)
    if request.method == "POST":
        pages.switch_names(request, found)
    return redirect(pages.back(request, found))


@for_case
def children(request, public_id):
    found = queries.case_for(request.person, public_id, at=request.at)
    return render(request, "cases/children.html", pages.of_children(request, found))


@for_case
def child(request, public_id):
    return pages.about_child(request, public_id, child_forms.ChildForm)


@for_case
def child_identity(request, public_id):
    return pages.about_child(request, public_id, child_forms.ChildIdentityForm)


@for_case
def child_care(request, public_id):
    return pages.about_child(request, public_id, child_forms.ChildCareForm)


@for_case
def child_harm(request, public_id):
    return pages.about_child(request, public_id, child_forms.ChildHarmForm)


@for_case
def add_child(request, public_id):
    found = queries.case_for(request.person, public_id, at=request.at)
    form = posted(request, child_forms.ChildForm)
    action, how = actions.add_child, {"heading": "Add a child", "to": "children"}
    return pages.step(request, form, action, found, **how)


@for_case
def pseudonym(request, public_id):
    kept = queries.row_for(Child, request.person, public_id, at=request.at)
    naming = how_children_are_called(kept.partnership)
    form = posted(request, forms.PseudonymForm, shown=kept, naming=naming)
    action, heading = actions.choose_pseudonym, "Choose a name for the report"
    return pages.step(request, form, action, kept, heading=heading)


@for_case
def raise_safety_action(request, public_id):
    found = queries.entered_case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.SafetyActionForm, at=request.at)
    action, heading = actions.raise_safety_action, "Ask for a child to be made safe now"
    more = {
        "pressing": "tells the business unit and the three partners, by email without "
        "a name",
        "to": pages.first_page(request, found),
    }
    return pages.step(request, form, action, found, heading=heading, **more)


@for_case
def confirm_safety_action(request, public_id):
    kept = queries.row_for(SafetyAction, request.person, public_id, at=request.at)
    form = posted(request, forms.SafetyConfirmationForm, shown=kept)
    action, heading = (
        actions.confirm_safety_action,
        "Confirm that a child was made safe",
    )
    more = {
        "explanation": f"{kept.what} ({kept.owner_organisation})",
        "pressing": "tells the coordinators and the three partners, by email without "
        "a name",
    }
    return pages.step(request, form, action, kept, heading=heading, **more)


@for_case
def deadline(request, deadline_id):
    kept = queries.deadline_for(request.person, deadline_id, at=request.at)
    context = pages.banner(request, kept.case) | pages.of_deadline(request, kept)
    return render(request, "cases/deadline.html", context)


@for_case
def new_target(request, deadline_id):
    kept = queries.deadline_for(request.person, deadline_id, at=request.at)
    form = posted(request, forms.NewTargetForm)
    action, heading = actions.extend_deadline, "Agree a later target"
    return pages.step(request, form, action, kept, heading=heading)


@for_case
def amend_start(request, deadline_id):
    kept = queries.deadline_for(request.person, deadline_id, at=request.at)
    form = posted(request, forms.StartForm)
    how = {
        "heading": "Correct the day from which a clock runs",
        "explanation": pages.start_until_now(kept),
    }
    return pages.step(request, form, actions.amend_start, kept, **how)


@for_case
def lateness(request, deadline_id):
    kept = queries.deadline_for(request.person, deadline_id, at=request.at)
    form = posted(request, forms.LatenessForm)
    action, heading = actions.give_reason_for_lateness, "Why a date was missed"
    return pages.step(request, form, action, kept, heading=heading)


@for_case
def open_item(request, item_id):
    kept = queries.open_item_for(request.person, item_id, at=request.at)
    form = posted(request, forms.OpenItemForm)
    heading = kept.label
    return pages.step(request, form, actions.answer_open_item, kept, heading=heading)


@for_case
def incident_days(request, public_id):
    found = queries.case_for(request.person, public_id, at=request.at)
    known = incident_days_of(found)
    form = posted(request, forms.IncidentDaysForm, initial=known, shown=found)
    action, heading = actions.record_incident_days, "When it happened"
    why = "The guidance in force on that day governs the case."
    how = {"heading": heading, "explanation": why}
    return pages.step(request, form, action, found, **how)


@for_case
def incident_place(request, public_id):
    found = queries.case_for(request.person, public_id, at=request.at)
    known = {"kind_of_place": found.kind_of_place}
    form = posted(request, forms.IncidentPlaceForm, initial=known, shown=found)
    action, heading = actions.record_incident_place, "What kind of place it was"
    return pages.step(request, form, action, found, heading=heading)


@for_case
def note_circumstance(request, public_id):
    found = queries.case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.CircumstanceForm, flags=found.flags)
    heading = "Note care, another area or public interest"
    action, explanation = actions.note_circumstance, pages.circumstances_now(found)
    how = {"heading": heading, "explanation": explanation}
    return pages.step(request, form, action, found, **how)


@for_case
def transfer_case(request, public_id):
    found = queries.case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.TransferForm)
    action, heading = actions.transfer_case, "Hand the lead to another area"
    tells = "records it, and tells the partners and the manager. No date changes"
    return pages.step(request, form, action, found, heading=heading, pressing=tells)


@for_case
def access(request, public_id):
    found = queries.case_for(request.person, public_id, at=request.at)
    judges = judging.may_judge_interests(found, request.person, at=request.at)
    context = pages.banner(request, found) | {
        "access_list": queries.access_list_of(found, at=request.at),
        "may_judge": judges,
    }
    return render(request, "cases/access.html", context)


@shown_afresh
@for_case
def grant_access(request, public_id):
    found = queries.case_for(request.person, public_id, at=request.at)
    held = granting.roles_to_grant(found, by=request.person, at=request.at)
    form = posted(request, forms.GrantForm, held=held)
    action, heading = actions.grant_access, "Put somebody on the list"
    return pages.step(request, form, action, found, heading=heading, to="case_access")


@for_case
def revoke_access(request, public_id):
    kept = queries.row_for(AccessGrant, request.person, public_id, at=request.at)
    form = posted(request, ReasonForm, shown=kept)
    action, heading = actions.revoke_access, "Take somebody off the list"
    return pages.step(request, form, action, kept, heading=heading, to="case_access")


@for_case
def exclude(request, public_id):
    found = queries.case_for(request.person, public_id, at=request.at)
    people = granting.people_to_exclude(found, by=request.person, at=request.at)
    form = posted(request, forms.ExclusionForm, people=people)
    action, heading = actions.exclude_person, "Keep somebody from this case"
    return pages.step(request, form, action, found, heading=heading, to="case_access")


@for_case
def interests(request, public_id):
    found = queries.case_for(request.person, public_id, at=request.at)
    return pages.interests(request, found)


@for_case
def interest(request, public_id):
    kept = judging.declaration_for(request.person, public_id, at=request.at)
    pages.note_read(request, kept.case, "read_interests", kept)
    could = judging.who_could_replace(kept, by=request.person, at=request.at)
    first = judging.first_word_about(kept, at=request.at)
    second = judging.is_second(first, request.person)
    more = {"people": could, "as_second": second, "shown": kept}
    form = posted(request, forms.InterestDecisionForm, **more)
    how = pages.about_interest(kept, first)
    return pages.step(request, form, actions.decide_on_interest, kept, **how)


@shown_afresh
@for_case
def lift_exclusion(request, public_id):
    kept = judging.exclusion_for(request.person, public_id, at=request.at)
    pages.note_read(request, kept.case, "read_interests", kept)
    first = judging.first_word_on(kept, at=request.at)
    more = {"as_second": judging.is_second(first, request.person), "shown": kept}
    form = posted(request, forms.WhetherSomebodyStaysOutForm, **more)
    how = pages.about_lifting(kept, first)
    return pages.step(request, form, actions.lift_exclusion, kept, **how)


@shown_afresh
@for_case
def protected_address(request, public_id):
    kept = queries.row_for(ProtectedAddress, request.person, public_id, at=request.at)
    return pages.protected_address(request, kept)


@shown_afresh
@for_case
def agreed_address(request, public_id):
    kept = queries.row_for(ProtectedAddress, request.person, public_id, at=request.at)
    if request.method != "POST":
        return redirect("protected_address", public_id)
    return pages.agreed_address(request, kept)


@for_case
def address_requests(request, public_id):
    person, at = request.person, request.at
    found = addresses.business_unit_case_for(person, public_id, at=at)
    return pages.address_requests(request, found)


@shown_afresh
@for_case
def address_request(request, public_id):
    asked = addresses.request_to_answer(request.person, public_id, at=request.at)
    pages.note_read(request, asked.case, "read_address_requests", asked)
    form = posted(request, forms.AddressAnswerForm, shown=asked)
    how = pages.about_address_request(asked)
    return pages.step(request, form, actions.answer_address_request, asked, **how)
