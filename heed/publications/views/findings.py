"""What could identify somebody, and who approves the text without it."""

from functools import partial
from http import HTTPStatus

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse

from heed.cases import pages as case_pages
from heed.cases.answering import NothingMore, ReasonsForm, posted
from heed.cases.queries import case_for, row_for
from heed.partnership.policies import for_case
from heed.publications import actions, forms, pages
from heed.publications.models import KeptWord, Paper, Scan, SentBack
from heed.publications.views.addresses import ONE, RESPONSE, SCAN
from heed.publications.views.anew import of_the_last_search

SIGNING = {"button": "Sign the exception"}
SENDING = {"button": "Send it back"}


@for_case
def findings(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    case_pages.note_read(request, case, "read_findings", case)
    context = case_pages.banner(request, case) | {"texts": pages.of_findings(case)}
    context["taken_back"] = pages.to_take_back(case, request.person, at=request.at)
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
    found = pages.shown_finding(scan, number)
    if found is None:
        raise Http404
    case_pages.note_read(request, scan.case, "read_findings", scan)
    return scan, found


def _step(request, form, action, scan, found=None, **more):
    """One step about a finding; who came from the text goes back to it, to where the
    finding stands."""
    done = case_pages.step(request, form, action, scan, to="findings", **more)
    kind = request.GET.get("back", "")
    if done.status_code != HTTPStatus.FOUND or kind not in Paper.Kind:
        return done
    place = f"#finding-{found.number}" if found else ""
    args = (scan.case.public_id, kind)
    return redirect(reverse("text_and_findings", args=args) + place)


@for_case
def beside(request, public_id, kind):
    case = case_for(request.person, public_id, at=request.at)
    shown = pages.beside_the_text(case, kind, request.person, at=request.at)
    case_pages.note_read(request, case, "read_findings", shown["scan"])
    context = case_pages.banner(request, case) | shown
    return render(request, "publications/beside.html", context)


@for_case
@of_the_last_search
def replace(request, public_id, number):
    scan, found = _found(request, public_id, number)
    finding = found.finding
    form = posted(request, forms.ReplacementForm, found=pages.beside(scan, finding))
    action = partial(actions.replace_words, anchor=finding.anchor)
    more = {"heading": f"Other words: {found.place[:1].lower()}{found.place[1:]}"}
    more |= {"pressing": "shows it to the reviewer; nothing changes until she agrees"}
    more["explanation"] = f"It reads: “{found.paragraph}”"
    more["context"] = {"button": "Ask the reviewer"}
    return _step(request, form, action, scan, found, **more)


@for_case
@of_the_last_search
def replace_at_once(request, public_id, number):
    scan, found = _found(request, public_id, number)
    if not found.at_once:
        raise Http404
    hers = found.where == "report"
    act = actions.replace_as_suggested if hers else actions.mend_as_suggested
    action = partial(act, finding_id=found.finding.id)
    asks = "shows it to the reviewer; nothing changes until she agrees"
    more = {"heading": f"Replace with “{found.finding.suggest}”"}
    more |= {"pressing": asks if hers else "changes the text; search it again"}
    more["explanation"] = f"It reads: “{found.paragraph}”"
    more["context"] = {"button": "Replace it"}
    form = posted(request, NothingMore)
    return _step(request, form, action, scan, found, **more)


@for_case
@of_the_last_search
def answer_check(request, public_id, number):
    scan, found = _found(request, public_id, number)
    form = posted(request, forms.CheckAnswerForm, alike=found.alike)
    action = partial(actions.answer_check, finding_id=found.finding.id)
    more = {"heading": f"Why “{found.finding.text}” may stay"}
    more |= {"pressing": "keeps your reason with this sentence"}
    more["explanation"] = f"{found.finding.why} It reads: “{found.paragraph}”"
    more["context"] = {"button": "Let it stay"}
    return _step(request, form, action, scan, found, **more)


@for_case
@of_the_last_search
def send_back(request, public_id, number=None):
    scan, found = (
        (row_for(Scan, request.person, public_id, at=request.at), None)
        if number is None
        else _found(request, public_id, number)
    )
    form = posted(request, forms.SendBackForm)
    ids = [found.finding.id] if found else []
    action = partial(actions.send_back, finding_ids=ids)
    more = {"heading": "Send the report back to the reviewer", "context": SENDING}
    more |= {"pressing": "asks the reviewer to write it anew, and waits for that"}
    return _step(request, form, action, scan, found, **more)


@for_case
def take_back(request, public_id):
    sent = row_for(SentBack, request.person, public_id, at=request.at)
    case_pages.note_read(request, sent.case, "read_findings", sent)
    form = posted(request, ReasonsForm, shown=sent, words="Why may it stay as it is?")
    more = {"heading": "It need not be written anew", "to": "findings"}
    more |= {"explanation": f"You sent it back: {sent.words}"}
    more |= {"pressing": "tells the reviewer; who approved it before approves it anew"}
    return case_pages.step(
        request, form, actions.need_not_be_written_anew, sent, **more
    )


@for_case
@of_the_last_search
def keep(request, public_id, number):
    scan, found = _found(request, public_id, number)
    finding = found.finding
    if not found.reasons:
        raise Http404
    form = posted(request, forms.ExceptionForm, **pages.asked_to_keep(found))
    action = partial(actions.keep_by_exception, finding_id=finding.id)
    more = {"heading": f"Keep “{finding.text}” by exception", "context": SIGNING}
    more |= {"pressing": "signs it for your body; a second body signs too"}
    more["explanation"] = pages.one_place(found)
    return _step(request, form, action, scan, found, **more)


@for_case
def sign(request, public_id):
    kept = row_for(KeptWord, request.person, public_id, at=request.at)
    form = posted(request, ReasonsForm, shown=kept)
    more = {"heading": f"Sign that “{kept.form}” may stay", "to": "findings"}
    more |= {"explanation": pages.to_sign(kept)}
    sends = "signs it for your body; it stays when two bodies have signed"
    more |= {"pressing": sends, "context": SIGNING}
    return case_pages.step(request, form, actions.sign_exception, kept, **more)


@for_case
def approve(request, public_id, kind=""):
    case = case_for(request.person, public_id, at=request.at)
    kind = kind or pages.main_kind(case)
    case_pages.note_read(request, case, "read_public_text", case)
    shown = pages.of_approval(case, kind, at=request.at)
    shown |= pages.gate_now(case, at=request.at)
    form = posted(request, forms.ApprovalForm, text=shown["text"], shown=case)
    action = partial(actions.approve_publication, kind=kind)
    more = {"heading": "Approve exactly this text", "context": shown}
    more["template"] = "publications/approve.html"
    return case_pages.step(request, form, action, case, **more)


@for_case
def decisions(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    case_pages.note_read(request, case, "read_findings", case)
    context = case_pages.banner(request, case) | {"log": pages.log_of(case)}
    return render(request, "publications/decisions.html", context)


ADDRESSES = [
    path(f"{ONE}decisions/", decisions, name="decisions"),
    path(f"{ONE}findings/", findings, name="findings"),
    path(f"{ONE}findings/<slug:kind>/", search, name="search_text"),
    path(f"{ONE}findings/<slug:kind>/text/", beside, name="text_and_findings"),
    path(f"{SCAN}left-behind/", left_behind, name="left_behind"),
    path(f"{SCAN}<int:number>/replace/", replace, name="replace_words"),
    path(f"{SCAN}<int:number>/replace/now/", replace_at_once, name="replace_at_once"),
    path(f"{SCAN}<int:number>/answer/", answer_check, name="answer_check"),
    path(f"{SCAN}<int:number>/back/", send_back, name="send_back_for"),
    path(f"{SCAN}back/", send_back, name="send_back"),
    path("sent-back/<str:public_id>/", take_back, name="need_not_be_written_anew"),
    path(f"{SCAN}<int:number>/keep/", keep, name="keep_by_exception"),
    path("exceptions/<str:public_id>/", sign, name="sign_exception"),
    path(f"{ONE}approve/", approve, name="approve_publication"),
    path(f"{ONE}approve/response/", approve, RESPONSE, name="approve_response"),
]
