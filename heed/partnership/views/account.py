"""What somebody sees of her own account."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from heed.partnership import elsewhere
from heed.partnership.actions import declare_interest, withdraw_interest, work_in
from heed.partnership.adapters import is_local_path
from heed.partnership.forms import InterestForm
from heed.partnership.policies import before_second_factor, for_signed_in
from heed.partnership.queries import (
    interests_of,
    partnerships_of,
    roles_of,
    standing_lock,
)
from heed.partnership.views.asking import day_of, done, or_404, posted
from heed.partnership.views.keeping import pages_kept_by


@for_signed_in
@require_GET
def account(request):
    """My roles in sentences, how I sign in, and where."""
    person = request.person
    partnerships = partnerships_of(person, day_of(request))
    return render(
        request,
        "partnership/account.html",
        {
            "today": day_of(request),
            "held": roles_of(person, person.partnership, day_of(request)),
            "keeps": pages_kept_by(person, day_of(request)),
            "elsewhere": partnerships.exclude(pk=person.partnership_id),
        },
    )


@for_signed_in
@require_GET
def shown_again(request):
    """Where somebody comes who showed in another tab that it is she."""
    return render(request, "partnership/shown_again.html")


@for_signed_in
def show_again_elsewhere(request):
    """Where somebody goes to her identity provider, to show there that it is she."""
    back = request.GET.get("next", "")
    back = back if is_local_path(back) else reverse("account")
    provider = elsewhere.provider_for(request)
    if request.method == "POST" and provider:
        return elsewhere.send_there(request, provider, back=back)
    context = {"provider": provider, "refused": "refused" in request.GET}
    return render(request, "partnership/show_again_elsewhere.html", context)


@for_signed_in
@require_POST
def choose_partnership(request, public_id):
    mine = partnerships_of(request.person, day_of(request))
    partnership = or_404(mine.get, public_id=public_id)
    work_in(partnership, by=request.person, at=request.at)
    return redirect("/")


@for_signed_in
def interests(request):
    """What could stand between me and a case, said before there is one."""
    form = InterestForm(posted(request))
    if done(form, _declare, request, form):
        return redirect("interests")
    declared = interests_of(request.person, request.person.partnership)
    context = {"form": form, "declared": declared}
    return render(request, "partnership/interests.html", context)


def _declare(request, form):
    declare_interest(
        partnership=request.person.partnership,
        by=request.person,
        at=request.at,
        **form.cleaned_data,
    )


@for_signed_in
@require_POST
def withdraw(request, pk):
    declared = interests_of(request.person, request.person.partnership)
    withdraw_interest(or_404(declared.get, pk=pk), by=request.person, at=request.at)
    return redirect("interests")


@for_signed_in
@require_POST
def stay_signed_in(request):
    """Being asked is enough: the session has been seen. The page stays where it is."""
    return HttpResponse(status=204)


@for_signed_in
@require_GET
def closed_for_now(request):
    lock = standing_lock(request.person, request.at)
    return render(request, "partnership/closed_for_now.html", {"lock": lock})


@before_second_factor
@require_GET
def totp_picture(request):
    """The square to be photographed, for the session that is setting up alone."""
    secret = request.session.get(SECRET_SESSION_KEY)
    if not secret:
        raise Http404
    adapter = get_adapter()
    svg = adapter.build_totp_svg(adapter.build_totp_url(request.person, secret))
    return HttpResponse(svg, content_type="image/svg+xml")


class RemovePasskey(RemoveWebAuthnView):
    """As allauth's, but the last second factor stays."""

    def get_queryset(self):
        keys = super().get_queryset()
        may = [key.pk for key in keys if get_adapter().can_delete_authenticator(key)]
        return keys.filter(pk__in=may)


remove_passkey = for_signed_in(RemovePasskey.as_view())
