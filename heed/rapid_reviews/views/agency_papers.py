"""The pages on which an agency takes our form and sends papers: what was understood of
one stands beside what is written, and a person says that it is right."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from heed.cases.answering import posted
from heed.cases.pages import WORD
from heed.cases.steps import Refused
from heed.chronologies.empty_form import asked_by, empty_form
from heed.documents.queries import document_of
from heed.papers.agency_form import AskedOf, agency_form, open_agency_form
from heed.rapid_reviews import actions, forms, queries
from heed.rapid_reviews.answering_doors import addresses
from heed.rapid_reviews.understanding import beside_each_other, understood_of
from heed.rapid_reviews.views.answering import shown

OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"


def papers(request, door):
    form = posted(request, forms.AgencyPaperForm)
    taken = _taken_in(request, door, form) if form.is_valid() else None
    if taken and taken[1]:
        return redirect(door.to("understood", taken[0].public_id))
    if taken:
        return redirect(door.to("papers"))
    kept = queries.papers_with_it(door.request)
    return shown(request, door, "answer_papers", form=form, papers=kept)


def _taken_in(request, door, form):
    said, by = form.cleaned_data, door.by
    try:
        return actions.take_in_paper(door.request, **said, by=by, at=request.at)
    except Refused as refused:
        form.add_error("file", str(refused))
        return None


@require_POST
def take_back(request, door, document):
    found = document_of(door.request, document)
    actions.take_back_paper(door.request, found, by=door.by, at=request.at)
    return redirect(door.to("papers"))


def understood(request, door, document):
    paper = document_of(door.request, document)
    reading = paper.readings.last()
    if reading is None:
        raise Http404
    found = understood_of(reading.content)
    form = posted(request, forms.TakeOverForm, unread=found.unread)
    if form.is_valid() and _taken_over(request, door, reading, form):
        return redirect(door.to("tasks"))
    rows = beside_each_other(reading.content, found)
    more = {"rows": rows, "found": found, "form": form, "reading": reading}
    return shown(request, door, "understood", paper=paper, **more)


def _taken_over(request, door, reading, form):
    if reading.read_as != "agency-summary":
        return True
    said = {"placed": form.placed, "by": door.by, "at": request.at}
    try:
        actions.take_over(door.request, reading, **said)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _asked_of(asked) -> AskedOf:
    return AskedOf(
        partnership=asked.partnership.name,
        agency=asked.organisation.name,
        due=f"{asked.due_on:%-d %B %Y}",
        telephone=asked.partnership.business_unit_telephone,
    )


def word_form(request, door):
    return _file(agency_form(_asked_of(door.request)), WORD, "docx")


def open_form(request, door):
    made = open_agency_form(_asked_of(door.request))
    return _file(made, OPEN_DOCUMENT, "odt")


def chronology_form(request, door, ending):
    asked = door.request
    agency = asked.organisation.name
    return empty_form(asked_by(asked.partnership, agency=agency), ending)


def _file(content: bytes, kind: str, ending: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    named = f'attachment; filename="what-our-agency-knows.{ending}"'
    answer["Content-Disposition"] = named
    return answer


ADDRESSES = addresses(
    (
        ("papers/", papers, "papers"),
        ("papers/form.docx", word_form, "form"),
        ("papers/form.odt", open_form, "open_form"),
        ("papers/chronology.<str:ending>", chronology_form, "empty_chronology"),
        ("papers/<str:document>/", understood, "understood"),
        ("papers/<str:document>/take-back/", take_back, "take_back"),
    )
)
