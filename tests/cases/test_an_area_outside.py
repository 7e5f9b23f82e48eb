"""An area that does not use this Heed works on the case too: it is named, with whom to
ask there, and gets a sheet of what both agreed, by the partnership's own route."""

from datetime import date

import pytest
from django.urls import reverse

from heed.cases.actions import (
    end_share,
    record_protected_address,
    share_case,
    write_share_sheet,
    write_to_other_area,
)
from heed.cases.leading import who_leads
from heed.cases.models import CaseShare
from heed.cases.sharing_sheet import sheets_of
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.documents.actions import open_document
from heed.papers.read_docx import read_docx
from heed.rulebook.sharing import Leads, Part
from tests.cases.factories import NOON, it_is
from tests.cases.test_two_areas_one_case import SAFE, shared, two_areas
from tests.partnership.factories import signed_in

pytestmark = pytest.mark.django_db
THERE = "Northern Isles Public Protection Committee"
CONTACT = "Isla Farquharson, lead officer, 01632 960 774"


def shared_outside(case, people, *parts, leads=Leads.THIS_AREA, contact=CONTACT):
    return share_case(
        case,
        outside_name=THERE,
        contact=contact,
        leads=leads,
        parts=list(parts or [Part.SAFETY]),
        agreed_on=date(2026, 3, 10),
        words="Both chairs, by letter of 10 March.",
        by=people["icb"],
        at=NOON,
    )


def words_of(paper, person):
    raw = b"".join(open_document(paper, by=person, at=NOON))
    return str(read_docx(raw))


def test_it_is_named_and_nobody_of_it_is_written_to():
    case, people = two_areas()

    kept = shared_outside(case, people, leads=Leads.OTHER_AREA)

    assert (kept.area_name, kept.contact) == (THERE, CONTACT)
    assert who_leads(case).area == THERE
    assert not OutgoingEmail.objects.filter(letter="case_shared").exists()
    with pytest.raises(Refused, match="already"):
        shared_outside(case, people)
    with pytest.raises(Refused, match="Choose the area"):
        share_case(
            case,
            leads=Leads.THIS_AREA,
            parts=[Part.SAFETY],
            agreed_on=date(2026, 3, 10),
            words="?",
            by=people["icb"],
            at=NOON,
        )


def test_nobody_of_any_area_here_sees_it(client):
    case, people = two_areas()
    kept = shared_outside(case, people, *Part)

    for who in ("their manager", "their police"):
        assert not CaseShare.objects.visible_to(people[who], at=NOON).exists()
        with it_is(NOON):
            signed_in(client, people[who])
            sheet = reverse("write_share_sheet", args=[kept.public_id])
            assert client.get(sheet).status_code == 404


def test_those_of_an_area_here_write_no_sheet():
    case, people = two_areas()
    kept = shared(case, people)

    with pytest.raises(Refused):
        write_share_sheet(kept, by=people["their manager"], at=NOON)


def test_the_sheet_says_what_was_agreed_and_no_more(client):
    case, people = two_areas()
    record_protected_address(
        case,
        address="4 Larch Row, Quillshire, QZ1 2AB",
        by=people["coordinator"],
        at=NOON,
    )
    at_hers = f"{CONTACT}, who is at 4 Larch Row"
    kept = shared_outside(case, people, contact=at_hers)
    write_to_other_area(
        kept,
        words="She is at 4 Larch Row now.",
        theirs=True,
        by=people["coordinator"],
        at=NOON,
    )
    with it_is(NOON):
        desk = signed_in(client, people["coordinator"])
        done = desk.post(reverse("write_share_sheet", args=[kept.public_id]), {})
        page = desk.get(reverse("shared_case", args=[kept.public_id])).text

    (paper,) = sheets_of(kept)
    told = words_of(paper, people["coordinator"])
    assert done.status_code == 302
    assert reverse("document", args=[paper.public_id]) in page
    assert all(each in told for each in (SAFE, THERE, CONTACT, "She is at"))
    assert "Larch Row" not in told
    assert "Lumi" not in told  # the children were not agreed
    end_share(case, share=kept, reason="Over.", by=people["icb"], at=NOON)
    with pytest.raises(Refused, match="no longer"):
        write_share_sheet(kept, by=people["coordinator"], at=NOON)


def test_it_is_shared_on_the_page_once_somebody_to_ask_is_named(client):
    case, people = two_areas()
    said = {
        "other_area": "",
        "outside_name": THERE,
        "leads": "this_area",
        "parts": ["dates"],
        "agreed_on-day": "10",
        "agreed_on-month": "3",
        "agreed_on-year": "2026",
        "words": "Both chairs.",
    }
    with it_is(NOON):
        desk = signed_in(client, people["icb"])
        page = reverse("share_case", args=[case.public_id])
        lacking = desk.post(page, said).text
        done = desk.post(page, said | {"contact": CONTACT})
        register = desk.get(reverse("beside_case", args=[case.public_id])).text

    assert "Say whom to ask in the other area" in lacking
    assert done.status_code == 302
    assert THERE in register
    assert CONTACT in register
