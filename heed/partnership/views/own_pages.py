"""The public pages about reviews, in a partnership's own words."""

from django.http import Http404
from django.shortcuts import redirect, render

from heed.library.own_pages import TITLES
from heed.partnership.actions.own_pages import agree_to_own_page, write_own_page
from heed.partnership.own_page_forms import AgreementForm, OwnPageForm, as_read
from heed.partnership.policies import for_roles, shown_afresh
from heed.partnership.queries import holds_any
from heed.partnership.views.asking import day_of, done, posted
from heed.rulebook.language import Role
from heed.rulebook.roles import APPROVERS


@for_roles(*APPROVERS)
def own_pages(request):
    partnership = request.person.partnership
    own = {page.slug: page for page in partnership.own_pages.all()}
    waits = {page.slug: page for page in _waiting(request)}
    pages = [(slug, TITLES[slug], own.get(slug), waits.get(slug)) for slug in TITLES]
    writes = holds_any(request.person, partnership, {Role.MANAGER}, on=day_of(request))
    context = {"pages": pages, "writes": writes, "waits": waits}
    return render(request, "partnership/own_pages.html", context)


@for_roles(Role.MANAGER)
def own_page(request, slug):
    if slug not in TITLES:
        raise Http404
    partnership = request.person.partnership
    kept = partnership.own_pages.filter(slug=slug).first()
    waits = partnership.waiting_pages.filter(slug=slug).first()
    begins = waits or kept
    form = OwnPageForm(posted(request), initial={"words": begins and begins.words})
    if done(form, _write, request, slug, form):
        return redirect("own_pages")
    context = {"form": form, "title": TITLES[slug], "own": kept, "waits": waits}
    return render(request, "partnership/own_page.html", context)


def _write(request, slug, form):
    who = {"by": request.person, "at": request.at}
    words = form.cleaned_data["words"]
    return write_own_page(request.person.partnership, slug=slug, words=words, **who)


def _waiting(request):
    waits = request.person.partnership.waiting_pages.select_related("written_by")
    return list(waits)


@shown_afresh
@for_roles(*APPROVERS)
def waiting(request):
    pages = _waiting(request)
    form = AgreementForm(posted(request), pages=pages)
    if done(form, _agree, request, form):
        return redirect("own_pages")
    context = {"form": form, "pages": [(page, as_read(page)) for page in pages]}
    return render(request, "partnership/waiting_pages.html", context)


def _agree(request, form):
    mark = form.cleaned_data["mark"]
    who = {"by": request.person, "at": request.at}
    return agree_to_own_page(form.page, mark=mark, **who)
