"""Whatever is kept of a child or an adult can be said on a page; or it is said here why
not."""

from heed.cases.child_forms import (
    ChildCareForm,
    ChildForm,
    ChildHarmForm,
    ChildIdentityForm,
)
from heed.cases.family_forms import FamilyMemberForm
from heed.cases.forms import PseudonymForm
from heed.cases.models import CaseRow, Child, FamilyMember

OF_EVERY_ROW = {field.name for field in CaseRow._meta.get_fields()} | {"id", "data_key"}
ASKED_OTHERWISE = {
    "number": "counted",
    "identifiers": "asked as the NHS number",
    "born_as_typed": "what a referral said, kept beside the date of birth",
}


def fields_of(model):
    return {field.name for field in model._meta.fields} - OF_EVERY_ROW


def asked_by(*forms):
    return {name for form in forms for name in form.base_fields}


def test_every_field_of_a_child_is_asked_on_a_page():
    asked = asked_by(
        ChildForm, ChildIdentityForm, ChildCareForm, ChildHarmForm, PseudonymForm
    )
    assert fields_of(Child) - asked == set(ASKED_OTHERWISE)
    assert "nhs_number" in asked


def test_every_field_of_an_adult_is_asked_on_a_page():
    assert fields_of(FamilyMember) - asked_by(FamilyMemberForm) == {"number"}
