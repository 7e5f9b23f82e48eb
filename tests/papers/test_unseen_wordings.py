"""Wordings and layouts of papers that nobody had seen: rules that hold for any."""

import pytest

from heed.papers.forms.labels import REFERRAL
from heed.papers.forms.names import people_in
from heed.papers.forms.prose import answers_in_prose
from heed.papers.forms.safety import open_risk
from heed.papers.forms.told import people_told
from heed.papers.paper import read_paper

FORM = (
    "Referrer: Jo Lark\nJob title: Warden\nOrganisation: Tarn School\n"
    "Child's name: Ava Pike\nDate of birth: 3/4/2019\n"
)


def read(text, name="paper.txt"):
    return read_paper(text.encode(), name, "referral")


def names(people):
    return [f"{each['given']} {each['family'] or ''}".strip() for each in people]


# What must not be taken for a fact


def test_a_time_of_day_at_the_head_of_an_account_is_no_label():
    made = read(
        f"{FORM}What happened?\nAt 21:40 hrs on 9 May 2026 Ava was found hurt.\n"
    )

    assert made["incident"]["time"] == "21:40"
    assert not [each for each in made["unread"] if each["label"] == "At 21"]


def test_that_somebody_lives_with_the_child_is_no_address():
    made = read(f"{FORM}Mother: Ann Pike\nMother's address: Yes\n")

    assert "address" not in made["adults"][0]


def test_how_many_there_are_names_no_brother_or_sister():
    made = read(f"{FORM}Siblings: Two, both seen and safe\n")

    assert names(made["children"])[0] == "Ava Pike"
    assert not {"Two", "Seen", "safe", "seen"} & set(names(made["children"]))


def test_a_child_who_was_there_is_not_said_to_be_a_brother():
    made = read(f"{FORM}Other children at scene: Mason Bright, 4 yrs\n")

    _, mason = made["children"]
    assert (mason["given"], mason["role"], mason["age_text"]) == (
        "Mason",
        "other",
        "4 yrs",
    )


def test_sentences_below_a_list_of_children_name_none():
    made = read(
        f"{FORM}Siblings: baby sister Ivy, about 5 months\n"
        "My deputy, Lorna Wick, was told of it by the mother on the Tuesday.\n"
    )

    assert names(made["children"]) == ["Ava Pike", "Ivy"]
    assert made["children"][1]["age_text"] == "about 5 months"


def test_a_partnership_is_nobodys_partner():
    assert people_told("SAFEGUARDING PARTNERSHIP BOARD") == []


def test_a_birthday_to_come_is_no_date_of_birth():
    made = answers_in_prose(
        "Our pupil Tyler Grew (he's 15 on 3rd December) is hurt.", None
    )

    assert made.text("child.1.name") == "Tyler Grew"
    assert not made.text("child.1.dob")


@pytest.mark.parametrize("label", ["Date passed", "Sent to", "Submitted to"])
def test_a_day_on_which_a_paper_went_on_is_no_death(label):
    assert REFERRAL.asked(label) not in {"child.date_of_death", "declaration.date"}


def test_harm_that_is_denied_is_not_serious():
    said = "Ava Pike (dob 3/4/2019) was hurt. It was not a life-threatening injury."
    other = "Ava Pike (dob 3/4/2019) was hurt. It was a life-threatening injury."

    assert not answers_in_prose(said, None).text("criteria.outcome")
    assert answers_in_prose(other, None).text("criteria.outcome") == "seriously_harmed"


# What a tired professional writes


def test_a_list_with_marks_and_equals_signs_is_read_by_its_labels():
    made = read(
        "Please look at this\n- Child: Flo Whitlock\n- DOB 09.05.2025, NHS 999 000 0107\n"
        "- Address - 4 Tan Yard, Tarn ZZ99 4TY\n- Mum = Harriet Whitlock (24)\n"
        "- Siblings: Archie Purdy dob 14/2/23; mum is pregnant (EDD 21/10/26)\n"
    )

    flo, archie, unborn = made["children"]
    assert (flo["dob"]["iso"], flo["address"]) == (
        "2025-05-09",
        "4 Tan Yard, Tarn ZZ99 4TY",
    )
    assert flo["identifiers"]["nhs_number"] == "999 000 0107"
    assert archie["dob"]["iso"] == "2023-02-14"
    assert (unborn["status"], unborn["edd"]["iso"]) == ("unborn", "2026-10-21")
    assert made["adults"][0]["name"] == "Harriet Whitlock"


def test_answers_on_rows_of_dots_are_parted_by_their_labels():
    made = read(
        "PART ONE - PERSON NOTIFYING\nName ....... Wilf Asp .......\n"
        "Post held .... Housing Officer ....\nTel .. 01632 960870 ...... Fax ......\n"
        "PART TWO - THE CHILD\nSurname .... Pike .... First names .. Lacey Jo ..\n"
        "Date of birth .. 8/7/2020 ...... Sex ... F ....\n"
        "Did the child die? ...... Yes / No: .... No ......\n"
    )

    (lacey,) = made["children"]
    assert (lacey["given"], lacey["family"], lacey["sex"]) == (
        "Lacey Jo",
        "Pike",
        "female",
    )
    assert lacey["dob"]["iso"] == "2020-07-08"
    assert lacey["status"] == "alive"
    assert made["referrer"]["role"] == "Housing Officer"
    assert made["referrer"]["phone"] == "01632 960870"


def test_the_sender_of_a_message_may_be_named_with_a_bare_comma():
    made = read(
        "From: LARK, Jo (QCH) <jo.lark@qch.example>\nTo: a@b.example\nSubject: Ava\n\n"
        "Ava Pike (dob 3/4/2019) was hurt.\n",
        "message.eml",
    )

    assert made["referrer"]["email"] == "jo.lark@qch.example"
    assert made["referrer"]["name"] == "Jo LARK"


def test_whoever_writes_says_how_to_reach_them():
    body = (
        "Ava Pike (dob 3/4/2019) was hurt.\n\nI rang the ward on 01632 960001.\n\n"
        "I can be reached on 01632 960512.\n\nYours faithfully\n\nTanya Black\n"
        "Service Manager\n"
    )
    made = answers_in_prose(body, None)

    assert made.text("referrer.phone") == "01632 960512"
    assert made.text("referrer.role") == "Service Manager"
    assert not made.text("referrer.organisation")


def test_both_parents_are_named_in_one_sentence():
    told = people_told(
        "Her parents are Nusrat Rahman (d.o.b. 14.8.2000) and Imran Rahman."
    )

    assert [(each.name, each.relationship, each.dob) for each in told] == [
        ("Nusrat Rahman", "parent", "14.8.2000"),
        ("Imran Rahman", "parent", ""),
    ]


def test_the_age_may_stand_bare_behind_a_full_name():
    (tommy,) = people_in("Tommy Pike 3")

    assert (tommy.given, tommy.family, tommy.age) == ("Tommy", "Pike", "3")


@pytest.mark.parametrize(
    ("answer", "risk"),
    [
        ("Risk to Jaden remains: he was approached by the same group.", True),
        ("No risk remains.", False),
        ("We do not know whether a risk remains.", None),
    ],
)
def test_a_risk_that_stands_is_one_now(answer, risk):
    assert open_risk("Immediate safeguarding of others", answer) is risk
