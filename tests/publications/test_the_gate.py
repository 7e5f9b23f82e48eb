"""The gate stays shut until every item has passed, and says why in a sentence."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.papers.blocks import document, heading, paragraph
from heed.publications.composing import PublicText
from heed.publications.duties import lacking_in
from heed.publications.facts import WANTED, Facts, TextFacts, Tried
from heed.publications.gate import checklist, what_bars
from heed.publications.gate.items import HELD
from heed.rulebook.counting import earliest_publication
from heed.rulebook.duties import Duty

GONE = dict.fromkeys(WANTED, date(2026, 5, 19))
TEXT = TextFacts(
    kind="report",
    name="The report",
    exists=True,
    searched=True,
    acknowledged=True,
    left_behind=2,
    approved_by=["A (the unit)", "B (the police)"],
    sent=GONE,
    duties=(),
    tried=[Tried(by="C", minutes=25, of_this=True)],
    files_read_back=9,
)
WHY = paragraph("Nobody came because nobody was asked.")
DAY = date(2026, 5, 29)
READY = Facts(
    today=DAY,
    decision="publish",
    planned_on=DAY,
    texts=[TEXT],
    draft_offered=True,
    day_told=True,
    cleared_by=frozenset({"legal_adviser"}),
    has_portrait=True,
    words_agreed=True,
    looked_on=dict.fromkeys(("media", "court", "inquest"), DAY - timedelta(days=29)),
)


def bars(**changes):
    return what_bars(checklist(replace(READY, **changes)))


def of_the_text(*, facts=None, **changes):
    return bars(texts=[replace(TEXT, **changes)], **(facts or {}))


def on(day):
    """What changes with the day that is considered."""
    looked_on = dict.fromkeys(READY.looked_on, day)
    return {"today": day, "planned_on": day, "looked_on": looked_on}


def said(facts):
    return " ".join(item.sentence for item in checklist(facts))


def test_it_opens_when_everything_has_passed():
    assert bars() == []


def test_with_no_fact_at_all_it_is_shut():
    assert len(what_bars(checklist(Facts(today=DAY)))) >= 7


@pytest.mark.parametrize(
    "missing",
    [
        {"decision": "improvements_only"},
        {"planned_on": None},
        {"planned_on": DAY + timedelta(days=1)},
        {"draft_offered": False},
        {"draft_offered": False, "draft_excused_by": 1},
        {"day_told": False},
        {"day_told": False, "day_excused_by": 1},
        {"words_agreed": False},
        {"words_agreed": False, "words_excused_by": 1},
        {"comments_unanswered": 1},
        {"cleared_by": frozenset()},
        {"cleared_by": frozenset({"manager"})},
        {"cleared_by": frozenset({"delegated_partner", "lead_partner"})},
        {"on_hold": True},
        {"looked_on": dict.fromkeys(("media", "court"), DAY)},
        {"looked_on": READY.looked_on | {"court": DAY - timedelta(days=31)}},
        {"noted_on": DAY - timedelta(days=28)},
    ],
)
def test_one_item_alone_keeps_it_shut(missing):
    assert len(bars(**missing)) == 1


@pytest.mark.parametrize(
    "missing",
    [
        {"sent": {}},
        {"sent": {"panel": date(2026, 5, 1), "ofsted": date(2026, 5, 1)}},
        {"sent": dict.fromkeys(WANTED, date(2026, 5, 20))},
        {"exists": False},
        {"searched": False},
        {"open_findings": 1},
        {"acknowledged": False},
        {"approved_by": []},
        {"approved_by": ["A (the unit)"]},
        {"changes_waiting": 1},
        {"unsigned": True},
        {"pictures_without_words": 1},
        {"tables_without_heads": 1},
        {"unshowable": ["[U+13000]"]},
        {"bold_headings": 1},
        {"small_tables": 1},
        {"open_addresses": 1},
        {"slug_is_ours": False},
        {"pictures_lost": 1},
        {"duties": [Duty.IMPROVEMENTS]},
        {"duties": [Duty.REASONS_WHY]},
        {"tried": ()},
        {"tried": [Tried(by="C", minutes=25, of_this=True, is_open=True)]},
        {"files_read_back": 0},
    ],
)
def test_what_a_text_lacks_keeps_it_shut(missing):
    assert of_the_text(**missing)


def test_without_a_text_it_says_so_and_that_no_copy_has_gone():
    assert [sentence.split(":")[-1].strip() for sentence in bars(texts=[])] == [
        "There is no text of the report yet.",
        "no copy has gone to the Panel, the Secretary of State or Ofsted.",
    ]


@pytest.mark.parametrize("decision", ["", "publish_later", "publish_nothing"])
def test_it_is_shut_unless_the_partners_decided_to_publish(decision):
    assert bars(decision=decision)


@pytest.mark.parametrize(
    ("blocks", "says_why"),
    [
        ([heading(2, "What happened"), WHY], False),
        ([heading(2, "What we found"), WHY], True),
        ([heading(2, "Findings"), heading(3, "The first night"), WHY], True),
        ([heading(2, "Findings"), heading(2, "The family"), WHY], False),
        ([heading(2, "Why nobody asked")], True),
    ],
)
def test_why_it_happened_is_looked_for_where_the_report_weighs_it(blocks, says_why):
    text = PublicText(kind="report", slug="", title="", document=document(*blocks))
    assert (Duty.REASONS_WHY not in lacking_in(text)) == says_why


def test_what_others_tell_is_looked_at_anew_before_each_text_and_once_a_year():
    later = DAY + timedelta(days=365)
    public = replace(TEXT, was_public=True, is_corrected=True)
    comes = TextFacts(kind="addendum", name="The addendum")

    def counts(of=(public,), **changes):
        facts = replace(READY, texts=of, today=later, **changes)
        (sheet,) = (
            each
            for each in checklist(facts, correction=True)
            if each.slug == "jigsaw.sheet"
        )
        return sheet.passed

    looked = dict.fromkeys(READY.looked_on, DAY)
    assert counts(looked_on=looked)
    assert not counts(looked_on=looked | {"media": DAY - timedelta(days=1)})
    assert not counts(looked_on=looked, noted_on=DAY + timedelta(days=1))
    assert not counts(looked_on=looked, is_away=True)
    assert not counts((public, comes), looked_on=looked)
    assert counts((public, comes), looked_on=dict.fromkeys(looked, later))


def test_the_response_passes_the_same_gate_as_the_report():
    response = TextFacts(kind="response", name="The partnership’s response")
    assert len(bars(texts=[TEXT, response])) == 8
    public = replace(response, was_public=True)
    for comes, is_tried in (
        ({"texts": [TEXT, public]}, False),
        ({"texts": [TEXT, replace(public, is_corrected=True)]}, True),
        ({"texts": [TEXT, public], "is_away": True}, True),
    ):
        items = checklist(replace(READY, **comes), correction=True)
        assert ("response.attempt" in {item.slug for item in items}) == is_tried


def test_two_people_may_accept_that_the_family_was_not_told():
    assert bars(draft_offered=False, draft_excused_by=2) == []
    assert bars(day_told=False, day_excused_by=2) == []
    assert bars(words_agreed=False, words_excused_by=2) == []


def test_the_manager_and_a_partner_together_may_clear_proceedings():
    assert bars(cleared_by=frozenset({"manager", "delegated_partner"})) == []


def test_a_portrait_is_wished_for_and_bars_nothing():
    assert bars(has_portrait=False, words_agreed=False) == []


@pytest.mark.parametrize(
    ("sent", "first"),
    [
        (date(2026, 5, 19), date(2026, 5, 29)),  # the spring holiday lies inside
        (date(2026, 3, 26), date(2026, 4, 8)),  # Good Friday and Easter Monday
        (date(2026, 12, 18), date(2026, 12, 31)),  # Christmas, and Boxing Day moved
    ],
)
def test_seven_working_days_pass_after_the_last_copy(sent, first):
    gone = {
        "panel": sent - timedelta(days=9),
        "secretary_of_state": sent,
        "ofsted": sent,
    }
    text = replace(TEXT, sent=gone)
    told = on(first) | {"texts": [text], "planned_on": date(2026, 1, 2)}
    told.pop("today")

    assert replace(READY, **told).earliest_on == first
    assert bars(**told, today=first) == []
    assert len(bars(**told, today=first - timedelta(days=1))) == 1


def test_partners_of_two_bodies_open_it_early_and_the_shortfall_stays_shown():
    sent = dict.fromkeys(WANTED, date(2026, 5, 21))
    late = {"texts": [replace(TEXT, sent=sent)]}
    one = {"court_order": frozenset({"police"})}
    two = {"court_order": frozenset({"police", "icb"})}
    apart = {
        "court_order": frozenset({"police"}),
        "unauthorised_disclosure": frozenset({"icb"}),
    }

    assert len(bars(**late, early=one)) == 1
    assert len(bars(**late, early=apart)) == 1
    assert bars(**late, early=two) == []
    facts = replace(READY, **late, early=two)
    assert facts.days_short == 2
    assert "2 working days short of seven" in said(facts)


def test_the_shortfall_of_the_day_of_publication_stays_shown():
    later = DAY + timedelta(days=60)
    changed = replace(TEXT, sent={}, changed_since_sent=True)
    facts = replace(READY, today=later, texts=[changed], short_as_published=2)
    assert facts.days_short == 2


def test_a_text_that_changed_after_the_copies_waits_and_says_so():
    changed = replace(TEXT, sent={}, changed_since_sent=True)
    (sentence,) = bars(texts=[changed])
    assert "has changed since the copies went" in sentence

    one = replace(changed, not_material_by=["the police"])
    (sentence,) = bars(texts=[one])
    assert "The police recorded that the change is not material" in sentence

    both = replace(TEXT, not_material_by=["the police", "the local authority"])
    assert bars(texts=[both]) == []
    words = "not materially, as the police and the local authority recorded"
    assert words in said(replace(READY, texts=[both]))


def test_once_all_copies_have_gone_nobody_is_asked_to_send_them():
    waits = replace(READY, today=DAY - timedelta(days=1))
    (item,) = (each for each in checklist(waits) if each.slug == "report.copies")
    assert not item.passed
    assert item.page == ""
    assert "Seven working days pass" in item.to_do


def test_no_exception_stands_for_a_copy_that_was_never_sent():
    early = {"court_order": frozenset({"police", "icb"})}
    sent = {"panel": date(2026, 5, 1)}
    assert len(of_the_text(sent=sent, facts={"early": early})) == 1


def test_before_the_partners_decide_it_is_the_report_that_is_looked_at():
    items = {item.slug for item in checklist(replace(READY, decision=""))}
    assert "text" not in items
    assert "report.attempt" in items
    later = checklist(replace(READY, decision="publish_later"))
    assert "text" in {item.slug for item in later}


def test_a_correction_passes_the_gate_without_what_was_settled_before():
    text = replace(TEXT, sent={}, was_public=True)
    corrected = replace(READY, texts=[text], planned_on=None, decision="publish")
    assert what_bars(checklist(corrected, correction=True)) == []
    held = replace(corrected, on_hold=True)
    assert what_bars(checklist(held, correction=True)) == []
    with_more = replace(held, texts=[text, replace(TEXT, kind="addendum")])
    assert HELD.sentence in what_bars(checklist(with_more, correction=True))
    assert what_bars(checklist(replace(corrected, texts=[]), correction=True))


@given(
    sent=st.dates(date(2026, 1, 2), date(2026, 11, 30)),
    after=st.integers(min_value=-3, max_value=20),
)
def test_it_never_opens_before_the_first_day(sent, after):
    day = sent + timedelta(days=after)
    when = on(day)
    opened = not of_the_text(sent=dict.fromkeys(WANTED, sent), facts=when)
    assert opened == (day >= earliest_publication(sent))


def test_what_guidance_wishes_of_a_report_is_said_and_bars_nothing():
    wished = [Duty.REVIEWER, Duty.BY_WHEN, Duty.CHILD]
    assert of_the_text(duties=wished) == []
    facts = replace(READY, texts=[replace(TEXT, duties=wished)])
    assert "does not name who wrote it" in said(facts)


def test_how_the_review_was_made_is_said_and_bars_nothing():
    known = {"recorded_of_making": frozenset({"method_agreed"})}

    assert bars(**known) == []
    items = checklist(replace(READY, **known))
    made = {e.slug: e.passed for e in items if e.slug.startswith("making.")}
    assert made == {
        "making.monitored": False,
        "making.method_agreed": True,
        "making.people_took_part": False,
    }
    assert "reg" in next(e.to_do for e in items if e.slug == "making.monitored")
    assert not any(
        e.slug.startswith("making.")
        for e in checklist(replace(READY, **known), correction=True)
    )


def test_an_attempt_at_an_earlier_version_does_not_count():
    earlier = [Tried(by="C", minutes=20, of_this=False)]
    facts = replace(READY, texts=[replace(TEXT, tried=earlier)])
    (shut,) = what_bars(checklist(facts))
    assert "C tried for 20 minutes. The text has changed since" in shut


def test_every_check_of_the_list_that_others_hold_us_to_has_its_item():
    picture = replace(TEXT, pictures=1, open_addresses=1, small_tables=1)
    items = checklist(replace(READY, texts=[picture]))
    named = {one for item in items for one in item.check.split(", ")}
    assert {f"PG{n}" for n in range(1, 15)} <= named
