"""Coming in by an invitation: the link, the code, then a password or a provider."""

from allauth.socialaccount.adapter import get_adapter as get_provider_adapter
from django.contrib.auth import update_session_auth_hash
from django.shortcuts import redirect, render

from heed.partnership import invited
from heed.partnership.actions import open_invitation
from heed.partnership.forms import CodeForm, NewPasswordForm
from heed.partnership.policies import open_to_anyone
from heed.partnership.queries import invitation_behind
from heed.partnership.sessions import has_second_factor
from heed.partnership.views.asking import done, posted

BY_LINK = "somebody invited has no account yet; the link and the code guard it"


@open_to_anyone(reason=BY_LINK)
def invitation(request, token):
    """The page of the link. It says nothing before the code, and the same to a link
    that never was as to one that is over."""
    found = invitation_behind(token)
    if found is None or not found.is_open(request.at):
        return render(request, "partnership/invitation_closed.html", status=404)
    form = CodeForm(posted(request))
    if done(form, _open, request, found, form):
        invited.keep(request, token=token, code=form.cleaned_data["code"])
        return redirect("invitation_join")
    return render(request, "partnership/invitation.html", {"form": form})


def _open(request, found, form):
    open_invitation(
        found, code=form.cleaned_data["code"], by=request.person, at=request.at
    )


@open_to_anyone(reason=BY_LINK)
def join(request):
    """What one is invited to, and how to come in."""
    found = invited.kept_invitation(request)
    if found is None:
        return render(request, "partnership/invitation_closed.html", status=404)
    if request.person:
        return _join_as_known(request, found)
    form = NewPasswordForm(posted(request), invitation=found)
    if done(form, _take_up, request, form):
        return invited.sign_in_new(request, form.result)
    providers = get_provider_adapter().list_providers(request)
    context = {"form": form, "invitation": found, "providers": providers}
    return render(request, "partnership/join.html", context)


def _take_up(request, form):
    return invited.take_up(request, password=form.cleaned_data["password"])


def _join_as_known(request, found):
    """Somebody who has an account already, perhaps with another partnership."""
    is_hers = request.person.email == found.email
    if request.method == "POST" and is_hers and has_second_factor(request):
        person = invited.take_up(request, by=request.person)
        update_session_auth_hash(request, person)
        return redirect("account")
    context = {
        "invitation": found,
        "is_hers": is_hers,
        "has_second_factor": has_second_factor(request),
    }
    return render(request, "partnership/join_known.html", context)
