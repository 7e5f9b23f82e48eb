"""The decision records DR-1 to DR-4: what is asked, and what it may end in."""

from collections.abc import Mapping

from heed.rulebook import sources
from heed.rulebook.criteria.harm import ABUSE_KINDS, DEGREES, HARM_LIMBS, Degree
from heed.rulebook.criteria.notifiable import Answer, Place, Suspicion
from heed.rulebook.criteria.questions import DecisionRecord, Question, Ticks
from heed.rulebook.outcomes import (
    NationalDecision,
    NotificationDecision,
    PublicationDecision,
    ReviewDecision,
)

HOW_SURE: Mapping[str, str] = {
    Suspicion.KNOWN: "Known",
    Suspicion.SUSPECTED: "Suspected",
    Suspicion.NO: "No",
    Suspicion.NOT_KNOWN: "Not known",
}
WHERE: Mapping[str, str] = {
    Place.THIS_AREA: "In this area",
    Place.ANOTHER_ENGLISH_AREA: "In another area of England",
    Place.OUTSIDE_ENGLAND: "Outside England",
    Place.NOT_KNOWN: "Not known",
}


def _impaired(degree: Degree) -> str:
    return f"What is impaired: {DEGREES[degree].lower()}"


HARM_QUESTIONS = (
    Question(
        slug="life_threatening",
        words="Was it life-threatening at the time?",
        source=sources.GUIDANCE,
    ),
    Question(
        slug="recovered",
        words="Has the child recovered?",
        help="A child who recovers, even from a single event, may have been "
        "seriously harmed.",
        source=sources.GUIDANCE,
    ),
)
DR_1 = DecisionRecord(
    slug="notification",
    reference="DR-1",
    title="Whether to notify the Panel",
    decided_by="The local authority, having heard the ICB and the police.",
    questions=(
        Question(
            slug="is_child",
            words="Is this a child, that is, somebody under 18?",
            help="Guidance of December 2025 lets a child not yet born be notified.",
            source=sources.S16B,
        ),
        Question(
            slug="abuse_or_neglect",
            words="Is abuse or neglect of the child known or suspected?",
            help="Suspicion is enough. Say known or suspected for each kind.",
            choices=HOW_SURE,
            ticks=(
                Ticks(
                    slug="known",
                    words="Kinds that are known",
                    choices=ABUSE_KINDS,
                    of=Suspicion.KNOWN,
                ),
                Ticks(
                    slug="suspected",
                    words="Kinds that are suspected",
                    choices=ABUSE_KINDS,
                ),
            ),
            source=sources.S16C,
        ),
        Question(
            slug="contributory",
            words="Did it cause what happened, contribute to it, or might it have?",
            help="It is recorded and weighed; it is no condition for notifying.",
            source=sources.LOCAL,
        ),
        Question(slug="died", words="Has the child died?", source=sources.S16C),
        Question(
            slug="seriously_harmed",
            words="Has the child been seriously harmed?",
            help="Impairment of health or development that is serious or long-term, "
            "or likely to be; the list is open.",
            source=sources.S16B,
            ticks=tuple(
                Ticks(
                    slug=degree,
                    words=_impaired(degree),
                    choices=HARM_LIMBS,
                    of=Answer.YES,
                )
                for degree in Degree
            ),
        ),
        *HARM_QUESTIONS,
        Question(
            slug="place",
            words="Where did it happen?",
            choices=WHERE,
            source=sources.S16C,
        ),
        Question(
            slug="lives_here",
            words="Does the child normally live in this area?",
            help="It matters where it happened outside England.",
            source=sources.S16C,
        ),
        Question(
            slug="looked_after",
            words="Is the child looked after by a local authority?",
            help="The death of a looked-after child is told whatever its cause.",
            source=sources.CHILDREN_ACT_1989,
        ),
        Question(
            slug="care_leaver",
            words="Is this a care leaver up to and including the age of 24?",
            source=sources.CARE_LEAVERS,
        ),
        Question(
            slug="recent_concern",
            words="Do services know of a recent incident, or of a concern now, about "
            "abuse or neglect in this family?",
            help="Where a child died by suicide or without explanation, a yes means "
            "that it is considered as serious.",
            source=sources.LOCAL,
        ),
        Question(
            slug="unexplained",
            words="Did the child die by suicide, or without anybody being able to "
            "explain it?",
            source=sources.LOCAL,
        ),
        Question(
            slug="caused_serious_harm",
            words="Is this a child who has caused serious harm to another?",
            help="Such a child is tested as a child of the case too.",
            source=sources.GUIDANCE,
        ),
        Question(
            slug="unborn",
            words="Is this a child not yet born?",
            source=sources.INCIDENT_GUIDE,
        ),
    ),
    outcomes=tuple(NotificationDecision),
    source=sources.S16C,
    note="Meeting the criteria is one decision; whether to hold a review is another.",
)

