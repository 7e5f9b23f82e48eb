"""The stages of a case: each with its label, its sentence, and the groups they form."""

from collections.abc import Mapping
from dataclasses import dataclass

from heed.rulebook.language import Stage


@dataclass(frozen=True, kw_only=True)
class StageWords:
    """How a stage is called on a page, and what it means in one sentence."""

    label: str
    sentence: str


def _words(label: str, sentence: str) -> StageWords:
    return StageWords(label=label, sentence=sentence)


STAGES: Mapping[Stage, StageWords] = {
    Stage.CONCERN: _words(
        "Concern", "Somebody is worried, and a referral may be in draft."
    ),
    Stage.REFERRAL_RECEIVED: _words(
        "Referral received", "The business unit has the referral and reads it."
    ),
    Stage.RETURNED_FOR_INFORMATION: _words(
        "Returned for information", "The referrer was asked to add what is missing."
    ),
    Stage.UNDER_CONSIDERATION: _words(
        "Under consideration",
        "The partners consider whether this is a serious child safeguarding case.",
    ),
    Stage.NOT_PURSUED: _words(
        "Not progressed", "It was decided not to notify; this can be looked at again."
    ),
    Stage.OTHER_LEARNING: _words(
        "Other learning", "There is something to learn, outside a practice review."
    ),
    Stage.NOTIFICATION_DECIDED: _words(
        "Notification decided",
        "The local authority has decided to notify and has not yet sent it.",
    ),
    Stage.NOTIFIED: _words(
        "Notified",
        "From before: the Panel was notified, and the rapid review not opened yet. A "
        "notification opens it at once now, and no step leads here.",
    ),
    Stage.NOTIFIED_WITHOUT_REVIEW: _words(
        "Notified without rapid review",
        "A death was notified in which no abuse or neglect is known or suspected.",
    ),
    Stage.NOTIFICATION_WITHDRAWN: _words(
        "Notification withdrawn",
        "It was found later that the criteria were not met, and the Panel was told.",
    ),
    Stage.RAPID_REVIEW: _words(
        "Rapid review",
        "Facts are gathered, children made safe, and what to do next is weighed.",
    ),
    Stage.RAPID_REVIEW_SIGNED_OFF: _words(
        "Rapid review signed off", "The three partners have decided what follows."
    ),
    Stage.WITH_THE_PANEL: _words(
        "With the Panel", "The rapid review was sent; the Panel's answer is awaited."
    ),
    Stage.PANEL_RESPONDED: _words(
        "Panel answered", "The Panel's letter has arrived and is answered or followed."
    ),
    Stage.RECONSIDERED: _words(
        "Reconsidered",
        "The partners have looked at their decision again and told the Panel.",
    ),
    Stage.NO_FURTHER_REVIEW: _words(
        "No further review", "The rapid review's own learning becomes actions."
    ),
    Stage.LOCAL_REVIEW_STARTED: _words(
        "Local review started", "A local review is held; a lead reviewer is sought."
    ),
    Stage.COMMISSIONING: _words(
        "Commissioning", "A lead reviewer is appointed and terms are being agreed."
    ),
    Stage.IN_REVIEW: _words(
        "In review", "The lead reviewer meets people, reads and writes."
    ),
    Stage.NATIONAL_REVIEW: _words(
        "National review", "The Panel holds a review; local actions are still owed."
    ),
    Stage.DRAFT_REPORT: _words(
        "Draft report", "A draft is read for accuracy, safety and quality."
    ),
    Stage.QUALITY_ASSURED: _words(
        "Quality assured", "The report is ready for the three partners to sign off."
    ),
    Stage.SIGNED_OFF: _words(
        "Signed off", "The partners accept the report and decide how to publish it."
    ),
    Stage.BEFORE_PUBLICATION: _words(
        "Before publication",
        "The Panel and the Secretary of State have it, seven working days ahead.",
    ),
    Stage.PUBLISHED: _words("Published", "The report is public for at least a year."),
    Stage.IMPROVEMENTS_PUBLISHED: _words(
        "Improvements published",
        "The improvements, or the lessons, are public, and the report itself is not.",
    ),
    Stage.PUBLICATION_DEFERRED: _words(
        "Publication deferred",
        "Publication waits, with reasons and a date; its clock still runs.",
    ),
    Stage.ACTIONS_OPEN: _words(
        "Actions open", "What was learned is being put into practice."
    ),
    Stage.IMPACT_ASSURED: _words(
        "Impact assured", "There is evidence that children are better protected."
    ),
    Stage.CLOSED: _words("Closed", "Nothing more is owed, unless something new comes."),
    Stage.ARCHIVED: _words("Archived", "Kept to be read, for as long as agreed."),
    Stage.MERGED: _words("Merged", "Joined to another case, where it goes on."),
}

