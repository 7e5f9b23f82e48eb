"""The rehearsal, the files, the button that publishes, and taking a page away."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from heed.cases import pages as case_pages
from heed.cases.access import standings_of
from heed.cases.answering import NothingMore, ReasonsForm, posted
from heed.cases.queries import case_for
from heed.partnership.policies import for_case, shown_afresh
from heed.publications import actions, forms, pages, queries
from heed.publications import rehearsal as rehearsing
from heed.publications.bundling import for_own_site as zipped
from heed.publications.bundling import pdf_of
from heed.publications.copies import marking_for, why_no_copy
from heed.publications.facts import BODIES
from heed.publications.gate import what_bars
from heed.publications.joining import joined_with
from heed.publications.printing import read_back_anew
from heed.publications.views.addresses import ONE
from heed.rulebook.roles import BUSINESS_UNIT, PARTNERS

GATE = "publications/gate_and_button.html"


def _text(request, public_id, kind):
    case = case_for(request.person, public_id, at=request.at)
    paper = queries.paper_or_404(case, kind)
    case_pages.note_read(request, case, "read_public_text", paper)
    return paper, queries.shown_text_or_404(paper)


@for_case
def rehearsal(request, public_id, kind):
    paper, text = _text(request, public_id, kind)
    pictures = partial(_picture_address, public_id, kind)
    context = rehearsing.page_of(paper, text, at=request.at, pictures=pictures)
    context |= pages.of_rehearsal(paper)
    return render(request, "publications/rehearsal.html", context)


def _picture_address(public_id, kind, key):
    return reverse("rehearsal_picture", args=[public_id, kind, key])


@for_case
def picture(request, public_id, kind, key):
    _, text = _text(request, public_id, kind)
    data = text.document.images.get(key)
    if data is None:
        raise Http404
    kind = "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"
    return HttpResponse(data, content_type=kind)


def _saved(content, name, content_type):
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@shown_afresh
@for_case
def advance_copy(request, public_id, kind, body):
    case = _taken_by_who_sends(request, public_id)
    if body not in BODIES:
        raise Http404
    paper = queries.paper_or_404(case, kind)
    if why := why_no_copy(paper.publication, kind, at=request.at):
        return pages.no_copy(request, case, why)
    paper, text = _text(request, public_id, kind)
    marking = marking_for(body, request.person, request.at)
    jointly = joined_with(paper.publication)
    content = pdf_of(text, paper.partnership, jointly=jointly, marking=marking)
    return _saved(content, f"advance-copy-{text.slug}.pdf", "application/pdf")


def _taken_by_who_sends(request, public_id):
    """Files leave by the hands of those who send them; others read the page."""
    case = case_for(request.person, public_id, at=request.at)
    held = {each.role for each in standings_of(request.person, case, at=request.at)}
    if not held & (BUSINESS_UNIT | PARTNERS):
        raise Http404
    return case


@shown_afresh
@for_case
def for_own_site(request, public_id):
    case = _taken_by_who_sends(request, public_id)
    publication = queries.publication_or_404(case)
    _, items = queries.gate_of(publication, at=request.at)
    items += [] if what_bars(items) else read_back_anew(case, at=request.at)
    if what_bars(items):
        return render(request, GATE, pages.closed(request, case, items), status=409)
    case_pages.note_read(request, case, "read_public_text", publication)
    jointly, texts = joined_with(publication), queries.texts_of(publication)
    content = zipped(texts, case.partnership, jointly=jointly)
    return _saved(content, "for-our-site.zip", "application/zip")


def _step(request, public_id, form_class, action, heading, **more):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, form_class, shown=case)
    return case_pages.step(request, form, action, case, heading=heading, **more)


def _gated(request, public_id, form_class, action, heading, *, correction=False):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, form_class, shown=case)
    shown = pages.of_publishing(case, at=request.at, correction=correction)
    more = {
        "template": GATE,
        "context": shown | {"papers": queries.papers_of_case(case)},
    }
    return case_pages.step(request, form, action, case, heading=heading, **more)


@shown_afresh
@for_case
def publish(request, public_id):
    action, heading = actions.publish, "Publish the report"
    return _gated(request, public_id, NothingMore, action, heading)


@shown_afresh
@for_case
def improved(request, public_id):
    action, heading = actions.publish_improvements, "Publish the improvements"
    return _gated(request, public_id, ReasonsForm, action, heading)


@shown_afresh
@for_case
def elsewhere(request, public_id):
    action, heading = actions.publish_elsewhere, "Published on our own site"
    return _gated(request, public_id, forms.ElsewhereForm, action, heading)


@shown_afresh
@for_case
def correct(request, public_id):
    action, heading = actions.publish_correction, "Publish a corrected version"
    form = ReasonsForm
    return _gated(request, public_id, form, action, heading, correction=True)


@for_case
def deposit(request, public_id):
    action, heading = actions.deposit_with_nspcc, "A copy for the NSPCC’s repository"
    return _step(request, public_id, forms.DepositForm, action, heading)


@for_case
def check(request, public_id):
    action = actions.check_published_elsewhere
    heading = "Does it still stand at its address?"
    return _step(request, public_id, forms.CheckForm, action, heading)


@shown_afresh
@for_case
def withdraw(request, public_id):
    action, heading = actions.withdraw_published, "Withdraw this page at once"
    sends = (
        "takes the page, and the briefings made from it, from the public site at once, "
        "and tells the manager and the partners; a second person confirms within one "
        "working day"
    )
    # What was done meanwhile does not keep a page public: no version is compared.
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.WithdrawalForm, beside=case)
    more = {"heading": heading, "pressing": sends}
    more["context"] = {"button": "Take the page down now"}
    return case_pages.step(request, form, action, case, **more)


@for_case
def confirm(request, public_id):
    action, heading = (
        actions.confirm_withdrawal,
        "Confirm that the page stays withdrawn",
    )
    sends = "confirms it in your name, as the second person"
    form = NothingMore
    return _step(request, public_id, form, action, heading, pressing=sends)


@shown_afresh
@for_case
def agree(request, public_id):
    action, heading = actions.agree_to_remove, "Agree to take the report down"
    sends = "records that you agree; it stays until a second person takes it down"
    form = ReasonsForm
    return _step(request, public_id, form, action, heading, pressing=sends)


@shown_afresh
@for_case
def remove(request, public_id):
    action, heading = actions.remove_published, "Take the report down"
    sends = (
        "takes the report, and the briefings made from it, from the public site; each "
        "address says that it was there"
    )
    form = forms.RemovalForm
    return _step(request, public_id, form, action, heading, pressing=sends)


ADDRESSES = [
    path(f"{ONE}rehearsal/<slug:kind>/", rehearsal, name="rehearsal"),
    path(
        f"{ONE}rehearsal/<slug:kind>/pictures/<str:key>",
        picture,
        name="rehearsal_picture",
    ),
    path(f"{ONE}copy/<slug:kind>/<slug:body>.pdf", advance_copy, name="advance_copy"),
    path(f"{ONE}for-own-site.zip", for_own_site, name="for_own_site"),
    path(f"{ONE}publish/", publish, name="publish"),
    path(f"{ONE}publish-improvements/", improved, name="publish_improvements"),
    path(f"{ONE}publish-elsewhere/", elsewhere, name="publish_elsewhere"),
    path(f"{ONE}correct/", correct, name="publish_correction"),
    path(f"{ONE}nspcc/", deposit, name="deposit_with_nspcc"),
    path(f"{ONE}look/", check, name="check_published_elsewhere"),
    path(f"{ONE}withdraw/", withdraw, name="withdraw_published"),
    path(f"{ONE}withdraw/confirm/", confirm, name="confirm_withdrawal"),
    path(f"{ONE}remove/", agree, name="agree_to_remove"),
    path(f"{ONE}remove/now/", remove, name="remove_published"),
]
