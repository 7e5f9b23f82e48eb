"""Practitioners are heard: at events, and in their own words."""

from django.shortcuts import render

from heed.audit.actors import LinkHolder
from heed.cases import pages as case_pages
from heed.cases.answering import NothingMore, attempt, posted
from heed.cases.by_link import ask_for_the_code, is_bound
from heed.partnership.policies import for_case, open_to_anyone
from heed.reviews import actions, forms, pages, queries

WHY_OPEN = "a practitioner has no account; the link and a code by telephone open it"


@for_case
def event(request, public_id):
    found = queries.event_for(request.person, public_id, at=request.at)
    case_pages.note_read(request, found.case, "read_event", found)
    return render(request, "reviews/event.html", pages.of_event(request, found))


@for_case
def invite(request, public_id):
    found = queries.event_for(request.person, public_id, at=request.at)
    form = posted(request, forms.InvitationForm)
    action, heading = actions.invite_to_event, "Invite a practitioner"
    return pages.event_step(request, form, action, found, found, heading=heading)


@for_case
def attendance(request, public_id):
    found = queries.event_for(request.person, public_id, at=request.at)
    asked = {
        "invitations": list(found.invitations.all()),
        "initial": pages.attendance_so_far(found),
    }
    form = posted(request, forms.AttendanceForm, **asked)
    action, heading = actions.record_attendance, "Who came"
    return pages.event_step(request, form, action, found, found, heading=heading)


@for_case
def record_event(request, public_id):
    found = queries.event_for(request.person, public_id, at=request.at)
    initial = {"what_was_said": found.what_was_said}
    form = posted(request, forms.WordsForm, initial=initial, shown=found)
    action, heading = actions.record_event, "What practitioners said"
    return pages.event_step(request, form, action, found, found, heading=heading)


@for_case
def ask_for_account(request, public_id):
    invited = queries.invitation_for(request.person, public_id, at=request.at)
    form = posted(request, forms.AskForAccountForm)
    action, heading = actions.ask_for_account, "Ask for their own account"
    return pages.event_step(
        request, form, action, invited, invited.event, heading=heading
    )


@for_case
def take_back_account(request, public_id):
    asked = queries.account_request_for(request.person, public_id, at=request.at)
    form = posted(request, NothingMore, shown=asked)
    action, heading = actions.take_back_account, "Take back the link"
    event = asked.invitation.event
    more = {"heading": heading, "button": "Take it back"}
    more["explanation"] = "It opens nothing any more. What they gave by it stays."
    return pages.event_step(request, form, action, asked, event, **more)


@open_to_anyone(reason=WHY_OPEN)
def own_account(request, token):
    asked = queries.account_request_by_link(token)
    by = LinkHolder(str(asked.pk), "A practitioner")
    if not is_bound(request, asked):
        return ask_for_the_code(request, asked, actions.open_account_request, by=by)
    form = posted(request, forms.OwnWordsForm, shown=asked)
    context = {"asked": asked, "form": form, "partnership": asked.partnership}
    if form.is_valid() and attempt(
        form, actions.give_own_words, asked, by=by, at=request.at
    ):
        return render(request, "reviews/account_given.html", context)
    return render(request, "reviews/own_account.html", context)
