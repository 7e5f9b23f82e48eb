"""The name that a report uses for a child: whose choice it was, and that no two reviews
are taken for one."""

import pytest

from heed.cases.actions import add_child, choose_pseudonym
from heed.cases.called import how_children_are_called
from heed.cases.forms import PseudonymForm
from heed.cases.models import Child
from heed.cases.steps import Refused
from heed.partnership.models import Partnership
from tests.cases.factories import NOON, a_case_with_people

pytestmark = pytest.mark.django_db


def named(child, people, name="Wren", **more):
    return choose_pseudonym(
        child, pseudonym=name, by=people["coordinator"], at=NOON, **more
    )


def test_a_name_that_the_family_chose_is_recorded_as_theirs():
    case, people = a_case_with_people()
    child = add_child(case, by=people["coordinator"], at=NOON)

    named(child, people, pseudonym_chosen_by=Child.ChosenBy.FAMILY)

    child.refresh_from_db()
    assert (child.pseudonym, child.pseudonym_chosen_by) == ("Wren", "family")


def test_a_name_of_another_review_is_taken_only_knowingly():
    case, people = a_case_with_people()
    first, second = (
        add_child(case, by=people["coordinator"], at=NOON) for _ in range(2)
    )
    named(first, people)

    with pytest.raises(Refused, match="already used in another review here"):
        named(second, people, "wren")
    named(second, people, "wren", knowingly=True)

    second.refresh_from_db()
    assert second.pseudonym == "wren"


@pytest.mark.parametrize(
    ("naming", "said"),
    [
        ("trees", "by trees. Not used yet: “Alder”, “Aspen”, “Beech”."),
        ("letters", "by letters. Not used yet: “Child A”, “Child B”, “Child C”."),
        ("chosen", "Here the name is chosen with the family."),
    ],
)
def test_the_page_offers_names_of_the_areas_own_scheme(naming, said):
    case, people = a_case_with_people()
    Partnership.objects.update(naming=naming)
    named(add_child(case, by=people["coordinator"], at=NOON), people, "Acacia")

    assert said in how_children_are_called(Partnership.objects.get())


def test_an_area_has_no_scheme_until_it_chooses_one():
    assert Partnership().naming == "chosen"


def test_the_page_asks_who_chose_it():
    form = PseudonymForm({"pseudonym": "Wren"}, naming="birds")
    assert set(form.errors) == {"pseudonym_chosen_by"}
