"""A report of Quillshire goes through the gate and is public, with its briefing."""

from dataclasses import dataclass
from datetime import date, timedelta

from heed.demo.quillshire.stations import Story
from heed.demo.quillshire.walking import at
from heed.learning.actions import approve_briefing, make_briefing, write_briefing
from heed.publications.actions import (
    acknowledge_left_behind,
    answer_check,
    approve_publication,
    check_for_identifying_words,
    clear_proceedings,
    decide_on_publication,
    deposit_with_nspcc,
    hand_down_what_is_due,
    keep_by_exception,
    plan_publication,
    point_out_duty,
    prepare_report,
    publish,
    record_comment,
    record_known_in_public,
    reply_to_comment,
    send_advance_copies,
    sign_exception,
    try_to_identify,
    write_response,
)
from heed.publications.beside import all_there_is
from heed.publications.composing import headings
from heed.publications.duties import places_of
from heed.publications.models import KeptWord
from heed.publications.queries import (
    paper_or_404,
    publication_of,
    shown_text_or_404,
)

HARD = "What happened"
LOOKED_UP = (
    ("media", "The Quillshire Courier and the regional broadcaster, by month"),
    ("court", "The lists of the Crown Court and of the family court"),
    ("inquest", "The coroner’s list of hearings"),
)
SAID_WHERE = (("reasons_why", "What we found"),)


@dataclass(frozen=True)
class Kept:
    """A word that stays in the report, and why both approvers let it."""

    form: str
    why: str
    why_too: str
    reason: str = KeptWord.Reason.EVERYDAY_WORD


ANOTHER = Kept(
    form="",
    why="It is nobody of this family: others in Quillshire are called so too.",
    why_too="Read in its sentence it leads to nobody.",
    reason=KeptWord.Reason.ANOTHER,
)


@dataclass(frozen=True)
class Said:
    """What a national body says about publication, and what the partners reply."""

    body: str
    day: str
    words: str
    reply: str


def made_public(case, story: Story, people, *, kept=(), comments=()) -> None:
    """Prepare, check, approve, send ahead and publish a report and its response; some
    words are kept by exception, some bodies comment. A copy goes to the NSPCC."""
    _prepared(case, story, people)
    _through_the_gate(case, story, kept, people)
    for comment in comments:
        _commented(case, comment, people)
    publish(case, by=people["manager"], at=story.on("published"))
    hand_down_what_is_due(by=people["manager"], at=story.on("published", "10:01"))
    deposit_with_nspcc(
        case,
        deposited_on=story.day("deposited"),
        words="The report and the response, by their form. Receipt on file.",
        by=people["coordinator"],
        at=story.on("deposited"),
    )


def _prepared(case, story: Story, people) -> None:
    decide_on_publication(
        case,
        outcome="publish",
        reasons=story.why_publish,
        answers={
            question: {"answer": answer, "why": why}
            for question, (answer, why) in story.before_publishing.items()
        },
        by=people["council"],
        at=story.on("prepared", "09:00"),
    )
    prepare_report(
        case,
        summary=story.summary,
        notice=story.notice,
        distressing=_hard_to_read(case),
        themes=list(story.themes),
        former_titles=[],
        head_rows=[],
        by=people["coordinator"],
        at=story.on("prepared"),
    )
    write_response(
        case,
        text=story.response,
        by=people["coordinator"],
        at=story.on("prepared", "11:00"),
    )
    plan_publication(
        case,
        publish_on=story.day("published"),
        by=people["coordinator"],
        at=story.on("prepared", "12:00"),
    )


def _hard_to_read(case) -> list[str]:
    """The part that says what was done to the child: no search quotes it."""
    document = shown_text_or_404(paper_or_404(case, "report")).document
    return [anchor for anchor, words in headings(document) if words == HARD]


def _through_the_gate(case, story: Story, kept, people) -> None:
    moment = story.on("searched")
    _looked_what_is_public(case, people, moment)
    _read_as_a_stranger(case, people, moment)
    for kind in ("report", "response"):
        scan = check_for_identifying_words(
            case, kind=kind, by=people["coordinator"], at=moment
        )
        if scan.left_behind:
            acknowledge_left_behind(scan, by=people["manager"], at=moment)
        for word in kept:
            _kept_by_exception(scan, word, people, moment)
        _looked_at(scan, people, moment)
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
            at=moment + timedelta(days=2),
        )
    _looked_what_is_public(case, people, story.on("ahead"))
    send_advance_copies(
        case,
        sent_on=story.day("ahead"),
        bodies=["panel", "secretary_of_state", "ofsted"],
        route="By secure email",
        proof="Three receipts on file",
        by=people["coordinator"],
        at=story.on("ahead"),
    )


