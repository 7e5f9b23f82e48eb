"""Of what a paper is a copy: its title says so, and nothing that is only told in it."""

import pytest

from heed.papers.blocks import document, heading, listing, paragraph, table
from heed.papers.forms.beside_form import copy_named, copy_of
from heed.papers.paper import read_paper
from tests.papers.factories_in import a_docx, grid, para
from tests.referrals.factories import an_email

NOTIFICATION, BRIEFING = "notification_copy", "briefing_copy"


@pytest.mark.parametrize(
    ("blocks", "copy"),
    [
        ([heading(1, "Serious incident notification")], NOTIFICATION),
        ([paragraph("Serious incident notification: Leo Pike")], NOTIFICATION),
        (
            [
                paragraph("OFFICIAL-SENSITIVE"),
                paragraph("Quillshire County Council"),
                paragraph("Serious child safeguarding incident notification"),
                paragraph("Copy of submission"),
            ],
            NOTIFICATION,
        ),
        ([table([["Serious incident notification (copy)"], ["Leo"]])], NOTIFICATION),
        ([heading(1, "Need to know briefing: Quillshire Police")], BRIEFING),
    ],
    ids=["heading", "first line", "under its council", "table", "briefing"],
)
def test_a_title_says_of_what_a_paper_is_a_copy(blocks, copy):
    paper = document(*blocks, paragraph("Leo was found hurt on 1 March 2026."))
    assert copy_of(paper, is_form=False) == copy


@pytest.mark.parametrize(
    "blocks",
    [
        [paragraph("Thank you for the serious incident notification about Leo.")],
        [paragraph("Dear all"), paragraph("I attach a copy of the notification.")],
        [paragraph("Strategy group"), paragraph("Serious incident notification: Leo")],
        [heading(1, "Agenda"), heading(2, "Serious incident notification")],
        [heading(1, "Serious incident notification: guidance for schools")],
        [listing("Serious incident notification", "Apologies")],
        [table([["Ring about", "The serious incident notification"]])],
        [paragraph("Have you had the need to know briefing?")],
    ],
    ids=["thanks", "letter", "points", "agenda", "guidance", "list", "cell", "asked"],
)
def test_what_speaks_of_a_copy_is_none(blocks):
    assert copy_of(document(*blocks), is_form=False) == ""


@pytest.mark.parametrize(
    ("subject", "copy"),
    [
        ("FW: Serious incident notification - copy", NOTIFICATION),
        ("Need to know briefing", BRIEFING),
        ("Re: Serious incident notification", ""),
        ("Serious incident notification, can we meet Tuesday?", ""),
        ("New submission 00417", ""),
    ],
)
def test_a_subject_names_a_copy_as_a_title_does(subject, copy):
    assert copy_named(subject) == copy


A_FORM = a_docx(
    grid(
        ("Child’s first name", "Isolde"),
        ("Child’s surname", "Fenwright"),
        ("Date of birth", "4 March 2015"),
        ("Date of incident", "1 March 2026"),
    )
)
A_NOTE = a_docx(para("Isolde was found hurt on 1 March 2026. Please ring me."))


@pytest.mark.parametrize(
    ("paper", "is_form"), [(A_FORM, True), (A_NOTE, False)], ids=["form", "note"]
)
def test_a_subject_says_what_a_form_is_and_makes_none(paper, is_form):
    raw = an_email(("paper.docx", paper), subject="FW: Serious incident notification")

    made = read_paper(raw, "message.eml", "referral")

    assert made["copy_of"] == NOTIFICATION
    assert [each["form"] for each in made["attachments"]] == [is_form]
