"""With names off everybody is called as the key calls them; the key lives apart."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from heed.audit.models import Entry
from heed.cases.actions import name_family_member
from heed.cases.steps import Refused
from heed.chronologies.actions.key import (
    begin_key,
    put_all_in_key,
    put_in_key,
    take_out_of_key,
)
from heed.chronologies.models import InKey, Row
from heed.chronologies.proposing import called_so_in, escaped_in, proposed_of
from heed.chronologies.queries import Sought, composite_of
from heed.chronologies.queries.key import key_of, naming_for
from heed.chronologies.showing import rows_of_table
from tests.cases.factories import NOON, it_is
from tests.chronologies.factories import LATER, a_chronology, brought_in
from tests.config.exporting import everything_in, export
from tests.partnership.factories import an_organisation, signed_in
from tests.walked import walked_once

pytestmark = pytest.mark.django_db(databases=["default", "library"])
HEADS = "Date,Source,Event,Present,Remark of HV Ruth Tolland\n"
ROWS = (
    "the day after Tamsin's birthday,Case notes,Visit by SW Ada Ormond,Tazzy,SW A. Ormond",
    "3 May 2025,Call from HV Ashdown,Pellowick was not in,Gwen Ashdown HV; Ada,x",
    "4 May 2025,Case notes,Tamsin’s mother spoke to Dr Amir Dastan,,May rang in May",
)
NAMES = (
    "Tamsin",
    "TAMSIN",
    "Tazzy",
    "Pellowick",
    "Ormond",
    "Ashdown",
    "Gwen",
    "Dastan",
)


@walked_once
def a_chronology_that_names_people():
    """A case whose agency names the mother and professionals; no key is begun."""
    came, people = a_chronology()
    case = came.case
    by = {"by": people["coordinator"], "at": NOON}
    mother = {"relationship": "mother", "name": "Tamsin Pellowick"}
    member = name_family_member(case, **mother, **by)
    member.also_known_as = ["Tazzy"]
    member.save(update_fields=["also_known_as"])
    agency = an_organisation(case.partnership, "hospital", name="Quill", at=NOON)
    brought_in(case, agency, people, *ROWS, heads=HEADS)
    return case, agency, people


def shown(person, name, *args, post=None, on=False):
    client = signed_in(Client(), person)
    with it_is(LATER):
        if on:
            case = args[0]
            client.post(reverse("case_names", args=[case]), {"from": "case"})
        url = reverse(name, args=args)
        return client.post(url, post) if post is not None else client.get(url)


def rows_of(case):
    return composite_of(case, Sought(), cleared=frozenset(), whole=True).rows


def table(case):
    return rows_of_table(rows_of(case), named=False, naming=naming_for(case))


def begun(case, people):
    by = {"by": people["manager"], "at": NOON}
    key = begin_key(case, **by)
    found = proposed_of(escaped_in(rows_of(case), naming_for(case)))
    put_all_in_key(key, people=[(p.role, p.names) for p in found], **by)
    return key


def test_without_a_key_no_words_stand_and_with_one_nobody_is_named():
    case, _, people = a_chronology_that_names_people()
    assert "Visit by" not in table(case)
    assert "Home visit" not in table(case)

    begin_key(case, by=people["manager"], at=NOON)
    assert "Visit by SW [a name]" in table(case)
    begun(case, people)

    said = unescape(strip_tags(table(case)))
    assert not [name for name in NAMES if name in said]
    for words in (
        "“the day after Mother 1's birthday”",
        "Visit by SW Social Worker 1",
        "Present: Mother 1",
        "Call from HV Health Visitor 1",
        "Mother 1 was not in",
        "Present: Health Visitor 1 HV; Social Worker 1",
        "Mother 1’s mother spoke to Dr Doctor 1",
        "Home visit by the social worker",
    ):
        assert words in said, said


def test_every_page_with_names_off_calls_people_so():
    case, agency, people = a_chronology_that_names_people()
    row = Row.objects.filter(chronology__organisation=agency).first()
    file = shown(people["coordinator"], "chronology_file", row.came_in.public_id).text
    assert "Ruth Tolland" not in file  # a heading may name somebody
    assert "Visit by" not in file
    begun(case, people)
    doubtful = row.chronology
    pages = [
        *((name, case) for name in ("chronology", "chronology_printed")),
        *(("chronology_picture", case), ("chronology_row", row)),
        ("chronology_file", row.came_in),
        ("chronology_doubts", doubtful),
    ]
    for name, of in pages:
        page = shown(people["coordinator"], name, of.public_id).text
        assert not [each for each in NAMES if each in page], name
        assert "Mother 1" in page, name
    on = shown(people["coordinator"], "chronology", case.public_id, on=True).text
    assert "Visit by SW Ada Ormond" in on


def test_with_names_off_a_page_out_of_date_tells_nothing_of_what_is_there_now():
    case, agency, people = a_chronology_that_names_people()
    row = Row.objects.filter(case=case, chronology__organisation=agency).first()
    old = {"seen_version": row.version - 1, "event": "Mine", "source": "Mine"}
    old |= {"date": "3 May 2025"}
    stale = shown(people["coordinator"], "amend_row", row.public_id, post=old).text
    assert "Mine" in stale
    assert not [name for name in NAMES if name in stale]


def test_numbers_stay_and_newer_files_call_the_same_people_so():
    case, _, people = a_chronology_that_names_people()
    key = begun(case, people)
    other = an_organisation(case.partnership, "school", name="Elm", at=NOON)
    newer = ("5 May 2025,Log,SW Peter Silvane rang SW Ormond,Social worker 1,",)
    brought_in(case, other, people, *newer, heads=HEADS, at=LATER)

    escaped = escaped_in(rows_of(case), naming_for(case))
    assert [(e.role, e.name) for e in escaped] == [("Social Worker", "Peter Silvane")]
    (own,) = called_so_in(rows_of(case), ["Social Worker 1", "Doctor 1"])
    assert (own.called, own.agency) == ("Social Worker 1", "Elm")
    by = {"by": people["manager"], "at": LATER}
    second = put_in_key(key, role="Social Worker", names=["Peter Silvane"], **by)
    assert second.called == "Social Worker 2"
    take_out_of_key(second, **by)
    with pytest.raises(Refused, match="before"):
        take_out_of_key(second, **by)
    third = put_in_key(key, role="Social Worker", names=[" Peter  Silvane "], **by)
    assert (third.called, third.names) == ("Social Worker 3", ["Peter Silvane"])
    with pytest.raises(Refused, match="is in the key already"):
        put_in_key(key, role="Doctor", names=["peter silvane"], **by)
    with pytest.raises(Refused, match="two letters"):
        put_in_key(key, role="Neighbour", names=["x", " "], **by)
    with pytest.raises(Refused, match="is what somebody is called"):
        put_in_key(key, role="Neighbour", names=["Neighbour 1"], **by)


def test_a_row_in_which_somebody_would_be_named_still_has_no_words(monkeypatch):
    case, _, people = a_chronology_that_names_people()
    begun(case, people)
    naming, words = naming_for(case), "Visit by SW Ada Ormond"
    monkeypatch.setattr(
        type(naming), "_made", lambda _self, said, several=False: said + " Tazzy"
    )
    assert set(naming.called_in_each([words]).values()) == {None}
    assert "Visit by" not in rows_of_table(rows_of(case), named=False, naming=naming)


def test_the_key_is_opened_by_few_and_each_opening_is_recorded():
    case, _, people = a_chronology_that_names_people()
    args = (case.public_id,)
    assert shown(people["police"], "chronology_key", *args).status_code == 404
    assert shown(people["coordinator"], "begin_key", *args).status_code == 404
    asked = shown(people["manager"], "put_all_in_key", *args)
    assert asked.status_code == 404  # nobody has begun it
    shown(people["manager"], "begin_key", *args, post={})
    opened = Entry.objects.filter(what="read_key").count()

    off = shown(people["coordinator"], "chronology_key", *args).text
    assert "Tamsin" not in off
    assert "Dastan" not in off
    on = shown(people["manager"], "chronology_key", *args, on=True).text
    assert "Tamsin Pellowick; Tazzy" in on
    assert "places may still name somebody" in on
    assert Entry.objects.filter(what="read_key").count() == opened + 2


def test_who_is_named_beside_their_work_is_put_in_at_one_press():
    case, _, people = a_chronology_that_names_people()
    args = (case.public_id,)
    shown(people["manager"], "begin_key", *args, post={})
    proposed = shown(people["manager"], "put_all_in_key", *args, on=True).text
    assert "Social Worker: Ada Ormond or A. Ormond" in proposed
    values = ["Social Worker|Ada Ormond", "Doctor|Amir Dastan"]
    shown(people["manager"], "put_all_in_key", *args, post={"people": values}, on=True)
    assert [p.called for p in InKey.objects.all()] == ["Doctor 1", "Social Worker 1"]
    new = {"role": "Neighbour", "names": "May Trelawn\nMaisie"}
    shown(people["manager"], "put_in_key", *args, post=new)
    neighbour = InKey.objects.get(role="Neighbour")
    assert neighbour.names == ["May Trelawn", "Maisie"]
    on = shown(people["manager"], "chronology_key", *args, on=True).text
    assert "It is an everyday word too" in on
    shown(people["manager"], "take_out_of_key", neighbour.public_id, post={})
    assert [one.role for one in key_of(case).people.filter(taken_out_at=None)] == [
        "Doctor",
        "Social Worker",
    ]


def test_the_key_is_in_no_export(tmp_path):
    case, _, people = a_chronology_that_names_people()
    put_in_key(
        begun(case, people),
        role="Neighbour",
        names=["Trelawn"],
        by=people["manager"],
        at=NOON,
    )
    with it_is(LATER):
        export(tmp_path, by=people["manager"], what=("case", case.reference))
    assert b"Trelawn" not in everything_in(tmp_path)
