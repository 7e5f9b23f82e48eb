"""What the pages of learning share: the panel on the case page, and a step page that
an owner can open who may not open the case."""

from collections import Counter

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString

from heed.cases import pages as case_pages
from heed.cases.access import why_not
from heed.cases.answering import attempt
from heed.chronologies.pages.asking import cleared_here
from heed.learning import queries
from heed.learning.briefings import (
    bars,
    findings_in,
    measured,
    paper_of,
    unwritten,
    words_of,
)
from heed.learning.models import Action, Impact, Recommendation
from heed.learning.resting import rows_under
from heed.papers.briefing import whole_length
from heed.papers.briefing_paper import (
    briefing_docx,
    briefing_html,
    briefing_html_page,
    briefing_pdf,
    briefing_text,
)
from heed.partnership.models import Partnership
from heed.publications.barring import not_tried
from heed.publications.register import whole_register_of
from heed.rulebook import process
from heed.rulebook.process import stages

DRAFT = "OFFICIAL-SENSITIVE: draft, not published"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MIME = {
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "docx": WORD,
    "pdf": "application/pdf",
}
# step, name of its address, what the link says, when it is offered
ON_AN_ACTION = (
    (
        process.RECORD_ACTION_PROGRESS,
        "record_progress",
        "Say how it goes",
        lambda shown: shown.kept.is_open,
    ),
    (
        process.COMPLETE_ACTION,
        "complete_action",
        "Sign off that it was done",
        lambda shown: shown.kept.is_open,
    ),
    (
        process.RECORD_ACTION_PROGRESS,
        "record_impact",
        "Say what changed for children",
        lambda shown: shown.was_done,
    ),
    (
        process.SET_NEW_TARGET,
        "new_action_date",
        "Agree a later date",
        lambda shown: shown.kept.is_open,
    ),
    (
        process.PLAN_ACTION,
        "new_action_owner",
        "Give it to another owner",
        lambda shown: shown.kept.is_open,
    ),
    (
        process.PLAN_ACTION,
        "replace_action",
        "Replace it by another action",
        lambda shown: shown.kept.is_open,
    ),
    (
        process.COMPLETE_ACTION,
        "end_action",
        "End it without doing it",
        lambda shown: shown.kept.is_open,
    ),
    (
        process.PLAN_ACTION,
        "reopen_action",
        "Open it again",
        lambda shown: not shown.kept.is_open,
    ),
)
SIGNED_BY_ANOTHER = {process.COMPLETE_ACTION}


def panel(case, person, at) -> dict | None:
    """Recommendations, actions that want attention, and briefings of a case."""
    recommendations = queries.recommendations_of(case)
    shown = queries.actions_in(case, at=at)
    briefings = queries.briefings_of(case)
    if not (recommendations or shown or briefings):
        return None
    return {
        "recommendations": recommendations,
        "actions": shown,
        "attention": [each for each in shown if wants_attention(each)],
        "counts": Counter(each.label for each in shown).most_common(),
        "briefings": briefings,
    }


def wants_attention(shown) -> bool:
    """Overdue, at risk, without an owner, or with something that does not fit."""
    at_risk = shown.kept.status == Action.Status.AT_RISK
    return bool(shown.is_overdue or at_risk or shown.warnings)


def frame(request, case) -> dict:
    """The case's own frame for those who may open it; for others the plain desk, on
    which nothing of the case is shown but its reference."""
    if queries.is_open_case(request.person, case, at=request.at):
        shown = case_pages.banner(request, case)
        return shown | {"frame": "cases/frame.html", "may_open": True}
    return {"frame": "ui/desk.html", "may_open": False, "reference": case.reference}


def step(request, form, action, row, *, heading, to, **more):
    """A page with one form that takes one step, for whoever the row is open to."""
    back = reverse(to[0], args=to[1:])
    if form.is_valid() and attempt(form, action, row, by=request.person, at=request.at):
        return redirect(back)
    shown = {"form": form, "heading": heading, "back": back, **more}
    return render(request, "learning/step.html", frame(request, row.case) | shown)


