"""The pages on which a referral is written. The same ones serve whoever writes: each
comes through a door that knows the draft, its writer and its addresses."""

from functools import wraps

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from heed.cases.answering import posted
from heed.cases.steps import Refused
from heed.documents.queries import document_of, documents_of
from heed.papers.questions import section as section_called
from heed.papers.questions import worded
from heed.referrals import actions, pages
from heed.referrals.actions.drafting import PAPER
from heed.referrals.actions.typing_in import ORIGINAL
from heed.referrals.doors import FindDoor
from heed.referrals.forms import AnswersForm, PapersForm
from heed.referrals.paging import (
    PAPERS,
    next_page,
    numbers_in,
    page_of,
    pages_of,
    sections_asked,
)
from heed.referrals.understanding import guidance_on


def shown(request, door, template, **context):
    context |= {
        "door": door,
        "frame": door.frame,
        "partnership": door.partnership,
        "tasks_url": door.to("tasks"),
        "papers_url": door.to("papers"),
        "check_url": door.to("check"),
        "closes_after": settings.SESSION_IDLE_SECONDS,
    }
    return render(request, f"referrals/{template}.html", context)


def tasks(request, door):
    answers = door.referral.answers
    files = documents_of(door.referral, purpose=PAPER)
    listed = [
        _task(section, door, answers)
        for section in sections_asked()
        if section.slug != PAPERS
    ]
    came = documents_of(door.referral, purpose=ORIGINAL)
    more = {"came": came, "way_back": _first_way_back(door, request.at)}
    return shown(request, door, "tasks", tasks=listed, files=files, **more)


def _first_way_back(door, at):
    """With what one comes back if the window closes; shown once, before it is asked
    for, to who writes without an account."""
    if not door.is_open_to_anyone or door.referral.form_reference:
        return None
    return actions.give_resume_code(door.referral, by=door.by, at=at)


def _task(section, door, answers):
    begun = any(key.partition(".")[0] == section.slug for key in answers)
    return {
        "section": section,
        "title": _title(section),
        "url": door.to("section", section.slug),
        "count": len(numbers_in(answers, section.slug)) or int(begun),
    }


def _title(section):
    """A section of one page is called by its page."""
    pages = pages_of(section.slug)
    return pages[0].title if len(pages) == 1 else section.title


def section(request, door, section):
    try:
        found = section_called(section)
    except KeyError:
        raise Http404 from None
    if section == PAPERS:
        return redirect(door.to("papers"))
    if not found.each:
        return redirect(door.to("page", section, _first(section)))
    context = {"section": worded(found, door.words), **_entries(door, found)}
    return shown(request, door, "several", **context)


def _entries(door, found):
    answers, slug = door.referral.answers, found.slug
    entries = [_entry(door, found, n) for n in numbers_in(answers, slug)]
    return {
        "entries": entries,
        "room": len(entries) < found.most,
        "more": door.to("page_of", slug, _next_number(answers, slug), _first(slug)),
    }


def _next_number(answers, section):
    return max(numbers_in(answers, section), default=0) + 1


def _first(section):
    return pages_of(section)[0].slug


def _entry(door, found, number):
    said = pages.answered_sections(
        {
            key: value
            for key, value in door.referral.answers.items()
            if key.startswith(f"{found.slug}.{number}.")
        }
    )
    return {
        "rows": said[0]["rows"] if said else [],
        "change": door.to("page_of", found.slug, number, _first(found.slug)),
        "drop": door.to("drop", found.slug, number),
    }


def page(request, door, section, page, number=1):
    asked = _asked(section, page, number)
    data = request.POST if request.method == "POST" else None
    words, answers = door.words, door.referral.answers
    form = AnswersForm(data, page=asked, answers=answers, words=words)
    saved = form.is_valid() and _saved(form, door, request.at)
    if data and "keep" in request.GET and asked.keeps_while_written:
        return _kept_quietly(door, asked) if saved else HttpResponse(status=422)
    if saved:
        return redirect(_after(door, asked, form.answers))
    beside = _beside(door, asked, words)
    return shown(request, door, "page", form=form, page=asked, **beside)


