"""Goldcrest's report goes through the gate, is published and turns into actions."""

from datetime import date, timedelta

from heed.cases.models import Case
from heed.demo.quillshire.walking import at
from heed.learning.actions import (
    make_recommendation,
    open_actions,
    plan_action,
    publish_own_briefing,
    respond_to_recommendation,
)
from heed.partnership.models import Organisation
from heed.publications.actions import (
    acknowledge_left_behind,
    approve_publication,
    check_for_identifying_words,
    clear_proceedings,
    decide_on_publication,
    hand_down_what_is_due,
    plan_publication,
    prepare_report,
    publish,
    send_advance_copies,
    write_response,
)
from heed.publications.queries import paper_or_404, shown_text_or_404

RESPONSE = (
    "We accept both recommendations. We are sorry that nobody asked about Goldcrest's "
    "father. By June every service that visits a newborn will."
)
RECOMMENDATIONS = (
    (
        "Every service that visits a newborn asks who lives with the baby.",
        "Each carer of a baby is known and spoken with.",
        ("QCH", "QHT"),
        date(2025, 6, 30),
        ("Ask about fathers at every first visit.", date(2025, 6, 30)),
    ),
    (
        "The bruising pathway is known in every team that sees babies.",
        "A bruise in a baby who cannot move is always talked about.",
        ("QHT", "GPF"),
        date(2025, 3, 31),
        ("Teach the pathway in every team, and sample records.", date(2025, 3, 31)),
    ),
)


def load_what_was_published(quillshire, people) -> None:
    """Publish Goldcrest's report, with the response beside it, and plan its actions."""
    case = Case.objects.get(partnership=quillshire, reference="Q-24-006")
    _prepared(case, people)
    _through_the_gate(case, people)
    publish(case, by=people["manager"], at=at("2025-01-14"))
    hand_down_what_is_due(by=people["manager"], at=at("2025-01-14", "10:01"))
    _turned_into_actions(case, people)
    publish_own_briefing(quillshire, by=people["manager"], at=at("2025-01-20"))


def _prepared(case, people) -> None:
    decide_on_publication(
        case,
        outcome="publish",
        reasons="Nobody is harmed by it, and others can learn.",
        answers={},
        by=people["council"],
        at=at("2024-11-25"),
    )
    prepare_report(
        case,
        summary="What four agencies each knew of a baby's family, and why it was not "
        "put together.",
        notice="This report speaks of an injury to a baby.",
        distressing=[],
        themes=["Under-ones", "Invisible fathers and men"],
        former_titles=[],
        head_rows=[],
        by=people["coordinator"],
        at=at("2024-11-26"),
    )
    write_response(case, text=RESPONSE, by=people["coordinator"], at=at("2024-11-27"))
    plan_publication(
        case,
        publish_on=date(2025, 1, 14),
        by=people["coordinator"],
        at=at("2024-11-28"),
    )


def _through_the_gate(case, people) -> None:
    moment = at("2024-12-02")
    for kind in ("report", "response"):
        scan = check_for_identifying_words(
            case, kind=kind, by=people["coordinator"], at=moment
        )
        if scan.left_behind:
            acknowledge_left_behind(scan, by=people["manager"], at=moment)
        for slug in ("council", "icb"):
            approve_publication(
                case,
                kind=kind,
                content_hash=shown_text_or_404(paper_or_404(case, kind)).content_hash,
                by=people[slug],
                at=moment + timedelta(days=1),
            )
    for slug in ("manager", "police"):
        clear_proceedings(
            case,
            looked_at=["criminal", "family"],
            words="No proceedings are live, and no order stands.",
            by=people[slug],
            at=at("2024-12-05"),
        )
    send_advance_copies(
        case,
        sent_on=date(2025, 1, 2),
        bodies=["panel", "secretary_of_state", "ofsted"],
        route="By secure email",
        proof="Three receipts on file",
        by=people["coordinator"],
        at=at("2025-01-02"),
    )


def _turned_into_actions(case, people) -> None:
    moment = at("2025-01-15")
    for text, change, codes, due_on, (action, action_due) in RECOMMENDATIONS:
        addressees = Organisation.objects.filter(
            partnership=case.partnership, code__in=codes
        )
        recommendation = make_recommendation(
            case,
            text=text,
            intended_change=change,
            addressees=list(addressees),
            kind="recommendation",
            scope="local",
            aim="practice",
            origin="review",
            multi_agency=True,
            due_on=due_on,
            by=people["coordinator"],
            at=moment,
        )
        for addressee in recommendation.addressees.all():
            respond_to_recommendation(
                addressee,
                answer="accepted",
                reasons="We accept it.",
                by=people["council"],
                at=moment,
            )
        plan_action(
            recommendation,
            text=action,
            owner=people["lead"],
            due_on=action_due,
            measure="A sample of forty records a quarter",
            by=people["manager"],
            at=moment,
        )
    open_actions(case, by=people["manager"], at=at("2025-01-16"))
