"""What stands before a page that a link opens: without the code, no name and no case.
The browser that gave the code is bound to it by a mark in its session."""

import hmac

from django.shortcuts import redirect, render

from heed import clock
from heed.cases.forms import CodeForm
from heed.cases.steps import Refused

BOUND = "opened_by_link"
# What a form carries for itself, and nobody typed.
OWN = frozenset({"csrfmiddlewaretoken", "seen_version", "once"})


def is_bound(request, row) -> bool:
    """Whether this browser opened this row with its code, and the link still leads
    somewhere today."""
    today = clock.london_date(request.at)
    return opened_here(request, row) and row.opens_on(today)


def opened_here(request, row) -> bool:
    """Whether this browser opened this row with its code, whatever became of it."""
    mark = request.session.get(BOUND, {}).get(str(row.pk), "")
    return bool(row.bound_to) and hmac.compare_digest(mark, row.bound_to)


def ask_for_the_code(request, row, open_it, *, by, pass_on=""):
    """Ask for the code; with the right one, lead back to the same address. A browser
    that gave it is told that the link is over, and keeps what was typed. On the page
    `pass_on` whoever is not the right person names another."""
    if opened_here(request, row):
        typed = [words for name, words in request.POST.items() if name not in OWN]
        context = {"partnership": row.partnership, "typed": "\n\n".join(typed).strip()}
        return render(request, "cases/link_over.html", context)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            mark = open_it(row, code=form.cleaned_data["code"], by=by, at=request.at)
        except Refused as refused:
            form.add_error("code", str(refused))
        else:
            bound = request.session.get(BOUND, {})
            request.session[BOUND] = {**bound, str(row.pk): mark}
            return redirect(request.path)
    context = {"form": form, "partnership": row.partnership, "asked": row}
    context["pass_on"] = pass_on
    return render(request, "cases/code.html", context)
