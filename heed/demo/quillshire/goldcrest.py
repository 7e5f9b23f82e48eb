"""Q-24-006, Goldcrest: a baby of ten weeks, published on 14 January 2025; her actions
are still followed."""

from datetime import date

from heed.cases.actions import (
    add_child,
    choose_pseudonym,
    extend_deadline,
    give_reason_for_lateness,
    keep_family_record,
)
from heed.cases.deadlines import latest_deadline, running_deadline
from heed.cases.models import Case
from heed.cases.queries import family_record_of
from heed.demo.quillshire import stations
from heed.demo.quillshire.goldcrest_learns import BRIEFING, BRIEFING_TITLE, followed
from heed.demo.quillshire.goldcrest_weighed import weighed
from heed.demo.quillshire.interests import everybody_declares
from heed.demo.quillshire.published import briefing_made_public, made_public
from heed.demo.quillshire.walking import are_put_on_the_list, at, next_reference_is
from heed.incidents.actions import begin_with_outside_notification
from heed.learning.actions import publish_own_briefing
from heed.rapid_reviews.actions import record_answer_of_body, record_told
from heed.rulebook.clocks import REPORT_DUE

BESIDE_THEM = ("lead-partner", "legal", "scrutineer", "family")
WHY_LATE = (
    "Her grandmother asked that it is not published in the weeks of Christmas, the "
    "first without Goldcrest at home. The report was signed on 20 November."
)
# name, who they are to her, whether they take part, what they wish
FAMILY = (
    (
        "Demelza Storr",
        "grandmother",
        "takes_part",
        "She wants others to ask about fathers. Nothing in the weeks of Christmas.",
    ),
    ("Jenifer Storr", "mother", "later", "She wants to read it one day, not now."),
    ("Casworon Brackley", "father", "declines", "Through his solicitor."),
)
STORY = stations.Story(
    title="Goldcrest: local child safeguarding practice review",
    portrait="Goldcrest was ten weeks old. Her grandmother says that she turned her "
    "head to every voice and slept best on somebody's shoulder.",
    report=(
        (
            "What happened",
            (
                "Goldcrest was brought to hospital with an injury that nobody could "
                "explain. She had been seen by four agencies in ten weeks.",
                "Each of them knew something of her family. No meeting put it "
                "together.",
            ),
        ),
        (
            "What we found",
            (
                "Finding 1. Practitioners asked her mother how things were, and did "
                "not ask about her father, although he lived with them.",
                "Finding 2. A bruise in a baby who cannot move was written down and "
                "not talked about, because the pathway was not known in that team.",
                "Finding 3. The first home visits took place by telephone when a post "
                "was vacant, and nobody counted how often.",
            ),
        ),
        (
            "What worked well",
            (
                "One health visitor rang the surgery when she could not reach the "
                "family, and wrote down what she was told.",
            ),
        ),
        (
            "What we recommend",
            (
                "Recommendation 1. Every service that visits a newborn asks who lives "
                "with the baby, and speaks with each carer.",
                "Recommendation 2. The bruising pathway is known in every team that "
                "sees babies, and the partners see that it is used.",
                "Recommendation 3. The first visits after a birth take place at home.",
                "Recommendation 4. When a family moves, the services that visit hear "
                "of it in the same week.",
                "Recommendation 5. A landlord who is worried about a baby knows whom "
                "to ring.",
                "Recommendation 6. Supervision asks about every adult in the home.",
                "Recommendation 7. What was learned reaches every team, and somebody "
                "asks a year later what has changed.",
            ),
        ),
    ),
    response="We accept six of the seven recommendations and say why one of our "
    "bodies does not accept the other. We are sorry that nobody asked about "
    "Goldcrest's father. By June every service that visits a newborn will.",
    summary="What four agencies each knew of a baby's family, and why it was not put "
    "together.",
    notice="This report speaks of an injury to a baby.",
    themes=("Under-ones", "Invisible fathers and men"),
    why_a_review="Four agencies each held a part, and the same was found two years "
    "ago.",
    questions=(
        "What was daily life like for Goldcrest?",
        "Who asked about her father, and what got in the way?",
    ),
    agreed={
        "council": "She lived here for ten weeks, and we knew half of it.",
        "icb": "The first visits were by telephone. We must ask why.",
        "police": "We found the same two years ago. It has to be understood.",
    },
    panel_says="The Panel agrees with the decision to hold a local review.",
    panel_judges={"decision": "well", "agencies": "partly", "identity": "not"},
    scope="From the booking of the pregnancy to the day of the injury.",
    covers=(date(2023, 8, 1), date(2024, 5, 3)),
    looks=(
        stations.Look("2024-07-22", "Records are in. Interviews begin in August."),
        stations.Look(
            "2024-08-20",
            "Two interviews are late because of leave.",
            "concern",
            why_late="The reviewer was asked on the day, and answered on the next.",
        ),
        stations.Look("2024-09-16", "Both interviews were held.", "concern"),
        stations.Look("2024-10-14", "The draft comes next week."),
        stations.Look(
            "2024-11-11", "The family has read it, or will; it is nearly ready."
        ),
    ),
    assured="Facts checked with all four agencies, and with her grandmother.",
    signed={
        "council": "It asks of us what we can do.",
        "icb": "It names the vacant post, and does not blame who covered it.",
        "police": "The bruise is told as it was.",
    },
    told={
        "review_begins": (
            "2024-05-20",
            "What a review is, and that it blames nobody.",
        ),
        "decision": (
            "2024-05-31",
            "That a local review is held, because two teams held half each.",
        ),
        "draft_offered": ("2024-11-12", "She read the draft with an advocate."),
        "publication_date": ("2025-01-06", "She was told the day and the hour."),
    },
    bodies_answer={
        "panel": ("2024-06-26", "Noted."),
        "dfe": ("2024-06-21", "Receipt confirmed by the team for reviews."),
        "ofsted": ("2024-06-24", "Noted on the area's file."),
    },
    why_publish="She cannot be recognised by it, and every team can learn from it.",
    before_publishing={
        "welfare": ("no", "Neither she nor her carers can be recognised by it."),
        "proceedings": (
            "no",
            "The criminal trial ended in October; the care order is of September.",
        ),
        "solved_by_changes": ("yes", "A later day: not in the weeks of Christmas."),
        "family_views": ("yes", "Her grandmother wishes it to be read."),
        "legal_advice": ("yes", "By the council's legal adviser, on 18 November."),
    },
    days={
        "proposed": "2024-05-28",
        "decided": "2024-05-29",
        "panel": "2024-06-11",
        "started": "2024-06-17",
        "appointed": "2024-06-20",
        "terms": "2024-06-24",
        "drafted": "2024-10-21",
        "assured": "2024-11-15",
        "signed": "2024-11-20",
        "prepared": "2024-11-25",
        "searched": "2024-12-02",
        "ahead": "2025-01-02",
        "published": "2025-01-14",
        "deposited": "2025-01-16",
    },
)


