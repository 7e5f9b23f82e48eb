"""What could identify somebody is found, and answered: by other words, or by an
exception that approvers of two bodies sign."""

import pytest

from heed.cases.actions import record_protected_address
from heed.cases.steps import Refused
from heed.papers.blocks import document, heading, paragraph
from heed.publications import actions
from heed.publications.decided import still_open
from heed.publications.models import Paper, Scan
from heed.publications.pages import log_of
from heed.publications.queries import facts_of, kept_words_of, paper_or_404
from heed.publications.scanning import findings_in, opened
from heed.publications.texts import text_of
from heed.reviews.actions import accept_change, write_portrait
from heed.rulebook.language import Role
from tests.partnership.factories import the_organisation
from tests.publications.factories import (
    APRIL,
    approved,
    decided,
    prepared,
    ready_to_publish,
    searched,
)
from tests.reviews.factories import a_signed_report, on_the_list

pytestmark = pytest.mark.django_db(databases=["default", "library"])


def a_leaking_report():
    return document(
        heading(2, "What happened"),
        paragraph("We met Lumi Ostrander-Vale, and later Lumi again."),
        paragraph("She lived at 14 Kelp Lane, Ostlebridge OB1 4QQ."),
        title="Lumi",
    )


def a_searched_leak(**choices):
    case, people = a_signed_report(paper=a_leaking_report(), **choices)
    decided(case, people)
    return case, people, searched(case, people)


def found_in(scan):
    return [opened(each) for each in scan.findings]


def named(scan, text):
    return next(each for each in found_in(scan) if each.text == text)


def test_a_childs_name_in_the_report_is_a_confirmed_finding():
    case, _people, scan = a_searched_leak()
    confirmed = {each.text for each in found_in(scan) if each.is_confirmed}
    assert {"Lumi Ostrander-Vale", "Lumi"} <= confirmed
    facts = facts_of(paper_or_404(case, "report").publication, at=APRIL)
    assert facts.texts[0].open_findings >= 2


def test_summary_portrait_and_former_titles_are_searched_too():
    case, people = a_signed_report()
    prepared(case, people, summary="Lumi was a baby.", former_titles=["Lumi’s review"])
    scan = searched(case, people)
    assert {each.anchor for each in found_in(scan) if each.is_confirmed} == {
        "cover-summary",
        "cover-former",
    }


def test_the_public_title_and_address_are_made_from_the_pseudonym():
    case, _people, _ = a_searched_leak()
    text = text_of(paper_or_404(case, "report"))
    assert text.slug == "goldcrest-2026"
    assert "Lumi" not in text.title


def test_what_the_file_hides_is_left_behind_and_somebody_says_so():
    case, people = a_signed_report(name="Lumi Ostrander-Vale final.docx")
    scan = actions.check_for_identifying_words(
        case, kind="report", by=people["manager"], at=APRIL
    )
    hidden = [opened(each) for each in scan.left_behind]
    assert "file_name" in {each.class_ for each in hidden}
    assert not [each for each in found_in(scan) if each.is_confirmed]
    with pytest.raises(Refused, match="what the uploaded file hides"):
        approved(case, people["manager"])

    actions.acknowledge_left_behind(scan, by=people["coordinator"], at=APRIL)

    approved(case, people["manager"])
    again = actions.check_for_identifying_words(
        case, kind="report", by=people["manager"], at=APRIL
    )
    assert again.acknowledged.person == people["coordinator"]
    logged = [one.what for one in log_of(case)]
    assert logged.count("Saw what the uploaded file hides") == 1


def test_other_words_are_the_reviewers_to_accept_and_make_a_new_version():
    case, people, scan = a_searched_leak()
    anchor = named(scan, "Lumi Ostrander-Vale").anchor
    words = {each.id: "Goldcrest" for each in found_in(scan) if each.anchor == anchor}

    change = actions.replace_words(
        scan,
        anchor=anchor,
        words=words,
        reasons="Names.",
        by=people["manager"],
        at=APRIL,
    )

    assert change.after == "We met Goldcrest, and later Goldcrest again."
    assert facts_of(scan.paper.publication, at=APRIL).texts[0].changes_waiting == 1
    assert facts_of(scan.paper.publication, at=APRIL).texts[0].unsigned is False
    before = text_of(scan.paper).content_hash

    accept_change(change, by=people["reviewer"], at=APRIL)

    assert text_of(scan.paper).content_hash != before
    after = facts_of(scan.paper.publication, at=APRIL).texts[0]
    assert (after.searched, after.unsigned) == (False, True)
    assert "Lumi" not in {each.text for each in found_in(searched(case, people))}


def keep(scan, finding, person, **choices):
    return actions.keep_by_exception(
        scan,
        **{
            "finding_id": finding.id,
            "reason": "family_wish",
            "legal_advice": "Counsel, 3 April: it may stand.",
            "why": "Her mother wishes it.",
            **choices,
        },
        by=person,
        at=APRIL,
    )


def test_an_exception_needs_two_approvers_of_different_bodies():
    case, people, scan = a_searched_leak()
    finding = named(scan, "Lumi")
    kept = keep(scan, finding, people["manager"])

    def is_open():
        return finding.id in {
            each.id for each in still_open(scan.findings, kept_words_of(scan.paper))
        }

    assert is_open()
    with pytest.raises(Refused, match="takes two bodies"):
        actions.sign_exception(kept, reasons="Yes.", by=people["manager"], at=APRIL)
    same_body = on_the_list(
        case,
        people,
        Role.LEGAL_ADVISER,
        organisation=the_organisation(case.partnership, "business_unit"),
    )
    with pytest.raises(Refused, match="takes two bodies"):
        actions.sign_exception(kept, reasons="Yes.", by=same_body, at=APRIL)
    assert is_open()

    actions.sign_exception(kept, reasons="I agree.", by=people["icb"], at=APRIL)

    assert not is_open()


