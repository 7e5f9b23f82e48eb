"""What a referral says of proceedings fills in the register of what runs beside a case;
what was noted by hand before there was a register too. A person looks at each."""

import pytest
from django.urls import reverse

from heed.cases.actions import note_process
from heed.cases.models import ParallelProcess
from heed.cases.said_beside import said_beside
from heed.papers.forms.choices import PARALLEL
from heed.referrals.actions import open_case
from heed.referrals.beside import MEANT
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.parallel import Kind
from tests.cases.factories import NOON, a_case_with_people, declared, it_is
from tests.partnership.factories import signed_in
from tests.referrals.factories import a_referral

pytestmark = pytest.mark.django_db


def test_every_process_that_a_form_asks_for_has_its_place_in_the_register():
    assert MEANT.keys() == PARALLEL.keys()


def test_what_was_noted_by_hand_before_is_said_until_it_stands_in_the_register():
    case, people = a_case_with_people()
    case.flags = [Circumstance.CRIMINAL_PROCEEDINGS, Circumstance.INQUEST]
    case.save(update_fields=["flags"])

    said = said_beside(case)

    assert [one.kind for one in said] == [None, Kind.INQUEST]  # which, a person says
    note_process(case, kind=Kind.POLICE, by=people["coordinator"], at=NOON)
    assert [one.kind for one in said_beside(case)] == [Kind.INQUEST]


def test_what_the_referral_says_fills_in_the_page_that_notes_it(client):
    __, people = a_case_with_people()
    partnership = people["manager"].partnership
    referral = a_referral(
        partnership,
        other__parallel=["coroner", "criminal"],
        other__parallel_refs="HC/26/0311",
    )
    case = open_case(referral, by=people["coordinator"], at=NOON)

    declared(case, people["coordinator"])
    said = said_beside(case)
    with it_is(NOON):
        desk = signed_in(client, people["coordinator"])
        register = desk.get(reverse("beside_case", args=[case.public_id])).text
        page = reverse("note_process", args=[case.public_id])
        link = f"{page}?said={said[0].key}"
        first = desk.get(link).text
        for wrong in ("abc", "-1", "99", "²"):
            assert "HC/26/0311" not in desk.get(page, {"said": wrong}).text
        desk.post(link, {"kind": "inquest", "reference": "HC/26/0311"})
        after = desk.get(reverse("beside_case", args=[case.public_id])).text

    inquest, criminal = said
    assert (inquest.kind, inquest.reference) == (Kind.INQUEST, "HC/26/0311")
    assert criminal.kind is None  # police or prosecution: a person says which
    assert inquest.what in register
    assert link in register
    assert 'value="HC/26/0311"' in first
    assert ParallelProcess.objects.get().kind == Kind.INQUEST
    assert inquest.what not in after
    assert criminal.what in after
    assert [one.key for one in said_beside(case)] == [criminal.key]  # it stays its own