def load_goldcrest(quillshire, people) -> None:
    """Walk Goldcrest's case from the notification to the actions that are open now."""
    case = _notified(quillshire, people)
    grandmother = _who_they_are(case, people)
    stations.is_told(case, grandmother, STORY.told, people)
    stations.the_partners_decide(weighed(case, people), STORY, people)
    stations.the_review_begins(case, STORY, people)
    stations.the_reviewer_is_appointed(case, STORY, people)
    stations.the_terms_are_agreed(case, STORY, people)
    stations.the_review_is_looked_at(
        case, STORY, people, after="terms", until="drafted"
    )
    stations.the_final_draft_is_lodged(case, STORY, people)
    stations.the_review_is_looked_at(
        case, STORY, people, after="drafted", until="assured"
    )
    stations.the_report_is_signed(case, STORY, people)
    _it_will_be_late(case, people)
    made_public(case, STORY, people)
    _why_it_was_late(case, people)
    publish_own_briefing(quillshire, by=people["manager"], at=at("2025-01-20"))
    briefing_made_public(
        case,
        BRIEFING,
        people,
        title=BRIEFING_TITLE,
        pseudonym="Goldcrest",
        moment=at("2025-01-27"),
    )
    followed(case, people)


def _notified(quillshire, people) -> Case:
    next_reference_is(quillshire, 2024, 6, at("2024-05-08"))
    notification = begin_with_outside_notification(
        quillshire,
        sent_at=at("2024-05-08", "15:00"),
        national_reference="SIN-QCC-2024-04",
        happened_on=date(2024, 5, 3),
        copied_on=date(2024, 5, 8),
        by=people["coordinator"],
        at=at("2024-05-09", "09:00"),
    )
    case = Case.objects.get(pk=notification.case_id)
    everybody_declares(case, people, at("2024-05-09", "09:30"), stations.ON_THE_CASE)
    are_put_on_the_list(case, people, at("2024-05-09", "09:40"), BESIDE_THEM)
    everybody_declares(case, people, at("2024-05-09", "10:00"), BESIDE_THEM)
    return case


def _who_they_are(case, people):
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
    grandmother, *_ = stations.the_family_is_named(case, FAMILY, people, moment=moment)
    keep_family_record(
        family_record_of(case),
        who_counts="Her mother and her grandmother.",
        child_called="Elowen",
        not_told_because="Her father hears what there is through his solicitor.",
        by=people["coordinator"],
        at=moment,
    )
    return grandmother


def _it_will_be_late(case, people) -> None:
    """The six months end before it can be public: a later target is agreed beside
    them, and the Panel and the Secretary of State are told why."""
    extend_deadline(
        running_deadline(case, REPORT_DUE),
        new_target_on=STORY.day("published"),
        reason=WHY_LATE,
        told="The Panel and the Secretary of State, on 22 November 2024",
        by=people["manager"],
        at=at("2024-11-21"),
    )
    for body, answer in (
        ("panel", "The Panel understands, and asks to be told if it moves again."),
        ("dfe", "Noted for the Secretary of State."),
    ):
        told = record_told(
            case,
            body=body,
            what="not_in_full",
            told_at=at("2024-11-22", "11:00"),
            route="by secure email",
            proof="Receipt on file",
            by=people["coordinator"],
            at=at("2024-11-22", "11:10"),
        )
        record_answer_of_body(
            told,
            answered_on=date(2024, 11, 25),
            answer=answer,
            by=people["coordinator"],
            at=at("2024-11-25", "09:00"),
        )


def _why_it_was_late(case, people) -> None:
    give_reason_for_lateness(
        latest_deadline(case, REPORT_DUE),
        reason=WHY_LATE,
        by=people["manager"],
        at=STORY.on("published", "15:00"),
    )
