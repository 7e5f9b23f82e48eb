"""The pages on which an agency answers in two minutes, and the page on which its lead
signs off. Before the code the first shows no name and no case."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import NothingMore, ReasonForm, attempt, posted
from heed.cases.queries import children_of, family_of
from heed.cases.steps import Refused
from heed.partnership.policies import for_case
from heed.rapid_reviews import actions, forms, pages, queries
from heed.rapid_reviews.addresses import ASKED
from heed.rapid_reviews.answering_doors import addresses
from heed.rulebook import sources

PAGES_LINKED = ("decline", "tasks", "papers", "check", "form", "open_form", "collated")


def shown(request, door, template, **context):
    """A page of whoever answers: neither another agency nor the case stands on it."""
    context |= {
        "door": door,
        "frame": door.frame,
        "asked": door.request,
        "partnership": door.request.partnership,
        "short_url": door.to(),
        **{f"{page}_url": door.to(page) for page in PAGES_LINKED},
    }
    return render(request, f"rapid_reviews/{template}.html", context)


def short(request, door):
    more = {"shown": door.request, "wanted": door.request.wanted}
    form = posted(request, forms.AnswerForm, **more, kept=_typed_before(door))
    if request.method == "POST" and {"keep", "later"} & {*request.GET, *request.POST}:
        if answer := _kept(request, door, form):
            return answer
    elif form.is_valid() and attempt(
        form, actions.answer_request, door.request, by=door.by, at=request.at
    ):
        return sent(request, door)
    actions.note_reading_by_link(door.request, by=door.by, at=request.at)
    # What somebody typed here stays on the page, whatever was asked for meanwhile.
    pages = not form.is_bound and queries.wants_what_only_pages_ask(door.request)
    more = _asked_about(door.request) | {"on_pages_alone": pages}
    return shown(request, door, "answer", form=form, **more)


def _typed_before(door):
    return forms.typed_before(door.answers)


def _kept(request, door, form):
    """The answer to keeping what is typed; None where a page says why it was not."""
    saved, quietly = _saved(request, door, form), "keep" in request.GET
    if saved and quietly:
        mark = forms.mark_of(_typed_before(door))
        return HttpResponse(status=204, headers={"Heed-Mark": mark})
    if saved:
        return shown(request, door, "kept_for_later")
    return HttpResponse(status=422) if quietly else None


def _saved(request, door, form):
    said, by = form.as_typed, door.by
    if form.is_overtaken:
        return form.not_kept(forms.OVERTAKEN)
    try:
        actions.save_answers(
            door.request, keys=said.keys(), answers=said, by=by, at=request.at
        )
    except Refused as refused:
        return form.not_kept(str(refused))
    return True


def sent(request, door):
    """What is shown once an answer has arrived."""
    if door.name == "own_answer":
        return redirect("own_request", door.key)
    return shown(request, door, "thanks")


def decline(request, door):
    form = posted(request, ReasonForm, shown=door.request)
    if form.is_valid() and attempt(
        form, actions.refuse_request, door.request, by=door.by, at=request.at
    ):
        return sent(request, door)
    return shown(request, door, "decline", form=form)


def _asked_about(asked) -> dict:
    """What stands around the form. What was sent with a mistake in it comes back to be
    mended, but names nobody once it is asked no more."""
    over = queries.is_asked_no_more(asked)
    return {
        "over": over,
        "children": [] if over else children_of(asked.case),
        "family": [] if over else family_of(asked.case),
        "before": queries.latest_answer(asked),
        "wanted": queries.parts_wanted(asked),
        "papers": queries.papers_with_it(asked),
        "duty": sources.S16H.cited,
    }


@for_case
def own(request, public_id):
    asked = queries.own_request_for(request.person, public_id, at=request.at)
    case_pages.note_read(request, asked.case, "read_answers", asked)
    actions.open_from_account(asked, by=request.person, at=request.at)
    form = posted(request, NothingMore, shown=asked)
    return pages.own_request(request, form, asked)


ADDRESSES = [
    *addresses((("", short, ""), ("decline/", decline, "decline"))),
    path(f"{ASKED}own/", own, name="own_request"),
]
