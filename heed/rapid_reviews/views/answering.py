"""The one page that an agency gets. Before the code it shows no name and no case."""

import hmac

from django.shortcuts import redirect, render

from heed.audit.actors import LinkHolder
from heed.cases.answering import attempt, posted
from heed.cases.queries import children_of, family_of
from heed.cases.steps import Refused
from heed.partnership.policies import open_to_anyone
from heed.rapid_reviews import actions, forms, queries

BOUND = "answers"
WHY_OPEN = "an agency has no account; the link and a code by telephone open it"


@open_to_anyone(reason=WHY_OPEN)
def answer(request, token):
    asked = queries.request_by_link(token)
    if not _is_bound(request, asked):
        return _ask_for_the_code(request, asked, token)
    form = posted(request, forms.AnswerForm, shown=asked)
    by = LinkHolder(str(asked.pk), asked.organisation.name)
    if form.is_valid() and attempt(
        form, actions.answer_request, asked, by=by, at=request.at
    ):
        return render(request, "rapid_reviews/thanks.html", {"asked": asked})
    return render(request, "rapid_reviews/answer.html", _shown(asked, form, token))


@open_to_anyone(reason=WHY_OPEN)
def decline(request, token):
    asked = queries.request_by_link(token)
    if not _is_bound(request, asked):
        return redirect("answer", token)
    form = posted(request, forms.ReasonForm, shown=asked)
    by = LinkHolder(str(asked.pk), asked.organisation.name)
    if form.is_valid() and attempt(
        form, actions.refuse_request, asked, by=by, at=request.at
    ):
        return render(request, "rapid_reviews/thanks.html", {"asked": asked})
    return render(request, "rapid_reviews/decline.html", {"form": form, "token": token})


def _is_bound(request, asked) -> bool:
    mark = request.session.get(BOUND, {}).get(str(asked.pk), "")
    return bool(asked.bound_to) and hmac.compare_digest(mark, asked.bound_to)


def _ask_for_the_code(request, asked, token):
    form = forms.CodeForm(request.POST or None)
    by = LinkHolder(str(asked.pk), asked.organisation.name)
    if form.is_valid():
        code = form.cleaned_data["code"]
        try:
            mark = actions.open_request(asked, code=code, by=by, at=request.at)
        except Refused as refused:
            form.add_error("code", str(refused))
        else:
            bound = request.session.get(BOUND, {})
            request.session[BOUND] = {**bound, str(asked.pk): mark}
            return redirect("answer", token)
    context = {"form": form, "partnership": asked.partnership}
    return render(request, "rapid_reviews/code.html", context)


def _shown(asked, form, token) -> dict:
    return {
        "asked": asked,
        "form": form,
        "token": token,
        "partnership": asked.partnership,
        "children": children_of(asked.case),
        "family": family_of(asked.case),
        "before": queries.latest_answer(asked),
    }
