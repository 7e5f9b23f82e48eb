"""Publications, walked to where they stand by the real actions."""

from datetime import UTC, date, datetime

from heed.cases.actions import record_family_contact
from heed.publications.actions import (
    acknowledge_left_behind,
    answer_on_publication,
    approve_publication,
    check_for_identifying_words,
    clear_proceedings,
    decide_on_publication,
    plan_publication,
    point_out_duty,
    prepare_report,
    publish,
    record_known_in_public,
    say_what_was_corrected,
    send_advance_copies,
    try_to_identify,
)
from heed.publications.duties import BEGINNING
from heed.publications.models import Paper
from heed.publications.queries import paper_or_404, waits_for_answers
from heed.publications.texts import text_of
from heed.rulebook.language import Role
from tests.reviews.factories import APRIL, a_signed_report, on_the_list
from tests.walked import walked_once

SENT = datetime(2026, 5, 19, 10, 0, tzinfo=UTC)
PUBLISHED = datetime(2026, 5, 29, 9, 0, tzinfo=UTC)
THE_DAY = date(2026, 5, 29)
REPORT = Paper.Kind.REPORT


@walked_once
def proposed(case, people, outcome, *, by="local_authority", at=APRIL, **more):
    """One partner says how to publish; anything but in full goes before the three."""
    return decide_on_publication(
        case,
        outcome=outcome,
        reasons="It is what is expected.",
        answers={},
        by=people[by],
        at=at,
        **more,
    )


@walked_once
def answered(case, person, answer="agrees", *, at=APRIL):
    return answer_on_publication(
        case, answer=answer, reasons="We have weighed it.", by=person, at=at
    )


@walked_once
def decided(case, people, outcome="publish", *, at=APRIL, **more):
    """How to publish, decided: in full by one partner, otherwise by the three."""
    kept = proposed(case, people, outcome, at=at, **more)
    if waits_for_answers(kept):
        for seat in ("icb", "police"):
            answered(case, people[seat], at=at)
    kept.refresh_from_db()
    return kept


@walked_once
def planned(case, people, publish_on=THE_DAY, *, at=APRIL):
    return plan_publication(
        case, publish_on=publish_on, by=people["coordinator"], at=at
    )


@walked_once
def prepared(case, people, *, by="coordinator", at=APRIL, **words):
    return prepare_report(
        case,
        **{
            "summary": "What we learned from the short life of a baby.",
            "notice": "This report describes injuries to a baby.",
            "distressing": [],
            "themes": ["Under-ones"],
            "former_titles": [],
            "head_rows": [],
            **words,
        },
        by=people[by],
        at=at,
    )


@walked_once
def corrected(case, people, words, kind=REPORT, *, at):
    """What is corrected in a text, in words for the public."""
    return say_what_was_corrected(
        case, kind=kind, words=words, by=people["coordinator"], at=at
    )


@walked_once
def searched(case, people, kind=REPORT, *, at=APRIL):
    """A search of the text as it stands, what its file hides looked at."""
    scan = check_for_identifying_words(case, kind=kind, by=people["manager"], at=at)
    if scan.left_behind:
        acknowledge_left_behind(scan, by=people["manager"], at=at)
    return scan


@walked_once
def approved(case, *approvers, kind=REPORT, at=APRIL):
    text = text_of(paper_or_404(case, kind))
    for person in approvers:
        approve_publication(
            case, kind=kind, content_hash=text.content_hash, by=person, at=at
        )


@walked_once
def sent_ahead(
    case, people, *, at=SENT, bodies=("panel", "secretary_of_state", "ofsted")
):
    return send_advance_copies(
        case,
        sent_on=at.date(),
        bodies=list(bodies),
        route="The Panel’s secure mailbox",
        proof="Receipt 9",
        by=people["coordinator"],
        at=at,
    )


@walked_once
def family_was(case, people, *abouts, at=APRIL):
    for about in abouts or ("draft_offered", "publication_date"):
        record_family_contact(
            case,
            what_was_said="What the report says, and when it is public.",
            happened_on=at.date(),
            how="visit",
            about=about,
            by=people["coordinator"],
            at=at,
        )


@walked_once
def cleared(case, people, *, at=APRIL):
    people.setdefault("lawyer", on_the_list(case, people, Role.LEGAL_ADVISER, at=at))
    return clear_proceedings(
        case,
        looked_at=["criminal", "inquest"],
        words="The trial is over; the coroner has no objection.",
        by=people["lawyer"],
        at=at,
    )


@walked_once
def looked_up(case, people, *, sources=("media", "court", "inquest"), at=APRIL):
    """The jigsaw sheet: somebody looked, and found nothing."""
    for source in sources:
        record_known_in_public(
            case,
            source=source,
            nothing_found=True,
            looked_on=at.date(),
            where="The local paper and the lists of the courts",
            by=people["coordinator"],
            at=at,
        )


@walked_once
def tried(case, people, *kinds, who="icb", at=APRIL, **what):
    """A second reader tried for twenty minutes to tell who these texts are about; of
    the first one, what is kept of it."""
    papers = [paper_or_404(case, kind) for kind in kinds or [REPORT]]
    first, *_ = try_to_identify(
        case,
        **{
            "texts": {each.kind: text_of(each).content_hash for each in papers},
            "minutes": 25,
            "how": "I searched for the place and the month.",
            "outcome": "nobody",
            "pictures_seen": True,
            **what,
        },
        by=people[who],
        at=at,
    )
    return first


@walked_once
def pointed_out(case, people, *duties, at=APRIL):
    """Where the report does what it has to, said by a person."""
    for duty in duties or ("improvements", "reasons_why"):
        point_out_duty(
            case,
            duty=duty,
            place=BEGINNING,
            by=people["coordinator"],
            at=at,
        )


STEPS = {
    "day": planned,
    "words": prepared,
    "search": searched,
    "sheet": lambda case, people: looked_up(case, people, at=SENT),
    "duties": pointed_out,
    "attempt": tried,
    "approvals": lambda case, people: approved(
        case, people["manager"], people["police"]
    ),
    "proceedings": cleared,
    "draft": lambda case, people: family_was(case, people, "draft_offered"),
    "told": lambda case, people: family_was(case, people, "publication_date"),
    "copies": sent_ahead,
}


def step_by_name(case, people, name):
    """Take one of the steps that lead to publication."""
    STEPS[name](case, people)


@walked_once
def ready_to_publish(*, paper=None, name="report.docx", but=()):
    """A report that may be published on 29 May 2026, each item of the gate passed; the
    steps named in `but` are left out."""
    case, people = a_signed_report(paper=paper, name=name)
    decided(case, people)
    for step in STEPS:
        if step not in but:
            step_by_name(case, people, step)
    case.refresh_from_db()
    return case, people


@walked_once
def a_published_report(**choices):
    """A report that is public since 29 May 2026."""
    case, people = ready_to_publish(**choices)
    publication = publish(case, by=people["manager"], at=PUBLISHED)
    case.refresh_from_db()
    return case, people, publication
