"""The demonstration's own pages. They exist only in it, and only on localhost."""

from functools import wraps

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from heed.audit.actors import SystemActor
from heed.correspondence.actions import receive
from heed.demo import actions, forms, queries
from heed.demo.posting import WORD, as_email
from heed.demo.sample import a_filled_form
from heed.demo.signing_in import become
from heed.partnership.policies import open_to_anyone

VISITOR = SystemActor("demonstration")
HERE = {"localhost", "127.0.0.1"}
WHY_OPEN = "the demonstration has no real people, and runs on this machine alone"


def on_this_machine(view):
    @open_to_anyone(reason=WHY_OPEN)
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.get_host().partition(":")[0] not in HERE:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@on_this_machine
def personas(request):
    return _page_of_personas(request, forms.MoveForm(now=request.at))


def _page_of_personas(request, move_form):
    context = {"personas": queries.personas(), "move": move_form}
    return render(request, "demo/personas.html", context)


@on_this_machine
@require_POST
def sign_in(request, slug):
    become(request, queries.persona(slug).person)
    return redirect("home")


@on_this_machine
@require_POST
def move(request):
    form = forms.MoveForm(request.POST, now=request.at)
    how = request.POST.get("how", "date")
    if how == "date" and not form.is_valid():
        return _page_of_personas(request, form)
    if target := _target(how, form, at=request.at):
        actions.set_clock(target, by=VISITOR, at=request.at)
    return redirect(_back(request))


def _target(how, form, *, at):
    if how == "date":
        return form.cleaned_data["to"]
    morning = {
        "working_day": queries.next_working_morning,
        "deadline": queries.next_deadline_morning,
    }
    return morning[how](at) if how in morning else None


def _back(request):
    """The page on which the bar was used, if it is one of ours."""
    page = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    return page if ours else "demonstration"


@on_this_machine
def post(request):
    form = forms.SendForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        _send(form.cleaned_data, at=request.at)
        return redirect("demonstration_post")
    context = {"form": form} | queries.all_post(whole="all" in request.GET)
    return render(request, "demo/post.html", context)


@on_this_machine
def sample(request):
    content = a_filled_form(queries.quillshire())
    return HttpResponse(content, content_type="/".join(WORD))


def _send(asked, *, at):
    partnership = queries.quillshire()
    paper = asked["paper"]
    raw = as_email(
        paper.name,
        paper.read(),
        sender=asked["sender"],
        subject=asked["subject"],
        to=partnership.referral_address,
        at=at,
    )
    receive(raw, partnership=partnership, by=VISITOR, at=at)