def of_action(request, shown) -> dict:
    """What the page of an action shows, and what this person can do there."""
    kept = shown.kept
    return frame(request, kept.case) | {
        "shown": shown,
        "action": kept,
        "updates": list(kept.updates.all()),
        "endings": list(kept.endings.all()),
        "impacts": list(kept.impacts.all()),
        "judged": Impact.Judgement,
        "recommendation": recommendation_seen(request, kept),
        "to_do": to_do(request, shown),
    }


def recommendation_seen(request, action: Action) -> Recommendation | None:
    """The recommendation behind an action, where this person may read it."""
    found = Recommendation.objects.visible_to(request.person, at=request.at)
    return found.filter(pk=action.recommendation_id).first()


def to_do(request, shown) -> list[tuple[str, str]]:
    """The steps that this person may take on an action now, each with its page."""
    person, kept = request.person, shown.kept
    return [
        (words, reverse(name, args=[kept.public_id]))
        for taken, name, words, offered in ON_AN_ACTION
        if offered(shown)
        and not (taken in SIGNED_BY_ANOTHER and kept.owner_id == person.pk)
        and why_not(taken, kept, person, at=request.at) is None
    ]


def of_recommendation(request, found: Recommendation) -> dict:
    """What the page of a recommendation shows."""
    person, at = request.person, request.at
    rows = found.addressees.select_related("organisation", "case")
    context = frame(request, found.case)
    visible = rows if context["may_open"] else rows.open_to(person, at=at)
    if context["may_open"]:
        context |= on_rows(request, found)
    return context | {
        "recommendation": found,
        "answers": [
            (
                row,
                why_not(process.RESPOND_TO_RECOMMENDATION, row, person, at=at) is None,
            )
            for row in visible
        ],
        "actions": queries.actions_for(found, at=at, person=person),
        "may_plan": why_not(process.PLAN_ACTION, found, person, at=at) is None,
    }


def on_rows(request, found: Recommendation) -> dict:
    """The rows of the chronology on which a recommendation rests, for whoever opens the
    case."""
    rests = rows_under(found, cleared=cleared_here(request, found.case))
    may = why_not(process.LINK_FINDING, found.case, request.person, at=request.at)
    return {"rests": rests, "may_rest": may is None}


def of_briefing(request, briefing, *, title_level: int = 2) -> dict:
    """What the editor and the approval of a briefing show beside the words."""
    paper = paper_of(briefing.content)
    findings = findings_in(briefing, whole_register_of(briefing.case))
    approvals = queries.approvals_of(briefing)
    return case_pages.banner(request, briefing.case) | {
        "briefing": briefing,
        "paper": paper,
        "whole": whole_length(paper),
        "boxes": measured(briefing.content),
        "unwritten": unwritten(briefing.content),
        "confirmed": [each for each in findings if bars(each)],
        "to_check": [each for each in findings if not bars(each)],
        "approvals": approvals,
        "not_tried": []
        if briefing.goes_with_report
        else not_tried(briefing.case, briefing.library_id, words_of(briefing)),
        "waits": not briefing.edition
        and (
            briefing.with_report
            or briefing.case.stage in stages.REVIEWING | stages.PUBLISHING
        ),
        "forms": tuple(MIME),
        "own_site": briefing.partnership.site == Partnership.Site.OWN_SITE,
        "preview": SafeString(briefing_html(paper, title_level=title_level)),
    }


def what_approving_does(briefing) -> str:
    """What is said at the button."""
    if briefing.goes_with_report:
        return "approves exactly these words, to go out by the decision on the report"
    return (
        "approves exactly these words; the second approval publishes them on the "
        "public site"
    )


def downloaded(briefing, form: str) -> bytes:
    """A briefing as a file: as it is public, or marked as a draft until then."""
    current = briefing.is_public and not briefing_changed(briefing)
    said = briefing.published_content["briefing"] if current else briefing.content
    paper, marking = paper_of(said), "" if current else DRAFT
    if form == "docx":
        return briefing_docx(paper, marking=marking)
    if form == "pdf":
        accent = briefing.partnership.colour
        return briefing_pdf(paper, marking=marking, accent=accent)
    words = briefing_text(paper) if form == "txt" else briefing_html_page(paper)
    return words.encode()


def briefing_changed(briefing) -> bool:
    """Whether the words were changed after they became public."""
    return len(queries.approvals_of(briefing)) < queries.SIGNATURES