DR_2 = DecisionRecord(
    slug="rapid_review",
    reference="DR-2",
    title="What the rapid review must answer",
    decided_by="The rapid review group answers; the partners decide on it.",
    questions=(
        Question(
            slug="facts_gathered",
            words="Are the facts gathered, as far as they can readily be?",
            source=sources.PANEL_GUIDANCE,
        ),
        Question(
            slug="children_safe",
            words="Is every child made safe, and was learning shared at once?",
            source=sources.PANEL_GUIDANCE,
        ),
        Question(
            slug="improvement",
            words="May something be improved to keep children safer?",
            source=sources.PANEL_GUIDANCE,
        ),
        Question(
            slug="next_steps",
            words="Is it clear what follows, and whether a review is proposed?",
            source=sources.PANEL_GUIDANCE,
        ),
        Question(
            slug="context",
            words="Is the child's and the family's life understood, and how racism "
            "and other inequalities may have shaped it and practice?",
            source=sources.PANEL_GUIDANCE,
        ),
    ),
    outcomes=(),
    source=sources.PANEL_GUIDANCE,
)

DR_3 = DecisionRecord(
    slug="local_review",
    reference="DR-3",
    title="Whether a local review is appropriate",
    decided_by="The three safeguarding partners, each for its own body.",
    questions=(
        Question(
            slug="improvements",
            words="Does the case show, or may it show, that something must improve "
            "in keeping children safe and well, even if that was found before?",
            source=sources.REG_11_A,
        ),
        Question(
            slug="recurrent_themes",
            words="Does it show, or may it show, themes that come up again?",
            source=sources.REG_11_B,
        ),
        Question(
            slug="working_together",
            words="Does it raise, or may it raise, a concern about how two or more "
            "agencies worked together?",
            help="One of the matters to weigh, and no longer a condition.",
            source=sources.REG_11_C,
        ),
        Question(
            slug="panel_concluded",
            words="Has the Panel considered it and concluded that a local review may "
            "be more appropriate?",
            source=sources.REG_11_D,
        ),
        Question(
            slug="single_agency",
            words="Is there cause for concern about one agency alone?",
            source=sources.GUIDANCE,
        ),
        Question(
            slug="no_agency",
            words="Was no agency involved, and is that itself a concern?",
            source=sources.GUIDANCE,
        ),
        Question(
            slug="more_than_one_area",
            words="Were more than one local authority, police or ICB area involved, "
            "or did the family move?",
            source=sources.GUIDANCE,
        ),
        Question(
            slug="institution",
            words="Did it happen in an institution?",
            source=sources.GUIDANCE,
        ),
        Question(
            slug="learned_already",
            words="Is the learning already in the rapid review?",
            source=sources.GOOD_PRACTICE,
        ),
        Question(
            slug="reviewed_already",
            words="Have several reviews looked at the same matter already?",
            source=sources.GOOD_PRACTICE,
        ),
        Question(
            slug="better_together",
            words="Would one review of several cases serve better?",
            source=sources.GOOD_PRACTICE,
        ),
        Question(
            slug="would_add",
            words="Would a full review add something?",
            help="Say what.",
            source=sources.GOOD_PRACTICE,
        ),
    ),
    outcomes=tuple(ReviewDecision),
    source=sources.REG_11,
    note="The matters are weighed, not counted, and the list is open.",
)

DR_3N = DecisionRecord(
    slug="national_review",
    reference="DR-3n",
    title="Whether to hold a national review",
    decided_by="The Panel.",
    questions=(
        Question(
            slug="national_improvements",
            words="Does the case show, or may it show, that something must improve, "
            "even if that was found before?",
            source=sources.REG_3_A,
        ),
        Question(
            slug="law_or_guidance",
            words="Does it raise a matter for which law or guidance would change?",
            source=sources.REG_3_B,
        ),
        Question(
            slug="national_themes",
            words="Does it show, or may it show, themes that come up again?",
            source=sources.REG_3_C,
        ),
        Question(
            slug="not_at_school",
            words="Was the child educated otherwise than at school?",
            source=sources.GUIDANCE,
        ),
        Question(
            slug="care_or_plan",
            words="Was the child in care, or on a child protection plan now or lately?",
            source=sources.GUIDANCE,
        ),
        Question(
            slug="range_of_abuse",
            words="Does the case show a range of kinds of abuse?",
            source=sources.GUIDANCE,
        ),
        Question(
            slug="institution",
            words="Did it happen in an institution?",
            source=sources.GUIDANCE,
        ),
    ),
    outcomes=tuple(NationalDecision),
    source=sources.REG_3,
)

DR_4 = DecisionRecord(
    slug="publication",
    reference="DR-4",
    title="Whether and how to publish",
    decided_by="The three safeguarding partners.",
    questions=(
        Question(
            slug="welfare",
            words="Could a child, or an adult at risk, who may be recognised be harmed "
            "by publication?",
            source=sources.PART_3,
        ),
        Question(
            slug="proceedings",
            words="Do criminal, family or inquest proceedings, or an order of a court, "
            "bear on what may be published?",
            source=sources.CPS_PROTOCOL,
        ),
        Question(
            slug="solved_by_changes",
            words="Would fewer details, or a later date, solve it?",
            source=sources.GUIDANCE,
        ),
        Question(
            slug="family_views",
            words="Has the family said what it wishes?",
            source=sources.GUIDANCE,
        ),
        Question(
            slug="legal_advice",
            words="Was legal advice taken?",
            source=sources.GOOD_PRACTICE,
        ),
    ),
    outcomes=tuple(PublicationDecision),
    source=sources.PART_3,
    note="Publishing in full is what is expected; anything else needs its reasons.",
)

DECISION_RECORDS: Mapping[str, DecisionRecord] = {
    each.slug: each for each in (DR_1, DR_2, DR_3, DR_3N, DR_4)
}
