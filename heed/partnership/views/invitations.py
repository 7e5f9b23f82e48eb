"""Inviting somebody: who is asked, and what is read out by telephone."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from heed.partnership.actions import invite_person, withdraw_invitation
from heed.partnership.forms import InviteForm
from heed.partnership.grants import roles_to_give
from heed.partnership.policies import for_roles, shown_afresh
from heed.partnership.queries import invitation_shown_to, organisations_of
from heed.partnership.tokens import code_of
from heed.partnership.views.asking import day_of, done, or_404, posted
from heed.rulebook.language import Role

MAY_INVITE = (Role.MANAGER, Role.SYSTEM_ADMINISTRATOR, Role.SAFEGUARDING_LEAD)


@shown_afresh
@for_roles(*MAY_INVITE)
def invite(request):
    partnership, on = request.person.partnership, day_of(request)
    form = InviteForm(
        posted(request),
        roles=roles_to_give(request.person, partnership, on),
        organisations=organisations_of(partnership, on),
    )
    if done(form, _invite, request, form):
        return redirect("invitation_sent", form.result.public_id)
    return render(request, "partnership/invite.html", {"form": form})


def _invite(request, form):
    invitation, _token = invite_person(
        partnership=request.person.partnership,
        by=request.person,
        at=request.at,
        **form.cleaned_data,
    )
    return invitation


@for_roles(*MAY_INVITE)
@require_GET
def invitation_sent(request, public_id):
    """What is to be read out by telephone, as long as the invitation is open."""
    invitation = or_404(
        invitation_shown_to, request.person, public_id, on=day_of(request)
    )
    is_open = invitation.is_open(request.at)
    code = code_of(invitation) if is_open else ""
    return render(
        request,
        "partnership/invitation_sent.html",
        {"invitation": invitation, "code": code, "is_open": is_open},
    )


@for_roles(*MAY_INVITE)
@require_POST
def withdraw(request, public_id):
    invitation = or_404(
        invitation_shown_to, request.person, public_id, on=day_of(request)
    )
    withdraw_invitation(invitation, by=request.person, at=request.at)
    return redirect("people")
