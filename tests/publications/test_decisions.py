"""What was decided of a word holds for its sentence: it does not wander to another, a later
version carries it over, and everything decided can be read again."""

from datetime import timedelta
from functools import partial

import pytest
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.actions import amend_child
from heed.cases.models import StepTaken
from heed.cases.queries import children_of
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.papers.blocks import document, heading, paragraph
from heed.publications import actions
from heed.publications.decided import decided_of
from heed.publications.gate import checklist
from heed.publications.pages import ShownFinding, kept_before, log_of
from heed.publications.queries import (
    checked_words_of,
    facts_of,
    kept_words_of,
    waits_for_author,
)
from heed.publications.texts import text_of
from heed.reviews.actions import accept_change, propose_change
from heed.reviews.models import Change
from heed.reviews.queries import latest_report
from tests.cases.factories import it_is
from tests.partnership.factories import signed_in
from tests.publications.factories import APRIL, approved, decided, prepared, searched
from tests.publications.test_identifying_words import found_in, keep, named
from tests.reviews.factories import a_signed_report

LATER = APRIL + timedelta(hours=1)
pytestmark = pytest.mark.django_db(databases=["default", "library"])


def a_report():
    return document(
        heading(2, "What happened"),
        paragraph("Dr Tansley saw her. She was on Heron Ward. We met Lumi."),
        paragraph("Dr Tansley wrote twice."),
        paragraph("Nobody asked who was at home."),
        title="A report",
    )


def a_search():
    case, people = a_signed_report(paper=a_report())
    decided(case, people)
    return case, people, searched(case, people)


def decided_in(scan, findings=None):
    paper = scan.paper
    return decided_of(
        findings or scan.findings, kept_words_of(paper), checked_words_of(paper)
    )


def of(scan, text, findings=None):
    every = decided_in(scan, findings)
    return next(one for one in every if one.finding.text == text)


def bars_checks(scan):
    items = checklist(facts_of(scan.paper.publication, at=APRIL))
    return {item.slug for item in items if not item.passed}


def approvals_of(scan):
    """What the gate says of who approved the report."""
    items = checklist(facts_of(scan.paper.publication, at=APRIL))
    return next(i.sentence for i in items if i.slug == "report.approvals")


def answer(scan, text, person, *, at=APRIL, **more):
    finding = next(each for each in found_in(scan) if each.text == text)
    return actions.answer_check(
        scan,
        finding_id=finding.id,
        reason="role",
        words="Everybody here is seen there.",
        by=person,
        at=at,
        **more,
    )


def the_rest_answered(scan, people):
    for one in decided_in(scan):
        if one.is_open and not one.finding.is_confirmed:
            answer(scan, one.finding.text, people["manager"], everywhere=True)


def changed(case, people, anchor, after, *, by="coordinator"):
    """Other words in a paragraph, proposed and accepted."""
    change = propose_change(
        latest_report(case),
        anchor=anchor,
        after=after,
        reasons="Clearer.",
        by=people[by],
        at=APRIL,
    )
    return accept_change(change, by=people["reviewer"], at=APRIL)


def test_what_could_identify_keeps_the_gate_shut_until_each_is_answered_in_writing():
    _case, people, scan = a_search()
    assert "report.checks" in bars_checks(scan)
    assert of(scan, "Heron Ward").is_open
    with pytest.raises(Refused, match="give your reasons"):
        actions.answer_check(
            scan,
            finding_id=of(scan, "Heron Ward").finding.id,
            reason="role",
            words=" ",
            by=people["manager"],
            at=APRIL,
        )

    answer(scan, "Heron Ward", people["manager"])

    assert not of(scan, "Heron Ward").is_open
    assert "report.checks" in bars_checks(scan)
    the_rest_answered(scan, people)
    assert "report.checks" not in bars_checks(scan)
    assert "report.findings" in bars_checks(scan)


def test_the_same_form_is_answered_at_once_and_nothing_that_is_confirmed():
    _case, people, scan = a_search()
    alike = [one for one in decided_in(scan) if one.finding.text == "Dr Tansley"]
    assert len(alike) == 2

    made = answer(scan, "Dr Tansley", people["coordinator"], everywhere=True)

    assert len(made) == 2
    with pytest.raises(Refused, match="not found"):
        answer(scan, "Lumi", people["manager"])
    with pytest.raises(Refused, match="Only"):
        answer(scan, "Heron Ward", people["police"])


