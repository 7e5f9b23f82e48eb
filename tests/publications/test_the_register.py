"""The register holds everything that the case knows and that could give somebody away:
what the family calls people, what each referral says, the numbers of the case."""

from datetime import date

import pytest

from heed.cases.actions import keep_family_record, name_family_member
from heed.cases.models import Child
from heed.cases.queries import children_of, family_record_of
from heed.deidentify import Kind, scan_paper
from heed.papers.blocks import document, paragraph
from heed.papers.hidden import Reading
from heed.publications.register import register_of_case
from heed.referrals.actions import join_to_case
from heed.vault.fields import Sealed, SealedDate, SealedJSON
from tests.publications.factories import decided, searched
from tests.publications.test_identifying_words import found_in
from tests.referrals.factories import a_referral
from tests.reviews.factories import APRIL, a_review_at_work, a_signed_report

pytestmark = pytest.mark.django_db(databases=["default", "library"])

SPEAKS_OF_PEOPLE = "Free words about people: whom they name stands in rows of their own"
SHARED = "Many share it; where it is rare here, the two approvers weigh it"
LEFT_OUT = {
    "child.born_as_typed": "Searched for where no exact day is known",
    "child.religion": SHARED,
    "child.language": SHARED,
    "child.disabled": "One of a few words, which many children share",
    "child.education": "One of a few words; the school itself is searched for",
    "child.immigration": "One of a few words; where it is rare, the approvers weigh it",
    "child.looked_after_by": "A council, which is a public body",
    "child.parental_responsibility": SPEAKS_OF_PEOPLE,
    "child.plans": "Kinds of plans, which many children have",
    "child.needs": SPEAKS_OF_PEOPLE,
    "child.plan_words": SPEAKS_OF_PEOPLE,
    "child.sex": "One of a few words, which half of all children share",
    "child.notes": SPEAKS_OF_PEOPLE,
    "family.relationship": "Mother, uncle: what a report may say",
    "family.language": SHARED,
    "family.wishes": SPEAKS_OF_PEOPLE,
    "family.dates_to_avoid": "Days that matter to them, not that name them",
    "family_record.who_counts": SPEAKS_OF_PEOPLE,
    "family_record.not_told_because": SPEAKS_OF_PEOPLE,
    "family_record.decision_told_as": SPEAKS_OF_PEOPLE,
    "family_record.decision_untold_because": SPEAKS_OF_PEOPLE,
}


def sealed_fields(model):
    return [f for f in model._meta.get_fields() if isinstance(f, Sealed)]


def planted(row, letter):
    """The row with something of its own in each sealed field, by the field's seal."""
    canaries = {}
    for n, field in enumerate(sealed_fields(type(row))):
        word = f"Zarquon{letter}{'abcdefghijklmnopqrstuvwxyz'[n]}"
        value, shown = word, word
        if isinstance(field, SealedDate):
            value = date(1950 + n, 2, "xyz".index(letter) + 1)
            shown = str(value)
        elif isinstance(field, SealedJSON):
            value = {"nhs_number": word} if field.name == "identifiers" else [word]
        setattr(row, field.name, value)
        canaries[field.seal] = shown
    row.save(update_fields=[f.name for f in sealed_fields(type(row))])
    return canaries


def values_of(case):
    return "\n".join(entry.value for entry in register_of_case(case).entries)


def a_mother(case, people, **facts):
    facts = {"relationship": "mother", "name": "Tamsin Ostrander-Vale"} | facts
    return name_family_member(case, by=people["coordinator"], at=APRIL, **facts)


def found_in_a_report(words, *, known):
    """The confirmed findings in a report of these words, once `known` was done."""
    case, people = a_signed_report(paper=document(paragraph(words), title="A report"))
    known(case, people)
    decided(case, people)
    return {f.text for f in found_in(searched(case, people)) if f.is_confirmed}


def test_every_sealed_field_of_people_is_searched_for_or_left_out_with_a_reason():
    case, people = a_review_at_work()
    rows = (
        Child.objects.filter(case=case).first(),
        a_mother(case, people),
        family_record_of(case),
    )
    canaries = {}
    for number, row in enumerate(rows):
        canaries |= planted(row, "xyz"[number])
    said = "\n".join(entry.value for entry in register_of_case(case).entries)
    missing = {seal for seal, shown in canaries.items() if shown not in said}
    assert missing == set(LEFT_OUT)


def test_the_names_that_the_family_uses_are_found():
    def known(case, people):
        a_mother(case, people, name_chosen="Corrabelle", advocate="Ingram Quayle")
        keep_family_record(
            family_record_of(case),
            who_counts="",
            child_called="Tobbykins and Pippalo",
            not_told_because="",
            by=people["coordinator"],
            at=APRIL,
        )

    words = "Tobbykins, or Pippalo, was loved by Corrabelle. Ingram Quayle helped."
    found = found_in_a_report(words, known=known)
    assert {"Tobbykins", "Pippalo", "Corrabelle", "Ingram Quayle"} <= found


def test_the_numbers_of_the_case_are_found():
    case, _people = a_signed_report()
    values = {e.value for e in register_of_case(case).entries}
    assert case.reference in values
    words = document(paragraph(f"{case.reference} began then."), title="A")
    found = scan_paper(Reading(words), register_of_case(case))
    assert [f.text for f in found if f.is_confirmed] == [case.reference]


def test_what_a_referral_that_joined_later_says_is_found():
    def known(case, people):
        second = a_referral(
            case.partnership,
            child__1__given="Lumi",
            child__1__family="Ostrander-Vale",
            child__1__aka="Starling",
            child__1__address="17 Nightjar Close, Marrowby",
            child__1__address_withheld="yes",
            adult__1__name="Corisande Fairweather",
        )
        join_to_case(second, case, reasons="One.", by=people["coordinator"], at=APRIL)
        assert second.reference in {e.value for e in register_of_case(case).entries}

    words = "Starling lived at 17 Nightjar Close with Corisande Fairweather."
    found = found_in_a_report(words, known=known)
    assert {"Starling", "17 Nightjar Close", "Corisande Fairweather"} <= found


def test_a_child_named_by_two_referrals_is_one_person_with_one_pseudonym():
    case, people = a_signed_report()
    child = children_of(case)[0]
    second = a_referral(case.partnership, child__1__given=child.given_name)
    join_to_case(second, case, reasons="One.", by=people["coordinator"], at=APRIL)
    lines = [
        e
        for e in register_of_case(case).entries
        if e.kind is Kind.NAME and e.value.startswith(child.given_name)
    ]
    assert len(lines) > 1
    assert {e.pseudonym for e in lines} == {"Goldcrest"}
