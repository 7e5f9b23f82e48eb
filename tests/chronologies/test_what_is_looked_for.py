"""What a search of the composite finds, and what it says that it leaves out."""

from datetime import date

import pytest

from heed.chronologies.models import Restricted
from heed.chronologies.queries import Sought, composite_of
from tests.chronologies.factories import LATER, a_chronology, brought_in

pytestmark = pytest.mark.django_db
HEADS = "Date,Source,Event,Present,Child\n"
ALL = frozenset(Restricted.values)
MAY = {"after": date(2025, 5, 1), "before": date(2025, 5, 31)}


def found(case, cleared=ALL, **sought):
    return composite_of(case, Sought(**sought), cleared=cleared)


def test_a_person_is_found_among_people_and_words_wherever_they_stand():
    came, people = a_chronology()
    rows = (
        "2 May 2025,Notes,Visit,Mother; Health Visitor 1,Kestrel",
        "3 May 2025,Notes,The mother rang,Mother-in-law’s GP,Dunnock",
        "4 May 2025,Notes,Letter,Mother’s partner,Kestrel",
    )
    agency = came.chronology.organisation
    case = came.case
    brought_in(case, agency, people, *rows, heads=HEADS, at=LATER)

    def events(**sought):
        return [row.words["event"] for row in found(case, **sought).rows]

    assert events(person="mother") == ["Visit"]
    assert events(person="health  visitor") == ["Visit"]
    assert events(person="kestrel") == ["Visit", "Letter"]
    assert events(text="mother") == ["Visit", "The mother rang", "Letter"]


def test_where_days_are_looked_for_it_is_said_what_has_none():
    came, _ = a_chronology()
    case = came.case

    everything = found(case)
    assert (everything.undated, everything.undated_left_out) == (1, 0)
    in_may = found(case, **MAY)
    assert (in_may.total, in_may.undated_left_out) == (4, 1)
    assert found(case, **MAY, text="telephone").undated_left_out == 1
    assert found(case, **MAY, no_source=True).undated_left_out == 0
