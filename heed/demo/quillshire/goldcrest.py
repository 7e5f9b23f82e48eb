"""Q-24-006, Goldcrest: a baby of ten weeks, published on 14 January 2025."""

from datetime import date

from heed.cases.actions import (
    add_child,
    choose_pseudonym,
    name_family_contact,
    name_family_member,
    record_family_contact,
)
from heed.cases.models import Case
from heed.cases.queries import family_record_of
from heed.demo.quillshire.walking import at, everybody_declares, next_reference_is
from heed.incidents.actions import begin_with_outside_notification
from heed.papers.blocks import document, heading, paragraph
from heed.papers.write_docx import write_docx
from heed.rapid_reviews.actions import (
    confirm_decision,
    open_rapid_review,
    propose_decision,
    record_panel_answer,
    send_to_panel,
)
from heed.reviews.actions import (
    agree_terms,
    appoint_reviewer,
    confirm_report,
    declare_independence,
    lodge_draft,
    note_monitoring,
    propose_reviewer,
    quality_assure,
    start_local_review,
    tell_of_reviewer,
    write_portrait,
)
from heed.reviews.models import ReportVersion

ON_THE_CASE = ("manager", "coordinator", "council", "icb", "police")
PARTNERS = ("council", "icb", "police")
TITLE = "Goldcrest: local child safeguarding practice review"
PORTRAIT = (
    "Goldcrest was ten weeks old. Her grandmother says that she turned her head to "
    "every voice and slept best on somebody's shoulder."
)
REPORT = (
    (
        "What happened",
        (
            "Goldcrest was brought to hospital with an injury that nobody could "
            "explain. She had been seen by four agencies in ten weeks.",
            "Each of them knew something of her family. No meeting put it together.",
        ),
    ),
    (
        "What we found",
        (
            "Finding 1. Practitioners asked her mother how things were, and did not "
            "ask about her father, although he lived with them.",
            "Finding 2. A bruise in a baby who cannot move was written down and not "
            "talked about, because the pathway was not known in that team.",
            "Finding 3. The first home visits took place by telephone when a post was "
            "vacant, and nobody counted how often.",
        ),
    ),
    (
        "What we recommend",
        (
            "Recommendation 1. Every service that visits a newborn asks who lives with "
            "the baby, and speaks with each carer, within six months.",
            "Recommendation 2. The bruising pathway is known in every team that sees "
            "babies within three months, and the partners see that it is used.",
        ),
    ),
)


def load_goldcrest(quillshire, people) -> None:
    """Walk Goldcrest's case from the notification to the signed report."""
    case = _notified(quillshire, people)
    _who_they_are(case, people)
    _rapid_review(case, people)
    _reviewed(case, people)
    _signed(case, people)


def _notified(quillshire, people) -> Case:
    next_reference_is(quillshire, 2024, 6, at("2024-05-08"))
    notification = begin_with_outside_notification(
        quillshire,
        sent_at=at("2024-05-08", "15:00"),
        national_reference="SIN-QCC-2024-04",
        by=people["coordinator"],
        at=at("2024-05-09", "09:00"),
    )
    case = Case.objects.get(pk=notification.case_id)
    everybody_declares(case, people, at("2024-05-09", "09:30"), ON_THE_CASE)
    return case


def _who_they_are(case, people) -> None:
    moment = at("2024-05-09", "10:00")
    child = add_child(
        case,
        given_name="Elowen",
        family_name="Brackley-Storr",
        born_on=date(2024, 2, 23),
        sex="female",
        status="alive",
        age_band="under 1",
        ethnicity="WBRI",
        harm="physical_abuse",
        by=people["coordinator"],
        at=moment,
    )
    choose_pseudonym(child, pseudonym="Goldcrest", by=people["coordinator"], at=moment)
    grandmother = name_family_member(
        case,
        name="Demelza Storr",
        relationship="grandmother",
        wishes="She wants others to ask about fathers.",
        by=people["coordinator"],
        at=moment,
    )
    name_family_contact(
        family_record_of(case),
        person=people["manager"],
        who_counts="Her mother and her grandmother.",
        by=people["coordinator"],
        at=moment,
    )
    for day, about, words in (
        ("2024-05-20", "review_begins", "What a review is, and that it blames nobody."),
        ("2024-11-12", "draft_offered", "She read the draft with an advocate."),
        ("2025-01-06", "publication_date", "She was told the day and the hour."),
    ):
        record_family_contact(
            case,
            member=grandmother,
            happened_on=date.fromisoformat(day),
            how="visit",
            about=about,
            what_was_said=words,
            by=people["manager"],
            at=at(day, "16:00"),
        )


