"""The pages of consideration and notification."""

from django.shortcuts import redirect, render

from heed.cases import pages as case_pages
from heed.cases.answering import attempt, posted
from heed.cases.models import Child
from heed.cases.queries import case_for, row_for
from heed.cases.sheets import SheetForm, last_sheet
from heed.incidents import actions, forms, pages, queries
from heed.incidents.models import Notification
from heed.partnership.policies import for_case, for_roles
from heed.rulebook.criteria.records import DR_1
from heed.rulebook.language import Role

PARTNERS_BY_EMAIL = "tells the three partners, by email with the reference alone"


@for_case
def settle_awareness(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.AwarenessForm)
    action, heading = actions.settle_awareness, "When the local authority became aware"
    return case_pages.step(request, form, action, case, heading=heading)


@for_case
def weigh(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    context = case_pages.banner(request, case) | {
        "sheets": pages.working_sheets(case),
        "conclusion": queries.conclusion_for(case),
    }
    return render(request, "incidents/sheets.html", context)


@for_case
def weigh_child(request, public_id):
    child = row_for(Child, request.person, public_id, at=request.at)
    before = last_sheet(child.case, DR_1, child=child)
    form = posted(request, SheetForm, record=DR_1, before=before)
    heading = f"{child.shown_as}: {DR_1.title.lower()}"
    action, to = actions.weigh_notification, "weigh_notification"
    return case_pages.step(request, form, action, child, heading=heading, to=to)


@for_case
def give_view(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.ViewForm)
    action, heading = actions.give_view_on_notification, "Your body’s view on notifying"
    return case_pages.step(request, form, action, case, heading=heading)


@for_case
def decide(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.DecisionForm)
    if form.is_valid() and attempt(
        form,
        actions.decide_on_notification,
        case,
        by=request.person,
        at=request.at,
    ):
        return redirect("case", case.public_id)
    context = case_pages.banner(request, case) | pages.panel(
        case, request.person, request.at
    )
    return render(request, "incidents/decide.html", context | {"form": form})


@for_case
def record(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.NotificationForm)
    action, heading = actions.record_notification, "Record that the Panel was notified"
    return case_pages.step(request, form, action, case, heading=heading)


@for_case
def log(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.OutsideNotificationForm)
    action, heading = (
        actions.log_outside_notification,
        "Log a notification made outside",
    )
    return case_pages.step(request, form, action, case, heading=heading)


@for_case
def death_notice(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.DeathNoticeForm)
    action = actions.record_notification_of_death
    heading = "Record the notice of a death without abuse or neglect"
    return case_pages.step(request, form, action, case, heading=heading)


@for_case
def tell_partners(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.NothingMore)
    action, heading = actions.tell_partners, "Tell the safeguarding partners"
    sends = PARTNERS_BY_EMAIL
    return case_pages.step(request, form, action, case, heading=heading, pressing=sends)


@for_case
def withdraw(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    standing = queries.standing_notification_or_404(case)
    form = posted(request, forms.WithdrawalForm, shown=standing)
    action, heading = actions.withdraw_notification, "Withdraw the notification"
    return case_pages.step(request, form, action, standing, heading=heading)


@for_roles(
    Role.COORDINATOR,
    Role.MANAGER,
    Role.DELEGATED_PARTNER,
    Role.LOCAL_AUTHORITY_NOTIFIER,
)
def begin(request):
    form = posted(request, forms.OutsideNotificationForm)
    partnership = request.person.partnership
    if form.is_valid() and attempt(
        form,
        actions.begin_with_outside_notification,
        partnership,
        by=request.person,
        at=request.at,
    ):
        return redirect("home")
    return render(request, "incidents/begin.html", {"form": form})


@for_case
def notification(request, public_id):
    kept = row_for(Notification, request.person, public_id, at=request.at)
    context = case_pages.banner(request, kept.case) | {
        "notification": kept,
        "facts": queries.facts_for_the_national_form(kept.case),
    }
    return render(request, "incidents/notification.html", context)