def _looked_at(scan, people, moment) -> None:
    """What could identify somebody is answered in writing, form by form; what may be
    somebody of the register, by two bodies and place by place."""
    answered = set()
    for found in scan.findings:
        if found["tier"] == "check" and found["of_somebody"]:
            _signed_by_two(scan, found, ANOTHER, people, moment)
            continue
        form = (found["text"].casefold(), found["class"])
        if found["tier"] == "check" and form not in answered:
            answered.add(form)
            answer_check(
                scan,
                finding_id=found["id"],
                reason="needed",
                words="The learning rests on it, and it leads to nobody in Quillshire.",
                everywhere=True,
                by=people["manager"],
                at=moment,
            )


def _looked_what_is_public(case, people, moment) -> None:
    """What media, courts and an inquest made public by then: nothing."""
    for source, where in LOOKED_UP:
        record_known_in_public(
            case,
            source=source,
            nothing_found=True,
            looked_on=moment.date(),
            where=where,
            by=people["coordinator"],
            at=moment,
        )


def _read_as_a_stranger(case, people, moment) -> None:
    """Where the report does what it has to, and a second reader's attempt."""
    report = shown_text_or_404(paper_or_404(case, "report"))
    places = {name: anchor for anchor, name in places_of(report.document)}
    for duty, heading in SAID_WHERE:
        said = {"duty": duty, "place": places[heading]}
        point_out_duty(case, **said, by=people["coordinator"], at=moment)
    read = {kind: paper_or_404(case, kind) for kind in ("report", "response")}
    try_to_identify(
        case,
        texts={k: shown_text_or_404(paper).content_hash for k, paper in read.items()},
        minutes=25,
        how="I searched for what happened, with the county and the year, in two search "
        "engines, the local papers and on two neighbourhood pages.",
        outcome="nobody",
        pictures_seen=True,
        by=people["police"],
        at=moment + timedelta(hours=1),
    )


def _kept_by_exception(scan, word: Kept, people, moment) -> None:
    """Two approvers of different bodies sign that a word may stay where it stands."""
    for found in scan.findings:
        if found["text"] == word.form:
            _signed_by_two(scan, found, word, people, moment)


def _signed_by_two(scan, found, word: Kept, people, moment) -> None:
    proposed = keep_by_exception(
        scan,
        finding_id=found["id"],
        reason=word.reason,
        legal_advice="",
        why=word.why,
        by=people["council"],
        at=moment + timedelta(minutes=20),
    )
    sign_exception(
        proposed,
        reasons=word.why_too,
        by=people["icb"],
        at=moment + timedelta(minutes=40),
    )


def _commented(case, said: Said, people) -> None:
    comment = record_comment(
        case,
        body=said.body,
        received_on=date.fromisoformat(said.day),
        words=said.words,
        by=people["coordinator"],
        at=at(said.day, "09:30"),
    )
    reply_to_comment(
        comment, reply=said.reply, by=people["council"], at=at(said.day, "15:00")
    )


def briefing_made_public(case, boxes, people, *, title, pseudonym, moment) -> None:
    """Write a seven-minute briefing, and have two people of two bodies approve it."""
    briefing = make_briefing(case, by=people["coordinator"], at=moment)
    content = briefing.content | {
        "title": title,
        "pseudonym": pseudonym,
        "boxes": [
            {"heading": heading, "body": body, "remark": ""} for heading, body in boxes
        ],
    }
    write_briefing(briefing, content=content, by=people["coordinator"], at=moment)
    briefing.refresh_from_db()
    for text in all_there_is(case, publication_of(case)):
        try_to_identify(
            case,
            texts={str(text.library_id): text.content_hash},
            minutes=25,
            how="I searched for the place, the month and what happened.",
            outcome="nobody",
            by=people["police"],
            at=moment + timedelta(hours=5),
        )
    for slug in ("council", "icb"):
        approve_briefing(briefing, by=people[slug], at=moment + timedelta(days=1))
