"""The desk's own pages."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from heed.audit.actors import AnonymousReferrer
from heed.cases.offers import beginnings_for
from heed.cases.queries import Sought
from heed.cases.sharing import read_of_others
from heed.desk import actions, queries
from heed.desk.board import WINDOW, Position, due_for
from heed.desk.calendars import calendar_of
from heed.desk.context import pages_beside
from heed.desk.forms import CasesForm, ProblemForm, may_send
from heed.desk.listing import ON_THE_FIRST_PAGE, table_of_cases
from heed.desk.the_process import the_process
from heed.desk.timeliness import timeliness_of
from heed.desk.waiting import at_risk_now, my_work
from heed.desk.welcome import first_steps, sees_cases
from heed.partnership.policies import (
    for_case,
    for_roles,
    for_signed_in,
    open_to_anyone,
)
from heed.partnership.whereabouts import address_of
from heed.rulebook.roles import READS_THE_FIGURES


@for_case
def home(request):
    person, at = request.person, request.at
    context = {
        "work": my_work(person, at=at),
        "beginnings": beginnings_for(person, at=at),
        "first_steps": first_steps(person, at=at),
        "sees_cases": sees_cases(person, at=at),
        "shares": read_of_others(person, at=at),
    } | table_of_cases(person, Sought(), most=ON_THE_FIRST_PAGE, at=at)
    return render(request, "desk/home.html", context)


@for_case
def cases(request):
    form = CasesForm(request.GET)
    sought = form.sought(request.GET.get("after", ""))
    context = table_of_cases(request.person, sought, at=request.at)
    return render(request, "desk/cases.html", context | {"form": form})


@for_case
def deadlines(request):
    after = Position.read(request.GET.get("after", ""))
    board = due_for(request.person, after=after, most=WINDOW, at=request.at)
    later = board.more_after
    context = {
        "headings": board.under_headings(at=request.at),
        "due_later": f"?{urlencode({'after': later})}" if later else "",
        "from_the_top": reverse("deadlines") if after else "",
        "has_feed": queries.has_calendar_feed(request.person),
        "at_risk": at_risk_now(request.person, at=request.at),
        "beside": pages_beside(request.person, at=request.at),
    }
    return render(request, "desk/deadlines.html", context)


@for_roles(*READS_THE_FIGURES)
def timeliness(request):
    partnership = request.person.partnership
    figures = timeliness_of(partnership, at=request.at)
    context = {"figures": figures, "partnership": partnership}
    return render(request, "desk/timeliness.html", context)


@for_case
def calendar_feed(request):
    address = ""
    if request.method == "POST":
        secret = actions.make_calendar_feed(by=request.person, at=request.at)
        address = f"{settings.DESK_ADDRESS}{reverse('calendar', args=[secret])}"
    return render(request, "desk/calendar.html", {"address": address})


@open_to_anyone(reason="calendar programs cannot sign in; the secret address opens it")
def calendar(request, secret):
    person = queries.owner_of_feed(secret)
    rows = due_for(person, at=request.at).rows
    content = calendar_of(rows, at=request.at, host=request.get_host())
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")


@open_to_anyone(reason="anybody may report a problem with a published page")
def report_problem(request):
    page = request.GET.get("page", "")
    form = ProblemForm(request.POST or None, initial={"page": page})
    if form.is_valid() and may_send(form, address_of(request)):
        by = AnonymousReferrer("public-site")
        actions.report_problem(by=by, at=request.at, **form.cleaned_data)
        return render(request, "desk/problem_reported.html")
    return render(request, "desk/report_problem.html", {"form": form})


@for_signed_in
def how_this_works(request):
    return render(request, "desk/how_this_works.html", {"process": the_process()})