def _asked(section, page, number):
    try:
        asked = page_of(section, page, number)
    except KeyError:
        raise Http404 from None
    if number > asked.section.most:
        raise Http404
    return asked


def _kept_quietly(door, asked):
    """The answer to keeping while somebody writes: the mark of what is kept now."""
    door.referral.refresh_from_db()
    kept = AnswersForm(page=asked, answers=door.referral.answers, words={})
    return HttpResponse(status=204, headers={"Heed-Mark": kept.current_mark})


def _saved(form, door, at):
    keys = form.page.keys
    try:
        actions.save_answers(
            door.referral, keys=keys, answers=form.answers, by=door.by, at=at
        )
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _after(door, page, given):
    """The next page of the section; after its last, where the section ends."""
    following = next_page(page, door.referral.answers | given)
    slug = page.section.slug
    if following and page.of_several:
        return door.to("page_of", slug, page.number, following.slug)
    if following:
        return door.to("page", slug, following.slug)
    return door.to("section", slug) if page.of_several else door.to("tasks")


def _beside(door, page, words):
    back = (
        door.to("section", page.section.slug) if page.of_several else door.to("tasks")
    )
    help_ = worded(page.section, words).help
    return {"back": back, "is_risk": page.section.slug == "safety", "help": help_}


@require_POST
def drop(request, door, section, number):
    actions.drop_entry(
        door.referral, section=section, number=number, by=door.by, at=request.at
    )
    return redirect(door.to("section", section))


def papers(request, door):
    form = posted(request, PapersForm)
    if form.is_valid():
        for file in form.cleaned_data["files"]:
            _kept(form, door, file, request.at)
        if not form.errors:
            return redirect(door.to("papers"))
    files = [
        {"file": file, "take_back": door.to("take_back", file.public_id)}
        for file in documents_of(door.referral, purpose=PAPER)
    ]
    return shown(request, door, "papers", form=form, files=files)


def _kept(form, door, file, at):
    try:
        actions.add_paper(door.referral, file=file, by=door.by, at=at)
    except Refused as refused:
        form.add_error("files", str(refused))


@require_POST
def take_back(request, door, document):
    found = document_of(door.referral, document)
    actions.take_back_paper(door.referral, found, by=door.by, at=request.at)
    return redirect(door.to("papers"))


def checked(request, door, form, **context):
    """The page on which everything is looked at once more before it is sent."""
    sections = pages.answered_sections(door.referral.answers)
    for each in sections:
        each["change"] = door.to("section", each["section"])
    return shown(
        request,
        door,
        "check",
        form=form,
        sections=sections,
        files=documents_of(door.referral, purpose=PAPER),
        guidance=guidance_on(door.referral.answers),
        **context,
    )


PAGES = (
    ("form/", tasks, "tasks"),
    ("form/papers/files/", papers, "papers"),
    ("form/papers/files/<str:document>/take-back/", take_back, "take_back"),
    ("form/<slug:section>/", section, "section"),
    ("form/<slug:section>/<int:number>/drop/", drop, "drop"),
    ("form/<slug:section>/<int:number>/<slug:page>/", page, "page_of"),
    ("form/<slug:section>/<slug:page>/", page, "page"),
)


def addresses(name: str, start: str, find: FindDoor, policy) -> list:
    """The addresses of these pages for one of the ways to the form."""
    return [
        path(f"{start}{rest}", _through(find, view, policy), name=f"{name}_{page}")
        for rest, view, page in PAGES
    ]


def _through(find: FindDoor, view, policy):
    @policy
    @wraps(view)
    def opened(request, key, **more):
        door = find(request, key)
        if isinstance(door, HttpResponse):
            return door
        return view(request, door, **more)

    return opened
