"""The pages on which an agency answers in full: parts on pages, saved as they type."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from heed.cases.answering import NothingMore, attempt, posted
from heed.cases.steps import Refused
from heed.rapid_reviews import actions, asking_pages, queries
from heed.rapid_reviews.answering_doors import addresses
from heed.rapid_reviews.summaries import open_in
from heed.rapid_reviews.their_rows import tells_rows
from heed.rapid_reviews.views.answering import sent, shown
from heed.referrals.forms import AnswersForm


def tasks(request, door):
    answers = door.answers
    listed = [
        {
            "part": part,
            "url": door.to("part", part.slug),
            "count": asking_pages.answered_in(answers, part),
        }
        for part in asking_pages.parts_of(door.request)
    ]
    papers = queries.papers_with_it(door.request)
    more = {"papers": papers, "told": tells_rows(door.request)}
    return shown(request, door, "answer_tasks", tasks=listed, **more)


def part(request, door, part):
    found = _part(part)
    if not found.each:
        first = asking_pages.pages_of(part)[0].slug
        return redirect(door.to("page", part, first))
    entries = asking_pages.entries_of(door, found)
    more = {
        "room": len(entries) < found.most,
        "more": asking_pages.address_of_another(door, found),
    }
    return shown(request, door, "answer_several", part=found, entries=entries, **more)


def _part(slug):
    try:
        return asking_pages.part(slug)
    except KeyError:
        raise Http404 from None


def _page(part, page, number):
    try:
        found = asking_pages.page_of(part, page, number)
    except KeyError:
        raise Http404 from None
    if number > found.section.most:
        raise Http404
    return found


def page(request, door, part, page, number=1):
    asked = _page(part, page, number)
    data = request.POST if request.method == "POST" else None
    form = AnswersForm(data, page=asked, answers=door.answers, words={})
    saved = form.is_valid() and _saved(request, door, form)
    if data and "keep" in request.GET:
        return _kept_quietly(door, asked) if saved else HttpResponse(status=422)
    if saved:
        return redirect(asking_pages.address_after(door, asked))
    back = door.to("part", part) if asked.of_several else door.to("tasks")
    return shown(request, door, "answer_page", form=form, page=asked, back=back)


def _saved(request, door, form):
    by, keys = door.by, form.page.keys
    try:
        actions.save_answers(
            door.request, keys=keys, answers=form.answers, by=by, at=request.at
        )
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _kept_quietly(door, asked):
    """The answer to keeping while somebody writes: the mark of what is kept now."""
    kept = AnswersForm(page=asked, answers=door.answers, words={})
    return HttpResponse(status=204, headers={"Heed-Mark": kept.current_mark})


@require_POST
def drop(request, door, part, number):
    found = _part(part)
    actions.drop_entry(
        door.request, part=found.slug, number=number, by=door.by, at=request.at
    )
    return redirect(door.to("part", part))


def check(request, door):
    form = posted(request, NothingMore, shown=door.request)
    if form.is_valid() and attempt(
        form, actions.send_summary, door.request, by=door.by, at=request.at
    ):
        return sent(request, door)
    told = asking_pages.told_in_words(door.answers)
    for each in told:
        each["change"] = door.to("part", each["part"]) if "part" in each else ""
    more = {
        "papers": queries.papers_with_it(door.request),
        "gaps": open_in(door.answers),
    }
    return shown(request, door, "answer_check", form=form, told=told, **more)


ADDRESSES = addresses(
    (
        ("full/", tasks, "tasks"),
        ("full/check/", check, "check"),
        ("full/<slug:part>/", part, "part"),
        ("full/<slug:part>/<int:number>/drop/", drop, "drop"),
        ("full/<slug:part>/<int:number>/<slug:page>/", page, "page_of"),
        ("full/<slug:part>/<slug:page>/", page, "page"),
    )
)