# The stage that each usually follows; other ways are in the steps.
COMES_AFTER: Mapping[Stage, Stage] = {
    Stage.REFERRAL_RECEIVED: Stage.CONCERN,
    Stage.RETURNED_FOR_INFORMATION: Stage.REFERRAL_RECEIVED,
    Stage.UNDER_CONSIDERATION: Stage.REFERRAL_RECEIVED,
    Stage.NOT_PURSUED: Stage.UNDER_CONSIDERATION,
    Stage.OTHER_LEARNING: Stage.UNDER_CONSIDERATION,
    Stage.NOTIFICATION_DECIDED: Stage.UNDER_CONSIDERATION,
    Stage.NOTIFIED_WITHOUT_REVIEW: Stage.NOTIFICATION_DECIDED,
    Stage.NOTIFICATION_WITHDRAWN: Stage.RAPID_REVIEW,
    Stage.RAPID_REVIEW: Stage.NOTIFICATION_DECIDED,
    Stage.RAPID_REVIEW_SIGNED_OFF: Stage.RAPID_REVIEW,
    Stage.WITH_THE_PANEL: Stage.RAPID_REVIEW_SIGNED_OFF,
    Stage.PANEL_RESPONDED: Stage.WITH_THE_PANEL,
    Stage.RECONSIDERED: Stage.PANEL_RESPONDED,
    Stage.NO_FURTHER_REVIEW: Stage.PANEL_RESPONDED,
    Stage.LOCAL_REVIEW_STARTED: Stage.PANEL_RESPONDED,
    Stage.COMMISSIONING: Stage.LOCAL_REVIEW_STARTED,
    Stage.IN_REVIEW: Stage.COMMISSIONING,
    Stage.NATIONAL_REVIEW: Stage.WITH_THE_PANEL,
    Stage.DRAFT_REPORT: Stage.IN_REVIEW,
    Stage.QUALITY_ASSURED: Stage.DRAFT_REPORT,
    Stage.SIGNED_OFF: Stage.QUALITY_ASSURED,
    Stage.BEFORE_PUBLICATION: Stage.SIGNED_OFF,
    Stage.PUBLISHED: Stage.BEFORE_PUBLICATION,
    Stage.IMPROVEMENTS_PUBLISHED: Stage.BEFORE_PUBLICATION,
    Stage.PUBLICATION_DEFERRED: Stage.SIGNED_OFF,
    Stage.ACTIONS_OPEN: Stage.PUBLISHED,
    Stage.IMPACT_ASSURED: Stage.ACTIONS_OPEN,
    Stage.CLOSED: Stage.IMPACT_ASSURED,
    Stage.ARCHIVED: Stage.CLOSED,
    Stage.MERGED: Stage.UNDER_CONSIDERATION,
}

# No step leads here any more: cases may still stand here from before, and go on.
FROM_BEFORE = frozenset({Stage.NOTIFIED})
MOVED_ELSEWHERE = frozenset({Stage.MERGED})
FINISHED = frozenset({Stage.CLOSED, Stage.ARCHIVED, Stage.MERGED})
EVERY = frozenset(Stage)
ANY = EVERY - MOVED_ELSEWHERE
OPEN = frozenset(Stage) - FINISHED

BEFORE_A_CASE = frozenset(
    {Stage.CONCERN, Stage.REFERRAL_RECEIVED, Stage.RETURNED_FOR_INFORMATION}
)
CONSIDERING = frozenset(
    {
        Stage.UNDER_CONSIDERATION,
        Stage.NOT_PURSUED,
        Stage.OTHER_LEARNING,
        Stage.NOTIFICATION_DECIDED,
    }
)
NOTIFIED_ONLY = frozenset(
    {Stage.NOTIFIED, Stage.NOTIFIED_WITHOUT_REVIEW, Stage.NOTIFICATION_WITHDRAWN}
)
IN_RAPID_REVIEW = frozenset({Stage.RAPID_REVIEW, Stage.RAPID_REVIEW_SIGNED_OFF})
AT_THE_PANEL = frozenset(
    {Stage.WITH_THE_PANEL, Stage.PANEL_RESPONDED, Stage.RECONSIDERED}
)
DECIDED = frozenset({Stage.NO_FURTHER_REVIEW, Stage.NATIONAL_REVIEW})
# Where the three partners may decide on a review, and decide again.
DECIDING = IN_RAPID_REVIEW | AT_THE_PANEL | DECIDED
REVIEWING = frozenset(
    {
        Stage.LOCAL_REVIEW_STARTED,
        Stage.COMMISSIONING,
        Stage.IN_REVIEW,
        Stage.DRAFT_REPORT,
        Stage.QUALITY_ASSURED,
    }
)
PUBLISHING = frozenset(
    {Stage.SIGNED_OFF, Stage.BEFORE_PUBLICATION, Stage.PUBLICATION_DEFERRED}
)
PUBLIC = frozenset({Stage.PUBLISHED, Stage.IMPROVEMENTS_PUBLISHED})
AFTERWARDS = frozenset({Stage.ACTIONS_OPEN, Stage.IMPACT_ASSURED})

A_CASE = OPEN - BEFORE_A_CASE
A_CASE_OR_PAST = ANY - BEFORE_A_CASE
ENDED_OR_ENDING = (
    frozenset(
        {
            Stage.NOT_PURSUED,
            Stage.OTHER_LEARNING,
            Stage.NOTIFIED_WITHOUT_REVIEW,
            Stage.NOTIFICATION_WITHDRAWN,
            Stage.CLOSED,
            Stage.ARCHIVED,
        }
    )
    | DECIDED
    | PUBLIC
    | AFTERWARDS
)
AFTER_THE_PANEL = DECIDED | REVIEWING | PUBLISHING | PUBLIC | AFTERWARDS
AFTER_SIGN_OFF = AT_THE_PANEL | AFTER_THE_PANEL
# Where the three have decided what follows, and the family may ask what it is.
DECISION_STANDS = AFTER_SIGN_OFF | {Stage.RAPID_REVIEW_SIGNED_OFF}
AFTER_NOTIFICATION = IN_RAPID_REVIEW | AFTER_SIGN_OFF
