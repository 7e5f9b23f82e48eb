"""Each source of the register: what is planted there is searched for."""

from datetime import date

import pytest

from heed.audit.actors import LinkHolder
from heed.cases.actions import amend_child
from heed.cases.models import Case
from heed.cases.queries import children_of
from heed.chronologies.actions.key import begin_key, put_in_key
from heed.deidentify import Kind, scan_paper
from heed.papers.blocks import document, paragraph
from heed.papers.hidden import Reading
from heed.partnership.models import Partnership
from heed.publications.register import (
    register_mark,
    register_of_case,
    whole_register_of,
)
from heed.publications.register.told import lines_of
from heed.rapid_reviews.actions import answer_request, ask_agency
from tests.cases.factories import NOON
from tests.chronologies.factories import a_chronology, brought_in
from tests.partnership.factories import an_organisation
from tests.publications.test_the_register import a_mother
from tests.rapid_reviews.factories import a_rapid_review, a_request
from tests.reviews.factories import APRIL, a_review_at_work, a_signed_report
from tests.reviews.test_practitioners_are_heard import an_account_asked, give

in_a_case = pytest.mark.django_db(databases=["default", "library"])


def test_what_was_told_names_people_by_their_work_and_the_places_of_children():
    said = (
        "SW Ada Ormond rang; she was on Heron Ward, then at Kelp Lane Surgery.",
        "Her mum took her to Saltmarsh Primary School. The ward was full.",
        "The school and the nurse wrote. Mother was there.",
    )
    found = {(line["kind"], line["value"]) for line in lines_of(said)}
    assert found == {
        ("name", "Ada Ormond"),
        ("place", "Heron Ward"),
        ("place", "Kelp Lane Surgery"),
        ("school", "Saltmarsh Primary School"),
    }


@in_a_case
def test_the_days_of_the_incident_are_in_the_register():
    case, _people = a_signed_report()
    case.happened_on, case.happened_until = date(2026, 2, 3), date(2026, 2, 4)
    case.save(update_fields=["happened_on", "happened_until"])
    days = {e.value for e in register_of_case(case).entries if e.kind is Kind.DATE}
    assert {"2026-02-03", "2026-02-04"} <= days
    words = document(paragraph("It was on 3 February 2026."), title="A")
    found = scan_paper(Reading(words), register_of_case(case))
    assert [f.text for f in found if f.is_confirmed] == ["3 February 2026"]


@in_a_case
@pytest.mark.parametrize(("naming", "scheme"), [("trees", "trees"), ("chosen", "")])
def test_after_what_the_area_names_children_is_searched_for(naming, scheme):
    case, _people = a_signed_report()
    Partnership.objects.update(naming=naming)
    case = Case.objects.get(pk=case.pk)
    assert register_of_case(case).scheme == scheme


@in_a_case
def test_a_former_name_must_never_print():
    case, people = a_signed_report()
    mother = a_mother(case, people, former_names=["Perpetua Winterbourne"])
    child = children_of(case)[0]
    amend_child(
        child, former_names=["Isolde Marchbanks"], by=people["coordinator"], at=APRIL
    )
    said = "Isolde Marchbanks was born to P. Winterbourne."
    found = scan_paper(
        Reading(document(paragraph(said), title="A")), register_of_case(case)
    )
    never = {f.text for f in found if f.critical}
    assert never == {"Isolde Marchbanks", "P. Winterbourne"}
    assert {mother.public_id, child.public_id} == {f.person for f in found}


@in_a_case
def test_the_firm_of_a_lead_reviewer_is_looked_at_and_their_name_stays():
    case, people = a_review_at_work()
    firm = an_organisation(case.partnership, "independent", name="Tidewater Reviews")
    people["reviewer"].organisation = firm
    people["reviewer"].save(update_fields=["organisation"])
    values = {(e.kind, e.value) for e in register_of_case(case).entries}
    assert (Kind.EMPLOYER, "Tidewater Reviews") in values
    assert people["reviewer"].name not in {value for _, value in values}


@in_a_case
def test_the_practice_that_was_asked_is_a_place_and_a_trust_is_not():
    review, people = a_rapid_review()
    for kind, name in (("gp", "Kelp Lane Surgery"), ("acute", "Quillshire Trust")):
        ask_agency(
            review.case,
            organisation=an_organisation(review.case.partnership, kind, name=name),
            to_address="safeguarding@quillshire.example",
            asked_for="Please tell us what you knew.",
            due_on=date(2026, 5, 20),
            by=people["coordinator"],
            at=APRIL,
        )
    values = {(e.kind, e.value) for e in register_of_case(review.case).entries}
    assert (Kind.PLACE, "Kelp Lane Surgery") in values
    assert "Quillshire Trust" not in {value for _, value in values}


@in_a_case
def test_who_is_named_in_an_agencys_words_is_searched_for_and_changes_the_mark():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    before = register_mark(review.case)
    answer_request(
        request,
        kind="summary",
        author="Tamsin Quell",
        summary="Health visitor Mabry Pellowick saw her on Heron Ward.",
        by=LinkHolder(str(request.pk), request.organisation.name),
        at=APRIL,
    )
    whole = {e.value for e in whole_register_of(review.case).entries}
    assert {"Mabry Pellowick", "Heron Ward"} <= whole
    assert register_mark(review.case) != before


@in_a_case
def test_who_is_named_in_a_chronology_is_searched_for():
    came, people = a_chronology()
    case, by = came.case, {"by": people["manager"], "at": NOON}
    row = "3 May 2025,10:30,Notes,Heron Ward rang PC Odalys Tern,,,,"
    brought_in(case, came.chronology.organisation, people, row)
    before = register_mark(case)
    assert {"Odalys Tern", "Heron Ward"} <= {
        e.value for e in whole_register_of(case).entries
    }
    key = begin_key(case, **by)
    put_in_key(key, role="GP", names=["Leopold Sandgrouse"], **by)
    assert "Leopold Sandgrouse" in {e.value for e in whole_register_of(case).entries}
    assert register_mark(case) != before


@in_a_case
def test_what_a_practitioner_says_of_others_in_their_own_account_is_searched_for():
    event, _people, request = an_account_asked()
    give(request, "Midwife Juniper Strand told me so.")
    case = event.case
    assert "Juniper Strand" in {e.value for e in whole_register_of(case).entries}
