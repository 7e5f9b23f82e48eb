"""The referral form that is open to anyone, and what a referrer sees afterwards."""

import secrets

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from heed import clock
from heed.audit.actors import SystemActor
from heed.cases.answering import attempt, posted
from heed.partnership.policies import open_to_anyone
from heed.partnership.whereabouts import address_of
from heed.referrals import actions, doors, forms, queries, throttle
from heed.referrals.leads import LEAD
from heed.referrals.letters import numbers_of
from heed.referrals.models import Channel
from heed.referrals.views import writing

WHY_OPEN = "anyone may refer a child, without an account"
THE_FORM = SystemActor("referral_form")
FOLLOWED, FOLLOWED_UNTIL = "referral_followed", "referral_followed_until"
FOLLOWED_FOR = 30 * 60
WEATHER = "https://www.bbc.co.uk/weather"
UNKNOWN = (
    "We cannot find that reference and secret together. Check both, letter by letter. "
    "If you no longer have the secret, call us. A form that was sent has another "
    "reference and secret since."
)
TOO_OFTEN = "There were too many tries. Wait for some hours, or call us."
open_page = open_to_anyone(reason=WHY_OPEN)


@open_page
def choose(request):
    partnerships = queries.partnerships_to_refer_to()
    if len(partnerships) == 1:
        return redirect("refer_to", partnerships[0].slug)
    return render(request, "referrals/choose.html", {"partnerships": partnerships})


@open_page
def start(request, slug):
    partnership = queries.partnership_to_refer_to(slug)
    status = 200
    if request.method == "POST":
        if throttle.may_begin_a_form(address_of(request)):
            return _begun(request, partnership)
        status = 429
    context = {"partnership": partnership, "numbers": numbers_of(partnership)}
    context["too_often"] = status != 200  # noqa: PLR2004
    words = queries.words_of_form(partnership)
    context["purpose"] = queries.said_at("start", words)
    context["lead"] = LEAD[partnership.lead_requirement]
    return render(request, "referrals/start.html", context, status=status)


def _begun(request, partnership):
    token = secrets.token_urlsafe(24)
    actions.begin_draft(
        partnership=partnership,
        channel=Channel.PORTAL,
        session=token,
        by=THE_FORM,
        at=request.at,
    )
    request.session[doors.WRITING] = token
    return redirect("refer_page", partnership.slug, "safety", "risk")


@open_page
def privacy(request, slug):
    partnership = queries.partnership_to_refer_to(slug)
    return render(request, "referrals/privacy.html", {"partnership": partnership})


@open_page
def check(request, slug):
    door = doors.for_anyone(request, slug)
    if isinstance(door, HttpResponse):
        return door
    form = posted(request, forms.SendForm, shown=door.referral)
    if form.is_valid() and attempt(
        form, actions.refer, door.referral, by=door.by, at=request.at
    ):
        return redirect("refer_receipt", slug)
    return writing.checked(request, door, form)


@open_page
def receipt(request, slug):
    token = request.session.get(doors.WRITING, "")
    sent = queries.draft_of_session(slug, token)
    if sent is None or sent.is_draft:
        return redirect("refer_to", slug)
    secret = actions.show_receipt_secret(sent, by=THE_FORM, at=request.at)
    words = queries.words_of_form(sent.partnership)
    context = {"referral": sent, "secret": secret, "partnership": sent.partnership}
    context["what_then"] = queries.said_at("sent", words)
    return render(request, "referrals/receipt.html", context)


@open_page
def come_back_later(request, slug):
    door = doors.for_anyone(request, slug)
    if isinstance(door, HttpResponse):
        return door
    back = None
    if request.method == "POST":
        back = actions.give_resume_code(door.referral, by=door.by, at=request.at)
    return writing.shown(request, door, "come_back_later", way_back=back)


@open_page
def resume(request):
    return _asked_for(request, "referrals/resume.html")


@open_page
def status(request):
    return _asked_for(request, "referrals/status.html")


def _asked_for(request, template):
    """The same answer for what is not known, whichever page asks; a form that is being
    written opens again, and of what was sent the stage is shown."""
    form = forms.FollowForm(request.POST or None)
    found = _found(request, form) if form.is_valid() else None
    if found is None:
        return render(request, template, {"form": form})
    if found.is_draft:
        return _resumed(request, found)
    request.session[FOLLOWED] = found.public_id
    request.session[FOLLOWED_UNTIL] = _real_seconds() + FOLLOWED_FOR
    return render(request, "referrals/status.html", _followed(found))


def _resumed(request, draft):
    token = secrets.token_urlsafe(24)
    actions.resume_draft(draft, session=token, by=THE_FORM, at=request.at)
    request.session[doors.WRITING] = token
    return redirect("refer_tasks", draft.partnership.slug)


@open_page
def leave(request):
    """Quick exit: this browser can no longer open what was being written."""
    _forget(request)
    return redirect(WEATHER)


@open_page
def closed(request):
    """Where a page goes on which nobody has written for a while: it sends itself here.
    Somebody who follows a link to this address loses nothing by it."""
    if request.method == "POST":
        _forget(request)
        return redirect("refer_closed")
    context = {"form": forms.FollowForm(), "closed": True}
    return render(request, "referrals/resume.html", context)


@open_page
@require_POST
def stay(request):
    """Somebody is still there. Nothing has to be kept for that."""
    return HttpResponse(status=204)


def _forget(request):
    for name in (doors.WRITING, FOLLOWED, FOLLOWED_UNTIL):
        request.session.pop(name, None)


def _found(request, form):
    said = form.cleaned_data
    if not throttle.may_try_a_secret(said["reference"], address_of(request)):
        form.add_error(None, TOO_OFTEN)
        return None
    found = queries.referral_of_secret(said["reference"], said["secret"])
    if found is None:
        form.add_error(None, UNKNOWN)
    return found


def _followed(referral):
    return {
        "referral": referral,
        "status": queries.status_of_referral(referral),
        "complaints": queries.said_at(
            "complaints", queries.words_of_form(referral.partnership)
        ),
        "partnership": referral.partnership,
        "add_url": reverse("refer_add"),
    }


def _real_seconds():
    return int(clock.real_now().timestamp())


@open_page
def add(request):
    if request.session.get(FOLLOWED_UNTIL, 0) < _real_seconds():
        return redirect("refer_status")
    referral = queries.referral_followed(request.session.get(FOLLOWED, ""))
    if referral is None:
        return redirect("refer_status")
    by = doors.AnonymousReferrer(str(referral.pk))
    form = posted(request, forms.AddForm)
    if form.is_valid() and attempt(
        form, actions.add_information, referral, by=by, at=request.at
    ):
        return render(request, "referrals/added.html", _followed(referral))
    return render(request, "referrals/add.html", _followed(referral) | {"form": form})