def _rapid_review(case, people) -> None:
    review = open_rapid_review(
        case, by=people["coordinator"], at=at("2024-05-09", "11:00")
    )
    propose_decision(
        review,
        outcome="local_review",
        reasons="Four agencies each held a part, and the same was found two years ago.",
        national_view="no",
        national_reasons="The learning is local.",
        by=people["manager"],
        at=at("2024-05-28", "12:00"),
    )
    for slug in PARTNERS:
        confirm_decision(
            review,
            answer="agrees",
            reasons="We owe it to her.",
            by=people[slug],
            at=at("2024-05-29", "10:00"),
        )
    send_to_panel(
        review,
        sent_at=at("2024-05-29", "15:00"),
        route="The Panel's secure mailbox",
        proof="Receipt 1183",
        late_reason="",
        by=people["coordinator"],
        at=at("2024-05-29", "15:10"),
    )
    record_panel_answer(
        case,
        answer="agrees",
        dated_on=date(2024, 6, 10),
        words="The Panel agrees with the decision to hold a local review.",
        by=people["coordinator"],
        at=at("2024-06-11"),
    )


def _reviewed(case, people) -> None:
    moment = at("2024-06-17")
    start_local_review(
        case,
        reason="As the partners decided on 29 May.",
        by=people["manager"],
        at=moment,
    )
    appointment = propose_reviewer(
        case,
        person=people["reviewer"],
        qualities="Health visiting, systems reviews, and plain words.",
        by=people["manager"],
        at=moment,
    )
    declare_independence(
        appointment,
        worked_in_area=False,
        knows_people=False,
        declaration="I have no tie to Quillshire.",
        by=people["manager"],
        at=at("2024-06-18"),
    )
    appoint_reviewer(
        appointment,
        why_chosen="Independent, and known for clear reports.",
        by=people["council"],
        at=at("2024-06-20"),
    )
    everybody_declares(case, people, at("2024-06-21"), ("reviewer",))
    _the_panel_told(case, people)


def _the_panel_told(case, people) -> None:
    for body in ("panel", "dfe", "ofsted"):
        tell_of_reviewer(
            case,
            body=body,
            told_at=at("2024-06-21"),
            route="By email",
            proof="Receipt on file",
            by=people["coordinator"],
            at=at("2024-06-21"),
        )
    agree_terms(
        case,
        questions=[
            "What was daily life like for Goldcrest?",
            "Who asked about her father, and what got in the way?",
        ],
        method="systems",
        scope="From the booking of the pregnancy to the day of the injury.",
        covers_from=None,
        covers_to=None,
        by=people["manager"],
        at=at("2024-06-24"),
    )
    note_monitoring(
        case,
        time="concern",
        quality="well",
        note="Two interviews are late because of leave.",
        by=people["manager"],
        at=at("2024-08-20"),
    )


def the_report() -> bytes:
    """The reviewer's report as a Word file."""
    blocks = [heading(1, TITLE)]
    for title, sentences in REPORT:
        blocks.append(heading(2, title))
        blocks += [paragraph(sentence) for sentence in sentences]
    return write_docx(document(*blocks, title=TITLE))


def _signed(case, people) -> None:
    lodge_draft(
        case,
        data=the_report(),
        name="final draft.docx",
        is_final_draft=True,
        by=people["reviewer"],
        at=at("2024-10-21"),
    )
    write_portrait(
        case,
        words=PORTRAIT,
        family_agreed=True,
        by=people["reviewer"],
        at=at("2024-10-22"),
    )
    quality_assure(
        case,
        reason="Facts checked with all four agencies.",
        by=people["manager"],
        at=at("2024-11-15"),
    )
    report = ReportVersion.objects.get(case=case)
    for slug in PARTNERS:
        confirm_report(
            report,
            answer="signs",
            reasons="A clear report.",
            by=people[slug],
            at=at("2024-11-20"),
        )
