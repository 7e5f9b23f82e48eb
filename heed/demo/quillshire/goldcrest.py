"""Q-24-006, Goldcrest: a baby of ten weeks, published on 14 January 2025; her actions
are still followed."""

from datetime import date

from heed.cases.actions import (
    add_child,
    choose_pseudonym,
    name_family_contact,
    name_family_member,
)
from heed.cases.models import Case
from heed.cases.queries import family_record_of
from heed.demo.quillshire import stations
from heed.demo.quillshire.goldcrest_learns import BRIEFING, BRIEFING_TITLE, followed
from heed.demo.quillshire.published import briefing_made_public, made_public
from heed.demo.quillshire.walking import (
    are_put_on_the_list,
    at,
    everybody_declares,
    next_reference_is,
)
from heed.incidents.actions import begin_with_outside_notification
from heed.learning.actions import publish_own_briefing
from heed.rapid_reviews.actions import open_rapid_review

BESIDE_THEM = ("lead-partner", "legal", "scrutineer")
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
    scope="From the booking of the pregnancy to the day of the injury.",
    how_it_goes="Two interviews are late because of leave.",
    told={
        "review_begins": (
            "2024-05-20",
            "What a review is, and that it blames nobody.",
        ),
        "draft_offered": ("2024-11-12", "She read the draft with an advocate."),
        "publication_date": ("2025-01-06", "She was told the day and the hour."),
    },
    days={
        "proposed": "2024-05-28",
        "decided": "2024-05-29",
        "panel": "2024-06-11",
        "started": "2024-06-17",
        "appointed": "2024-06-20",
        "terms": "2024-06-24",
        "monitored": "2024-08-20",
        "drafted": "2024-10-21",
        "assured": "2024-11-15",
        "signed": "2024-11-20",
        "prepared": "2024-11-25",
        "searched": "2024-12-02",
        "ahead": "2025-01-02",
        "published": "2025-01-14",
    },
)


def load_goldcrest(quillshire, people) -> None:
    """Walk Goldcrest's case from the notification to the actions that are open now."""
    case = _notified(quillshire, people)
    grandmother = _who_they_are(case, people)
    stations.the_family_is_told(case, grandmother, STORY, people)
    review = open_rapid_review(
        case, by=people["coordinator"], at=at("2024-05-09", "11:00")
    )
    stations.the_partners_decide(review, STORY, people)
    stations.the_review_begins(case, STORY, people)
    stations.the_reviewer_is_appointed(case, STORY, people)
    stations.the_review_is_held(case, STORY, people)
    stations.the_report_is_signed(case, STORY, people)
    made_public(case, STORY, people)
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
    grandmother = name_family_member(
        case,
        name="Demelza Storr",
        relationship="grandmother",
        wishes="She wants others to ask about fathers.",
        taking_part="takes_part",
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
    return grandmother
