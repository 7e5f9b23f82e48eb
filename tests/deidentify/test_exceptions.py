from dataclasses import replace

import pytest

from heed.deidentify import (
    NamedException,
    Reason,
    Tier,
    asks_for_advice,
    open_findings,
    scan_text,
    why_not_excepted,
)
from tests.deidentify.quillshire import a_person, a_register

TEXT = "Elspeth ran. Rowena ran. 3 Thimble Yard, Ostlebridge, ZZ99 7QP. In June 2024."


def the_finding(words, *more):
    findings = scan_text(TEXT, a_register(*more))
    return next(finding for finding in findings if finding.text == words)


def an_exception(form="Elspeth", place="body", reason=Reason.FAMILY_WISH, **said):
    return NamedException(form, place, reason, **{"legal_advice": "L-12", **said})


def test_a_confirmed_finding_stays_open_without_an_exception():
    findings = scan_text(TEXT, a_register())
    assert [f.text for f in open_findings(findings, [])] == [
        *("Elspeth", "Rowena", "3 Thimble Yard, Ostlebridge", "ZZ99 7QP"),
    ]


def test_an_exception_lets_one_form_stay_in_one_place():
    findings = scan_text(TEXT, a_register())
    still_open = open_findings(findings, [an_exception()])
    assert "Elspeth" not in {finding.text for finding in still_open}


@pytest.mark.parametrize(
    ("exception", "sentence"),
    [
        (an_exception(place="p7"), "another place"),
        (an_exception(form="elspeth"), "another form"),
    ],
)
def test_another_form_or_place_is_not_covered(exception, sentence):
    assert sentence in why_not_excepted(the_finding("Elspeth"), exception)


def test_one_finding_can_be_named_by_its_id():
    finding = the_finding("Elspeth")
    assert why_not_excepted(finding, an_exception(place=finding.id)) is None


@pytest.mark.parametrize("reason", list(Reason))
@pytest.mark.parametrize("words", ["3 Thimble Yard, Ostlebridge", "ZZ99 7QP"])
def test_a_protected_address_has_no_exception(words, reason):
    exception = an_exception(words, reason=reason)
    assert "no exception" in why_not_excepted(the_finding(words), exception)


@pytest.mark.parametrize(
    ("reason", "stays"),
    [
        (Reason.EVERYDAY_WORD, True),
        (Reason.FAMILY_WISH, False),
        (Reason.ALREADY_PUBLIC, False),
    ],
)
def test_a_name_that_must_never_print_stays_only_as_an_everyday_word(reason, stays):
    hope = replace(the_finding("Rowena"), text="Hope")
    assert (
        why_not_excepted(hope, an_exception("Hope", reason=reason)) is None
    ) is stays


@pytest.mark.parametrize("words", ["Elspeth", "Rowena"])
def test_a_name_that_is_no_word_is_not_kept_as_one(words):
    exception = an_exception(words, reason=Reason.EVERYDAY_WORD)
    assert "no everyday word" in why_not_excepted(the_finding(words), exception)


@pytest.mark.parametrize("said", [{"form": ""}, {"place": " "}])
def test_an_exception_names_form_and_place(said):
    with pytest.raises(ValueError, match="exact form"):
        an_exception(**said)


@pytest.mark.parametrize("reason", [Reason.FAMILY_WISH, Reason.ALREADY_PUBLIC])
def test_a_real_name_stays_only_with_legal_advice(reason):
    exception = an_exception(reason=reason, legal_advice=" ")
    assert "legal advice" in why_not_excepted(the_finding("Elspeth"), exception)


CODE = "We rang 01632 960 123. Crime number 42CW/123456/24. By the Quern Road school."


def fitting(finding):
    """For which reasons something may stay, with legal advice where it is asked for."""
    said = {"form": finding.text, "place": finding.id, "legal_advice": "L-12"}
    asked = (NamedException(reason=reason, **said) for reason in Reason)
    return {each.reason for each in asked if why_not_excepted(finding, each) is None}


def test_a_number_is_no_real_name_and_its_kinds_fit_it():
    found = scan_text(CODE, a_register())
    (code,) = (f for f in found if f.class_ == "identifier" and f.is_confirmed)
    assert fitting(code) == {Reason.OF_A_BODY, Reason.ALREADY_PUBLIC}
    assert not asks_for_advice(code, Reason.ALREADY_PUBLIC)
    (theirs,) = (replace(code, person="p1", of_somebody=True),)
    assert fitting(theirs) == {Reason.ALREADY_PUBLIC}
    assert asks_for_advice(theirs, Reason.ALREADY_PUBLIC)


def test_a_road_may_be_shared_and_a_house_in_it_or_a_name_is_not():
    house = replace(the_finding("3 Thimble Yard, Ostlebridge"), critical=False)
    road = replace(house, text="Thimble Yard")
    assert fitting(house) == {Reason.ALREADY_PUBLIC}
    assert fitting(road) == {Reason.MANY_SHARE, Reason.ALREADY_PUBLIC}
    assert asks_for_advice(road, Reason.MANY_SHARE)
    assert not asks_for_advice(replace(road, tier=Tier.CHECK), Reason.MANY_SHARE)
    assert fitting(the_finding("Elspeth")) == {
        Reason.FAMILY_WISH,
        Reason.ALREADY_PUBLIC,
    }


def test_an_everyday_word_needs_no_legal_advice():
    exception = NamedException("May", "p3", Reason.EVERYDAY_WORD)
    finding = the_finding("Elspeth", a_person("May"))
    assert why_not_excepted(finding, exception)


def test_what_is_only_to_be_checked_does_not_bar():
    findings = scan_text("on 4 June", a_register())
    assert findings
    assert open_findings(findings, []) == []


def test_what_surely_identifies_is_nobody_elses_and_what_could_be_may_be_anothers():
    another = an_exception(reason=Reason.ANOTHER, legal_advice="")
    sure = the_finding("Elspeth")
    assert "surely identifies" in why_not_excepted(sure, another)
    assert why_not_excepted(replace(sure, tier=Tier.CHECK), another) is None