def test_what_may_be_somebody_of_the_register_stays_by_two_bodies_place_by_place():
    case, people = a_signed_report(
        paper=document(
            heading(2, "What happened"),
            paragraph("She lived near Ostrander Road. Nobody asked who was at home."),
            paragraph("The bus went from Ostrander Road, where ZQ was not."),
            title="A report",
        )
    )
    (child,) = children_of(case)
    was = {"former_names": ["Zebedee Quorn"]}
    amend_child(child, **was, by=people["coordinator"], at=APRIL)
    decided(case, people)
    scan = searched(case, people)
    road, other = [each for each in found_in(scan) if each.text == "Ostrander"]
    assert not road.is_confirmed

    for everywhere in (False, True):
        with pytest.raises(Refused, match="people of two bodies sign"):
            answer(scan, "Ostrander", people["manager"], everywhere=everywhere)
    with pytest.raises(Refused, match="no everyday word"):
        keep(scan, road, people["manager"], reason="everyday_word", legal_advice="")
    said = {"reason": "another", "legal_advice": ""}
    kept = keep(scan, road, people["manager"], **said)
    assert of(scan, "Ostrander").is_open
    actions.sign_exception(kept, reasons="I agree.", by=people["icb"], at=APRIL)

    open_now = {one.finding.id for one in decided_in(scan) if one.is_open}
    assert (road.id in open_now, other.id in open_now) == (False, True)
    assert "report.checks" in bars_checks(scan)
    with pytest.raises(Refused, match="must never print"):
        answer(scan, "ZQ", people["manager"])
    with pytest.raises(Refused, match="must never print"):
        keep(scan, named(scan, "ZQ"), people["manager"], **said)


def test_a_later_version_carries_answers_over_where_the_sentence_still_stands():
    case, people, scan = a_search()
    answer(scan, "Dr Tansley", people["manager"], everywhere=True)
    answer(scan, "Heron Ward", people["manager"])
    first = of(scan, "Heron Ward").finding.anchor

    changed(
        case, people, first, "Dr Tansley saw her. She lay on Heron Ward. We met Wren."
    )

    again = searched(case, people, at=LATER)
    assert not of(again, "Dr Tansley").is_open
    ward = of(again, "Heron Ward")
    assert ward.is_open
    assert ward.earlier.words == "Everybody here is seen there."


def test_a_signed_exception_does_not_wander_to_another_sentence_or_place():
    _case, people, scan = a_search()
    kept = keep(scan, named(scan, "Lumi"), people["manager"])
    actions.sign_exception(kept, reasons="I agree.", by=people["icb"], at=APRIL)
    assert not of(scan, "Lumi").is_open

    for other in ({"anchor": "p99"}, {"sentence": "another"}, {"sentence": ""}):
        findings = [said | other for said in scan.findings]
        lumi = of(scan, "Lumi", findings)
        assert lumi.is_open, other
        assert lumi.earlier == kept
        shown = ShownFinding(lumi, scan, paragraph="", asked=None, where="report")
        begins = kept_before(shown)
        assert (begins["why"], "legal_advice" in begins) == (kept.why, False)
    # Another one of the same form before it in its paragraph takes nothing from it.
    counted = [said | {"id": "another id"} for said in scan.findings]
    assert not of(scan, "Lumi", counted).is_open


def test_whoever_worded_an_accepted_change_does_not_approve_it():
    case, people, scan = a_search()
    anchor = named(scan, "Lumi").anchor
    changed(case, people, anchor, "A doctor saw her. We met Wren.", by="police")
    again = searched(case, people, at=LATER)
    the_rest_answered(again, people)
    with pytest.raises(Refused, match="wrote themselves"):
        approved(case, people["police"])
    Change.objects.update(proposer=None)  # as it was before that was kept
    with pytest.raises(Refused, match="wrote themselves"):
        approved(case, people["police"])
    approved(case, people["icb"], people["manager"])


def test_who_only_took_what_the_search_suggested_is_no_author():
    case, people, scan = a_search()
    change = actions.replace_as_suggested(
        scan, finding_id=named(scan, "Lumi").id, by=people["manager"], at=APRIL
    )
    assert change.as_suggested
    assert change.after.endswith("We met Goldcrest.")
    accept_change(change, by=people["reviewer"], at=APRIL)
    the_rest_answered(searched(case, people, at=LATER), people)

    approved(case, people["manager"])


def test_who_approves_has_seen_each_answer():
    case, people, scan = a_search()
    changed(case, people, named(scan, "Lumi").anchor, "A doctor met Wren.")
    again = searched(case, people, at=LATER)
    with pytest.raises(Refused, match="could identify somebody is not answered"):
        approved(case, people["icb"])
    actions.send_back(
        again, finding_ids=[], reasons="Once more.", by=people["manager"], at=LATER
    )
    the_rest_answered(again, people)
    with pytest.raises(Refused, match="sent back"):
        approved(case, people["icb"])

    changed(case, people, named(scan, "Lumi").anchor, "A doctor met a baby.")
    then = LATER + timedelta(hours=1)
    once_more = searched(case, people, at=then)
    approved(case, people["icb"], people["manager"], at=then)
    standing = partial(facts_of, once_more.paper.publication, at=then)
    assert len(standing().texts[0].approved_by) == 2

    answer(once_more, "Dr Tansley", people["manager"], at=then + timedelta(hours=1))

    assert standing().texts[0].approved_by == []
    assert "report.approvals" in bars_checks(once_more)


