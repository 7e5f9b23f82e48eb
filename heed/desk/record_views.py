"""The auditor's page, and that of one case. That one was opened stands in the record
too."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_GET

from heed.cases import pages
from heed.cases.queries import case_for, reads_who_did_what
from heed.desk import actions
from heed.desk import record_queries as queries
from heed.desk.record_forms import CaseRecordForm, RecordForm
from heed.partnership.policies import for_case, for_roles
from heed.rulebook.language import Role
from heed.rulebook.roles import READS_WHO_DID_WHAT


@for_roles(Role.AUDITOR)
def record(request):
    partnership = request.person.partnership
    actions.note_reading_of_record(by=request.person, at=request.at)
    form = RecordForm(request.GET or {})
    context = {"form": form, "state": queries.state_of_record()}
    if form.is_valid():
        case_id = queries.case_called(partnership, form.cleaned_data["reference"])
        context["page"] = queries.page_of_record(
            partnership, form.sought(case_id), before=_before(request)
        )
    return render(request, "desk/record.html", context | _asked(request))


@for_roles(Role.AUDITOR)
def verify(request):
    verdict = None
    if request.method == "POST":
        verdict = actions.verify_record(by=request.person, at=request.at)
    context = {"verdict": verdict, "state": queries.state_of_record()}
    return render(request, "desk/verify_record.html", context)


@for_case(*READS_WHO_DID_WHAT)
@require_GET
def case_record(request, public_id):
    found = case_for(request.person, public_id, at=request.at)
    if not reads_who_did_what(request.person, found, at=request.at):
        raise Http404
    pages.note_read(request, found, "read_case_record", found)
    form = CaseRecordForm(request.GET or {})
    context = pages.banner(request, found) | {"form": form}
    if form.is_valid():
        before, sought = _before(request), form.sought()
        context["page"] = queries.page_of_case(found, sought, before=before)
    return render(request, "desk/case_record.html", context | _asked(request))


def _before(request) -> int | None:
    before = request.GET.get("before", "")
    return int(before) if before.isdecimal() and len(before) < 19 else None  # noqa: PLR2004 - fits the column


def _asked(request) -> dict:
    """What was asked, for the link to older entries and to one person's."""
    asked = request.GET.copy()
    asked.pop("before", None)
    without_person = asked.copy()
    without_person.pop("mark", None)
    return {"asked": asked.urlencode(), "asked_of_all": without_person.urlencode()}
