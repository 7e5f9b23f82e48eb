"""The pages of consideration and notification."""

from django.shortcuts import redirect, render

from heed.cases import pages as case_pages
from heed.cases.answering import NothingMore, attempt, posted
from heed.cases.models import Child
from heed.cases.queries import case_for, children_of, row_for
from heed.cases.sheets import last_sheet
from heed.incidents import actions, forms, pages, queries, words
from heed.incidents.models import Enquiry, Notification
from heed.incidents.national_form import as_text
from heed.incidents.offers import AFTER_CARE, IN_CARE, NOT_KNOWN
from heed.partnership.policies import for_case, for_roles
from heed.rulebook import process
from heed.rulebook.criteria.records import DR_1
from heed.rulebook.roles import READS_THE_NATIONAL_FORM

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
        "across": pages.across_areas(case, request.person, request.at),
    }
    return render(request, "incidents/sheets.html", context)


@for_case
def weigh_child(request, public_id):
    child = row_for(Child, request.person, public_id, at=request.at)
    before = last_sheet(child.case, DR_1, child=child)
    form = posted(request, forms.NotificationSheetForm, before=before)
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
    form = posted(request, forms.DecisionForm, shown=case)
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
    form = posted(request, forms.NotificationForm, shown=case)
    action = actions.record_notification
    return pages.notifying(request, form, action, case, **words.OF_RECORDING)


@for_case
def log(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.OutsideNotificationForm, shown=case)
    action = actions.log_outside_notification
    return pages.notifying(request, form, action, case, **words.OF_LOGGING)


@for_case
def death_notice(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.DeathNoticeForm, shown=case)
    action = actions.record_notification_of_death
    return pages.notifying(request, form, action, case, **words.OF_A_DEATH)


@for_case
def log_death_notice(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.OutsideDeathNoticeForm, shown=case)
    action = actions.log_outside_death_notice
    return pages.notifying(request, form, action, case, **words.OF_AN_OUTSIDE_DEATH)


@for_case
def tell_partners(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, NothingMore)
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


@for_case
def pass_on_copy(request, public_id):
    kept = row_for(Notification, request.person, public_id, at=request.at)
    form = posted(request, forms.CopyForm, shown=kept)
    action, heading = actions.pass_on_copy, process.PASS_ON_COPY.name
    sends = "keeps the copy with the case and " + PARTNERS_BY_EMAIL
    return case_pages.step(request, form, action, kept, heading=heading, pressing=sends)


@for_case
def log_enquiry(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.EnquiryForm)
    action, heading = actions.log_enquiry, "Log an enquiry by the Panel or Ofsted"
    return case_pages.step(request, form, action, case, heading=heading)


@for_case
def looked_after(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.DeathForm, children=children_of(case))
    action, heading = actions.record_looked_after_death, IN_CARE
    return pages.death(request, form, action, case, heading=heading)


@for_case
def care_leaver(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.DeathForm, children=children_of(case))
    action, heading = actions.record_care_leaver_death, AFTER_CARE
    return pages.death(request, form, action, case, heading=heading)


@for_case
def other_learning(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.OtherLearningForm, shown=case)
    action, heading = actions.begin_other_learning, "Learn from it in another way"
    return case_pages.step(request, form, action, case, heading=heading)


@for_case
def lacking(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.LackingForm)
    action, heading = actions.note_open_item, NOT_KNOWN
    return case_pages.step(request, form, action, case, heading=heading)


@for_roles(*process.LOG_OUTSIDE_NOTIFICATION.by)
def begin(request):
    form = posted(request, forms.OutsideNotificationForm)
    action = actions.begin_with_outside_notification
    return pages.beginning(request, form, action, "incidents/begin.html")


@for_roles(*process.LOG_OUTSIDE_DEATH_NOTICE.by)
def begin_death_notice(request):
    form = posted(request, forms.OutsideDeathNoticeForm)
    action = actions.begin_with_death_notice
    return pages.beginning(request, form, action, "incidents/begin_death.html")


@for_roles(*process.LOG_ENQUIRY.by)
def begin_enquiry(request):
    form = posted(request, forms.EnquiryForm)
    action = actions.begin_with_enquiry
    return pages.beginning(request, form, action, "incidents/begin_enquiry.html")


@for_case
def enquiry(request, public_id):
    kept = row_for(Enquiry, request.person, public_id, at=request.at)
    context = case_pages.banner(request, kept.case) | {"enquiry": kept}
    return render(request, "incidents/enquiry.html", context)


@for_case
def notification(request, public_id):
    kept = row_for(Notification, request.person, public_id, at=request.at)
    context = pages.one_notification(request, kept)
    return render(request, "incidents/notification.html", context)


@for_case(*READS_THE_NATIONAL_FORM)
def national_form(request, public_id):
    case = pages.case_prepared_by(request.person, public_id, at=request.at)
    context = pages.national_form(request, case)
    return render(request, "incidents/national_form.html", context)


@for_case(*READS_THE_NATIONAL_FORM)
def national_form_text(request, public_id):
    case = pages.case_prepared_by(request.person, public_id, at=request.at)
    context = pages.national_form(request, case)
    context["text"] = as_text(context["sheet"])
    return render(request, "incidents/national_form_text.html", context)