def test_a_real_name_stays_only_with_legal_advice():
    _case, people, scan = a_searched_leak()
    finding = named(scan, "Lumi")
    with pytest.raises(Refused, match="only with legal advice"):
        keep(scan, finding, people["manager"], legal_advice="")
    with pytest.raises(Refused, match="no everyday word"):
        keep(scan, finding, people["manager"], reason="everyday_word")
    assert keep(
        scan,
        finding,
        people["manager"],
        reason="family_wish",
        legal_advice="Ms Vane, 3 April.",
    )


def test_a_protected_address_is_never_kept():
    case, people = a_signed_report(paper=a_leaking_report())
    record_protected_address(
        case,
        address="14 Kelp Lane, Ostlebridge OB1 4QQ",
        by=people["coordinator"],
        at=APRIL,
    )
    scan = searched(case, people)
    critical = [each for each in found_in(scan) if each.critical]
    assert critical
    for finding in critical:
        with pytest.raises(Refused, match="no exception"):
            keep(scan, finding, people["manager"])


def test_the_business_unit_s_coordinator_and_the_reviewer_keep_nothing():
    _case, people, scan = a_searched_leak()
    for who in ("coordinator", "reviewer"):
        with pytest.raises(Refused, match="Only"):
            keep(scan, named(scan, "Lumi"), people[who])


def test_an_error_of_the_search_is_an_open_confirmed_finding(monkeypatch):
    from heed.publications import scanning

    _case, _people, scan = a_searched_leak()

    def broken(*args, **kwargs):
        raise RuntimeError("Lumi")

    monkeypatch.setattr(scanning, "scan_paper", broken)
    found = [opened(each) for each in findings_in(text_of(scan.paper), None)]
    assert [each.is_confirmed for each in found] == [True]
    assert "Lumi" not in found[0].why


def test_approval_falls_when_the_text_changes_or_somebody_joins_the_register():
    case, people = ready_to_publish()
    publication = paper_or_404(case, "report").publication
    assert len(facts_of(publication, at=APRIL).texts[0].approved_by) == 2

    record_protected_address(case, address="2 Sand Row", by=people["manager"], at=APRIL)
    assert facts_of(publication, at=APRIL).texts[0].searched is False

    prepared(case, people, summary="Another sentence.")
    assert facts_of(publication, at=APRIL).texts[0].approved_by == []


def test_who_wrote_it_does_not_approve_it_and_a_body_approves_once():
    case, people = ready_to_publish(but={"approvals"})
    also_a_partner = on_the_list(case, people, Role.LEGAL_ADVISER)
    approved(case, also_a_partner)
    with pytest.raises(Refused, match="takes two bodies"):
        approved(case, people["local_authority"])
    with pytest.raises(Refused, match="Only"):
        approved(case, people["reviewer"])


def test_the_author_of_the_response_does_not_approve_it():
    case, people = ready_to_publish()
    actions.write_response(
        case, text="# We accept this\n\nAll of it.", by=people["police"], at=APRIL
    )
    kind = Paper.Kind.RESPONSE
    searched(case, people, kind)
    with pytest.raises(Refused, match="wrote themselves"):
        approved(case, people["police"], kind=kind)
    approved(case, people["manager"], people["icb"], kind=kind)


def test_who_wrote_words_around_the_report_does_not_approve_it():
    case, people = a_signed_report()
    decided(case, people)
    prepared(case, {"coordinator": people["police"]}, summary="What we learned.")
    prepared(case, people, summary="What we learned, and what we do.")
    write_portrait(
        case,
        words="Goldcrest liked the light.",
        family_agreed=True,
        by=people["manager"],
        at=APRIL,
    )
    searched(case, people)
    for writer in ("police", "manager"):
        with pytest.raises(Refused, match="wrote themselves"):
            approved(case, people[writer])
    approved(case, people["icb"], people["local_authority"])


def test_whoever_wrote_any_of_a_response_does_not_approve_it():
    case, people = ready_to_publish()
    for writer in ("police", "coordinator"):
        actions.write_response(
            case, text="# We accept this\n\nAll.", by=people[writer], at=APRIL
        )
    searched(case, people, Paper.Kind.RESPONSE)
    with pytest.raises(Refused, match="wrote themselves"):
        approved(case, people["police"], kind=Paper.Kind.RESPONSE)


def test_nobody_approves_a_text_that_was_not_searched_or_has_changed():
    case, people = ready_to_publish(but={"search", "approvals"})
    with pytest.raises(Refused, match="Search the text"):
        approved(case, people["manager"])
    searched(case, people)
    with pytest.raises(Refused, match="changed since you opened it"):
        actions.approve_publication(
            case, kind="report", content_hash="0" * 64, by=people["manager"], at=APRIL
        )


def test_findings_lie_sealed():
    _, _, scan = a_searched_leak()
    stored = Scan.objects.filter(pk=scan.pk).first().__dict__["findings"]
    assert b"Lumi" not in bytes(stored)
