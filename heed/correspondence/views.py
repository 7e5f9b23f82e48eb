"""The emails that nobody could place, one by one."""

from django.shortcuts import redirect, render

from heed.correspondence import actions, forms, queries
from heed.correspondence.offers import about, papers_of, ways_on
from heed.documents.queries import documents_of
from heed.partnership.policies import for_case
from heed.rulebook.roles import BUSINESS_UNIT

unit = for_case(*BUSINESS_UNIT)  # an email says what a case says


@unit
def emails(request):
    here = queries.mailboxes_of(request.person, at=request.at)
    context = {
        "waiting": queries.waiting_emails(here),
        "dealt_with": queries.emails_dealt_with(here),
        "failing": queries.emails_that_fail(here),
        "mailboxes": queries.states_of_mailboxes(here),
    }
    return render(request, "correspondence/emails.html", context)


@unit
def email(request, public_id):
    here = queries.mailboxes_of(request.person, at=request.at)
    found = queries.unplaced_email_at(here, public_id)
    actions.note_reading(found, by=request.person, at=request.at)
    form = forms.DealtWithForm(request.POST or None)
    if form.is_valid():
        answer = form.cleaned_data["answer"]
        actions.deal_with(found, answer=answer, by=request.person, at=request.at)
        return redirect("emails")
    known = about(found, request.person, at=request.at)
    context = {"form": form, "ways_on": ways_on(found), "about": known}
    return render(request, "correspondence/email.html", context | _shown(found))


def _shown(email) -> dict:
    attached = documents_of(email, purpose=actions.ATTACHMENT)
    return {
        "email": email,
        "original": documents_of(email, purpose=actions.AS_SENT),
        "attachments": attached,
        "papers": papers_of(email, attached),
    }