def test_a_report_goes_back_to_its_author_who_is_told_and_the_gate_waits():
    case, people, scan = a_search()
    finding = named(scan, "Lumi")
    before = set(OutgoingEmail.objects.values_list("pk", flat=True))

    actions.send_back(
        scan,
        finding_ids=[finding.id],
        reasons="Tell it without the name Lumi.",
        by=people["police"],
        at=LATER,
    )

    assert "report.sent_back" in bars_checks(scan)
    mails = OutgoingEmail.objects.exclude(pk__in=before)
    assert people["reviewer"].email in {mail.to_address for mail in mails}
    assert not any("Lumi" in repr(mail.fields) for mail in mails)
    (back,) = waits_for_author(scan.paper, text_of(scan.paper))
    assert [(each["place"], each["form"]) for each in back.places] == [
        (finding.anchor, "Lumi")
    ]

    prepared(case, people, summary="What a colleague wrote around it.")
    others = [each.anchor for each in found_in(scan) if each.text == "Dr Tansley"]
    changed(case, people, others[-1], "Dr Tansley wrote once.")
    assert "report.sent_back" in bars_checks(scan)

    changed(case, people, finding.anchor, "A doctor saw her.")

    assert "report.sent_back" not in bars_checks(scan)


def test_who_sent_it_back_may_say_that_it_need_not_be_written_anew(client):
    case, people, scan = a_search()
    the_rest_answered(scan, people)
    kept = keep(scan, named(scan, "Lumi"), people["manager"])
    actions.sign_exception(kept, reasons="I agree.", by=people["icb"], at=APRIL)
    approved(case, people["police"])
    assert "nobody has" not in approvals_of(scan)
    sent = actions.send_back(
        scan, finding_ids=[], reasons="It is about Lumi.", by=people["icb"], at=APRIL
    )
    says = {"reasons": "It is the name of a song.", "at": LATER}
    with pytest.raises(Refused, match="Only whoever sent it back"):
        actions.need_not_be_written_anew(sent, by=people["manager"], **says)
    there = reverse("need_not_be_written_anew", args=[sent.public_id])
    with it_is(LATER):
        for who, leads in (("manager", False), ("icb", True)):
            desk = signed_in(client, people[who])
            text = desk.get(reverse("findings", args=[case.public_id])).text
            assert (there in text) == leads
        assert desk.get(there).status_code == 200

    actions.need_not_be_written_anew(sent, by=people["icb"], **says)

    assert "report.sent_back" not in bars_checks(scan)
    assert "nobody has approved" in approvals_of(scan)
    with pytest.raises(Refused, match="said already"):
        actions.need_not_be_written_anew(sent, by=people["icb"], **says)
    assert "Said that it need not be written anew" in {
        each.what for each in log_of(case)
    }
    entry = Entry.objects.filter(what="need_not_be_written_anew").last()
    assert "song" not in str(entry.__dict__)


def test_every_decision_is_on_the_record_without_a_word_and_can_be_read():
    case, people, scan = a_search()
    kept = keep(scan, named(scan, "Lumi"), people["manager"])
    actions.sign_exception(kept, reasons="I agree.", by=people["icb"], at=APRIL)
    answer(scan, "Heron Ward", people["manager"])
    actions.replace_as_suggested(
        scan, finding_id=named(scan, "Lumi").id, by=people["manager"], at=APRIL
    )
    actions.send_back(
        scan, finding_ids=[], reasons="As a whole.", by=people["manager"], at=APRIL
    )

    taken = {"keep_by_exception", "answer_check", "propose_change", "send_back"}
    steps = StepTaken.objects.filter(case=case, step__in=taken)
    assert {step.step for step in steps} == taken
    assert steps.filter(step="keep_by_exception").count() == 2
    entries = Entry.objects.filter(what__in=taken)
    assert {entry.what for entry in entries} == taken
    assert not any("Lumi" in str(entry.__dict__) for entry in entries)
    said = [one.what for one in log_of(case)]
    for what in (
        "Signed that it may stay, by exception",
        "Said why it may stay",
        "Asked the reviewer for other words",
        "Sent the report back to the reviewer",
        "Searched the report",
    ):
        assert what in said
