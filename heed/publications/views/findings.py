"""What could identify somebody, and who approves the text without it."""

from functools import partial

from django.http import Http404
from django.shortcuts import render
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import NothingMore, ReasonsForm, posted
from heed.cases.queries import case_for, row_for
from heed.partnership.policies import for_case
from heed.publications import actions, forms, pages
from heed.publications.models import KeptWord, Scan
from heed.publications.views.addresses import ONE, RESPONSE, SCAN

SIGNING = {"button": "Sign the exception"}


@for_case
def findings(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    case_pages.note_read(request, case, "read_findings", case)
    context = case_pages.banner(request, case) | {"texts": pages.of_findings(case)}
    return render(request, "publications/findings.html", context)


@for_case
def search(request, public_id, kind):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, NothingMore)
    action = partial(actions.check_for_identifying_words, kind=kind)
    more = {"heading": "Search this text for what could identify somebody"}
    more |= {"to": "findings", "pressing": "searches it for everybody of this case"}
    more["context"] = {"button": "Search this text"}
    return case_pages.step(request, form, action, case, **more)


@for_case
def left_behind(request, public_id):
    scan = row_for(Scan, request.person, public_id, at=request.at)
    form = posted(request, NothingMore)
    more = {"heading": "What the uploaded file hides is left behind"}
    more |= {"to": "findings", "explanation": "None of it is published."}
    more["context"] = {"button": "I have seen it"}
    action = actions.acknowledge_left_behind
    return case_pages.step(request, form, action, scan, **more)


def _found(request, public_id, number):
    scan = row_for(Scan, request.person, public_id, at=request.at)
    finding = pages.finding_in(scan, number)
    if finding is None:
        raise Http404
    case_pages.note_read(request, scan.case, "read_findings", scan)
    return scan, finding


@for_case
def replace(request, public_id, number):
    scan, finding = _found(request, public_id, number)
    form = posted(request, forms.ReplacementForm, found=pages.beside(scan, finding))
    action = partial(actions.replace_words, anchor=finding.anchor)
    more = {"heading": f"Other words in paragraph {finding.anchor}", "to": "findings"}
    more |= {"pressing": "shows it to the reviewer; nothing changes until she agrees"}
    more["explanation"] = f"It reads: “{pages.paragraph_of(scan, finding)}”"
    more["context"] = {"button": "Ask the reviewer"}
    return case_pages.step(request, form, action, scan, **more)


@for_case
def keep(request, public_id, number):
    scan, finding = _found(request, public_id, number)
    form = posted(request, forms.ExceptionForm)
    action = partial(actions.keep_by_exception, finding_id=finding.id)
    more = {"heading": f"Keep “{finding.text}” by exception", "to": "findings"}
    more |= {"pressing": "signs it for your body; a second body signs too"}
    more["context"] = SIGNING
    more["explanation"] = pages.one_place(pages.paragraph_of(scan, finding))
    return case_pages.step(request, form, action, scan, **more)


@for_case
def sign(request, public_id):
    kept = row_for(KeptWord, request.person, public_id, at=request.at)
    form = posted(request, ReasonsForm, shown=kept)
    more = {"heading": f"Sign that “{kept.form}” may stay", "to": "findings"}
    more |= {"explanation": f"{kept.get_reason_display()}. {kept.why}"}
    sends = "signs it for your body; it stays when two bodies have signed"
    more |= {"pressing": sends, "context": SIGNING}
    return case_pages.step(request, form, actions.sign_exception, kept, **more)


@for_case
def approve(request, public_id, kind=""):
    case = case_for(request.person, public_id, at=request.at)
    kind = kind or pages.main_kind(case)
    case_pages.note_read(request, case, "read_public_text", case)
    shown = pages.of_approval(case, kind)
    form = posted(request, forms.ApprovalForm, text=shown["text"], shown=case)
    action = partial(actions.approve_publication, kind=kind)
    more = {"heading": "Approve exactly this text", "context": shown}
    more["template"] = "publications/approve.html"
    return case_pages.step(request, form, action, case, **more)


ADDRESSES = [
    path(f"{ONE}findings/", findings, name="findings"),
    path(f"{ONE}findings/<slug:kind>/", search, name="search_text"),
    path(f"{SCAN}left-behind/", left_behind, name="left_behind"),
    path(f"{SCAN}<int:number>/replace/", replace, name="replace_words"),
    path(f"{SCAN}<int:number>/keep/", keep, name="keep_by_exception"),
    path("exceptions/<str:public_id>/", sign, name="sign_exception"),
    path(f"{ONE}approve/", approve, name="approve_publication"),
    path(f"{ONE}approve/response/", approve, RESPONSE, name="approve_response"),
]
