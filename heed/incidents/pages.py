"""What the case page shows of consideration and notification."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from heed.cases import pages as case_pages
from heed.cases.access import standings_of, why_not
from heed.cases.answering import attempt
from heed.cases.deadlines import running_deadline
from heed.cases.leading import who_leads
from heed.cases.queries import case_for, children_of, reads_the_family_record
from heed.cases.sharing import shares_of
from heed.cases.sheets import last_sheet, shown_sheet
from heed.incidents import queries
from heed.incidents.models import FROM_OUTSIDE
from heed.incidents.national_form import sheet_for
from heed.rulebook.clocks import COPY_WITH_PARTNERS, PARTNERS_TOLD
from heed.rulebook.criteria.notifiable import Duty
from heed.rulebook.criteria.records import DR_1
from heed.rulebook.language import Seat
from heed.rulebook.outcomes import label
from heed.rulebook.process import PASS_ON_COPY, RECORD_INCIDENT_DAYS, SHARE_CASE
from heed.rulebook.roles import READS_THE_NATIONAL_FORM, SEATS


def is_notified(case) -> bool:
    return queries.standing_notification(case) is not None


def not_notified(case) -> bool:
    """Whether what is considered now was not notified yet."""
    return queries.notification_that_counts(case) is None


def untold(case) -> bool:
    """Whether the clock for telling the partners still runs."""
    return running_deadline(case, PARTNERS_TOLD) is not None


def panel(case, person, at) -> dict:
    """When they became aware, what each partner thinks, what was decided and sent."""
    decision = queries.last_decision(case)
    may = why_not(RECORD_INCIDENT_DAYS, case, person, at=at) is None
    return {
        "may_say_when": may,
        "may_prepare": prepares(case, person, at=at),
        "awareness": queries.awareness_of(case),
        "views": queries.views_on_notification(case),
        "conclusion": queries.conclusion_for(case),
        "across": across_areas(case, person, at),
        "decision": decision,
        "decided": label(decision.outcome) if decision else "",
        "dissenting": [SEATS[Seat(seat)] for seat in queries.who_disagrees(case)],
        "notifications": queries.notifications_of(case),
        "enquiries": queries.enquiries_of(case),
    }


def across_areas(case, person, at) -> dict | None:
    """Who leads, and the way to agree it with the other area; None where the sheets
    speak of one area alone. It warns, and stops nothing."""
    conclusion = queries.conclusion_for(case)
    if not conclusion or not conclusion.crosses:
        return None
    return {
        "elsewhere": conclusion.duty == Duty.OTHER_AREA,
        "lead": who_leads(case),
        "shared": [each for each in shares_of(case) if each.ended_at is None],
        "may_share": why_not(SHARE_CASE, case, person, at=at) is None,
    }


def working_sheets(case) -> list[dict]:
    """Each child with its working sheet, filled in or not."""
    return [
        {
            "child": child,
            "sheet": (sheet := last_sheet(case, DR_1, child=child)),
            "rows": shown_sheet(sheet, DR_1),
        }
        for child in children_of(case)
    ]


def death(request, form, action, case, *, heading):
    """The page on which a death is recorded of which others must be told."""
    subject = form.subject_in(case) if form.is_valid() else case
    return case_pages.step(request, form, action, subject, heading=heading)


def beginning(request, form, action, template):
    """A page on which a case begins. Who stands on its list goes on to declare an
    interest; who does not is told its reference and what happens next."""
    person, at = request.person, request.at
    partnership = person.partnership
    if form.is_valid() and attempt(form, action, partnership, by=person, at=at):
        begun = queries.case_begun_by(form.seen.once)
        if name := queries.page_to_go_on(begun, person, at=at):
            return redirect(name, begun.public_id)
        return render(request, "incidents/begun.html", {"begun": begun})
    context = {"form": form, "partnership": partnership}
    return render(request, template, context)


def notifying(request, form, action, case, *, heading, explanation, pressing):
    """A page on which a notification is recorded, beside those that are there."""
    return case_pages.step(
        request,
        form,
        action,
        case,
        heading=heading,
        explanation=explanation,
        pressing=pressing,
        template="incidents/notify.html",
        context={"panel": panel(case, request.person, request.at)},
    )


def national_form(request, case) -> dict:
    """The sheet for the national form. With names on, opening it is a reading."""
    context = case_pages.banner(request, case)
    if context["names_on"]:
        case_pages.note_identity_read(request, case)
    sheet = sheet_for(case, names_on=context["names_on"], at=request.at)
    reads_it = reads_the_family_record(request.person, case, at=request.at)
    return context | {
        "sheet": sheet,
        "sent": queries.standing_notification(case),
        "closed_page": "" if reads_it else reverse("family", args=[case.public_id]),
    }


def one_notification(request, kept) -> dict:
    """A notification as it was recorded, and whether its reader prepares others."""
    person, at = request.person, request.at
    may = prepares(kept.case, person, at=at)
    passes_on = why_not(PASS_ON_COPY, kept, person, at=at) is None
    return case_pages.banner(request, kept.case) | {
        "notification": kept,
        "may_prepare": may,
        "known_then": may and queries.known_beside_the_copy(kept),
        "may_pass_on": passes_on and awaits_its_copy(kept),
    }


def awaits_its_copy(kept) -> bool:
    """Whether a notification that stands has no copy from outside, or the partners do
    not have it yet."""
    came = kept.copy and kept.copy.purpose == FROM_OUTSIDE
    if kept.withdrawn_at:
        return False
    if kept.kind == kept.Kind.DEATH:
        return kept.made_outside and not came
    return not came or running_deadline(kept.case, COPY_WITH_PARTNERS) is not None


def prepares(case, person, *, at) -> bool:
    """Whether somebody prepares notifications, and reads the copy of what was sent."""
    held = {one.role for one in standings_of(person, case, at=at)}
    return bool(held & READS_THE_NATIONAL_FORM)


def case_prepared_by(person, public_id: str, *, at):
    """The case whose notification somebody prepares; missing to all others, also to
    those who hold such a role in another case or area."""
    case = case_for(person, public_id, at=at)
    if not prepares(case, person, at=at):
        raise Http404
    return case
