"""The demonstration's own pages. They exist only in it, and only on localhost."""

from functools import wraps

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.audit.actors import SystemActor
from heed.correspondence.actions import receive
from heed.demo import actions, forms, queries
from heed.demo.posting import as_email
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
    context = {"personas": queries.personas(), "move": forms.MoveForm()}
    return render(request, "demo/personas.html", context)


@on_this_machine
@require_POST
def sign_in(request, slug):
    become(request, queries.persona(slug).person)
    return redirect("home")


@on_this_machine
@require_POST
def move(request):
    form = forms.MoveForm(request.POST)
    targets = {
        "working_day": queries.next_working_morning(request.at),
        "deadline": queries.next_deadline_morning(request.at),
        "date": form.cleaned_data["to"] if form.is_valid() else None,
    }
    if target := targets.get(request.POST.get("how", "date")):
        actions.set_clock(max(target, request.at), by=VISITOR, at=request.at)
    return redirect("demonstration")


@on_this_machine
def post(request):
    form = forms.SendForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        _send(form.cleaned_data, at=request.at)
        return redirect("demonstration_post")
    context = {"form": form, "letters": queries.letters_sent()}
    return render(request, "demo/post.html", context)


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
