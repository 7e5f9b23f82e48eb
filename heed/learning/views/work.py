"""Actions: mine, one of them, and each step on it."""

from django.shortcuts import render

from heed.cases import pages as case_pages
from heed.cases.answering import ReasonForm, posted
from heed.cases.queries import row_for
from heed.learning import actions, forms, pages, queries
from heed.learning.models import Action
from heed.partnership.policies import for_case


@for_case
def mine(request):
    context = {
        "actions": queries.actions_of(request.person, at=request.at),
        "owed": queries.answers_owed_by(request.person, at=request.at),
    }
    return render(request, "learning/my_actions.html", context)


@for_case
def one(request, public_id):
    shown = queries.action_for(request.person, public_id, at=request.at)
    case_pages.note_read(request, shown.kept.case, "read_action", shown.kept)
    return render(request, "learning/action.html", pages.of_action(request, shown))


def _step(request, public_id, form_class, action, heading, *, show=True, **asked):
    kept = row_for(Action, request.person, public_id, at=request.at)
    form = posted(request, form_class, **asked, **({"shown": kept} if show else {}))
    more = {"heading": f"Action {kept.number}: {heading}", "quoted": kept.text}
    return pages.step(request, form, action, kept, to=("action", public_id), **more)


@for_case
def progress(request, public_id):
    words, form = "how it goes", forms.ProgressForm
    return _step(request, public_id, form, actions.record_progress, words, show=False)


@for_case
def complete(request, public_id):
    words, form = "sign off that it was done", forms.CompletionForm
    return _step(request, public_id, form, actions.complete_action, words)


@for_case
def end(request, public_id):
    words, form = "end it without doing it", ReasonForm
    return _step(request, public_id, form, actions.end_without_doing, words)


@for_case
def replace(request, public_id):
    kept = row_for(Action, request.person, public_id, at=request.at)
    others = queries.others_to_replace_with(kept, request.person, at=request.at)
    words, form = "replace it by another", forms.ReplaceForm
    action = actions.replace_action
    return _step(request, public_id, form, action, words, others=others)


@for_case
def new_date(request, public_id):
    words, form = "agree a later date", forms.NewTargetForm
    return _step(request, public_id, form, actions.agree_new_date, words)


@for_case
def new_owner(request, public_id):
    kept = row_for(Action, request.person, public_id, at=request.at)
    owners = queries.possible_owners(kept.case, request.person, at=request.at)
    words, form = "give it to another owner", forms.OwnerForm
    action = actions.hand_to_new_owner
    return _step(request, public_id, form, action, words, owners=owners)


@for_case
def reopen(request, public_id):
    words, form = "open it again", forms.ReopenForm
    return _step(request, public_id, form, actions.reopen_action, words)


@for_case
def impact(request, public_id):
    words, form = "what changed for children", forms.ImpactForm
    return _step(request, public_id, form, actions.record_impact, words, show=False)
