"""Whoever gets a request and is not the right person passes it on, before the code."""

from django.shortcuts import render
from django.urls import path

from heed.audit.actors import LinkHolder
from heed.cases.answering import attempt, posted
from heed.partnership.policies import open_to_anyone
from heed.rapid_reviews import actions, forms, queries

WHY_OPEN = "an agency has no account; it names one of its own, and reads nothing"


@open_to_anyone(reason=WHY_OPEN)
def pass_on(request, token):
    asked = queries.request_by_link(token)
    by = LinkHolder(str(asked.pk), asked.organisation.name)
    form = posted(request, forms.PassOnForm, shown=asked)
    context = {"form": form, "partnership": asked.partnership, "token": token}
    if form.is_valid() and attempt(
        form, actions.pass_request_on, asked, by=by, at=request.at
    ):
        context["name"] = form.cleaned_data["to_name"]
        return render(request, "rapid_reviews/passed_on.html", context)
    return render(request, "rapid_reviews/pass_on.html", context)


ADDRESSES = [path("answer/<str:token>/pass-on/", pass_on, name="pass_request_on")]
