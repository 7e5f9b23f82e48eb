"""What a person makes of an email that waited, and the emails of a referral."""

from django.http import Http404
from django.shortcuts import redirect, render

from heed.cases.answering import attempt, posted, token_sent
from heed.cases.pages import names_are_on
from heed.cases.steps import Refused
from heed.correspondence.actions import AS_SENT, ATTACHMENT, note_reading
from heed.correspondence.queries import mailboxes_of, unplaced_email_at
from heed.documents.queries import document_of, documents_of
from heed.partnership.policies import for_case
from heed.referrals import actions, forms, queries, showing
from heed.rulebook.roles import BUSINESS_UNIT

unit = for_case(*BUSINESS_UNIT)
NO_SUCH = "There is no referral with this reference that you may read."


@unit
def refer_email(request, public_id):
    # Pressed twice, the email is the referral's already.
    if made := queries.referral_made_by(request.person, token_sent(request)):
        return redirect("referral", made.public_id)
    email = _unplaced(request, public_id)
    return _refer(request, actions.refer_email, email)


@unit
def refer_again(request, public_id, email):
    email = _email_of(request, public_id, email)
    return _refer(request, actions.refer_email_again, email)


def _unplaced(request, public_id):
    here = mailboxes_of(request.person, at=request.at)
    return unplaced_email_at(here, public_id)


def _refer(request, action, email):
    papers = documents_of(email, purpose=ATTACHMENT)
    form = posted(request, forms.WhichPaperForm, papers=papers)
    if form.is_valid() and attempt(
        form, action, email, by=request.person, at=request.at
    ):
        referral = queries.referral_made_by(request.person, form.seen.once)
        return redirect("referral", referral.public_id)
    context = {"email": email, "form": form, "papers": papers}
    return render(request, "referrals/refer_email.html", context)


@unit
def join_email(request, public_id):
    email = _unplaced(request, public_id)
    form = forms.ReferenceForm(request.POST or None)
    if form.is_valid() and (referral := _joined(request, email, form)):
        return redirect("referral", referral.public_id)
    return render(request, "referrals/join_email.html", {"email": email, "form": form})


def _joined(request, email, form):
    person, at = request.person, request.at
    reference = form.cleaned_data["reference"]
    referral = queries.readable_reference(person, reference, at=at)
    if referral is None:
        form.add_error("reference", NO_SUCH)
        return None
    try:
        return actions.join_email(email, referral=referral, by=person, at=at)
    except Refused as refused:
        form.add_error("reference", str(refused))
        return None


@unit
def paper_of_email(request, public_id, file):
    email = _unplaced(request, public_id)
    document = document_of(email, file)
    if showing.is_picture(document):
        context = {"email": email, "file": document, "is_picture": True}
        return render(request, "referrals/email_paper.html", context)
    if not showing.has_words(document):
        raise Http404
    read = actions.read_paper(document, by=request.person, at=request.at)
    context = {"email": email, "file": document, "problem": read.problem}
    if read.content:
        context["drawn"] = showing.drawn(showing.paper_of(read.content))
    return render(request, "referrals/email_paper.html", context)


@unit
def referral_email(request, public_id, email):
    found = _email_of(request, public_id, email)
    referral = queries.received_for(request.person, public_id, at=request.at)
    by = {"by": request.person, "at": request.at}
    note_reading(found, case_id=referral.case_id, **by)
    context = {
        "email": found,
        "referral": referral,
        "names_on": not referral.case or names_are_on(request, referral.case),
        "original": documents_of(found, purpose=AS_SENT),
        "attachments": documents_of(found, purpose=ATTACHMENT),
    }
    return render(request, "referrals/email.html", context)


def _email_of(request, public_id, email):
    referral = queries.received_for(request.person, public_id, at=request.at)
    found = {each.public_id: each for each in queries.emails_of_referral(referral)}
    if email not in found:
        raise Http404
    return found[email]
