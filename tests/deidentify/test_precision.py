"""Forty pages of an ordinary report, twice: what is confirmed there is there."""

import random

from heed.deidentify import register_of, scan_text
from heed.demo.quillshire.whimbrel.draft import pieces
from tests.deidentify.quillshire import a_person, a_register, confirmed

PAGE = 400  # words
PAGES = 40
MOST = 5

# A report of another kind: of practice, services and law, with all that looks like a
# date, a code or a name and is none. Its people are called by what they do.
SENTENCES = """
The partnership considered what agencies knew in the {season} of the second year.
In May the social worker and the health visitor met with Mother and agreed a plan.
The plan was reviewed at three months and again at six, with the same result.
The Rapid Review found that information was not shared with Quillshire Hospitals NHS Trust.
Working Together 2023 says that practitioners should be curious; see chapter {n}, page {n}{n}.
The Grace period of the tenancy ended, and rates Rose to {n}0 % of income.
Project Hope offered support, and the Warwick-Edinburgh scale was used by Quillshire Minds.
Recommendation {n}: by March, each agency will mark the record and may say why.
Section 47 enquiries began within 15 working days of the strategy discussion.
Of {n}{n} records in the audit, {n} were complete; the figure for 2023-24 was {n}7 per cent.
The Children Act 1989, section 17(10), and SI 2018/789 apply; Table {n}.{n} sets them out.
As Munro (2011) and Brandon et al (2020) found, systems learn when people may speak.
Will the change hold? It will, if supervision asks about the child and not the form.
The budget of £{n}.{n} million was spent by the end of the year on early help.
Health Visitor 1 rang Social Worker 1 and left a message with the duty team (ext. 24{n}).
Practitioners said: “we did what we could with what we had”, and they meant it.
Police Constable 1 recorded the visit under the domestic abuse policy, version {n}.{n}.
Mark Schemes, Rose Festivals and Faith Groups are what the consultation was about.
The Victoria Climbié Inquiry (2003) and the Munro review said much the same.
A Child in Need plan, a Team around the Family and a Graded Care Profile were used.
Learning events were held in {season}; {n} of the agencies sent a deputy.
The threshold document (2024 edition, paragraphs {n}.1 to {n}.9) was not well known.
Whimbrel said they felt unseen. What they wanted was for somebody to come twice.
Between March and June the waiting list grew from {n}0 to {n}5 weeks in some areas.
The joint target inspection of 2022/23 graded this as requires improvement.
Agencies use Liquidlogic, SystmOne, RiO and EMIS, and none of them speaks to another.
"""


def a_report_of_practice():
    chance = random.Random(20260311)
    lines = [line for line in SENTENCES.split("\n") if line]
    said, words = [], 0
    while words < PAGE * PAGES:
        n, season = chance.randint(2, 9), chance.choice(["spring", "summer", "autumn"])
        paragraph = [
            line.format(n=n, season=season)
            for line in chance.sample(lines, chance.randint(3, 7))
        ]
        said.append(" ".join(paragraph))
        words += len(said[-1].split())
    return "\n\n".join(said)


def a_report_of_a_child():
    once = "\n\n".join(piece.text for piece in pieces(leaks=False))
    return "\n\n".join([once] * (PAGE * PAGES // len(once.split()) + 1))


def test_forty_pages_of_practice_raise_at_most_five_false_confirmed():
    text = a_report_of_practice()
    assert len(text.split()) >= PAGE * PAGES
    assert len(confirmed(scan_text(text, a_register()))) <= MOST


def test_forty_pages_about_a_child_raise_none():
    text = a_report_of_a_child()
    assert len(text.split()) >= PAGE * PAGES
    assert confirmed(scan_text(text, a_register())) == []


def test_a_register_of_everyday_names_confirms_nothing_false_in_either():
    names = ("May", "Grace", "Mark", "Hope", "Rose", "Will", "Faith", "Joy", "Warwick")
    register = register_of([a_person(name) for name in names])
    for text in (a_report_of_practice(), a_report_of_a_child()):
        assert len(confirmed(scan_text(text, register))) <= MOST


def test_little_of_a_report_of_practice_is_to_be_checked():
    """Whoever reads forty pages answers each: one page may ask one question."""
    assert len(scan_text(a_report_of_practice(), a_register())) <= PAGES
