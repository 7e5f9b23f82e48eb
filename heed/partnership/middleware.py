"""Asks the policy of every view before the view runs."""

from urllib.parse import urlencode

from django.contrib.auth import logout
from django.contrib.auth.middleware import get_user
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from heed import clock
from heed.partnership import sessions
from heed.partnership.asking_again import ask_to_show_again
from heed.partnership.one_look import one_look
from heed.partnership.policies import Door, Policy, opens_for, policy_of
from heed.partnership.queries import roles_everywhere, standing_lock
from heed.partnership.refusals import NotDone

LIVE = "Heed-Live"  # a page asks by itself how things stand; nobody is at work
READING = ("GET", "HEAD")


class Policies:
    """No view without a policy; nobody beyond the door that her session opens."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.person:
            moment = clock.real_now()
            if sessions.is_over(request, real_at=moment):
                logout(request)
                request.person = None
                return _left(_to_sign_in(request, timed_out=True))
            if LIVE not in request.headers:
                sessions.seen(request, real_at=moment)
            # The person herself, not a promise of her: rows ask for the type they get.
            request.user = request.person = get_user(request)
        response = self._answered(request)
        if request.person and not request.user.is_authenticated:
            return _left(response)
        return response

    def _answered(self, request):
        if request.method not in READING:
            return self.get_response(request)
        with one_look():
            return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        policy = policy_of(request.resolver_match)
        if policy is None:
            raise Http404
        if policy.door == Door.OPEN:
            return None
        if not request.person:
            return _to_sign_in(request)
        if not policy.before_second_factor and not sessions.has_second_factor(request):
            return _to_the_second_factor(request)
        return _beyond(policy, request)

    def process_exception(self, request, exception):
        """A refusal is a page of its own where no form shows it."""
        if not isinstance(exception, NotDone):
            return None
        frame = "ui/desk.html" if request.person else "ui/plain.html"
        context = {"sentence": str(exception), "frame": frame}
        return render(request, "partnership/refused.html", context, status=409)


def _left(response):
    """Whoever sits at this machine next finds nothing of the desk in its browser."""
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _beyond(policy: Policy, request):
    """None lets the view run."""
    if policy.door == Door.CASE and standing_lock(request.person, request.at):
        return redirect("closed_for_now")
    held = policy.roles and roles_everywhere(
        request.person, clock.london_date(request.at)
    )
    if not opens_for(policy, held, request.person.partnership_id):
        raise Http404
    if policy.fresh and not _shown_lately(policy, request):
        return ask_to_show_again(request)
    return None


def _shown_lately(policy, request):
    """Who has no second factor yet comes to set one up without showing it."""
    if policy.before_second_factor and not sessions.has_second_factor(request):
        return True
    return sessions.is_fresh(request, real_at=clock.real_now())


def _to_sign_in(request, *, timed_out=False):
    asked = {"timed_out": "1"} if timed_out else {}
    if request.method in {"GET", "HEAD"} and request.path != reverse("account_login"):
        asked["next"] = request.get_full_path()
    return redirect(f"{reverse('account_login')}?{urlencode(asked)}".rstrip("?"))


def _to_the_second_factor(request):
    """To show the second factor, or to set one up; nothing else is open before."""
    if not sessions.is_enrolled(request.person):
        return redirect("mfa_index")
    asked = urlencode({"next": request.get_full_path()})
    return redirect(f"{reverse(sessions.way_to_show(request.person))}?{asked}")
