"""The public pages about reviews, in a partnership's own words."""

from django.http import Http404
from django.shortcuts import redirect, render

from heed.library.own_pages import TITLES
from heed.partnership.actions.own_pages import write_own_page
from heed.partnership.forms import OwnPageForm
from heed.partnership.policies import for_roles
from heed.partnership.views.asking import done, posted
from heed.rulebook.language import Role


@for_roles(Role.MANAGER)
def own_pages(request):
    own = {page.slug: page for page in request.person.partnership.own_pages.all()}
    pages = [(slug, title, own.get(slug)) for slug, title in TITLES.items()]
    return render(request, "partnership/own_pages.html", {"pages": pages})


@for_roles(Role.MANAGER)
def own_page(request, slug):
    if slug not in TITLES:
        raise Http404
    partnership = request.person.partnership
    kept = partnership.own_pages.filter(slug=slug).first()
    form = OwnPageForm(posted(request), initial={"words": kept.words if kept else ""})
    if done(form, _write, request, slug, form):
        return redirect("own_pages")
    context = {"form": form, "title": TITLES[slug]}
    return render(request, "partnership/own_page.html", context)


def _write(request, slug, form):
    who = {"by": request.person, "at": request.at}
    words = form.cleaned_data["words"]
    return write_own_page(request.person.partnership, slug=slug, words=words, **who)
